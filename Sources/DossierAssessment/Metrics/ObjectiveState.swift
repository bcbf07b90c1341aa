import DossierRecords
import DossierText

/// The latest readings of the metric of an objective, compared with the target of the objective.
package struct ObjectiveState: Sendable {
  /// The position of the metric.
  package let metric: Int
  /// The latest reading of each group, in the order of the group names. Empty if there is no reading up to the as-of date.
  package let groups: [Group]
  /// Whether the target and the metric have the same unit. If the units differ, the readings cannot be compared with the target.
  package let isComparable: Bool
  /// Whether the date of the objective has passed.
  package let isDue: Bool

  package struct Group: Sendable {
    package let reading: GroupReading
    package let isMet: Bool
  }

  /// Whether every group meets the target. Nil if the units differ or there is no reading.
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

  /// The first word of a unit, in lower case: `% of sampled conversations` and `%` are the same unit.
  package static func unit(_ text: String) -> String { text.lowercased().split(separator: " ").first.map(String.init) ?? "" }
}
