package import DossierRecords
package import DossierText

/// The readings of a metric up to the as-of date, and the limits that the latest readings reach.
package struct MetricState: Sendable {
  /// The readings, sorted by date, then by group.
  package let readings: [MetricReadings.Reading]
  /// The number of rows in the file whose date or value cannot be read.
  package let unread: Int
  /// The breach of the failure limit. If there is none, the breach of the warning limit.
  package let breach: Breach?
  /// The latest reading of each group. Groups can have different dates.
  package let groups: [GroupReading]
  /// Whether the metric states a direction and at least one limit, so that readings can be compared.
  package let hasLimits: Bool

  /// The worst limit that the latest readings of the groups reach. Nil if all groups are within the limits.
  package var level: Breach.Level? {
    let levels = groups.map(\.level)
    return levels.contains(.fail) ? .fail : levels.contains(.warn) ? .warn : nil
  }

  /// The date from which the metric has had its present `level`. Nil if there is no reading.
  ///
  /// If the metric reaches a limit, this is the earliest date of the groups at this level. If the metric is within its limits,
  /// this is the latest date of the groups, because all groups must be within the limits.
  package var since: CivilDate? {
    let level = level
    let dates = groups.filter { $0.level == level }.map(\.since)
    return level == nil ? dates.max() : dates.min()
  }

  /// The groups whose latest reading is too old for the frequency of the metric.
  package var late: [GroupReading] { groups.filter { !$0.isCurrent } }

  init(_ metric: Metric, _ readings: MetricReadings, _ asOf: AsOfDate) {
    let known = readings.all.prefix { asOf.includes($0.date) }
    self.readings = Array(known)
    unread = readings.unread
    breach = Breach(metric, known, at: .fail) ?? Breach(metric, known, at: .warn)
    groups = GroupReading.all(metric, known, asOf)
    hasLimits = metric.threshold?.isComplete ?? false
  }
}
