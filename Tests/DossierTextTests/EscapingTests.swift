import DossierTesting
import DossierText
import Foundation
import Testing

/// Each output syntax has one escaping function. All are tested with the same hostile texts.
@Suite struct EscapingTests {
  private let texts: [String]

  init() throws {
    let all = try HostileText.all()
    // Pairs too: the end of one text can change the meaning of the next.
    texts = all + zip(all, all.dropFirst()).map { $0 + $1 }
  }

  private func hasUnsafe(_ text: String, except kept: Set<Unicode.Scalar> = []) -> Bool {
    text.unicodeScalars.contains { TerminalText.isUnsafe($0) && !kept.contains($0) }
  }

  @Test func `JSON is read back as the same text and has no effect on a terminal`() throws {
    #expect(texts.count > 200)
    let value = JSON.object([.init("texts", .array(texts.map(JSON.string)))])
    for written in [value.pretty(), value.compact(), value.line()] {
      #expect(!hasUnsafe(written, except: ["\n"]))
      let read = try JSONDecoder().decode([String: [String]].self, from: Data(written.utf8))
      #expect(read["texts"]?.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    }
  }

  @Test func `names of members are escaped like values`() throws {
    for text in texts { #expect(!hasUnsafe(JSON.object([.init(text, .null)]).compact()), "\(text.debugDescription)") }
  }

  @Test func `the canonical form escapes only what JSON requires`() {
    #expect(JSON.string("a\u{9B}\u{202E}\u{2028}\"\u{7F}\n").canonical() == "\"a\u{9B}\u{202E}\u{2028}\\\"\\u007f\\n\"")
  }

  @Test(arguments: [
    ("\u{85}", "\\u0085"), ("\u{9B}", "\\u009b"), ("\u{202E}", "\\u202e"), ("\u{2066}", "\\u2066"), ("\u{2028}", "\\u2028"),
    ("\u{2029}", "\\u2029"), ("\u{FEFF}", "\\ufeff"), ("\u{A0}", "\u{A0}"), ("é", "é"), ("🙂", "🙂"),
  ])
  func `JSON escapes characters that a reader cannot see`(_ text: String, _ written: String) {
    #expect(JSON.string(text).compact() == "\"\(written)\"")
  }

  @Test func `a terminal gets no control character`() {
    for text in texts { #expect(!hasUnsafe(TerminalText.visible(text)), "\(text.debugDescription)") }
  }

  @Test func `CSV is read back as the same values, apart from the sign that guards a formula`() {
    for text in texts {
      let line = CSVText.line([text, "next"])
      let values = EscapingTests.read(line)
      #expect(values.count == 2 && values.last == "next", "\(line.debugDescription)")
      let kept = text.unicodeScalars.filter { $0 != "'" }
      #expect(values.first?.unicodeScalars.filter { $0 != "'" }.elementsEqual(kept) == true, "\(line.debugDescription)")
    }
  }

  /// Spreadsheets split a line at one of these characters, and skip blanks and quotation marks at the start of a cell.
  @Test(arguments: [";", "\t", "\n", "\r"] as [Character])
  func `no cell of a spreadsheet begins with a formula`(separator: Character) {
    let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
    for text in texts {
      let value = CSVText.value(text)
      #expect(value.first == "\"" && value.last == "\"")
      for cell in value.unicodeScalars.split(separator: separator.unicodeScalars.first ?? ";", omittingEmptySubsequences: false) {
        let first = cell.first { !($0.properties.isWhitespace || $0 == "\"" || TerminalText.isUnsafe($0)) }
        #expect(first.map { !signs.contains($0) } ?? true, "\(value.debugDescription)")
      }
    }
  }

  /// Reads one line as RFC 4180 describes it.
  private static func read(_ line: String) -> [String] {
    var values: [String] = []
    var value = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    for scalar in line.unicodeScalars.dropLast(2) {
      if isQuoted, scalar == "\"" {
        isQuoted = false
        wasQuote = true
      } else if scalar == "\"" {
        if wasQuote { value.append(scalar) }
        isQuoted = true
        wasQuote = false
      } else if !isQuoted, scalar == "," {
        values.append(String(value))
        value = .init()
        wasQuote = false
      } else {
        value.append(scalar)
      }
    }
    return values + [String(value)]
  }

  @Test func `XML has no markup and no forbidden character`() {
    for text in texts {
      let written = XMLText.escaped(text)
      #expect(
        !written.unicodeScalars.contains {
          "<>\"'".unicodeScalars.contains($0) || TerminalText.isUnsafe($0) || $0 == "\u{FFFE}" || $0 == "\u{FFFF}"
        })
      let references = written.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).dropFirst()
      #expect(
        references.allSatisfy { rest in ["amp;", "lt;", "gt;", "quot;", "#39;"].contains { rest.starts(with: $0.utf8) } },
        "\(written)")
    }
  }

  @Test func `a workflow command is one line, and a property has no other property`() {
    for text in texts {
      let message = WorkflowCommandText.escaped(text, property: false)
      let property = WorkflowCommandText.escaped(text, property: true)
      #expect(!hasUnsafe(message) && !hasUnsafe(property))
      #expect(!property.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") }, "\(property)")
    }
  }

  @Test func `every format of diagnostics escapes hostile texts`() throws {
    let renderers: [any DiagnosticRenderer] = [
      TextRenderer(color: false), ConciseRenderer(), JSONRenderer(), SARIFRenderer(), GitHubRenderer(), GitLabRenderer(),
      JUnitRenderer(),
    ]
    for text in texts where !text.isEmpty {
      let path = SourcePath(parts: [text.replacing("/", with: "_")])
      let file = SourceFile(path: path, bytes: Array(text.utf8))
      let diagnostic = Diagnostic(
        RuleID("hostile-text"), .error, text, at: .init(path, Span(0, text.utf8.count), text),
        others: [.init(path, .start, text)],
        help: text, fixes: [.init(path, .start, "", to: text)])
      let report = DiagnosticReport(
        diagnostics: [diagnostic], sources: SourceTree(files: [file], attachments: []), prefix: "", rules: [],
        tool: ToolVersion(name: "dossier", version: "1"))
      for renderer in renderers {
        let written = renderer.render(report)
        #expect(!hasUnsafe(written, except: ["\n"]), "\(type(of: renderer)): \(written.debugDescription)")
        if renderer is GitHubRenderer { #expect(written.utf8.count { $0 == 0x0A } == 1) }
        if renderer is JSONRenderer || renderer is SARIFRenderer || renderer is GitLabRenderer {
          #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(written.utf8)) }
        }
      }
    }
  }

  @Test func `quoted words cannot end their quotation`() {
    for text in texts {
      let quoted = Quotation.of(text)
      #expect(!hasUnsafe(quoted))
      var rest = Array(quoted.utf8.dropFirst().dropLast())[...]
      while let byte = rest.popFirst() {
        #expect(byte != UInt8(ascii: "\""))
        if byte == UInt8(ascii: "\\") { _ = rest.popFirst() }
      }
    }
    #expect(Quotation.ofTool("dossier 0.1.0") == "dossier 0.1.0")
    #expect(Quotation.ofTool("dossier 9 from commit 1") == "\"dossier 9 from commit 1\"")
  }
}
