import DossierRecords
import DossierText

/// The latest readings of the metric of an objective, compared with the target of the objective.
package struct ObjectiveState: Sendable {
  /// The position of the metric.
  package let metric: Int
  /// The latest reading of each group, in the order of the names; empty where there is none up to the as-of date.
  package let groups: [Group]
  /// Whether the target has the unit of the metric. Without it, no reading is compared.
  package let isComparable: Bool
  /// Whether the date of the objective has passed.
  package let isDue: Bool

  package struct Group: Sendable {
    package let reading: GroupReading
    package let isMet: Bool
  }

  /// Whether every group meets the target; nil where nothing can be compared.
  package var isMet: Bool? { isComparable && !groups.isEmpty ? groups.allSatisfy(\.isMet) : nil }

  /// The groups whose latest reading is too old for the frequency of the metric.
  package var late: [Group] { groups.filter { !$0.reading.isCurrent } }

  /// The groups that do not meet the target, the group furthest from the target first.
  package let missed: [Group]

  init(_ objective: Objective, metric: Int, unit: String, _ groups: [GroupReading], _ asOf: AsOfDate) {
    let target = objective.target
    let compared = groups.map { Group(reading: $0, isMet: target.isMet(by: $0.reading.value)) }
    self.metric = metric
    self.groups = compared
    isComparable = Self.unit(target.unit) == Self.unit(unit)
    isDue = asOf.isPast(objective.by)
    missed = compared.filter { !$0.isMet }.sorted {
      abs($0.reading.reading.value - target.value.value) > abs($1.reading.reading.value - target.value.value)
    }
  }

  /// The unit without what follows it: `% of sampled conversations` and `%` are the same unit.
  package static func unit(_ text: String) -> String { text.lowercased().split(separator: " ").first.map(String.init) ?? "" }
}
