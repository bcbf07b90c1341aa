@testable import DossierRecords
@testable import DossierText

/// Readings of a metric: every row is read or counted, and values that are written as CSV are read unchanged.
enum CSVTarget {
  static func run(_ bytes: [UInt8]) throws {
    let rows = ReadingTable.csv(bytes)
    try require(rows == ReadingTable.csv(written(rows)), "rows that are written again are read in another way")
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

  /// The rows as CSV, with every value in quotes.
  private static func written(_ rows: [[String: String]]) -> [UInt8] {
    let names = Set(rows.flatMap(\.keys)).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    func line(_ values: [String]) -> String {
      values.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }
    // A row can have fewer values than there are names. The last names of the row are then missing, so write each row alone.
    return Array(line(names).utf8) + rows.flatMap { row in Array(line(names.map { row[$0] ?? "" }).utf8) }
  }
}
