import DossierText

/// The lines after a first line `---`. They are front matter, or a part of the Markdown text.
///
/// In Markdown, a line `---` is also a horizontal rule. The text below such a rule can even be valid YAML, for example
/// `Note: this page is a draft.`
struct FirstBlock {
  /// The lines of the form `key: value` that are not indented more than the first line.
  private let fields: [FieldLine]
  /// The first line that is neither blank nor a comment.
  private let first: Range<Int>?
  /// Whether there is a comment that is neither a field nor a statement of copyright.
  private let hasRemark: Bool
  private let bytes: [UInt8]

  /// Reads the lines in `block`. If `endsAtBlank` is true, a blank line ends the block.
  init(_ block: Span, of bytes: [UInt8], endsAtBlank: Bool = false) {
    var fields: [FieldLine] = []
    var first: Range<Int>?
    var hasRemark = false
    var edge = 0
    var i = Int(block.lower)
    while i < block.upper, fields.count < 1_000 {
      let end = bytes[i..<Int(block.upper)].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? Int(block.upper)
      let content = bytes[i..<end].drop { $0 == 0x20 || $0 == 0x09 }
      if content.isEmpty {
        if endsAtBlank { break }
      } else if content.first == UInt8(ascii: "#") {
        let words = content.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 }
        let isField = FieldLine(words.startIndex..<end, of: bytes) != nil
        hasRemark = hasRemark || !(words.isEmpty || FirstBlock.isNotice(words) || isField)
      } else {
        if first == nil { (first, edge) = (content.startIndex..<end, content.startIndex - i) }
        if content.startIndex - i <= edge, let field = FieldLine(i..<end, of: bytes) { fields.append(field) }
      }
      i = end + 1
    }
    (self.fields, self.first, self.hasRemark, self.bytes) = (fields, first, hasRemark, bytes)
  }

  /// Whether the block begins with fields. Use this for a block without a line that closes it.
  var beginsWithFields: Bool {
    guard let first, FieldLine(first, of: bytes) != nil else { return false }
    return fields.contains(where: \.hasPlainKey) || fields.count > 1
  }

  /// Whether the first line cannot be front matter. The YAML of such a block need not be parsed.
  var isCertainlyText: Bool {
    guard let first else { return false }
    return FieldLine(first, of: bytes) == nil && !isFlow && fields.isEmpty
  }

  /// Whether the block is a part of the Markdown text. `yaml` is the value of the block. Nil if the YAML has no value or is
  /// unreadable.
  func isText(_ yaml: YAMLNode?, isUnreadable: Bool) -> Bool {
    if let yaml, yaml.members == nil { return !yaml.isNull }
    guard first != nil else { return hasRemark }
    if fields.contains(where: { ["kind", "id"].contains($0.key.lowercased()) }) { return false }
    if isUnreadable, !isFlow, !fields.contains(where: \.hasPlainKey) { return true }
    guard let field = fields.first else { return false }
    let hasOnlyPhrases = fields.allSatisfy { $0.key.utf8.contains(0x20) }
    let isQuoted = first.map { [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[$0.lowerBound]) } ?? false
    if hasOnlyPhrases, fields.count == 1 && !isQuoted || fields.contains(where: \.hasSentence) { return true }
    return fields.count == 1 && !field.hasPlainKey && field.hasSentence
      && !FirstBlock.metadata.contains(field.key.lowercased())
  }

  /// Whether the block is a mapping in flow style: `{a: 1}`.
  private var isFlow: Bool {
    guard let first else { return false }
    let line = bytes[first]
    let next = line.dropFirst().first
    return (line.first == UInt8(ascii: "{") && next != UInt8(ascii: "{") && next != UInt8(ascii: "%"))
      || (line.first == UInt8(ascii: "?") && next == 0x20)
  }

  /// Keys whose value is often a sentence.
  private static let metadata: Set = [
    "abstract", "copyright", "description", "excerpt", "license", "subtitle", "summary", "synopsis", "tagline", "title",
  ]

  private static func isNotice(_ words: ArraySlice<UInt8>) -> Bool {
    ["Copyright", "SPDX-", "(c)", "yaml-language-server", "!", "-*-"].contains { words.starts(with: $0.utf8) }
  }
}
