import DossierText

/// A comparison as Markdown, for a comment on a change.
///
/// Text of a document stays plain text: it never becomes a link, image, mention, tag or heading.
package enum MarkdownComparison {
  /// Git hosts reject comments of more than 65 536 characters.
  private static let most = 60_000

  package static func render(_ comparison: Comparison) -> String {
    let report = ComparisonReport(comparison: comparison)
    var out = "**\(escaped(report.title))**\n"
    for remark in comparison.remarks { out += "\n\(escaped(remark))\n" }
    if comparison.isEmpty { return out + "\nNothing differs.\n" }
    out += "\n\(escaped(report.summary))\n"
    var left = 0
    for section in report.sections {
      var text = "\n### \(escaped(section.title))\n\n"
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
      case .words(let text): escaped(text, keepsEnds: true)
      case .name(let text): "<b>\(escaped(text))</b>"
      case .value(let text): escaped(text, keepsEnds: text.utf8.last == 0x20)
      case .removed(let text): "<del>\(escaped(text))</del>"
      case .added(let text): "<ins>\(escaped(text))</ins>"
      }
    }.joined()
  }

  /// The text escaped, so that Markdown shows it unchanged on one line.
  static func escaped(_ text: String, keepsEnds: Bool = false) -> String {
    let words = ProseBlock.words(of: TerminalText.visible(text)).joined(separator: " ")
    var out: [UInt8] = []
    if keepsEnds, text.utf8.first == 0x20 { out.append(0x20) }
    let bytes = Array(words.utf8)
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "&"): out += "&amp;".utf8
      default:
        if escapable.contains(byte) { out.append(UInt8(ascii: "\\")) }
        out.append(byte)
      }
      // Git hosts also find mentions, numbers and addresses in rendered text. An empty comment separates the sign from them.
      let next = i + 1 < bytes.count ? bytes[i + 1] : 0x20
      if signs.contains(byte), next != 0x20 { out += "<!-- -->".utf8 }
      if byte | 0x20 == UInt8(ascii: "w"), next == UInt8(ascii: "."), i >= 2 { out += "<!-- -->".utf8 }
    }
    if keepsEnds, words.isEmpty == false, text.utf8.last == 0x20 { out.append(0x20) }
    return String(decoding: out, as: UTF8.self)
  }

  private static let escapable = Set("\\`*_[]|~^$#!".utf8)
  private static let signs = Set("@#!~$%:&".utf8)
}
