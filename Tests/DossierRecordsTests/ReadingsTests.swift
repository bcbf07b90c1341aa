import DossierAnalysis
import DossierRecords
import DossierTesting
import DossierText
import Testing

/// Files of readings that metrics refer to.
@Suite struct ReadingsTests {
  @Test func `rows are read by column name`() async throws {
    let readings = try await readings(
      "file: r.csv, date_column: month, value_column: share", "note,share,month\n\"a, \"\"b\"\"\",1.50,2026-02\r\n,2,2026-03-31")
    #expect(readings.all.map(\.date.description) == ["2026-02-28", "2026-03-31"])
    #expect(readings.all.map(\.text) == ["1.50", "2"])
    #expect(readings.unread == 0)
  }

  @Test func `rows of one date are combined for each group`() async throws {
    let table = "date,group,value\n2026-01-31,b,4\n2026-01-31,a,1\n2026-01-31,a,2\n2026-02-28,a,9"
    let sums = try await readings("file: r.csv, aggregation: sum", table, "group_column: group")
    #expect(
      sums.all.map { "\($0.date) \($0.group ?? "") \($0.text)" } == ["2026-01-31 a 3.0", "2026-01-31 b 4", "2026-02-28 a 9"])
    let latest = try await readings("file: r.csv, filter: group = a", table)
    #expect(latest.all.map(\.text) == ["2", "9"])
    #expect(try await readings("file: r.csv, aggregation: count", table).all.map(\.value) == [3, 1])
  }

  @Test func `JSON lines are read`() async throws {
    let readings = try await readings("file: r.jsonl", "{\"date\": \"2026-01-31\", \"value\": 1.5}\n{\"date\": 4}\n")
    #expect(readings.all.map(\.value) == [1.5])
    #expect(readings.unread == 1)
  }

  @Test func `unreadable rows are counted`() async throws {
    let readings = try await readings("file: r.csv", "date,value\n2026-13-01,1\n2026-01-31,\n2026-01-31,1e3\n\n2026-02-28,2\n")
    #expect(readings.all.count == 1)
    #expect(readings.unread == 3)
  }

  @Test func `a file with random bytes does not fail`() async throws {
    for text in ["", "\"", ",,,\n,", "date", "\u{FEFF}date,value\n2026-01-31,1", "date,value\n\"2026-01-31\n"] {
      _ = try await readings("file: r.csv", text)
      _ = try await readings("file: r.jsonl", text)
    }
    #expect(try await readings("file: r.csv", "\u{FEFF}date,value\n2026-01-31,1").all.count == 1)
  }

  private func readings(_ source: String, _ table: String, _ more: String = "tags: []") async throws -> MetricReadings {
    let metric = "kind: metric\nrecords:\n  - {id: MTR-001, title: m, unit: x, source: {\(source)}, \(more)}"
    let file = try #require(SourcePath(source.contains("jsonl") ? "r.jsonl" : "r.csv"))
    let bytes = Array(table.utf8)
    let tree = SourceTree(
      files: [SourceFile(path: SourcePath(parts: ["metrics.yaml"]), bytes: Array(metric.utf8))],
      attachments: [.init(path: file, size: bytes.count, digest: Digest(of: bytes), bytes: bytes)])
    let asOf = try #require(CivilDate("2026-06-30"))
    let dossier = try await analyse(tree, asOf: asOf).dossier
    let position = try #require(dossier.position(of: "MTR-001"))
    return try #require(dossier.readings(of: position))
  }
}
