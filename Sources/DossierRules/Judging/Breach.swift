import DossierRecords
import DossierText

/// Whether the readings of a metric stand at its limit or beyond, and since when.
struct Breach {
  let reading: MetricReadings.Reading
  /// The first reading without a good one after it, of the same group.
  let since: CivilDate
  /// The last reading that was in order; nil where none was.
  let lastGood: CivilDate?
  let limit: Decimal

  /// The worst group's breach on a day, nil where the latest readings are within the limit or where it says no direction.
  init?(_ metric: Metric, _ readings: MetricReadings, on day: CivilDate) {
    guard let limit = metric.threshold?.fail, let direction = metric.threshold?.direction else { return nil }
    let isBeyond: (Double) -> Bool = { direction == .higherIsBetter ? $0 <= limit.value : $0 >= limit.value }
    let byGroup = Dictionary(grouping: readings.upTo(day)) { $0.group ?? "" }
    var worst: Breach?
    for (_, rows) in byGroup.sorted(by: { $0.key < $1.key }) {
      guard let last = rows.last, isBeyond(last.value) else { continue }
      let lastGood = rows.last { !isBeyond($0.value) }?.date
      let first = rows.first { row in lastGood.map { row.date > $0 } ?? true } ?? last
      let found = Breach(reading: last, since: first.date, lastGood: lastGood, limit: limit)
      let isWorse = worst.map { direction == .higherIsBetter ? last.value < $0.reading.value : last.value > $0.reading.value }
      if isWorse ?? true { worst = found }
    }
    guard let worst else { return nil }
    self = worst
  }

  private init(reading: MetricReadings.Reading, since: CivilDate, lastGood: CivilDate?, limit: Decimal) {
    self.reading = reading
    self.since = since
    self.lastGood = lastGood
    self.limit = limit
  }
}
