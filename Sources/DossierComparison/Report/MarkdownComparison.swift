import DossierText

/// A comparison as Markdown, for a comment on a pull request.
///
/// Text of a record or page stays plain text: it never becomes a link, image, mention, tag or heading.
package enum MarkdownComparison {
  /// The maximum size of the report in bytes. Git hosts reject comments of more than 65 536 characters.
  private static let most = 60_000

  package static func render(_ comparison: Comparison) -> String {
    let report = ComparisonReport(comparison: comparison)
    var out = "**\(MarkdownText.escaped(report.title))**\n"
    for remark in comparison.remarks { out += "\n\(MarkdownText.escaped(remark))\n" }
    if comparison.isEmpty { return out + "\nNothing differs.\n" }
    out += "\n\(MarkdownText.escaped(report.summary))\n"
    var left = 0
    for section in report.sections {
      var text = "\n### \(MarkdownText.escaped(section.title))\n\n"
      var shown = 0
      for entry in section.entries {
        let block = block(entry)
        guard out.utf8.count + text.utf8.count + block.utf8.count < most else { break }
        text += block
        shown += 1
      }
      left += section.entries.count - shown
      if shown > 0 { out += text }
    }
    if left > 0 { out += "\n\(left) more are not shown here; `dossier diff` prints all.\n" }
    return out
  }

  private static func block(_ entry: ReportEntry) -> String {
    "- \(line(entry.head))\n" + entry.lines.map { "  - \(line($0))\n" }.joined()
  }

  private static func line(_ pieces: [ReportPiece]) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let text): MarkdownText.escaped(text, keepsEnds: true)
      case .name(let text): "<b>\(MarkdownText.escaped(text))</b>"
      case .value(let text): MarkdownText.escaped(text, keepsEnds: text.utf8.last == 0x20)
      case .removed(let text): "<del>\(MarkdownText.escaped(text))</del>"
      case .added(let text): "<ins>\(MarkdownText.escaped(text))</ins>"
      }
    }.joined()
  }
}
