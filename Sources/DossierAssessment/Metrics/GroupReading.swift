package import DossierRecords
package import DossierText

/// The latest reading of one group of a metric, and the limit that it reaches.
package struct GroupReading: Sendable, Hashable {
  package let reading: MetricReadings.Reading
  /// The limit that the reading reaches. Nil if the reading is within the limits, or if the metric states no limit or direction.
  package let level: Breach.Level?
  /// The date of the first reading in the latest unbroken sequence of readings at this level. If the level is `warn`, readings at
  /// `fail` do not break the sequence.
  package let since: CivilDate
  /// Whether the reading is recent enough on the as-of date for the frequency of the metric. True if the metric has no frequency.
  package let isCurrent: Bool

  /// The latest reading of each group, in the order of the group names. A metric without groups has one reading in the result.
  static func all(_ metric: Metric, _ readings: ArraySlice<MetricReadings.Reading>, _ asOf: AsOfDate) -> [GroupReading] {
    let groups = Dictionary(grouping: readings) { $0.group ?? "" }
    return groups.sorted { $0.key < $1.key }.compactMap { _, rows in
      guard let last = rows.last else { return nil }
      let level = metric.threshold?.level(of: last.value)
      let run = rows.reversed().prefix { row in
        let other = metric.threshold?.level(of: row.value)
        // A reading that reaches the failure limit also reaches the warning limit.
        return other == level || (level == .warn && other == .fail)
      }
      return GroupReading(
        reading: last, level: level, since: run.last?.date ?? last.date,
        isCurrent: !(metric.frequency?.hasGap(from: last.date, to: asOf.date) ?? false))
    }
  }
}

extension MetricThreshold {
  /// Whether a reading can be compared: the threshold has a direction and at least one limit.
  package var isComplete: Bool { direction != nil && (warn != nil || fail != nil) }

  /// The worst limit that `value` reaches. Nil if `value` reaches no limit.
  package func level(of value: Double) -> Breach.Level? {
    if reaches(fail, value) { return .fail }
    return reaches(warn, value) ? .warn : nil
  }

  /// Whether `value` is equal to `limit`, or is worse than `limit`. False if there is no limit or no direction.
  func reaches(_ limit: Decimal?, _ value: Double) -> Bool {
    guard let limit, let direction else { return false }
    return direction == .higherIsBetter ? value <= limit.value : value >= limit.value
  }
}
