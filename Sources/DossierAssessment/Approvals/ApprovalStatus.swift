package import DossierRecords
package import DossierText

/// The status of one approval on the as-of date.
package enum ApprovalStatus: Sendable, Hashable {
  /// The approval covers the current record, and the commit or tag with the approval is signed with a key of the role.
  case proved(ApprovalProof)
  /// The approval covers the current record, but no signature proves that the role gave the approval.
  case asserted(ApprovalDoubt)
  /// The record changed after the approval.
  case stale(ApprovedText)
  case lapsed(ApprovalLapse)
  /// The same role approved the record again, on this date.
  case superseded(CivilDate)
  /// The date of the approval is after the as-of date.
  case notYet

  /// Whether the approval counts for the current record.
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

  /// The reason for the status, as a clause.
  package var reason: String {
    switch self {
    case .proved(let proof): proof.words
    case .asserted(let doubt): doubt.words
    case .stale(let text): text.words
    case .lapsed(let lapse): lapse.words
    case .superseded(let date): "the same role approved it again on \(date)"
    case .notYet: "it is dated after the as-of date"
    }
  }

  package enum Kind: String, Sendable, CaseIterable {
    case proved, asserted, stale, lapsed
    case superseded = "replaced"
    case notYet = "not yet"

    /// The definition of the status, as a clause about an approval.
    package var meaning: String {
      switch self {
      case .proved: "it covers the current record, and the commit or tag is signed with a key of the role"
      case .asserted: "it is written in the record, but no signature proves that the role gave it"
      case .stale: "the record was changed after the approval"
      case .lapsed: "its end date has passed, or the role is missing, not effective or may not give it"
      case .superseded: "the same role approved the record again later"
      case .notYet: "it is dated after the as-of date"
      }
    }
  }
}

/// Why an approval that covers the current record is not valid on the as-of date.
package enum ApprovalLapse: Sendable, Hashable {
  case until(CivilDate)
  case noRole(String)
  case roleOutOfUse(String, CivilDate?)
  /// The role may not approve records of this kind (`Authorities.mayApprove`).
  case noAuthority(String)

  /// The reason as a clause: "it was valid until 2026-05-31".
  package var words: String {
    switch self {
    case .until(let day): "it was valid until \(day)"
    case .noRole(let id): "there is no role \(id)"
    case .roleOutOfUse(let id, let day): "\(id) is not effective" + (day.map { " (retired: \($0))" } ?? "")
    case .noAuthority(let id): "\(id) may not approve this kind of record"
    }
  }
}
