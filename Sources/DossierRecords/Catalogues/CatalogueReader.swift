import DossierMarkup
import DossierText

/// Reads a catalogue file; refuses one whose counts, parents or ids do not hold.
package enum CatalogueReader {
  /// What is wrong with a catalogue file, in a sentence.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  package static func read(_ text: String, path: String) throws(Failure) -> Catalogue {
    let source = SourceFile(path: SourcePath(path) ?? SourcePath(parts: ["catalogue.yaml"]), bytes: Array(text.utf8))
    let parsed = YAMLParser.parse(source, Span(0, source.bytes.count), nodes: 50_000)
    guard let root = parsed.value, parsed.diagnostics.isEmpty else {
      throw Failure(description: "\(path): \(parsed.diagnostics.first?.headline ?? "empty")")
    }
    let items = try items(root, path)
    let catalogue = Catalogue(
      name: try string("name", root, path), title: try string("title", root, path),
      publisher: try string("publisher", root, path), edition: try string("edition", root, path), items: items)
    try verify(catalogue, root, path)
    return catalogue
  }

  private static func items(_ root: YAMLNode, _ path: String) throws(Failure) -> [Catalogue.Item] {
    guard case .sequence(let nodes)? = root.member("items")?.value.content else {
      throw Failure(description: "\(path): no `items`")
    }
    var items: [Catalogue.Item] = []
    for node in nodes {
      let word = try string("kind", node, path)
      guard let kind = Catalogue.Kind(rawValue: word) else { throw Failure(description: "\(path): kind `\(word)`") }
      items.append(
        Catalogue.Item(
          id: try string("id", node, path), kind: kind, level: try string("level", node, path),
          parent: node.member("parent")?.value.text, title: try string("title", node, path),
          appliesFrom: node.member("applies_from")?.value.text.flatMap { CivilDate($0) }))
    }
    return items
  }

  private static func string(_ key: String, _ node: YAMLNode, _ path: String) throws(Failure) -> String {
    guard let text = node.member(key)?.value.text, !text.isEmpty else {
      throw Failure(description: "\(path): an entry without `\(key)`")
    }
    return text
  }

  /// Ids are unique, parents come before their children, and there are as many items of each kind as the file says.
  private static func verify(_ catalogue: Catalogue, _ root: YAMLNode, _ path: String) throws(Failure) {
    var seen: Set<String> = []
    for item in catalogue.items {
      guard seen.insert(item.id).inserted else { throw Failure(description: "\(path): \(item.id) stands twice") }
      if let parent = item.parent, !seen.contains(parent) {
        throw Failure(description: "\(path): \(item.id) names the parent \(parent), which does not come before it")
      }
    }
    try verify("kind", catalogue.items.map(\.kind.rawValue), root, path)
    try verify("level", catalogue.items.map(\.level), root, path)
  }

  private static func verify(_ key: String, _ words: [String], _ root: YAMLNode, _ path: String) throws(Failure) {
    guard let counts = root.member("counts")?.value.member(key)?.value.members, !counts.isEmpty else {
      throw Failure(description: "\(path): no counts by \(key)")
    }
    for count in counts {
      let actual = words.count { $0 == count.key }
      guard let text = count.value.text, Int(text) == actual else {
        throw Failure(description: "\(path): \(actual) of the \(key) `\(count.key)`, not \(count.value.text ?? "a number")")
      }
    }
  }
}
