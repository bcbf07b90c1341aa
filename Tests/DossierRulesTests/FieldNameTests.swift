import DossierRecords
import Foundation
import Testing

/// The names of fields in string literals of the sources.
///
/// Fields are named as text where a place in a file is meant. The compiler cannot see that such a name is wrong: the place would be
/// the record's id instead of the field.
@Suite struct FieldNameTests {
  @Test func `field names in string literals exist`() throws {
    let used = try Self.usedPaths()
    // Fewer would mean that the search no longer finds them.
    #expect(used.count > 60)
    for (path, places) in used where !Self.exists(path) {
      Issue.record("no kind has a field `\(path)`: \(places.joined(separator: ", "))")
    }
  }

  @Test(arguments: [
    ("owner", true), ("acceptance.until", true), ("actions[2].due", true), ("acceptance.untill", false), ("risk.tolerable", true),
    ("gone", false),
  ])
  func `a path is a chain of fields`(_ path: String, _ exists: Bool) { #expect(Self.exists(path) == exists) }

  /// Whether the head of records, a kind, or `dossier.yaml` has the field.
  private static func exists(_ path: String) -> Bool {
    let names = path.split(separator: ".").map { $0.prefix { $0 != "[" } }
    let kinds = RecordKind.all.map(\.fields)
    return ([RecordHead.schema.fields, Configuration.schema.fields] + kinds).contains { Self.contains(names[...], in: $0) }
  }

  private static func contains(_ names: ArraySlice<Substring>, in fields: [FieldShape]) -> Bool {
    guard let name = names.first else { return true }
    guard let field = fields.first(where: { $0.name == name }) else { return false }
    return names.count == 1 || contains(names.dropFirst(), in: members(of: field.shape))
  }

  private static func members(of shape: ValueShape) -> [FieldShape] {
    switch shape {
    case .mapping(let fields): fields
    case .list(let element): members(of: element)
    default: []
    }
  }

  /// Each path in the rules that is written as a whole, with the files that use it.
  private static func usedPaths() throws -> [String: [String]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/DossierRules").standardized
    // `in: entry, "acceptance.until"`, `entry.label("owner", …)`, `span(of: "status")`, `field("period")`
    let use = /[^A-Za-z](?:in: [A-Za-z.]+,|label\(|span\(of:|field\()\s*"([a-z0-9_.\[\]]+)"/
    var used: [String: [String]] = [:]
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: use) {
        used[String(match.1), default: []].append(file.lastPathComponent)
      }
    }
    return used
  }
}
