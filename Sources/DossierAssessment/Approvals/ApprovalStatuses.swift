package import DossierRecords
import DossierText

/// The status of every approval on the as-of date, and the records that depend on a record that changed after its approval.
///
/// Numbers are positions in `dossier.entries`.
package struct ApprovalStatuses: Sendable {
  /// By record: one status for each approval, in the order of the list.
  private let statuses: [Int: [ApprovalStatus]]
  /// Current records that have approvals with a digest, but none with the digest of the current text. Each has the index of its
  /// last approval with a digest.
  package let stale: [StaleRecord]
  private let staleByRecord: [Int: StaleRecord]
  private let suspicions: [Int: [Suspicion]]
  private let dependents: [StaleRecord: [Suspicion]]

  /// A record that changed after its approval.
  package struct StaleRecord: Sendable, Hashable {
    package let position: Int
    /// The index of the approval in its list.
    package let index: Int

    package init(position: Int, index: Int) {
      self.position = position
      self.index = index
    }
  }

  /// A record that depends on a record that changed after its approval.
  package struct Suspicion: Sendable, Hashable {
    package let position: Int
    package let cause: StaleRecord
    package let link: Link

    package init(position: Int, cause: StaleRecord, link: Link) {
      self.position = position
      self.cause = cause
      self.link = link
    }
  }

  /// Why one record depends on another.
  package enum Link: Sendable, Hashable {
    /// The dependent record refers to the other record in this field.
    case names(field: String)
    /// The other record refers to the dependent record in this field, because the dependent record carries it out.
    case carriesOut(field: String)
    /// The dependent record is the SoA line of a control that the other record implements.
    case control(String)

    /// The link as words after the id of the dependent record: "refers to it in `policies`". "it" is the changed record.
    package var words: String {
      switch self {
      case .names(let field): "refers to it in `\(field)`"
      case .carriesOut(let field): "is referenced by it in `\(field)`"
      case .control(let id): "is the SoA line of \(id), which it implements"
      }
    }
  }

  init(statuses: [Int: [ApprovalStatus]], stale: [StaleRecord], suspicions: [Suspicion]) {
    self.statuses = statuses
    self.stale = stale
    staleByRecord = Dictionary(stale.map { ($0.position, $0) }) { first, _ in first }
    self.suspicions = Dictionary(grouping: suspicions, by: \.position)
    dependents = Dictionary(grouping: suspicions, by: \.cause)
  }

  /// Whether an approval is not effective because its `until` passed or its role is not effective.
  ///
  /// False where the role was retired before it approved, does not exist or has no authority: these are errors of the approval itself.
  package func hasEnded(_ position: Int, _ index: Int, of approval: Approval) -> Bool {
    switch statuses[position]?[index] {
    case .lapsed(.until): true
    case .lapsed(.roleOutOfUse(_, let retired)): retired.map { approval.date < $0 } ?? true
    default: false
    }
  }

  /// Empty for a record without approvals.
  package func statuses(of position: Int) -> [ApprovalStatus] { statuses[position] ?? [] }

  /// The changed records on which a record depends.
  package func suspicions(of position: Int) -> [Suspicion] { suspicions[position] ?? [] }

  /// The records that depend on a changed record, in the order of the dossier.
  package func dependents(of cause: StaleRecord) -> [Suspicion] {
    (dependents[cause] ?? []).sorted { $0.position < $1.position }
  }

  package func staleRecord(_ position: Int) -> StaleRecord? { staleByRecord[position] }
}
