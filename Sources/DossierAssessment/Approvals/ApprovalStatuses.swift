package import DossierRecords
import DossierText

/// The status of every approval on the as-of date, the stale records, and the records that depend on stale records.
///
/// A stale record was changed after its approval. A number is a position in `dossier.entries`, except `StaleRecord.index`.
package struct ApprovalStatuses: Sendable {
  /// The statuses of the approvals of each record, in the order of its `approvals`. The key is the position of the record.
  private let statuses: [Int: [ApprovalStatus]]
  /// Current records that have approvals with a digest, but none of these approvals covers the current record.
  package let stale: [StaleRecord]
  private let staleByRecord: [Int: StaleRecord]
  private let suspicions: [Int: [Suspicion]]
  private let dependents: [StaleRecord: [Suspicion]]

  /// A record that was changed after its approval.
  package struct StaleRecord: Sendable, Hashable {
    package let position: Int
    /// The index of the last approval with a digest in the `approvals` of the record.
    package let index: Int

    package init(position: Int, index: Int) {
      self.position = position
      self.index = index
    }
  }

  /// A record (`position`) that depends on a stale record (`cause`).
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
    /// The dependent record is the line of the Statement of Applicability (SoA) for a control that the other record implements.
    /// The value is the id of the control.
    case control(String)

    /// The link as text to put after the id of the dependent record: "refers to it in `policies`". "it" means the stale record.
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

  /// Whether an approval has ended: its `until` has passed, or its role is not effective.
  ///
  /// False if the role does not exist, has no authority, or was retired on or before the date of the approval. In these cases the
  /// approval itself is wrong.
  package func hasEnded(_ position: Int, _ index: Int, of approval: Approval) -> Bool {
    switch statuses[position]?[index] {
    case .lapsed(.until): true
    case .lapsed(.roleOutOfUse(_, let retired)): retired.map { approval.date < $0 } ?? true
    default: false
    }
  }

  /// The status of each approval of a record. Empty if the record has no approvals.
  package func statuses(of position: Int) -> [ApprovalStatus] { statuses[position] ?? [] }

  /// The stale records on which the record at `position` depends.
  package func suspicions(of position: Int) -> [Suspicion] { suspicions[position] ?? [] }

  /// The records that depend on a stale record, in the order of the dossier.
  package func dependents(of cause: StaleRecord) -> [Suspicion] {
    (dependents[cause] ?? []).sorted { $0.position < $1.position }
  }

  package func staleRecord(_ position: Int) -> StaleRecord? { staleByRecord[position] }
}
