import DossierMarkup
import DossierRecords
import DossierText
import Foundation
import Testing

@Suite struct CatalogueTests {
  private func source(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: root.appendingPathComponent("Sources/DossierRecords/Catalogues/Data/\(name).yaml"), encoding: .utf8)
  }

  /// The known counts of the frameworks, independent of the counts that the files declare.
  @Test(
    arguments: [
      ("iso42001", "kind", ["clause": 36, "control": 38]), ("iso42001", "level", ["objective": 10]),
      ("eu-ai-act", "kind", ["article": 119, "annex": 14]),
      ("nist-ai-rmf", "level", ["function": 4, "category": 19, "subcategory": 72]),
      ("iso27001", "kind", ["control": 93]), ("gdpr", "kind", ["article": 99]), ("soc2", "kind", ["criterion": 61]),
      ("hipaa", "level", ["section": 9, "standard": 22, "implementation-specification": 39]),
    ] as [(String, String, [String: Int])])
  func `the counts match the frameworks`(name: String, key: String, counts: [String: Int]) throws {
    let catalogue = try #require(try CatalogueLibrary.load(name))
    for (word, number) in counts {
      let found = catalogue.items.count { (key == "kind" ? $0.kind.rawValue : $0.level) == word }
      #expect(found == number, "\(word)")
    }
  }

  /// Nine areas, A.2 to A.10. Eight have one objective; A.6 has two.
  @Test func `Annex A has nine areas`() throws {
    let catalogue = try #require(try CatalogueLibrary.load("iso42001"))
    let areas = catalogue.items.filter { $0.kind == .group && $0.id.split(separator: ".").count == 2 && $0.id.first == "A" }
    #expect(areas.map(\.id) == (2...10).map { "A.\($0)" })
  }

  @Test(arguments: CatalogueLibrary.names)
  func `every catalogue is valid`(name: String) throws {
    let catalogue = try #require(try CatalogueLibrary.load(name))
    #expect(catalogue.name == name)
    #expect(Set(catalogue.items.map(\.id)).count == catalogue.items.count)
    for (i, item) in catalogue.items.enumerated() {
      #expect(catalogue.position(of: item.id) == i)
      #expect(item.parent.map { catalogue.item($0) != nil } ?? true, "\(item.id)")
      #expect(!item.title.isEmpty)
      #expect(catalogue.canonical(item) == "\(name):\(item.id)")
    }
    let children = catalogue.items.map(\.id).flatMap { catalogue.children(of: $0) }.count + catalogue.children(of: nil).count
    #expect(children == catalogue.items.count)
  }

  @Test func `the default catalogue exists`() {
    #expect(CatalogueLibrary.names.contains(CatalogueLibrary.defaultName))
    #expect(CatalogueLibrary.names == CatalogueLibrary.names.sorted())
  }

  @Test func `an unknown name has no catalogue`() throws {
    #expect(try CatalogueLibrary.load("iso9001") == nil)
    #expect(try CatalogueLibrary.load("../iso42001") == nil)
  }

  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  private func read(_ text: String) throws -> Catalogue {
    let path = try #require(SourcePath("catalogues/own.yaml"))
    let parsed = DocumentParser.parse(SourceFile(path: path, bytes: Array(text.utf8)))
    let read = CatalogueDecoder.decode(parsed.value, kinds: RecordKind.all.map(\.name))
    let reported = parsed.diagnostics + read.diagnostics
    guard let catalogue = read.value, reported.isEmpty else {
      throw Refusal(description: reported.map(\.headline).joined(separator: "; "))
    }
    return catalogue
  }

  /// The text without the item with this id.
  private func without(_ id: String, _ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "  - id: \"\(id)\"") else { return text }
    let end = lines[(start + 1)...].firstIndex { $0.hasPrefix("  - ") || $0.isEmpty } ?? lines.endIndex
    lines.removeSubrange(start..<end)
    return lines.joined(separator: "\n")
  }

  @Test func `an unchanged file is read`() throws {
    for name in CatalogueLibrary.names { #expect(try read(source(name)).items.count > 10) }
  }

  @Test(arguments: [("iso42001", "A.6.2.4", "37"), ("iso42001", "4.1", "35"), ("eu-ai-act", "Art. 14", "118")])
  func `a file without one item is rejected`(name: String, id: String, count: String) throws {
    let text = try source(name)
    let less = without(id, text)
    #expect(less != text)
    #expect { try read(less) } throws: { "\($0)".contains(count) }
  }

  @Test func `a missing parent is rejected`() throws {
    let text = try source("iso42001")
    #expect { try read(text.replacing("parent: \"A.10\"", with: "parent: \"A.11\"")) } throws: {
      "\($0)".contains("A.11")
    }
    #expect { try read(without("A.6.2", text)) } throws: { "\($0)".contains("the parent A.6.2") }
  }

  @Test func `a duplicate id is rejected`() throws {
    let text = try source("iso42001").replacing("id: \"A.10.3\"", with: "id: \"A.10.4\"")
    #expect { try read(text) } throws: { "\($0)".contains("A.10.4 occurs twice") }
  }

  @Test(arguments: [
    ("counts:", "totals:"), ("items:", "rows:"), ("kind: \"control\"", "kind: \"controls\""), ("\nname: ", "\nnom: "),
    ("control: 38", "control: many"), ("control: 38", "control: 39"),
  ])
  func `a file in another format is rejected`(old: String, new: String) throws {
    let text = try source("iso42001")
    #expect(text.contains(old))
    #expect(throws: CatalogueTests.Refusal.self) { try read(text.replacing(old, with: new)) }
  }

  @Test(
    arguments: [
      ("A.6.2.99", "A.6.2.8"), ("A.6.2.44", "A.6.2.4"), ("A.4.22", "A.4.2"), ("A.6.2.1", "A.6.2.2"), ("A.10.1", "A.10.2"),
      ("4.9", "4.4"), ("6.1.7", "6.1.4"),
      ("zzzzzzzz", nil),
    ] as [(String, String?)])
  func `the nearest sibling is suggested`(id: String, nearest: String?) throws {
    let catalogue = try #require(try CatalogueLibrary.load("iso42001"))
    #expect(catalogue.closest(to: id)?.id == nearest)
  }
}
