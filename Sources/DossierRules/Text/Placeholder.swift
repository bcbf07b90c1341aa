import DossierRecords
import DossierText

/// Finds placeholder text: `TODO`, `TBD`, `FIXME`, "lorem ipsum", `[insert …]`, `[your …]`, and the text that `dossier new` and
/// `dossier init` write for authors to replace.
enum Placeholder {
  /// The placeholders in a part of a file.
  static func places(in source: SourceFile, _ span: Span) -> [(span: Span, words: String)] {
    let bytes = source.bytes
    let range = span.range.clamped(to: bytes.indices)
    var places: [(span: Span, words: String)] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == UInt8(ascii: "`"), let close = bytes[(i + 1)..<range.upperBound].firstIndex(of: UInt8(ascii: "`")) {
        i = close + 1
        continue
      }
      let length = beginning(in: bytes[range.lowerBound..<range.upperBound], at: i)
      if length > 0 { places.append((Span(i, i + length), String(decoding: bytes[i..<(i + length)], as: UTF8.self))) }
      i += max(length, 1)
    }
    return places
  }

  /// Adds the first placeholder of each text in a value to `places`. The span of a placeholder is the whole text.
  static func collect(_ content: FieldContent, _ field: String, of entry: Entry, into places: inout [(span: Span, words: String)])
  {
    switch content {
    case .text(let text):
      let bytes = Array(text.utf8)[...]
      for i in bytes.indices {
        let length = beginning(in: bytes, at: i)
        guard length > 0 else { continue }
        places.append((entry.span(of: field), String(decoding: bytes[i..<(i + length)], as: UTF8.self)))
        return
      }
    case .list(let items):
      for (i, item) in items.enumerated() { collect(item, "\(field)[\(i)]", of: entry, into: &places) }
    case .mapping(let members):
      for member in members { collect(member.content, "\(field).\(member.name)", of: entry, into: &places) }
    default: break
    }
  }

  /// The first words of a placeholder on one line, enough to recognise it.
  static func short(_ words: String) -> String {
    let all = words.split(whereSeparator: \.isWhitespace)
    return all.prefix(6).joined(separator: " ") + (all.count > 6 ? " …" : "")
  }

  /// The length in bytes of the placeholder that begins at `i`. 0 if no placeholder begins there.
  private static func beginning(in bytes: ArraySlice<UInt8>, at i: Int) -> Int {
    switch bytes[i] {
    case UInt8(ascii: "T"), UInt8(ascii: "F"):
      for word in words where bytes[i...].starts(with: word) {
        let next = i + word.count
        let endsThere = next >= bytes.endIndex || !isWordByte(bytes[next])
        if endsThere, i == bytes.startIndex || !isWordByte(bytes[i - 1]) { return word.count }
      }
    case UInt8(ascii: "L"), UInt8(ascii: "l"):
      let latin = "orem ipsum".utf8
      if bytes[(i + 1)...].prefix(latin.count).elementsEqual(latin, by: { $0 | 0x20 == $1 | 0x20 }) { return latin.count + 1 }
    case UInt8(ascii: "["):
      let inside = bytes[(i + 1)...].prefix(60)
      guard brackets.contains(where: { inside.prefix($0.count).elementsEqual($0, by: { $0 | 0x20 == $1 | 0x20 }) }),
        let close = inside.firstIndex(of: UInt8(ascii: "]"))
      else { return 0 }
      // A link is not a placeholder.
      if close + 1 < bytes.endIndex, [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ":")].contains(bytes[close + 1]) {
        return 0
      }
      return close + 1 - i
    case UInt8(ascii: "W"):
      for reminder in reminders where bytes[i...].starts(with: reminder) { return reminder.count }
    case UInt8(ascii: "*"): return replacement(in: bytes[i...])
    default: break
    }
    return 0
  }

  /// The length of an emphasised instruction that `dossier init` writes, such as "*Replace the rows with your own.*". 0 if there
  /// is no such instruction.
  ///
  /// The text must contain "you" or "your", because authors do not use these words for their own work.
  private static func replacement(in bytes: ArraySlice<UInt8>) -> Int {
    guard replace.contains(where: { bytes.starts(with: $0) }),
      let close = bytes.dropFirst().prefix(500).firstIndex(of: UInt8(ascii: "*"))
    else { return 0 }
    let words = bytes[bytes.startIndex..<close].split { !isWordByte($0) }
    return words.contains { $0.elementsEqual("your".utf8) || $0.elementsEqual("you".utf8) } ? close + 1 - bytes.startIndex : 0
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static let words = ["TODO", "TBD", "FIXME"].map { Array($0.utf8) }

  // Earlier versions of the program wrote the second text.
  private static let reminders = [Scaffold.reminder, "What a reader must know of it, in your own words."].map { Array($0.utf8) }

  private static let replace = ["*Replace the ", "*Replace this "].map { Array($0.utf8) }

  private static let brackets = ["insert ", "your ", "name of ", "organisation name", "organization name", "company name"]
    .map { Array($0.utf8) }
}
