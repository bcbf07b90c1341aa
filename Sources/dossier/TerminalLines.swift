import DossierText

/// A text as printable lines: control characters are made visible, line ends are removed.
enum TerminalLines {
  static func of(_ text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      TerminalText.visible(String(decoding: $0, as: UTF8.self))
    }
  }

  /// Printable lines, each with a line end.
  static func joined(_ lines: [String]) -> String {
    lines.flatMap(TerminalLines.of).map { $0 + "\n" }.joined()
  }
}

extension String {
  /// The text with spaces added at its end, up to `width` characters.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
