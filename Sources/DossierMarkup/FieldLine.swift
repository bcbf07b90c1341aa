package import DossierText

/// One line of the form `key: value`, as in YAML, or `key = value`, as in TOML.
package struct FieldLine: Sendable, Hashable {
  /// The key without quotes.
  package let key: String
  package let keySpan: Span
  /// The value without quotes, without a comma at its end and without a comment.
  package let value: String
  package let valueSpan: Span

  /// Reads the bytes of one line. Nil if the line has another form. White space before the key is ignored.
  ///
  /// `separator` is `:` or `=`. White space or the end of the line must come after `:`.
  package init?(_ line: Range<Int>, of bytes: [UInt8], separator: UInt8 = UInt8(ascii: ":")) {
    var i = line.lowerBound
    let end = line.upperBound
    func isBlank(_ place: Int) -> Bool { place >= end || bytes[place] == 0x20 || bytes[place] == 0x09 }
    while i < end, isBlank(i) { i += 1 }
    guard i < end else { return nil }
    let quote = FieldLine.isQuote(bytes[i]) ? bytes[i] : nil
    if quote != nil { i += 1 }
    let start = i
    while i < end, quote.map({ bytes[i] != $0 }) ?? FieldLine.isKey(bytes[i], first: i == start) { i += 1 }
    var keyEnd = i
    if quote != nil { i += 1 } else { while keyEnd > start, isBlank(keyEnd - 1) { keyEnd -= 1 } }
    while i < end, isBlank(i) { i += 1 }
    guard keyEnd > start, keyEnd - start <= FieldLine.longestKey, i < end, bytes[i] == separator,
      separator != UInt8(ascii: ":") || isBlank(i + 1)
    else { return nil }
    i += 1
    while i < end, isBlank(i) { i += 1 }
    var (valueStart, valueEnd) = (i, end)
    if i < end, FieldLine.isQuote(bytes[i]), let close = bytes[(i + 1)..<end].firstIndex(of: bytes[i]) {
      (valueStart, valueEnd) = (i + 1, close)
    } else {
      if let comment = (i..<end).first(where: { bytes[$0] == UInt8(ascii: "#") && isBlank($0 - 1) }) { valueEnd = comment }
      while valueEnd > valueStart, isBlank(valueEnd - 1) || bytes[valueEnd - 1] == UInt8(ascii: ",") { valueEnd -= 1 }
    }
    key = String(decoding: bytes[start..<keyEnd], as: UTF8.self)
    keySpan = Span(start, keyEnd)
    value = String(decoding: bytes[valueStart..<max(valueStart, valueEnd)], as: UTF8.self)
    valueSpan = Span(valueStart, max(valueStart, valueEnd))
  }

  /// Makes a field of JSON.
  init(key: Span, value: Span, of bytes: [UInt8]) {
    (keySpan, valueSpan) = (key, value)
    self.key = String(decoding: bytes[key.range], as: UTF8.self)
    self.value = String(decoding: bytes[value.range], as: UTF8.self)
  }

  /// Whether the key is one word that does not begin with a capital letter. Most keys of front matter have this form.
  var hasPlainKey: Bool {
    !key.utf8.contains(0x20) && !(key.utf8.first.map { (0x41...0x5A).contains($0) } ?? true)
  }

  /// Whether the value has several words and ends like a sentence.
  var hasSentence: Bool { value.utf8.contains(0x20) && (value.last.map { ".!?…".contains($0) } ?? false) }

  private static let longestKey = 60

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  /// Whether a key without quotes can contain this byte.
  private static func isKey(_ byte: UInt8, first: Bool) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
    case 0x20, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"): !first
    default: false
    }
  }
}
