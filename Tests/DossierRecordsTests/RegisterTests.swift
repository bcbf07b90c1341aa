import DossierMarkup
import DossierRecords
import DossierText
import Testing

/// No register and no record is ignored without a diagnostic, and YAML of other programs is not reported.
@Suite struct RegisterTests {
  private static let items = "  - {id: CNC-001, title: t, raised: 2026-05-04}"

  @Test(arguments: [
    "\"kind\": concern\nrecords:\n" + items, "'kind' : concern\n\"records\":\n" + items,
    "{kind: concern, records: [{id: CNC-001, title: t, raised: 2026-05-04}]}", "# ours\n\nrecords:\n\(items)\nkind: concern",
  ])
  func `a register is read with any quoting of its keys`(text: String) async throws {
    let reading = try await Reading(["concerns.yaml": text])
    #expect(reading.rules.isEmpty)
    #expect(reading.dossier.entry("CNC-001") != nil)
  }

  @Test(arguments: [
    ("Kind: concern\nrecords:\n" + items, ["unknown-key"], true), ("kind: concern\nRecords:\n" + items, ["unknown-key"], true),
    ("KIND: concern\nRECORDS:\n" + items, ["unknown-key", "unknown-key"], true), ("records:\n" + items, ["missing-field"], false),
    ("Kind: concern\n", ["missing-field", "unknown-key"], false), ("kind: Concern\nrecords:\n" + items, ["unknown-kind"], false),
    ("kind: concern\nrecords: [\n", ["yaml-syntax"], false), ("records: [\n", ["yaml-syntax"], false),
    ("  \"kind\": concern\n  records: [\n", ["yaml-syntax"], false), ("{kind: concern, records: [\n", ["yaml-syntax"], false),
    ("kind: concern\nrecords: {}\n", ["wrong-type"], false), ("kind: concern\nrecords: [a]\n", ["wrong-type"], false),
  ])
  func `an invalid register is reported`(text: String, rules: [String], isRead: Bool) async throws {
    let reading = try await Reading(["concerns.yaml": text])
    #expect(reading.rules.sorted() == rules)
    #expect((reading.dossier.entry("CNC-001") != nil) == isRead)
    #expect(reading.diagnostics.allSatisfy { !$0.headline.contains("``") })
  }

  @Test(arguments: [
    "kind: Service\nspec:\n  records: [\n", "kind: Role\nmetadata: {name: x}", "a: &x 1\nb: *x",
    "apiVersion: v1\nkind: List\n\tx", "records:\n  - {id: a}", "kind: zone\nrecords:\n  - {id: www}",
    "mankind: risk\n", "- kind: risk\n- [", "spec:\n  kind: risk\n\tx", "kinds: [risk", "",
  ])
  func `YAML of other programs is ignored`(text: String) async throws {
    #expect(try await Reading(["deploy.yaml": text]).rules.isEmpty)
  }

  @Test func `a register in UTF-16 is reported`() async throws {
    let path = try #require(SourcePath("concerns.yaml"))
    #expect(try await Reading(files: [SourceFile(path: path, bytes: [0xFF, 0xFE, 0x6B, 0, 0x69, 0])]).rules == ["not-utf8"])
  }

  @Test func `a register above the size limit is reported`() async throws {
    let text = "kind: concern\nrecords:\n" + String(repeating: "# filling\n", count: 120_000)
    #expect(try await Reading(["concerns.yaml": text]).rules == ["file-too-large"])
  }

  @Test func `an item of another kind is reported at its kind`() async throws {
    let text = "kind: concern\nrecords:\n  - {id: CNC-001, kind: risk, title: t, raised: 2026-05-04}"
    let reading = try await Reading(["concerns.yaml": text])
    #expect(reading.rules == ["wrong-type"])
    let source = SourceFile(path: try #require(SourcePath("concerns.yaml")), bytes: Array(text.utf8))
    #expect(reading.diagnostics.first.map { source.text($0.primary.span) } == "risk")
    #expect(try await Reading(["concerns.yaml": text.replacing("kind: risk", with: "kind: concern")]).rules.isEmpty)
  }

  @Test(
    arguments: [
      ("Kind: risk\nid: RSK-001", ["missing-field"]), ("KIND: x\nid: mine", []), ("Kind: risk\nID: mine", ["missing-field"]),
      ("id: RSK-001", ["missing-field"]), ("ID: RSK-001", ["missing-field"]),
      ("id: intro", []), ("id: XYZ-001", []), ("id: rsk-page", []), ("Kind: page", []), ("id: RSK-001a", []),
    ] as [(String, [String])])
  func `a record without its kind is reported`(fields: String, rules: [String]) async throws {
    let reading = try await Reading(["a.md": "---\n\(fields)\n---\nText."])
    #expect(reading.rules == rules)
    #expect(reading.dossier.pages.count == 1)
  }

  @Test func `a record with an invalid id becomes a page`() async throws {
    let reading = try await Reading([
      "a.md": "---\nkind: concern\nid: CNC 001\ntitle: Tone\nraised: 2026-05-04\n---\nSee [b](b.md).", "b.md": "# B",
    ])
    #expect(reading.rules == ["bad-id"])
    #expect(reading.dossier.pages.map(\.title) == ["Tone", "B"])
    #expect(reading.dossier.graph.edges.map(\.target) == [.page(1)])
  }

  @Test func `a second record with the same id becomes a page`() async throws {
    let text = "---\nkind: concern\nid: CNC-001\ntitle: Tone\nraised: 2026-05-04\n---\nSee [[CNC-001]]."
    let reading = try await Reading(["a.md": text, "b.md": text])
    #expect(reading.dossier.duplicates.count == 1)
    #expect(reading.dossier.pages.map(\.path.description) == ["b.md"])
    #expect(reading.dossier.graph.edges(from: .page(0)).map(\.target) == [.entry(0)])
  }
}
