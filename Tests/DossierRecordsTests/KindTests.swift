import DossierMarkup
import DossierRecords
import DossierTesting
import DossierText
import Foundation
import Testing

extension RecordKind: CustomTestStringConvertible {
  package var testDescription: String { name }
}

/// Property tests of every kind.
@Suite struct KindTests {
  private static let rounds = 0..<6

  private func decode(_ text: String, _ path: String) -> (entry: Entry?, diagnostics: [Diagnostic]) {
    let file = SourceFile(path: SourcePath(parts: [path]), bytes: Array(text.utf8))
    let document = DocumentParser.parse(file)
    let decoded = DocumentDecoder(kinds: RecordKind.all).decode(document.value)
    return (decoded.value.entries.first?.entry, document.diagnostics + decoded.diagnostics)
  }

  /// The common fields except kind and id, then the fields of the kind.
  private func sample(_ kind: RecordKind, _ round: Int) -> (head: SampleRecord, own: SampleRecord) {
    let common = RecordHead.schema.fields.filter { !["kind", "id"].contains($0.name) }
    return (SampleRecord(common, round: round), SampleRecord(kind.fields, round: round))
  }

  private func check(_ entry: Entry?, _ kind: RecordKind, _ head: SampleRecord, _ own: SampleRecord, _ file: String) throws {
    let entry = try #require(entry)
    #expect(entry.id == "\(kind.prefix)-7")
    let record = try #require(entry.record)
    // The values of the struct under each name. Two fields in the wrong order would have exchanged values here.
    #expect(
      kind.members(of: record).map { "\($0.name): \($0.content.placeless)" }
        == own.contents.map { "\($0.name): \($0.content.placeless)" })
    let shown = RecordHead.schema.members(of: try #require(entry.head)).filter { !["kind", "id"].contains($0.name) }
    #expect(shown.map { "\($0.name): \($0.content.placeless)" } == head.contents.map { "\($0.name): \($0.content.placeless)" })
    // The spans of the values.
    for member in head.contents + own.contents {
      let field = try #require(entry.field(member.name), "\(member.name)")
      #expect(field.content.placeless == member.content.placeless)
      #expect(entry.source.text(field.keySpan) == member.name)
      switch member.content {
      case .list, .mapping, .markdown: break
      default:
        #expect(
          entry.source.text(field.span) == member.content.plain
            || entry.source.text(field.span) == "\(member.content.json.compact())")
      }
    }
  }

  @Test(arguments: RecordKind.all)
  func `every field is decoded under its own name`(kind: RecordKind) throws {
    for round in Self.rounds {
      let (head, own) = sample(kind, round)
      let text = "---\nkind: \(kind.name)\nid: \(kind.prefix)-7\n\(head.yaml)\(own.yaml)---\n\ntext\n"
      let (entry, diagnostics) = decode(text, "a.md")
      #expect(diagnostics.isEmpty, "\(diagnostics.map { "\($0.rule) \($0.headline)" }) in\n\(text)")
      try check(entry, kind, head, own, text)
    }
  }

  @Test(arguments: RecordKind.all)
  func `a record in a register has the same values`(kind: RecordKind) throws {
    let (head, own) = sample(kind, 1)
    let fields = "id: \(kind.prefix)-7\n\(head.yaml)\(own.yaml)"
    let lines = fields.split(separator: "\n").map { "    \($0)\n" }.joined()
    let text = "kind: \(kind.name)\nrecords:\n  - " + lines.drop { $0 == " " }
    let (entry, diagnostics) = decode(text, "a.yaml")
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.headline))")
    try check(entry, kind, head, own, text)
  }

  /// In some round, each field of a sample differs from all others of the same type.
  @Test(arguments: RecordKind.all)
  func `the sample has different values for fields of one type`(kind: RecordKind) {
    let rounds = Self.rounds.map { sample(kind, $0).own.contents.map(\.content.placeless) }
    for i in kind.fields.indices {
      for j in kind.fields.indices where j > i && kind.fields[i].shape == kind.fields[j].shape {
        #expect(rounds.contains { $0[i] != $0[j] }, "\(kind.fields[i].name) and \(kind.fields[j].name)")
      }
    }
  }

  @Test(arguments: RecordKind.all)
  func `a missing required field is reported`(kind: RecordKind) {
    let (diagnostics) = decode("---\nkind: \(kind.name)\nid: \(kind.prefix)-7\ntitle: x\n---\n", "a.md").diagnostics
    let expected = kind.requiredCommon + kind.fields.filter(\.isRequired).map(\.name)
    #expect(diagnostics.filter { $0.rule == .missingField }.count == expected.count)
    for name in expected { #expect(diagnostics.contains { $0.headline.hasSuffix("has no `\(name)`") }, "\(name)") }
  }

  @Test(arguments: RecordKind.all)
  func `an unknown field is reported and a field with x- is kept`(kind: RecordKind) throws {
    let (head, own) = sample(kind, 0)
    let text = "---\nkind: \(kind.name)\nid: \(kind.prefix)-7\n\(head.yaml)\(own.yaml)x-own: [1, {a: b}]\nnonsense-qqq: 1\n---\n"
    let (entry, diagnostics) = decode(text, "a.md")
    #expect(diagnostics.map(\.rule) == [.unknownKey])
    #expect(
      entry?.extras == [.init(name: "x-own", content: .list([.text("1"), .mapping([.init(name: "a", content: .text("b"))])]))])
  }

  // MARK: Derived documents

  @Test(arguments: RecordKind.all)
  func `the scaffold has no format errors`(kind: RecordKind) throws {
    for title in ["A title", "with \"quotes\", a \\ and : # é"] {
      let text = Scaffold(date: today).text(of: kind, id: "\(kind.prefix)-001", title: title)
      let (entry, diagnostics) = decode(text, "a.md")
      // Fields that a person must fill in are present but empty. Nothing else is wrong.
      let others = diagnostics.filter { $0.rule != .emptyValue && !($0.rule == .badDigest && text.contains("\"\"")) }
      #expect(others.isEmpty, "\(others.map(\.headline)) in\n\(text)")
      #expect(entry?.title == title)
      #expect(entry?.kind.name == kind.name)
      let written = Set(entry?.fields.map(\.name) ?? [])
      let empty = diagnostics.compactMap {
        $0.headline.split(separator: "`").first.map { String($0.prefix { $0 != "." && $0 != "[" }) }
      }
      for name in kind.requiredCommon + kind.fields.filter(\.isRequired).map(\.name) {
        #expect(written.contains(name) || empty.contains(name), "\(name) is present in the scaffold")
      }
    }
  }

  /// Existing records are used in references, both in active and in commented fields.
  @Test func `a scaffold refers to existing records`() {
    let scaffold = Scaffold(date: today, existing: { $0 == "role" ? "ROL-042" : nil }, item: "A.9.3")
    let text = scaffold.text(of: Evidence.kind, id: "EVD-001", title: "x")
    #expect(text.contains("\ncontrols: [A.9.3]\n"))
    #expect(text.contains("\ncollected_by: ROL-042\n"))
    #expect(text.contains("\n# owner: ROL-042\n"))
    #expect(text.contains("\n# systems: [AIS-001]\n"), "without an existing record, an example id")
  }

  /// Every commented field of the scaffold can be uncommented without changes.
  @Test(arguments: RecordKind.all)
  func `the optional fields of a scaffold are valid`(kind: RecordKind) throws {
    let text = Scaffold(date: today).text(of: kind, id: "\(kind.prefix)-001", title: "x")
    let names = Set((RecordHead.schema.fields + kind.fields).map(\.name))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      let bare = line.dropFirst(2)
      let isField =
        line.hasPrefix("# ") && (bare.hasPrefix("  ") || names.contains(String(bare.prefix { $0 != ":" })) && bare.contains(":"))
      return isField ? bare : line
    }
    let (entry, diagnostics) = decode(lines.joined(separator: "\n"), "a.md")
    let others = diagnostics.filter { ![RuleID.emptyValue, .badDigest].contains($0.rule) }
    #expect(others.isEmpty, "\(others.map { "\($0.rule) \($0.headline)" }) in\n\(lines.joined(separator: "\n"))")
    let empty = diagnostics.compactMap {
      $0.headline.split(separator: "`").first.map { String($0.prefix { $0 != "." && $0 != "[" }) }
    }
    let present = Set(entry?.fields.map(\.name) ?? []).union(empty)
    #expect(names.subtracting(present).isEmpty, "\(names.subtracting(present)) not in\n\(text)")
  }

  @Test(arguments: RecordKind.all)
  func `the JSON Schema has every field`(kind: RecordKind) throws {
    let text = JSONSchema.schema(of: kind).pretty()
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let properties = try #require(parsed["properties"] as? [String: [String: Any]])
    let fields = RecordHead.schema.fields + kind.fields
    #expect(Set(properties.keys) == Set(fields.map(\.name)))
    #expect(fields.count == Set(fields.map(\.name)).count, "no field occurs twice")
    let required = try #require(parsed["required"] as? [String])
    #expect(Set(required) == Set(["kind", "id", "title"] + kind.requiredCommon + kind.fields.filter(\.isRequired).map(\.name)))
    #expect(parsed["additionalProperties"] as? Bool == false)
    for field in fields where field.name != "kind" {
      #expect(properties[field.name]?["description"] as? String == field.meaning, "\(field.name)")
    }
    #expect(properties["kind"]?["const"] as? String == kind.name)
  }

  /// The patterns of the schema accept the same values as the decoder.
  @Test(arguments: RecordKind.all)
  func `the patterns of the JSON Schema match the sample`(kind: RecordKind) throws {
    let text = JSONSchema.schema(of: kind).pretty()
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let properties = try #require(parsed["properties"] as? [String: [String: Any]])
    for member in sample(kind, 0).own.contents {
      guard let pattern = properties[member.name]?["pattern"] as? String else { continue }
      #expect(try Regex(pattern).firstMatch(in: member.content.plain) != nil, "\(member.name): \(pattern)")
    }
  }

  // MARK: The list of kinds

  @Test func `kinds are distinct and have descriptions`() {
    let kinds = RecordKind.all
    #expect(kinds.count == 30)
    for names in [kinds.map(\.name), kinds.map(\.prefix), kinds.map(\.singular)] { #expect(Set(names).count == kinds.count) }
    for kind in kinds {
      #expect(kind.prefix.count == 3 && kind.prefix.allSatisfy { $0.isUppercase && $0.isASCII }, "\(kind.name)")
      #expect(kind.name.allSatisfy { ($0.isLowercase && $0.isASCII) || $0 == "-" }, "\(kind.name)")
      #expect(kind.meaning.hasSuffix("."), "\(kind.name)")
      for field in kind.fields { #expect(!field.meaning.isEmpty && !field.meaning.hasSuffix("."), "\(kind.name).\(field.name)") }
      let names = Set((RecordHead.schema.fields + kind.fields).map(\.name))
      #expect(Set(kind.columns).isSubset(of: names), "\(kind.name): \(Set(kind.columns).subtracting(names))")
      #expect(Set(kind.requiredCommon).isSubset(of: Set(RecordHead.schema.fields.map(\.name))), "\(kind.name)")
    }
  }

  /// The clauses that kinds cover exist in the catalogue.
  @Test func `the clauses of kinds exist`() throws {
    let catalogue = try #require(try CatalogueLibrary.load("iso42001"))
    for kind in RecordKind.all {
      for clause in kind.clauses { #expect(catalogue.item(clause) != nil, "\(kind.name): \(clause)") }
    }
  }

  @Test func `a record of another kind has no members`() throws {
    let (head, own) = sample(Decision.kind, 0)
    let record = try #require(decode("---\nkind: decision\nid: DEC-7\n\(head.yaml)\(own.yaml)---\n", "a.md").entry?.record)
    #expect(Risk.kind.members(of: record).isEmpty)
  }
}
