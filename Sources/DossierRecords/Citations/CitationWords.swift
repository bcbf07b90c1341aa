/// Words and numbers of a text, read byte by byte.
struct CitationWords {
  let bytes: [UInt8]

  /// The end of the word that begins at `start`. A word consists of letters, digits and underscores. Non-ASCII letters belong to
  /// a word. Dashes, quotation marks, arrows and symbols do not.
  func wordEnd(from start: Int) -> Int {
    var i = start
    while i < bytes.count {
      let byte = bytes[i]
      if CitationText.isAlphanumeric(byte) || byte == UInt8(ascii: "_") {
        i += 1
      } else if byte >= 0xC3, byte != 0xE2, byte < 0xF0 {
        i += byte >= 0xE0 ? 3 : 2
      } else {
        break
      }
    }
    return min(i, bytes.count)
  }

  /// The word in lower case. Empty for more than 15 bytes, because every word that the scan looks for is shorter.
  func lowercased(_ range: Range<Int>) -> String {
    guard range.count <= 15 else { return "" }
    return String(decoding: bytes[range].lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func byte(_ i: Int) -> UInt8 { i >= 0 && i < bytes.count ? bytes[i] : 0 }

  func skipSpaces(_ start: Int) -> Int {
    var i = start
    while i < bytes.count {
      if bytes[i] == 0x20 || bytes[i] == 0x0A || bytes[i] == 0x09 {
        i += 1
      } else if bytes[i] == 0xC2, byte(i + 1) == 0xA0 {
        i += 2
      } else {
        break
      }
    }
    return i
  }

  /// Reads a number such as `6.2.4`. Each part has one or two digits without a leading zero. Nil if the number is part of a
  /// longer word.
  func number(at start: Int) -> (first: Int, count: Int, end: Int)? {
    var i = start
    var count = 0
    var first = 0
    while true {
      let digits = i
      while CitationText.isDigit(byte(i)) { i += 1 }
      guard i > digits, i - digits <= 2, bytes[digits] != UInt8(ascii: "0") else { return nil }
      count += 1
      if count == 1 { for digit in bytes[digits..<i] { first = first * 10 + Int(digit - 0x30) } }
      guard byte(i) == UInt8(ascii: "."), CitationText.isDigit(byte(i + 1)) else { break }
      i += 1
    }
    let next = byte(i)
    if CitationText.isAlphanumeric(next) || next == UInt8(ascii: "_") || next == UInt8(ascii: "%") { return nil }
    // In `A.5.1.md`, `A.6.2.x` and `A.6.*`, the number is part of a file name or of a pattern, so it does not cite an item.
    if next == UInt8(ascii: "."), CitationText.isAlphanumeric(byte(i + 1)) || byte(i + 1) == UInt8(ascii: "*") { return nil }
    return (first, count, i)
  }

  /// The position after paragraph numbers such as `(1)(f)`.
  func skipParagraphs(_ start: Int) -> Int {
    var i = start
    while byte(i) == UInt8(ascii: "(") {
      var end = i + 1
      while CitationText.isAlphanumeric(byte(end)) { end += 1 }
      guard end > i + 1, end - i <= 6, byte(end) == UInt8(ascii: ")") else { break }
      i = end + 1
    }
    return i
  }

  /// The length of the dash at `i`: a hyphen, an en dash, an em dash, or a wrongly converted dash (`â€”`). 0 if there is none.
  func dash(_ i: Int) -> Int {
    switch byte(i) {
    case UInt8(ascii: "-"): return 1
    case 0xE2: return byte(i + 1) == 0x80 && (byte(i + 2) == 0x93 || byte(i + 2) == 0x94) ? 3 : 0
    case 0xC3, 0xE0:
      // A dash in UTF-8 that was decoded as Windows-1252 or Windows-874 and encoded as UTF-8 again.
      let length = follows("\u{E2}", at: i) ? 2 : follows("\u{E42}", at: i) ? 3 : 0
      return length > 0 && (follows("\u{20AC}\u{201D}", at: i + length) || follows("\u{20AC}\u{201C}", at: i + length))
        ? length + 6 : 0
    default: return 0
    }
  }

  /// Whether the range from `start` to `end` is at most 12 bytes long and contains only white space and the bytes of `allowed`.
  func isOnly(_ allowed: StaticString, from start: Int, to end: Int) -> Bool {
    guard start <= end, end - start <= 12 else { return false }
    let text = allowed.description.utf8
    return bytes[start..<end].allSatisfy { $0 <= 0x20 || text.contains($0) }
  }

  /// Reads the separator between two numbers of a list: `, `, ` and `, `/`, ` – `, ` to `.
  func separator(at start: Int) -> (end: Int, isRange: Bool)? {
    var i = skipSpaces(start)
    var found = false
    var isRange = false
    if ",/&+".utf8.contains(byte(i)) {
      isRange = byte(i) == UInt8(ascii: "/")
      i = skipSpaces(i + 1)
      found = true
    } else if dash(i) > 0 {
      i = skipSpaces(i + dash(i))
      found = true
      isRange = true
    }
    let end = wordEnd(from: i)
    switch lowercased(i..<end) {
    case "and", "or":
      i = skipSpaces(end)
      found = true
    case "to", "through":
      i = skipSpaces(end)
      found = true
      isRange = true
    default: break
    }
    return found ? (i, isRange) : nil
  }
}
