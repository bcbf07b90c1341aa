package import DossierText

/// The readings of a metric. They are read from the file that `source` of the metric refers to.
package struct MetricReadings: Sendable {
  /// Ordered by date, then by group.
  package let all: [Reading]
  /// The number of rows that were not used, because the date column has no date or the value column has no number.
  package let unread: Int

  /// One value of a metric on one date. If the metric has groups, the value belongs to one group.
  package struct Reading: Sendable, Hashable {
    package let date: CivilDate
    package let group: String?
    package let value: Double
    /// The value as text: the text of the row, or the computed number if several rows were combined.
    package let text: String
  }

  /// The maximum size of a file of readings, in bytes. Larger files are not read.
  package static let largestFile = 1 << 20

  /// The files of readings that metrics refer to.
  package static func files(of documents: [DecodedDocument]) -> Set<SourcePath> {
    var files: Set<SourcePath> = []
    for decoded in documents.lazy.flatMap(\.entries) {
      guard let source = (decoded.entry.record as? Metric)?.source else { continue }
      if let path = decoded.entry.path.resolving(source.file.text) { files.insert(path) }
    }
    return files
  }

  init(_ rows: [[String: String]], _ metric: Metric, _ source: MetricSource) {
    let (dateColumn, valueColumn) = (source.dateColumn ?? "date", source.valueColumn ?? "value")
    let filter = source.filter.map { $0.split(separator: "=", maxSplits: 1).map { $0.trimmed } }
    var unread = 0
    var collected: [Key: [(Double, String)]] = [:]
    for row in rows {
      if let filter, filter.count == 2, row[filter[0]] != filter[1] { continue }
      guard let date = row[dateColumn].flatMap(MetricReadings.day), let text = row[valueColumn], let value = Decimal(text) else {
        unread += 1
        continue
      }
      let key = Key(date: date, group: metric.groupColumn.flatMap { row[$0] })
      collected[key, default: []].append((value.value, text))
    }
    self.unread = unread
    all = collected.map { key, values in
      let (value, text) = MetricReadings.combined(values, source.aggregation ?? .latest)
      return Reading(date: key.date, group: key.group, value: value, text: text)
    }.sorted { ($0.date, $0.group ?? "") < ($1.date, $1.group ?? "") }
  }

  private struct Key: Hashable {
    let date: CivilDate
    let group: String?
  }

  /// Combines the rows of one date and group into one value. `rows` are in the order of the file.
  private static func combined(_ rows: [(Double, String)], _ how: MetricSource.Aggregation) -> (Double, String) {
    let values = rows.map(\.0)
    if how == .count { return (Double(rows.count), String(rows.count)) }
    // Two decimal places are enough for a message.
    func shown(_ value: Double) -> (Double, String) { (value, String((value * 100).rounded() / 100)) }
    guard rows.count > 1, let last = rows.last else { return rows.first ?? (0, "0") }
    switch how {
    case .latest, .count: return last
    case .sum: return shown(values.reduce(0, +))
    case .mean: return shown(values.reduce(0, +) / Double(values.count))
    case .min: return rows.min { $0.0 < $1.0 } ?? last
    case .max: return rows.max { $0.0 < $1.0 } ?? last
    }
  }

  /// Reads a date such as `2026-03-31`. For a month such as `2026-03`, returns the last day of the month.
  private static func day(_ text: String) -> CivilDate? {
    if let date = CivilDate(text) { return date }
    guard text.utf8.count == 7, let first = CivilDate(text + "-01") else { return nil }
    return CivilDate(year: first.year, month: first.month, day: CivilDate.days(in: first.month, of: first.year))
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

extension Dossier {
  /// The readings of the metric at this position in `entries`.
  ///
  /// Nil if the metric has no file of readings, or if the file was not read.
  package func readings(of position: Int) -> MetricReadings? {
    guard let metric = entries[position].record as? Metric, let source = metric.source else { return nil }
    for edge in graph.edges(from: .entry(position)) where edge.site.field == "source.file" {
      guard case .file(let path)? = edge.target, let bytes = tables[path] else { continue }
      let isLines = source.format == .jsonl || (source.format == nil && path.fileExtension == "jsonl")
      return MetricReadings(isLines ? ReadingTable.lines(bytes) : ReadingTable.csv(bytes), metric, source)
    }
    return nil
  }
}
