/// Diagnostics for people: the headline, the source line with the span underlined, and the help. Of one rule, at most 20
/// diagnostics are shown for one file and at most 100 for all files. The others are only counted.
package struct TextRenderer: DiagnosticRenderer {
  package let color: Bool
  /// The maximum width of a source line, in terminal columns.
  private let lineWidth = 110

  package init(color: Bool) { self.color = color }

  /// The maximum numbers of diagnostics of one rule that are shown for one file and for all files.
  private static let mostInFile = 20
  private static let mostInAll = 100

  package func render(_ report: DiagnosticReport) -> String {
    var shown: [Alike: Int] = [:]
    let omitted = report.diagnostics.map { diagnostic -> Alike? in
      let all = Alike(rule: diagnostic.rule, path: nil)
      let file = Alike(rule: diagnostic.rule, path: diagnostic.primary.path)
      if shown[all, default: 0] >= TextRenderer.mostInAll { return all }
      if shown[file, default: 0] >= TextRenderer.mostInFile { return file }
      shown[all, default: 0] += 1
      shown[file, default: 0] += 1
      return nil
    }
    let counts = Dictionary(omitted.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
    var out = ""
    var told: Set<Alike> = []
    for (diagnostic, alike) in zip(report.diagnostics, omitted) {
      guard let alike else {
        out += render(diagnostic, report) + "\n"
        continue
      }
      guard told.insert(alike).inserted else { continue }
      let place = alike.path.map { " in \(TerminalText.visible(report.shown($0)))" } ?? ""
      out += "and \(counts[alike] ?? 0) more\(place); `--format concise` lists all [\(alike.rule)]\n\n"
    }
    return out
  }

  /// The rule and the file of a diagnostic. If `path` is nil, the diagnostics of the rule in all files are counted together.
  private struct Alike: Hashable {
    let rule: RuleID
    let path: SourcePath?
  }

  private func render(_ diagnostic: Diagnostic, _ report: DiagnosticReport) -> String {
    let labels = [diagnostic.primary] + diagnostic.others
    let numbers = labels.map { report.extent($0, .scalars).from.line }
    let margin = String(repeating: " ", count: String(numbers.max() ?? 1).count)
    let headline = TerminalText.visible(diagnostic.headline)
    var out = paint(diagnostic.severity.rawValue, tone(diagnostic.severity)) + paint(": \(headline)", .bold)
    out += " [\(diagnostic.rule)]\n"
    for (i, label) in labels.enumerated() {
      let corner = i == 0 ? "┌─" : "├─"
      out += "\(margin) \(paint(corner, .blue)) \(TerminalText.visible(report.place(of: label)))\n"
      out += snippet(label, report, margin: margin, tone: i == 0 ? tone(diagnostic.severity) : .blue)
    }
    if let help = diagnostic.help {
      out += "\(margin) \(paint("=", .blue)) \(paint("help", .bold)): \(TerminalText.visible(help))\n"
    }
    return out
  }

  /// The source line with a row of `^` below the span. Empty if the file is not known or the diagnostic is about the whole
  /// file.
  private func snippet(_ label: Diagnostic.Label, _ report: DiagnosticReport, margin: String, tone: Tone) -> String {
    guard let file = report.sources.file(at: label.path), !(label.span == .start && label.text.isEmpty) else {
      return ""
    }
    let index = report.lines(of: label.path)
    let line = index.line(of: Int(label.span.lower))
    var content = index.content(of: line, in: file.bytes)
    if content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
    let lower = min(max(Int(label.span.lower), content.startIndex), content.endIndex)
    let upper = min(max(Int(label.span.upper), lower), content.endIndex)
    // A line can be as long as its file, so only the bytes near the span are processed.
    let before = TerminalText.visible(String(decoding: near(content[..<lower], last: true), as: UTF8.self))
    let marked = TerminalText.visible(String(decoding: near(content[lower..<upper], last: false), as: UTF8.self))
    let after = TerminalText.visible(String(decoding: near(content[upper...], last: false), as: UTF8.self))
    let (head, body, tail) = cut(before, marked, after)
    let number = String(line + 1)
    let pad = String(repeating: " ", count: margin.count - number.count)
    var out = "\(pad)\(paint(number, .blue)) \(paint("│", .blue)) \(head)\(body)\(tail)\n"
    let indent = String(repeating: " ", count: TerminalText.width(head))
    let marks = String(repeating: "^", count: max(1, TerminalText.width(body)))
    let words = label.text.isEmpty ? "" : " " + TerminalText.visible(label.text)
    out += "\(margin) \(paint("│", .blue)) \(indent)\(paint(marks + words, tone))\n"
    return out
  }

  /// If `bytes` is long, returns only about `lineWidth * 5` bytes: the last bytes if `last` is true, otherwise the first bytes.
  /// The cut is at a character boundary.
  private func near(_ bytes: ArraySlice<UInt8>, last: Bool) -> ArraySlice<UInt8> {
    let most = lineWidth * 5
    guard bytes.count > most else { return bytes }
    if last { return bytes.suffix(most).drop { $0 & 0xC0 == 0x80 } }
    var part = bytes.prefix(most + 1)
    repeat { part = part.dropLast() } while part.last.map { $0 >= 0x80 } ?? false && part.count > most - 8
    return part
  }

  /// Shortens a long line so that the marked text stays visible.
  private func cut(_ before: String, _ marked: String, _ after: String) -> (String, String, String) {
    let body = TerminalText.width(marked) > lineWidth ? prefix(marked, lineWidth) + "…" : marked
    let room = max(20, lineWidth - TerminalText.width(body))
    let head = TerminalText.width(before) > room ? "…" + suffix(before, room / 2) : before
    let rest = max(10, room - TerminalText.width(head))
    return (head, body, TerminalText.width(after) > rest ? prefix(after, rest) + "…" : after)
  }

  /// The longest prefix that fits in `columns`.
  private func prefix(_ text: String, _ columns: Int) -> String {
    var used = 0
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix { scalar in
          used += TerminalText.width(scalar)
          return used <= columns
        }))
  }

  private func suffix(_ text: String, _ columns: Int) -> String {
    var used = 0
    let tail = text.unicodeScalars.reversed().prefix { scalar in
      used += TerminalText.width(scalar)
      return used <= columns
    }
    return String(String.UnicodeScalarView(tail.reversed()))
  }

  private enum Tone: String {
    case bold = "1", red = "1;31", yellow = "1;33", cyan = "1;36", blue = "34"
  }

  private func tone(_ severity: Severity) -> Tone {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  private func paint(_ text: String, _ tone: Tone) -> String {
    color ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }
}
