/// Text for workflow commands of GitHub Actions. No text can end a command, add a property or begin another command.
package enum WorkflowCommandText {
  /// Escapes the value of a property if `property` is true, otherwise the message of a command. Other control characters, and
  /// characters that reorder or hide text, are replaced by their code point, such as `<U+202E>`.
  package static func escaped(_ text: String, property: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where property: result += "%3A"
      case "," where property: result += "%2C"
      default: result += TerminalText.isUnsafe(scalar) ? TerminalText.visible(String(scalar)) : String(scalar)
      }
    }
    return result
  }
}
