import DossierText

/// Text of OSCAL on one line: white space folded, invisible characters gone.
enum OSCALText {
  static func plain(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var isSpaced = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isSpaced = !out.isEmpty
      } else if !TerminalText.isHidden(scalar), !scalar.properties.isNoncharacterCodePoint {
        if isSpaced { out.append(" ") }
        isSpaced = false
        out.append(scalar)
      }
    }
    return String(out)
  }
}
