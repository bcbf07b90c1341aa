import DossierText

/// A text as lines that can be printed: control characters named, line ends gone.
enum TerminalLines {
  static func of(_ text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      TerminalText.visible(String(decoding: $0, as: UTF8.self))
    }
  }

  /// Lines made printable, each with its line end.
  static func joined(_ lines: [String]) -> String {
    lines.flatMap(TerminalLines.of).map { $0 + "\n" }.joined()
  }
}

extension String {
  /// With spaces at the end up to `width` characters.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
