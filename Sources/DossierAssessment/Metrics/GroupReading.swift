package import DossierRecords
package import DossierText

/// The latest reading of one group of a metric, and the limit that it reaches.
package struct GroupReading: Sendable, Hashable {
  package let reading: MetricReadings.Reading
  /// Nil where the reading is within the limits, or where no limit or direction is written.
  package let level: Breach.Level?
  /// The date of the first reading in the last unbroken sequence of readings at this level. For `warn`, readings at `fail` belong
  /// to the sequence too.
  package let since: CivilDate
  /// Whether the as-of date is not too long after the reading for the frequency of the metric. True without a frequency.
  package let isCurrent: Bool

  /// One for each group, in the order of the names. A metric without groups has one.
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
  /// Whether a reading can be compared: there is a direction, and at least one limit.
  package var isComplete: Bool { direction != nil && (warn != nil || fail != nil) }

  /// The limit that a value reaches: it is equal to the limit, or beyond it in the bad direction.
  package func level(of value: Double) -> Breach.Level? {
    if reaches(fail, value) { return .fail }
    return reaches(warn, value) ? .warn : nil
  }

  /// Whether a value is equal to a limit, or beyond it in the bad direction. False without a limit or direction.
  func reaches(_ limit: Decimal?, _ value: Double) -> Bool {
    guard let limit, let direction else { return false }
    return direction == .higherIsBetter ? value <= limit.value : value >= limit.value
  }
}
