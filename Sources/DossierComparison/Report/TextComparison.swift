import DossierText

/// A comparison as plain text for a terminal. Removed words are shown as `[-removed-]`, and added words as `{+added+}`.
package enum TextComparison {
  package static func render(_ comparison: Comparison) -> String {
    let report = ComparisonReport(comparison: comparison)
    var out = TerminalText.visible(report.title) + "\n"
    for remark in comparison.remarks { out += TerminalText.visible(remark) + "\n" }
    if comparison.isEmpty { return out + "nothing differs\n" }
    out += report.summary + "\n"
    for section in report.sections {
      out += "\n\(section.title)\n"
      for entry in section.entries {
        out += "  \(line(entry.head))\n"
        for detail in entry.lines { out += "    \(line(detail))\n" }
      }
    }
    return out
  }

  private static func line(_ pieces: [ReportPiece]) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let text): text
      case .name(let text), .value(let text): shown(text)
      case .removed(let text): "[-\(shown(text))-]"
      case .added(let text): "{+\(shown(text))+}"
      }
    }.joined()
  }

  /// The text on one line, with control characters made visible.
  private static func shown(_ text: String) -> String {
    let isMark = text.utf8.last == 0x20
    return TerminalText.visible(ProseBlock.words(of: text).joined(separator: " ")) + (isMark ? " " : "")
  }
}
