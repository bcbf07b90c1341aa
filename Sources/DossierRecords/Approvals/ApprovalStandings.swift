package import DossierText

/// How every approval of a dossier stands on a day, and what rests on records that were changed after they were approved.
///
/// Numbers are positions in the dossier's list of records.
package struct ApprovalStandings: Sendable {
  package let asOf: CivilDate
  /// By record; one state for each approval in the order of the list.
  private let states: [Int: [ApprovalState]]
  /// Records in force of which no approval covers what they say now, and the last of those that covered something else.
  package let stale: [StaleRecord]
  private let staleByRecord: [Int: StaleRecord]
  private let suspicions: [Int: [Suspicion]]
  private let dependants: [StaleRecord: [Suspicion]]

  /// A record that was changed after it was approved.
  package struct StaleRecord: Sendable, Hashable {
    package let position: Int
    /// Of the approval in its list.
    package let index: Int

    package init(position: Int, index: Int) {
      self.position = position
      self.index = index
    }
  }

  /// A record that rests on one that was changed after it was approved.
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

  /// What makes one record rest on another.
  package enum Link: Sendable, Hashable {
    /// It names the other in this field.
    case names(field: String)
    /// The other names it in this field as what carries it out.
    case carriesOut(field: String)
    /// It is the line of a control that the other implements.
    case control(String)

    /// "under `policies`", to follow the id of a record.
    package var words: String {
      switch self {
      case .names(let field): "names it under `\(field)`"
      case .carriesOut(let field): "is named by it under `\(field)`"
      case .control(let id): "answers \(id), which it implements"
      }
    }
  }

  package init(asOf: CivilDate, states: [Int: [ApprovalState]], stale: [StaleRecord], suspicions: [Suspicion]) {
    self.asOf = asOf
    self.states = states
    self.stale = stale
    staleByRecord = Dictionary(stale.map { ($0.position, $0) }) { first, _ in first }
    self.suspicions = Dictionary(grouping: suspicions, by: \.position)
    dependants = Dictionary(grouping: suspicions, by: \.cause)
  }

  /// Empty for a record without approvals.
  package func states(of position: Int) -> [ApprovalState] { states[position] ?? [] }

  /// Why a record is suspect; empty where it is not.
  package func suspicions(of position: Int) -> [Suspicion] { suspicions[position] ?? [] }

  /// What rests on a record that was changed after it was approved, in the order of the records.
  package func dependants(of cause: StaleRecord) -> [Suspicion] {
    (dependants[cause] ?? []).sorted { $0.position < $1.position }
  }

  package func staleRecord(_ position: Int) -> StaleRecord? { staleByRecord[position] }
}
