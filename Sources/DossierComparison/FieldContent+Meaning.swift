import DossierRecords
import DossierText

extension FieldContent {
  /// The canonical form of a value. Two values have the same meaning if and only if their canonical forms are equal.
  ///
  /// Line breaks and runs of spaces become one space, 0.50 becomes 0.5, and Markdown becomes its blocks and words.
  var meaning: FieldContent {
    switch self {
    case .text(let text): .text(ProseBlock.words(of: text).joined(separator: " "))
    case .markdown(let tree):
      .list(ProseBlock.blocks(of: tree).map { .text($0.mark + $0.words.joined(separator: " ")) })
    case .number(let number): .number(number.shortest)
    case .list(let items): .list(items.map(\.meaning))
    case .mapping(let members):
      .mapping(
        members.map { Member(name: $0.name, content: $0.content.meaning) }.sorted {
          $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        })
    case .date, .timestamp, .duration, .boolean, .integer, .digest, .file, .word, .record, .item: self
    }
  }

  var members: [Member]? {
    if case .mapping(let members) = self { return members }
    return nil
  }

  func member(_ name: String) -> FieldContent? { members?.first { $0.name == name }?.content }
}

extension Decimal {
  /// The number without leading zeros, and without trailing zeros after the decimal point.
  fileprivate var shortest: Decimal {
    var text = Array(description.utf8)
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative { text.removeFirst() }
    if text.contains(UInt8(ascii: ".")) {
      while text.last == UInt8(ascii: "0") { text.removeLast() }
      if text.last == UInt8(ascii: ".") { text.removeLast() }
    }
    while text.count > 1, text[0] == UInt8(ascii: "0"), text[1] != UInt8(ascii: ".") { text.removeFirst() }
    let sign = isNegative && text != [UInt8(ascii: "0")] ? "-" : ""
    return Decimal(sign + String(decoding: text, as: UTF8.self)) ?? self
  }
}
