@testable import DossierRecords
@testable import DossierText

/// Readings of a metric: every row is read or counted, and values that are written as CSV are read unchanged.
enum CSVTarget {
  static func run(_ bytes: [UInt8]) throws {
    let rows = ReadingTable.csv(bytes)
    // A line with only an empty value is read as an empty line.
    for row in rows where row.count > 1 || row.values.contains(where: { !$0.isEmpty }) {
      try require(ReadingTable.csv(written(row)) == [row], "a row that is written again is read in another way")
    }
    try check(rows)
    try check(ReadingTable.lines(bytes))
    try checkValue(String(decoding: bytes, as: UTF8.self))
  }

  private static func check(_ rows: [[String: String]]) throws {
    for aggregation in [nil, MetricSource.Aggregation.latest, .sum, .mean, .min, .max, .count] {
      for group in [nil, "group"] {
        let source = MetricSource(
          file: FilePath(text: "a.csv"), format: nil, dateColumn: nil, valueColumn: nil, filter: nil, aggregation: aggregation)
        let metric = Metric(
          unit: "%", source: source, threshold: nil, frequency: nil, area: nil, groupColumn: group, systems: [], reviewedBy: nil)
        let readings = MetricReadings(rows, metric, source)
        try require(readings.all.count + readings.unread <= rows.count, "there are more readings than rows")
        try require(!rows.isEmpty || readings.all.isEmpty, "a reading has no row")
        try require(
          zip(readings.all, readings.all.dropFirst()).allSatisfy { ($0.date, $0.group ?? "") <= ($1.date, $1.group ?? "") },
          "the readings are not sorted")
        for reading in readings.all { try require(reading.value.isFinite, "the value \(reading.text) is not a number") }
      }
    }
  }

  /// A value as `CSVText` writes it. `CSVText` adds apostrophes, so compare without them.
  private static func checkValue(_ text: String) throws {
    let line = Array((CSVText.line(["name", "other"]) + CSVText.line([text, "x"])).utf8)
    let rows = ReadingTable.csv(line)
    try require(
      rows.count == 1 && rows[0]["name"].map(withoutApostrophes) == withoutApostrophes(text) && rows[0]["other"] == "x",
      "a written value is read in another way")
  }

  private static func withoutApostrophes(_ text: String) -> [UInt8] { text.utf8.filter { $0 != UInt8(ascii: "'") } }

  /// A row as CSV with its names, with every value in quotes.
  private static func written(_ row: [String: String]) -> [UInt8] {
    let names = row.keys.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    return [names, names.map { row[$0] ?? "" }].flatMap { values in
      Array((values.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n").utf8)
    }
  }
}
