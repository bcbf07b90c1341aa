package import DossierRecords
package import DossierText

/// The status of one approval on the as-of date.
package enum ApprovalStatus: Sendable, Hashable {
  /// It covers the current record, and a key of the role signed it.
  case proved(ApprovalProof)
  /// It covers the current record, but no signature proves who gave it.
  case asserted(ApprovalDoubt)
  /// The record changed after the approval.
  case stale(ApprovedText)
  case lapsed(ApprovalLapse)
  /// The same role approved it again.
  case superseded(CivilDate)
  /// Its date lies after the as-of date.
  case notYet

  /// Whether it counts as an approval of the current record.
  package var isValid: Bool {
    switch self {
    case .proved, .asserted: true
    case .stale, .lapsed, .superseded, .notYet: false
    }
  }

  package var kind: Kind {
    switch self {
    case .proved: .proved
    case .asserted: .asserted
    case .stale: .stale
    case .lapsed: .lapsed
    case .superseded: .superseded
    case .notYet: .notYet
    }
  }

  /// Why, as a clause.
  package var reason: String {
    switch self {
    case .proved(let proof): proof.words
    case .asserted(let doubt): doubt.words
    case .stale(let text): text.words
    case .lapsed(let lapse): lapse.words
    case .superseded(let date): "the same role approved it again on \(date)"
    case .notYet: "it is dated after the day that is judged"
    }
  }

  package enum Kind: String, Sendable, CaseIterable {
    case proved, asserted, stale, lapsed
    case superseded = "replaced"
    case notYet = "not yet"

    /// What the word means.
    package var meaning: String {
      switch self {
      case .proved: "the record stands as approved, and the commit or tag is signed with a key of the role"
      case .asserted: "somebody wrote it there; nothing proves that the role gave it"
      case .stale: "the record was changed after it"
      case .lapsed: "its day has passed, or the role may no longer give it"
      case .superseded: "the same role approved the record again later"
      case .notYet: "dated after the day of this site"
      }
    }
  }
}

/// Why an approval that was given no longer holds.
package enum ApprovalLapse: Sendable, Hashable {
  case until(CivilDate)
  case noRole(String)
  case roleOutOfUse(String, CivilDate?)
  /// The role says itself what it may approve, and this kind is not among it.
  case noAuthority(String)

  /// A clause.
  package var words: String {
    switch self {
    case .until(let day): "it was given until \(day)"
    case .noRole(let id): "there is no role \(id)"
    case .roleOutOfUse(let id, let day): "\(id) is out of use" + (day.map { " since \($0)" } ?? "")
    case .noAuthority(let id): "\(id) may not approve this kind of record"
    }
  }
}
