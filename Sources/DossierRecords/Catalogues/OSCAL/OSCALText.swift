import DossierText

/// Converts OSCAL text to one line. White space is collapsed and invisible characters are removed.
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
