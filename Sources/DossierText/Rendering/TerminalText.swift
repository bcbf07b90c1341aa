/// Makes text from a document safe for a terminal. An unsafe character (`isUnsafe`) is replaced by its code point, such as
/// `<U+202E>`. A tab becomes four spaces.
package enum TerminalText {
  package static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        result += "    "
      } else if isUnsafe(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The number of terminal columns that the text fills: two for each East Asian wide character, and none for a combining or
  /// format character.
  package static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// Whether the character is a C0 or C1 control, is invisible, or changes the order of the text after it.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Whether every output must escape the character: hidden characters (`isHidden`), line separator, paragraph separator and
  /// Arabic letter mark. The last three are harmless in a source text, but misleading in a file name or a report.
  package static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    isHidden(scalar) || [0x061C, 0x2028, 0x2029].contains(scalar.value)
  }
}
