/// Values of CSV (RFC 4180). Every value is in double quotes.
package enum CSVText {
  /// One line of values, with its line end.
  package static func line(_ values: [String]) -> String { values.map(value).joined(separator: ",") + "\r\n" }

  /// The value in double quotes. An apostrophe is written before every sign, such as `=`, that could begin a formula in a cell.
  ///
  /// A spreadsheet can also split a value into cells at `;` (in most of Europe), at a tab or at a line break. So a sign at the
  /// start of each such part also gets an apostrophe. Blanks before a sign are ignored, as in spreadsheets. Some spreadsheets
  /// also accept full-width signs, so `signs` contains them.
  package static func value(_ text: String) -> String {
    var out = "\""
    var isAtStart = true
    for scalar in text.unicodeScalars {
      if isAtStart, signs.contains(scalar) { out += "'" }
      isAtStart = separators.contains(scalar) || isAtStart && isBlank(scalar)
      out.unicodeScalars.append(scalar)
      if scalar == "\"" { out.unicodeScalars.append(scalar) }
    }
    return out + "\""
  }

  private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]
  private static let separators: Set<Unicode.Scalar> = [
    ";", "\t", "\n", "\u{0B}", "\u{0C}", "\r", "\u{85}", "\u{2028}", "\u{2029}",
  ]

  /// Whether a spreadsheet may skip this character before a sign: white space, a quotation mark, or a character without a
  /// width.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\"" || TerminalText.isUnsafe(scalar)
      || scalar.properties.generalCategory == .format
  }
}
