package import DossierRecords
package import DossierText

/// The readings of a metric up to the as-of date, and the limit they reach.
package struct MetricState: Sendable {
  /// By date, then by group.
  package let readings: [MetricReadings.Reading]
  /// Rows of the file without a readable date or number.
  package let unread: Int
  /// The breach of the failure limit, or else of the warning limit.
  package let breach: Breach?
  /// The latest reading of each group. Groups can have different dates.
  package let groups: [GroupReading]
  /// Whether limits and a direction are written, so that a reading can be within them.
  package let hasLimits: Bool

  /// The worst limit that the latest reading of a group reaches; nil where all groups are within the limits.
  package var level: Breach.Level? {
    let levels = groups.map(\.level)
    return levels.contains(.fail) ? .fail : levels.contains(.warn) ? .warn : nil
  }

  /// Since when the metric is in its state; nil where there is no reading.
  ///
  /// A metric reaches a limit since its first group does. It is within its limits only since all of its groups are.
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
