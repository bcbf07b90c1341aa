/// Strings of JSON. All JSON output, SARIF, GitLab reports and YAML in double quotes use these functions.
enum JSONText {
  private static let hex = Array("0123456789abcdef".utf8)

  /// Appends a string in double quotes. Control characters, and characters that reorder or hide text, are escaped.
  static func append(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 { appendASCII(byte, to: &out) }
    } else {
      for scalar in text.unicodeScalars {
        if scalar.isASCII {
          appendASCII(UInt8(truncatingIfNeeded: scalar.value), to: &out)
        } else if TerminalText.isUnsafe(scalar) {
          let value = scalar.value
          out += "\\u".utf8
          for shift: UInt32 in [12, 8, 4, 0] { out.append(hex[Int(value >> shift & 15)]) }
        } else {
          out += String(scalar).utf8
        }
      }
    }
    out.append(UInt8(ascii: "\""))
  }

  /// Appends a string in double quotes, with the escapes of `JSON.canonical()`. Non-ASCII characters are never escaped.
  static func appendCanonical(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 { appendASCII(byte, to: &out) }
    out.append(UInt8(ascii: "\""))
  }

  /// Appends one byte, or its escape. Bytes of 128 and above are parts of non-ASCII characters and are kept.
  private static func appendASCII(_ byte: UInt8, to out: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
    case 0x0A: out += "\\n".utf8
    case 0x0D: out += "\\r".utf8
    case 0x09: out += "\\t".utf8
    case 0..<0x20, 0x7F: out += "\\u00".utf8 + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    default: out.append(byte)
    }
  }
}
