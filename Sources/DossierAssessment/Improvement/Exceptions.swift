package import DossierRecords
package import DossierText

/// The exceptions that count on the as-of date, by rule and record.
///
/// If all approvals of an exception are dated after the as-of date, the exception does not count.
package struct Exceptions: Sendable {
  /// The exceptions, in the order of the dossier. Expired exceptions are included.
  package let all: [State]
  private let byPlace: [Place: [Int]]

  package struct State: Sendable {
    package let position: Int
    package let exception: DossierRecords.Exception
    /// The date in `until`.
    package let lastDay: CivilDate
    /// Whether `lastDay` has passed.
    package let isExpired: Bool
  }

  private struct Place: Hashable {
    let rule: String
    let record: Int
  }

  init(_ dated: DatedDossier) {
    var all: [State] = []
    var byPlace: [Place: [Int]] = [:]
    for (position, entry, exception) in dated.records(DossierRecords.Exception.self) {
      guard entry.head?.approvals.isEmpty ?? true || !dated.approvals(of: entry).isEmpty else { continue }
      for record in Set(exception.records.compactMap { dated.dossier.position(of: $0.id) }) {
        byPlace[Place(rule: exception.rule, record: record), default: []].append(all.count)
      }
      all.append(
        State(position: position, exception: exception, lastDay: exception.until, isExpired: dated.asOf.isPast(exception.until)))
    }
    self.all = all
    self.byPlace = byPlace
  }

  /// Whether the record at `position` is an exception that counts. Expired exceptions are included.
  package func contains(_ position: Int) -> Bool { all.contains { $0.position == position } }

  /// The exceptions from `rule` for the record at `position`. Expired exceptions are included.
  package func exceptions(from rule: String, for position: Int) -> [State] {
    (byPlace[Place(rule: rule, record: position)] ?? []).map { all[$0] }
  }
}
