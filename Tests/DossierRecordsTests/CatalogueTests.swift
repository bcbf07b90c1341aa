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

  /// ISO/IEC 42001:2023 has 38 controls in Annex A and 36 clauses; the AI Act has 119 articles in force.
  @Test func countsAreThoseOfTheFrameworks() throws {
    let iso = try #require(try CatalogueLibrary.load("iso42001"))
    #expect(iso.items.count { $0.kind == .control } == 38)
    #expect(iso.items.count { $0.kind == .clause } == 36)
    let act = try #require(try CatalogueLibrary.load("eu-ai-act"))
    #expect(act.items.count { $0.kind == .article } == 119)
    #expect(act.items.count { $0.kind == .annex } == 14)
  }

  @Test(arguments: CatalogueLibrary.names)
  func everyCatalogueIsWhole(name: String) throws {
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

  @Test func theDefaultIsAmongThem() {
    #expect(CatalogueLibrary.names.contains(CatalogueLibrary.defaultName))
    #expect(CatalogueLibrary.names == CatalogueLibrary.names.sorted())
  }

  @Test func anUnknownNameIsNone() throws {
    #expect(try CatalogueLibrary.load("iso9001") == nil)
    #expect(try CatalogueLibrary.load("../iso42001") == nil)
  }

  /// The text without the item of this id.
  private func without(_ id: String, _ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "  - id: \"\(id)\"") else { return text }
    let end = lines[(start + 1)...].firstIndex { $0.hasPrefix("  - ") || $0.isEmpty } ?? lines.endIndex
    lines.removeSubrange(start..<end)
    return lines.joined(separator: "\n")
  }

  @Test func anUntouchedFileIsRead() throws {
    for name in CatalogueLibrary.names { #expect(try CatalogueReader.read(source(name), path: "\(name).yaml").items.count > 10) }
  }

  @Test(arguments: [("iso42001", "A.6.2.4", "37"), ("iso42001", "4.1", "35"), ("eu-ai-act", "Art. 14", "118")])
  func aRowLessIsRefused(name: String, id: String, count: String) throws {
    let text = try source(name)
    let less = without(id, text)
    #expect(less != text)
    #expect { try CatalogueReader.read(less, path: "x.yaml") } throws: { "\($0)".contains(count) }
  }

  @Test func aParentThatIsNotThereIsRefused() throws {
    let text = try source("iso42001")
    #expect { try CatalogueReader.read(text.replacing("parent: \"A.10\"", with: "parent: \"A.11\""), path: "x.yaml") } throws: {
      "\($0)".contains("A.11")
    }
    #expect { try CatalogueReader.read(without("A.6.2", text), path: "x.yaml") } throws: { "\($0)".contains("the parent A.6.2") }
  }

  @Test func anIdThatStandsTwiceIsRefused() throws {
    let text = try source("iso42001").replacing("id: \"A.10.3\"", with: "id: \"A.10.4\"")
    #expect { try CatalogueReader.read(text, path: "x.yaml") } throws: { "\($0)".contains("A.10.4 stands twice") }
  }

  @Test(arguments: [
    ("counts:", "totals:"), ("items:", "rows:"), ("kind: \"control\"", "kind: \"controls\""), ("name: ", "nom: "),
    ("control: 38", "control: many"), ("control: 38", "control: 39"),
  ])
  func aFileOfAnotherFormIsRefused(old: String, new: String) throws {
    let text = try source("iso42001")
    #expect(text.contains(old))
    #expect(throws: CatalogueReader.Failure.self) { try CatalogueReader.read(text.replacing(old, with: new), path: "x.yaml") }
  }

  @Test(
    arguments: [
      ("A.6.2.99", "A.6.2.8"), ("A.6.2.1", "A.6.2.2"), ("A.10.1", "A.10.2"), ("4.9", "4.4"), ("6.1.7", "6.1.4"),
      ("zzzzzzzz", nil),
    ] as [(String, String?)])
  func namesTheNearestSibling(id: String, nearest: String?) throws {
    let catalogue = try #require(try CatalogueLibrary.load("iso42001"))
    #expect(catalogue.closest(to: id)?.id == nearest)
  }
}
