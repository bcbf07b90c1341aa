package import DossierMarkup
import DossierText

/// A text that makes a name of an adopted file from its path and its keys, such as `RI-{stem before _}` or `{urn}`.
///
/// In braces: `stem` (the name of the file without its extension), `stem before X` and `stem after X` (the part before or after
/// the first text X in the stem), `folder` (the name of its folder), or a key of the file.
package struct NameTemplate: FieldValue, CustomStringConvertible {
  package let description: String
  private let parts: [Part]

  private enum Part: Sendable, Hashable {
    case text(String)
    case stem
    case before(String)
    case after(String)
    case folder
    case key(String)
  }

  package init?(_ text: String) {
    description = text
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      let word = String(rest[rest.index(after: open)..<close])
      guard !word.isEmpty, !word.contains("{") else { return nil }
      parts.append(NameTemplate.part(word))
      rest = rest[rest.index(after: close)...]
    }
    guard !parts.isEmpty, !rest.contains("}") else { return nil }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  private static func part(_ word: String) -> Part {
    switch word {
    case "stem": return .stem
    case "folder": return .folder
    default:
      for (start, make) in [("stem before ", Part.before), ("stem after ", Part.after)] where word.hasPrefix(start) {
        let mark = String(word.dropFirst(start.count))
        return mark.isEmpty ? .key(word) : make(mark)
      }
      return .key(word)
    }
  }

  /// The keys that the files must have.
  package var keys: [String] { parts.compactMap { if case .key(let key) = $0 { key } else { nil } } }

  /// The name of a file. Nil if the file does not have one of the parts.
  func name(stem: String, folder: String?, _ fields: ForeignFields) -> String? {
    var name = ""
    for part in parts {
      let text: String? =
        switch part {
        case .text(let text): text
        case .stem: stem
        case .before(let mark): NameTemplate.split(stem, mark)?.before
        case .after(let mark): NameTemplate.split(stem, mark)?.after
        case .folder: folder
        case .key(let key): fields.value(key)?.member.value.text
        }
      guard let text, !text.isEmpty else { return nil }
      name += text
    }
    return name
  }

  private static func split(_ stem: String, _ mark: String) -> (before: String, after: String)? {
    let (bytes, mark) = (Array(stem.utf8), Array(mark.utf8))
    guard bytes.count >= mark.count, let i = (0...(bytes.count - mark.count)).first(where: { bytes[$0...].starts(with: mark) })
    else { return nil }
    return (String(decoding: bytes[..<i], as: UTF8.self), String(decoding: bytes[(i + mark.count)...], as: UTF8.self))
  }

  package static var shape: ValueShape { .text }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> NameTemplate? {
    decoding.parsed(
      node, shape, .wrongType, "write a text with braces, such as `{stem}`, `RI-{stem before _}` or `{key}`", NameTemplate.init)
  }

  package var content: FieldContent? { .text(description) }
}
