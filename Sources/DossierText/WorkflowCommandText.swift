/// Text for workflow commands of GitHub Actions. No text can end a command, add a property or begin another command.
package enum WorkflowCommandText {
  /// Escapes the message of a command, or the value of a property. Control characters and characters that reorder or hide text are
  /// written by name.
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
