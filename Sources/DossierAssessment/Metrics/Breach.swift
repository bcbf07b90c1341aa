package import DossierRecords
package import DossierText

/// A limit of a metric that the latest reading of a group reaches.
package struct Breach: Sendable, Hashable {
  package let level: Level
  package let reading: MetricReadings.Reading
  /// The date of the first reading of the group after `lastGood`. If `lastGood` is nil, the date of the first reading of the
  /// group.
  package let since: CivilDate
  /// The date of the last reading of the group within the limit. Nil if no reading was within the limit.
  package let lastGood: CivilDate?
  package let limit: Decimal

  /// The limit that is reached.
  package enum Level: String, Sendable, Hashable, CaseIterable {
    case warn, fail
  }

  /// Finds the worst breach of all groups at a level. Nil if the latest readings are within the limit, or if the metric states no
  /// limit for the level or no direction.
  init?(_ metric: Metric, _ readings: ArraySlice<MetricReadings.Reading>, at level: Level) {
    let written = level == .fail ? metric.threshold?.fail : metric.threshold?.warn
    guard let limit = written, let threshold = metric.threshold, let direction = threshold.direction else { return nil }
    let isBeyond: (Double) -> Bool = { threshold.reaches(limit, $0) }
    let byGroup = Dictionary(grouping: readings) { $0.group ?? "" }
    var worst: Breach?
    for (_, rows) in byGroup.sorted(by: { $0.key < $1.key }) {
      guard let last = rows.last, isBeyond(last.value) else { continue }
      let lastGood = rows.last { !isBeyond($0.value) }?.date
      let first = rows.first { row in lastGood.map { row.date > $0 } ?? true } ?? last
      let found = Breach(level: level, reading: last, since: first.date, lastGood: lastGood, limit: limit)
      let isWorse = worst.map { direction == .higherIsBetter ? last.value < $0.reading.value : last.value > $0.reading.value }
      if isWorse ?? true { worst = found }
    }
    guard let worst else { return nil }
    self = worst
  }

  private init(level: Level, reading: MetricReadings.Reading, since: CivilDate, lastGood: CivilDate?, limit: Decimal) {
    self.level = level
    self.reading = reading
    self.since = since
    self.lastGood = lastGood
    self.limit = limit
  }
}
