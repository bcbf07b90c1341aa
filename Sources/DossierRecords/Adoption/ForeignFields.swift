import DossierMarkup
import DossierText

/// The keys and values in an adopted file: its front matter and the metadata lines below its title.
struct ForeignFields {
  private let document: DossierMarkup.Document
  private let lines: [YAMLNode.Member]

  init(_ document: DossierMarkup.Document) {
    self.document = document
    lines = MetadataLines.members(of: document)
  }

  /// A value of the file. `isLine` says that the value is not in the front matter.
  struct Found {
    let member: YAMLNode.Member
    let isLine: Bool
  }

  /// The value with this key. Nil if the file does not have the key, or if its value is empty.
  ///
  /// A key is first searched in the front matter. `sources.ARK` is the key `sources.ARK`, else the key `ARK` in the mapping
  /// `sources`. Then the key is searched in the metadata lines, in upper or lower case. A key that begins with `#` is the
  /// heading of a section.
  func value(_ key: String) -> Found? {
    guard let found = member(key), !ForeignFields.isEmpty(found.member.value) else { return nil }
    return found
  }

  /// Whether the file has the key, even if its value is empty.
  func has(_ key: String) -> Bool { member(key) != nil }

  private func member(_ key: String) -> Found? {
    if key.utf8.first == UInt8(ascii: "#") {
      return MetadataLines.section(titled: key, of: document).map { Found(member: $0, isLine: true) }
    }
    if let fields = document.fields, let found = ForeignFields.member(key, in: fields) {
      return Found(member: found, isLine: false)
    }
    let lower = key.lowercased()
    let line = lines.first { $0.key == key } ?? lines.first { $0.key.lowercased() == lower }
    return line.map { Found(member: $0, isLine: true) }
  }

  /// The keys of the file, for suggestions. A key of an inner mapping is written with its parents: `sources.ARK`.
  var keys: [String] {
    var keys: [String] = []
    func add(_ node: YAMLNode, _ start: String, _ depth: Int) {
      for member in node.members ?? [] where keys.count < 200 {
        keys.append(start + member.key)
        if depth < 3 { add(member.value, start + member.key + ".", depth + 1) }
      }
    }
    if let fields = document.fields { add(fields, "", 1) }
    return keys + lines.map(\.key)
  }

  static func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy { $0 <= 0x20 } }

  private static func isEmpty(_ node: YAMLNode) -> Bool { node.isNull || node.text.map(isBlank) == true }

  private static func member(_ key: String, in node: YAMLNode) -> YAMLNode.Member? {
    if let member = node.member(key) { return member }
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard (2...8).contains(parts.count) else { return nil }
    return member(parts[...], in: node)
  }

  /// Follows the parts of a key into inner mappings. Several parts together can be one key that contains dots. In a list, the
  /// rest of the key is searched in each item.
  private static func member(_ parts: ArraySlice<String>, in node: YAMLNode) -> YAMLNode.Member? {
    if case .sequence(let items) = node.content {
      let found = items.compactMap { member(parts, in: $0) }
      guard let first = found.first else { return nil }
      let values = YAMLNode(span: first.value.span, content: .sequence(found.map(\.value)))
      return .init(key: first.key, keySpan: first.keySpan, value: values)
    }
    for count in (1...parts.count).reversed() {
      guard let member = node.member(parts.prefix(count).joined(separator: ".")) else { continue }
      if count == parts.count { return member }
      if let inner = self.member(parts.dropFirst(count), in: member.value) { return inner }
    }
    return nil
  }
}
