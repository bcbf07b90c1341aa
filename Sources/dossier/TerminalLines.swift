import DossierText

/// Splits a text into printable lines. Line ends are removed, and control characters are made visible.
enum TerminalLines {
  static func of(_ text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      TerminalText.visible(String(decoding: $0, as: UTF8.self))
    }
  }

  /// Makes all lines printable and joins them. A line end is added after each line.
  static func joined(_ lines: [String]) -> String {
    lines.flatMap(TerminalLines.of).map { $0 + "\n" }.joined()
  }
}

extension String {
  /// The text with spaces added at its end, up to `width` characters.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
