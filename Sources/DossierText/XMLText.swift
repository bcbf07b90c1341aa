/// Text for XML 1.0, between tags or in double quotes. JUnit reports use this type. Feeds do not use it, because the HTML
/// templates write the feeds.
package enum XMLText {
  /// Escapes the characters that have a meaning in XML. XML does not allow most control characters, so their code points are
  /// written instead, such as `<U+0001>`. Code points also replace characters that reorder or hide text.
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
