package import DossierRecords
import DossierText

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

  init(_ metric: Metric, _ readings: MetricReadings, _ asOf: AsOfDate) {
    let known = readings.all.prefix { asOf.includes($0.date) }
    self.readings = Array(known)
    unread = readings.unread
    breach = Breach(metric, known, at: .fail) ?? Breach(metric, known, at: .warn)
    groups = GroupReading.all(metric, known)
    hasLimits = metric.threshold?.isComplete ?? false
  }
}
