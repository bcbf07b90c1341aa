/// Text for XML 1.0, between tags and in double quotes. JUnit reports use this function. Feeds are templates of HTML.
package enum XMLText {
  /// XML does not allow most control characters, so their names are written instead. Characters that reorder or hide text are also
  /// written by name.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.visible(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
