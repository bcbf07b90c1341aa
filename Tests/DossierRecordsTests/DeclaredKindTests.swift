import DossierMarkup
import DossierRecords
import DossierTesting
import DossierText
import Foundation
import Testing

/// Property tests of declared kinds, as for built-in kinds.
@Suite struct DeclaredKindTests {
  private static let fields = [
    "text", "prose", "date", "timestamp", "duration", "boolean", "integer", "number", "word", "record", "item", "file", "digest",
  ]

  /// A kind with a field of every type and a list of every type. Every third field is required.
  private static let configuration: String = {
    var text =
      "organisation: o\nkinds:\n  - name: flying-drone\n    prefix: DRN\n    meaning: An aircraft.\n    requires: [owner]\n    fields:\n"
    for (i, type) in (fields + fields.map { "list of " + $0 }).enumerated() {
      let words = type.hasSuffix("word") ? ", words: [low, middle, high]" : ""
      let kinds = type.hasSuffix("record") ? ", kinds: [role, flying-drone]" : ""
      text += "      - {name: f_\(i), type: \(type), required: \(i % 3 == 0)\(words)\(kinds), meaning: field \(i)}\n"
    }
    return text
  }()

  private func kind() async throws -> RecordKind {
    let reading = try await Reading(["dossier.yaml": Self.configuration])
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.headline))")
    #expect(reading.dossier.kinds.count == RecordKind.all.count + 1)
    return try #require(reading.dossier.kinds.last)
  }

  private func read(_ text: String) async throws -> Reading {
    try await Reading(["dossier.yaml": Self.configuration, "a.md": text])
  }

  @Test func `a kind has its declared properties`() async throws {
    let kind = try await kind()
    #expect(kind.name == "flying-drone")
    #expect(kind.singular == "Flying drone")
    #expect(kind.plural == "Flying drones")
    #expect(kind.columns == ["f_0", "f_1", "f_2", "f_3"])
    #expect(kind.fields.count == 26)
    #expect(kind.fields[9].shape == .record(["role", "flying-drone"]))
    #expect(kind.fields[21].shape == .list(.word(["low", "middle", "high"])))
  }

  @Test(arguments: 0..<6)
  func `every field is decoded under its own name`(round: Int) async throws {
    let kind = try await kind()
    let sample = SampleRecord(kind.fields, round: round)
    let reading = try await read("---\nkind: flying-drone\nid: DRN-7\ntitle: t\nowner: ROL-1\n\(sample.yaml)---\n\ntext\n")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.headline))")
    let entry = try #require(reading.dossier.entries.first)
    let record = try #require(entry.record)
    #expect(
      kind.members(of: record).map { "\($0.name): \($0.content.placeless)" }
        == sample.contents.map { "\($0.name): \($0.content.placeless)" })
    for member in sample.contents {
      let field = try #require(entry.field(member.name))
      #expect(entry.source.text(field.keySpan) == member.name)
    }
    #expect(Risk.kind.members(of: record).isEmpty)
    // Its references become edges of the graph, and its files and items are resolved.
    let outgoing = reading.dossier.graph.edges(from: .entry(0))
    #expect(outgoing.filter { $0.site.expectation == .record(["role", "flying-drone"]) }.count == 3)
    #expect(outgoing.filter { $0.site.expectation == .item }.count == 3)
    #expect(outgoing.filter { $0.site.expectation == .file }.count == 3)
  }

  @Test func `missing required fields are reported`() async throws {
    let kind = try await kind()
    let reading = try await read("---\nkind: flying-drone\nid: DRN-7\ntitle: t\n---\n")
    let names = ["owner"] + kind.fields.filter(\.isRequired).map(\.name)
    #expect(reading.rules == names.map { _ in "missing-field" })
    for name in names {
      #expect(reading.diagnostics.contains { $0.headline == "flying-drone DRN-7 has no `\(name)`" }, "\(name)")
    }
    #expect(reading.dossier.entries.first?.record == nil)
  }

  @Test func `a record with an empty or invalid optional field is kept`() async throws {
    let sample = SampleRecord(try await kind().fields.filter(\.isRequired), round: 0)
    let reading = try await read(
      "---\nkind: flying-drone\nid: DRN-7\ntitle: t\nowner: ROL-1\n\(sample.yaml)f_1:\nf_2: soon\nf_8: hihg\nf_26: 1\n---\n")
    #expect(reading.rules == ["empty-value", "bad-date", "unknown-word", "unknown-key"])
    #expect(reading.diagnostics[2].primary.text == "did you mean `high`?")
    #expect(reading.dossier.entries.first?.record != nil)
  }

  @Test func `JSON Schema and scaffold are derived`() async throws {
    let kind = try await kind()
    let text = JSONSchema.schema(of: kind).pretty()
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let properties = try #require(parsed["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set((RecordHead.schema.fields + kind.fields).map(\.name)))
    let scaffold = Scaffold(date: today, kinds: RecordKind.all + [kind]).text(of: kind, id: "DRN-001", title: "t")
    let reading = try await read(scaffold)
    #expect(reading.rules.allSatisfy { ["empty-value", "bad-digest"].contains($0) }, "\(reading.diagnostics.map(\.headline))")
    #expect(scaffold.contains("# field 1\n# f_1: \"\"\n"))
  }

  // MARK: Invalid declarations

  private static let drone = "name: drone, prefix: DRN, meaning: m, fields: [{name: a, type: text, meaning: m}]"

  @Test(arguments: [
    ("name: risk, prefix: DRN", "bad-declaration", "risk"), ("name: Drone, prefix: DRN", "bad-declaration", "Drone"),
    ("name: a_b, prefix: DRN", "bad-declaration", "a_b"), ("name: catalogue, prefix: DRN", "bad-declaration", "catalogue"),
    ("name: drone, prefix: RSK", "bad-declaration", "RSK"), ("name: drone, prefix: d", "bad-declaration", "d"),
    ("name: drone, prefix: DRN, plural: Risks", "bad-declaration", "Risks"),
    ("name: drone, prefix: DRN, plural: frameworks", "bad-declaration", "frameworks"),
    ("name: drone, prefix: DRN, plural: \"!\"", "bad-declaration", "!"),
    ("name: drone, prefix: DRN, columns: [b]", "bad-declaration", "b"),
    ("name: drone, prefix: DRN, requires: [ownr]", "bad-declaration", "ownr"),
    ("name: drone, prefix: DRN, clauses: [A.6.2.9]", "bad-declaration", "A.6.2.9"),
    ("name: drone, prefix: DRN, section: system", "unknown-word", "system"),
    ("name: drone, prefix: DRN, colour: red", "unknown-key", "colour"), ("name: [drone], prefix: DRN", "wrong-type", "[drone]"),
  ])
  func `an invalid kind is reported`(text: String, rule: String, underlined: String) async throws {
    try await demand(
      "organisation: o\nkinds:\n  - {\(text), meaning: m, fields: [{name: a, type: text, meaning: m}]}\n", rule, underlined)
  }

  @Test(arguments: [
    ("name: owner, type: text", "bad-declaration", "owner"), ("name: text, type: text", "bad-declaration", "text"),
    ("name: x-a, type: text", "bad-declaration", "x-a"), ("name: B, type: text", "bad-declaration", "B"),
    ("name: a, type: date", "bad-declaration", "a"), ("name: b, type: txt", "unknown-word", "txt"),
    ("name: b, type: list of dat", "unknown-word", "list of dat"), ("name: b, type: word", "bad-declaration", "word"),
    ("name: b, type: text, words: [c]", "bad-declaration", "text"),
    ("name: b, type: date, kinds: [role]", "bad-declaration", "date"),
    ("name: b, type: record, kinds: [rol]", "unknown-kind", "rol"),
    ("name: b, type: text, requierd: true", "unknown-key", "requierd"),
    ("name: b, type: text, required: yes", "wrong-type", "yes"),
  ])
  func `an invalid field is reported`(text: String, rule: String, underlined: String) async throws {
    // The values of such a field in records are not reported too.
    try await demand(
      "organisation: o\nkinds:\n  - name: drone\n    prefix: DRN\n    meaning: m\n    fields:\n"
        + "      - {name: a, type: text, meaning: m}\n      - {\(text), meaning: m}\n", rule, underlined)
  }

  private func demand(_ configuration: String, _ rule: String, _ underlined: String) async throws {
    let reading = try await Reading([
      "dossier.yaml": configuration, "a.md": "---\nkind: drone\nid: DRN-001\ntitle: t\na: s\n---\n",
    ])
    // A record of a kind with an invalid declaration is not a second mistake.
    let reported = reading.diagnostics.filter {
      !configuration.contains("name: drone") ? $0.primary.path.description != "a.md" : true
    }
    #expect(reported.map(\.rule.name) == [rule], "\(reported.map(\.headline))")
    let source = SourceFile(path: try #require(SourcePath("dossier.yaml")), bytes: Array(configuration.utf8))
    #expect(reported.first.map { source.text($0.primary.span) } == underlined)
  }

  @Test func `a duplicate declaration is reported with both spans`() async throws {
    let reading = try await Reading(["dossier.yaml": "organisation: o\nkinds:\n  - {\(Self.drone)}\n  - {\(Self.drone)}\n"])
    #expect(reading.rules == ["bad-declaration"])
    #expect(reading.diagnostics.first?.others.count == 1)
    #expect(reading.dossier.kinds.count == RecordKind.all.count + 1)
  }

  /// For random changes of the bytes, decoding does not fail. Either a problem is reported or nothing is wrong.
  @Test func `broken declarations do not fail`() throws {
    let whole = Array(
      (Self.configuration + "checks:\n  - {id: x-a, kind: flying-drone, where: [{field: f_8, is: low}], requires: [{field: f_2, "
        + "within: P1Y}, {incoming: evidence, at_least: 2}], message: m}\nadopt:\n  - {files: \"**/*.md\", kind: document, fields: "
        + "{reviewed: a}, defaults: {version: b}, roles: {c: ROL-1}}\n").utf8)
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let bits = ["", " ", "\n", ":", "-", "[", "]", "{", "}", "\"", "é", "null", "kinds:", "list of ", ".", "*", "~", "1"]
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0...next(3) {
        let at = next(bytes.count)
        bytes.replaceSubrange(at..<min(bytes.count, at + next(6)), with: Array(bits[next(bits.count)].utf8))
      }
      let path = try #require(SourcePath("dossier.yaml"))
      let files = [
        SourceFile(path: path, bytes: bytes),
        SourceFile(path: try #require(SourcePath("a.md")), bytes: Array("---\na: 2025-01-01\n---\n# A\n".utf8)),
      ]
      let first = DocumentDecoder(nil).decode(DocumentParser.parse(files[0]).value)
      for diagnostic in first.diagnostics { #expect(diagnostic.primary.span.upper <= bytes.count) }
      let other = DocumentDecoder(first.value.configuration).decode(DocumentParser.parse(files[1]).value)
      for diagnostic in other.diagnostics { #expect(diagnostic.primary.span.upper <= files[1].bytes.count) }
    }
  }
}
