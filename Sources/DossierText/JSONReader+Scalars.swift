extension JSONReader {
  // MARK: Numbers

  /// Reads a number and returns its spelling. These are errors: a plus sign before the number, a zero before other digits, and
  /// a point without a digit before and after it.
  mutating func number() throws(Failure) -> String {
    let start = place
    if bytes[place] == UInt8(ascii: "-") { place += 1 }
    let whole = place
    try digits()
    if bytes[whole] == 0x30, place > whole + 1 {
      throw Failure(
        headline: "this is not JSON: a number begins with a zero", span: Span(start, place),
        help: "remove the zero, or write the number in double quotes")
    }
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
      place += 1
      try digits()
    }
    if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      if place < bytes.count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") { place += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func digits() throws(Failure) {
    let start = place
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
    guard place > start else {
      throw unexpected("a digit", help: "write a number such as `5`, `0.5` or `1e6`")
    }
  }

  // MARK: Strings

  /// Reads a string and returns its UTF-8 bytes, with the escapes decoded.
  mutating func string() throws(Failure) -> [UInt8] {
    let start = place
    place += 1
    var out: [UInt8] = []
    var run = place
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""):
        out += bytes[run..<place]
        place += 1
        return out
      case UInt8(ascii: "\\"):
        out += bytes[run..<place]
        try escape(&out)
        run = place
      case 0..<0x20:
        throw Failure(
          headline: byte == 0x0A || byte == 0x0D
            ? "this is not JSON: a line ends inside a string"
            : "this is not JSON: a string contains the character U+\(JSONReader.hexadecimal(byte))",
          span: Span(place, place + 1), others: [.init(source.path, Span(start, start + 1), "the string begins here")],
          help: "close the string with `\"`, or write the character as an escape such as `\\n`")
      case 0x20..<0x80: place += 1
      default:
        let length = UTF8Sequence.length(bytes[place...])
        guard length > 0 else { throw notUTF8(at: place) }
        place += length
      }
    }
    throw Failure(
      headline: "this is not JSON: the file ends inside a string", span: Span(start, start + 1),
      help: "close the string with `\"`")
  }

  private mutating func escape(_ out: inout [UInt8]) throws(Failure) {
    let start = place
    place += 1
    if place < bytes.count, let byte = JSONReader.meaning(ofEscaped: bytes[place]) {
      out.append(byte)
      place += 1
      return
    }
    var unit = try codeUnit(from: start)
    if (0xD800...0xDBFF).contains(unit), bytes[place...].starts(with: [0x5C, 0x75]) {
      let second = place
      place += 1
      let low = try codeUnit(from: second)
      guard (0xDC00...0xDFFF).contains(low) else { throw loneSurrogate(Span(start, second)) }
      unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(unit) else { throw loneSurrogate(Span(start, place)) }
    out += Array(String(scalar).utf8)
  }

  private static func meaning(ofEscaped byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// Reads `u` and four hexadecimal digits.
  private mutating func codeUnit(from start: Int) throws(Failure) -> UInt32 {
    let digits = bytes[min(place + 1, bytes.count)...].prefix(4)
    guard place < bytes.count, bytes[place] == UInt8(ascii: "u"), digits.count == 4,
      digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else {
      throw Failure(
        headline: "this is not JSON: unknown escape sequence", span: Span(start, start + 1),
        help:
          "write a backslash as `\\\\`; other escapes are `\\\"` `\\/` `\\b` `\\f` `\\n` `\\r` `\\t` and `\\u` with four digits")
    }
    place += 5
    return unit
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    "00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private func loneSurrogate(_ span: Span) -> Failure {
    Failure(
      headline: "this is not JSON: half of a surrogate pair without the other half", span: span,
      help: "write the character itself, or both halves of the pair")
  }
}
