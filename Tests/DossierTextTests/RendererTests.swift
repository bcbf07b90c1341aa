import DossierText
import Foundation
import Testing

/// Every output format, tested with one report whose text tries to break out of it. The expected outputs are in `Goldens`.
@Suite struct RendererTests {
  /// A byte-order mark, a tab, wide characters, an escape sequence, a workflow command and the end of a CDATA section, with CR
  /// LF.
  static let hostile = "\u{FEFF}---\r\n\tid: 日本-\u{1B}[31m🙂 e\u{301}\r\n::set-output name=x::]]> & <b> \"q\"\r\nlast\u{202E}line"
  static let long =
    "start " + String(repeating: "0123456789 ", count: 30) + "HERE" + String(repeating: " wide日本", count: 30) + "\n"

  static let report: DiagnosticReport = {
    let odd = SourcePath(parts: ["a b", "ü,:%.md"])
    let plain = SourcePath(parts: ["long.md"])
    let missing = SourcePath(parts: ["zz", "gone.yaml"])
    func span(_ needle: String, _ text: String) -> Span {
      let whole = Array(text.utf8)
      let part = Array(needle.utf8)
      let start = whole.indices.first { whole[$0...].starts(with: part) } ?? 0
      return Span(start, start + part.count)
    }
    let diagnostics = [
      Diagnostic(
        RuleID("hostile-text"), .error, "bad `\u{1B}[2J` in\n::set-output name=y::z]]>",
        at: .init(odd, span("日本-\u{1B}[31m🙂", hostile), "did you mean \"x\"\r\n::error::?"),
        others: [.init(odd, span("::set-output", hostile), "first here %0A"), .init(plain, span("HERE", long))],
        help: "write 100% <plain> & simple\ttext",
        fixes: [.init(odd, span("日本-\u{1B}[31m🙂", hostile), "日本-\u{1B}[31m🙂", to: "a\u{0}\"b")]),
      Diagnostic(RuleID("long-line"), .warning, "in the middle of a long line", at: .init(plain, span("HERE", long))),
      Diagnostic(RuleID("long-line"), .warning, "in the middle of a long line", at: .init(plain, span("wide日本", long), "here")),
      Diagnostic(RuleID("many-lines"), .note, "over three lines", at: .init(odd, Span(3, hostile.utf8.count)), help: "look"),
      Diagnostic(RuleID("no-file"), .note, "the file is gone", at: .init(missing, .start)),
      Diagnostic(
        RuleID("empty-span"), .warning, "at the end", at: .init(odd, Span(hostile.utf8.count, hostile.utf8.count), "add it")),
    ]
    let rules = [
      RuleSummary(id: RuleID("hostile-text"), title: "Hostile <text>", explanation: "Explained \"so\".", severity: .error),
      RuleSummary(id: RuleID("never-used"), title: "Never", explanation: "Never.", severity: .note),
      RuleSummary(id: RuleID("long-line"), title: "Long line", explanation: "Too long.", severity: .warning),
    ]
    return DiagnosticReport(
      diagnostics: diagnostics,
      sources: SourceTree(
        files: [SourceFile(path: plain, bytes: Array(long.utf8)), SourceFile(path: odd, bytes: Array(hostile.utf8))],
        attachments: []),
      prefix: "con tent/", rules: rules, tool: ToolVersion(name: "dossier", version: "1.2.3"))
  }()

  static let nothing = DiagnosticReport(
    diagnostics: [], sources: SourceTree(files: [], attachments: []), prefix: "", rules: [],
    tool: ToolVersion(name: "dossier", version: "1.2.3"))

  @Test func `text output equals its golden`() throws { try Golden.check("text", TextRenderer(color: false).render(Self.report)) }
  @Test func `coloured text output equals its golden`() throws {
    try Golden.check("text-colour", TextRenderer(color: true).render(Self.report))
  }
  @Test func `concise output equals its golden`() throws { try Golden.check("concise", ConciseRenderer().render(Self.report)) }
  @Test func `JSON output equals its golden`() throws { try Golden.check("json", JSONRenderer().render(Self.report)) }
  @Test func `SARIF output equals its golden`() throws { try Golden.check("sarif", SARIFRenderer().render(Self.report)) }
  @Test func `GitHub output equals its golden`() throws { try Golden.check("github", GitHubRenderer().render(Self.report)) }
  @Test func `GitLab output equals its golden`() throws { try Golden.check("gitlab", GitLabRenderer().render(Self.report)) }
  @Test func `JUnit output equals its golden`() throws { try Golden.check("junit", JUnitRenderer().render(Self.report)) }

  @Test(arguments: [("", ".", "./"), ("con tent/", "con tent", "con%20tent/")])
  func `the place of a diagnostic about the workspace is its folder`(_ prefix: String, _ path: String, _ uri: String) {
    let note = Diagnostic(RuleID("no-file"), .note, "something is missing", at: .init(.workspace, .start), help: "add it")
    let report = DiagnosticReport(
      diagnostics: [note], sources: SourceTree(files: [], attachments: []), prefix: prefix, rules: [],
      tool: ToolVersion(name: "dossier", version: "1.2.3"))
    #expect(ConciseRenderer().render(report) == "\(path): note: something is missing [no-file]\n")
    #expect(TextRenderer(color: false).render(report).contains(" ┌─ \(path)\n"))
    #expect(GitHubRenderer().render(report) == "::notice title=no-file::something is missing%0Ahelp: add it\n")
    #expect(GitLabRenderer().render(report).contains("\"path\": \"\(path)\""))
    #expect(JSONRenderer().render(report).contains("\"path\": \"\(path)\""))
    #expect(JUnitRenderer().render(report).contains("name=\"\(path)\""))
    let sarif = SARIFRenderer().render(report)
    #expect(sarif.contains("\"uri\": \"\(uri)\"") && !sarif.contains("region"))
  }

  @Test func `a summary counts by rule and begins with the worst`() throws {
    let summary = DiagnosticSummary(Self.report)
    #expect(summary.groups.map(\.rule.name) == ["hostile-text", "long-line", "empty-span", "many-lines", "no-file"])
    #expect(summary.groups.map(\.count) == [1, 2, 1, 1, 1])
    let lines = summary.text.split(separator: "\n").map(String.init)
    #expect(lines[1] == "  error   1 hostile-text con tent/a b/ü,:%.md:2:6")
    #expect(lines[2] == "  warning 2 long-line    con tent/long.md:1:337")
    #expect(lines[6...].first == "what to do first:" && lines.contains { $0.hasPrefix("  - hostile-text at ") })
    #expect(!summary.text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(summary.json.pretty().utf8)) }
    #expect(DiagnosticSummary(Self.nothing).text == "no diagnostics\n")
  }

  @Test func `a summary fits on a screen`() {
    let many = (0..<300).map {
      Diagnostic(RuleID("rule-\($0 % 40)"), .warning, "x \($0)", at: .init(SourcePath(parts: ["a.md"]), .start))
    }
    let report = DiagnosticReport(
      diagnostics: many, sources: SourceTree(files: [], attachments: []), prefix: "", rules: [],
      tool: ToolVersion(name: "dossier", version: "1.2.3"))
    let text = DiagnosticSummary(report).text
    #expect(text.split(separator: "\n").count <= 20)
    #expect(text.contains("and 204 of 28 more rules"))
  }

  @Test func `JSON has the ids of the records that a diagnostic is about`() {
    let note = Diagnostic(RuleID("no-file"), .note, "something is missing", at: .init(.workspace, .start))
    let report = DiagnosticReport(
      diagnostics: [note, note], sources: SourceTree(files: [], attachments: []), prefix: "", rules: [],
      tool: ToolVersion(name: "dossier", version: "1.2.3"), records: [[], ["RSK-001", "RSK-002"]])
    let texts = JSONRenderer().diagnostics(of: report).map { $0.pretty() }
    #expect(!texts[0].contains("\"records\""))
    #expect(texts[1].contains("\"RSK-001\",\n    \"RSK-002\""))
  }

  @Test func `output without diagnostics is well formed`() throws {
    #expect(TextRenderer(color: true).render(Self.nothing) == "")
    #expect(ConciseRenderer().render(Self.nothing) == "")
    #expect(GitHubRenderer().render(Self.nothing) == "")
    #expect(GitLabRenderer().render(Self.nothing) == "[]\n")
    for text in [JSONRenderer().render(Self.nothing), SARIFRenderer().render(Self.nothing)] {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
    #expect(JUnitRenderer().render(Self.nothing).contains("tests=\"1\" failures=\"0\""))
  }

  @Test func `JSON output can be parsed`() throws {
    for text in [JSONRenderer().render(Self.report), SARIFRenderer().render(Self.report), GitLabRenderer().render(Self.report)] {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
  }

  /// A runner reads commands at line starts. There must be one per diagnostic and no other.
  @Test func `text from a document does not become a workflow command`() {
    let lines = GitHubRenderer().render(Self.report).utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == Self.report.diagnostics.count)
    for line in lines {
      #expect(["::error ", "::warning ", "::notice "].contains { line.starts(with: $0.utf8) })
      #expect(!line.contains(0x0D))
    }
  }

  @Test func `control characters do not reach the terminal`() {
    for text in [TextRenderer(color: false).render(Self.report), ConciseRenderer().render(Self.report)] {
      let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
      #expect(controls.isEmpty)
      #expect(!text.unicodeScalars.contains("\u{202E}"))
    }
  }

  /// The limit is 110 columns of source, plus the ellipses and the margin.
  @Test func `long source lines are shortened`() {
    let text = TextRenderer(color: false).render(Self.report)
    let widths = text.split(separator: "\n").filter { $0.contains("│") }.map { TerminalText.width(String($0)) }
    #expect((widths.max() ?? 0) <= 120)
  }

  /// XML 1.0 does not allow most control characters. Markup must come only from the renderer.
  @Test func `JUnit output contains no markup from a document`() {
    let text = JUnitRenderer().render(Self.report)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!text.contains("]]>"))
    #expect(!text.contains("<b>"))
    let opened = text.components(separatedBy: "<testcase ").count - 1
    #expect(opened == Self.report.diagnostics.count)
  }

  @Test func `equal diagnostics have different fingerprints`() throws {
    let twice = Self.report.diagnostics[1]
    let report = DiagnosticReport(
      diagnostics: [twice, twice], sources: Self.report.sources, prefix: "", rules: [], tool: ToolVersion(name: "d", version: "1")
    )
    let parsed = try JSONDecoder().decode([Problem].self, from: Data(GitLabRenderer().render(report).utf8))
    #expect(Set(parsed.map(\.fingerprint)).count == 2)
  }

  @Test func `a fingerprint does not change when lines are added above`() throws {
    func print(_ above: String) throws -> String {
      let path = SourcePath(parts: ["a.md"])
      let text = above + "word here\n"
      let start = above.utf8.count
      let report = DiagnosticReport(
        diagnostics: [Diagnostic(RuleID("r"), .error, "h", at: .init(path, Span(start, start + 4)))],
        sources: SourceTree(files: [SourceFile(path: path, bytes: Array(text.utf8))], attachments: []), prefix: "", rules: [],
        tool: ToolVersion(name: "d", version: "1"))
      return try #require(try JSONDecoder().decode([Problem].self, from: Data(GitLabRenderer().render(report).utf8)).first)
        .fingerprint
    }
    #expect(try print("") == print("one\ntwo\n"))
  }

  private struct Problem: Decodable { let fingerprint: String }

  @Test func `many diagnostics of one rule in one file are counted`() {
    let path = SourcePath(parts: ["a.md"])
    let many = (0..<50).map { Diagnostic(RuleID("unknown-key"), .error, "key \($0)", at: .init(path, Span($0, $0 + 1))) }
    let other = Diagnostic(RuleID("bad-date"), .error, "a date", at: .init(path, Span(60, 61)))
    let report = DiagnosticReport(
      diagnostics: many + [other],
      sources: SourceTree(files: [SourceFile(path: path, bytes: Array(repeating: 0x61, count: 70))], attachments: []), prefix: "",
      rules: [], tool: ToolVersion(name: "dossier", version: "1"))
    let text = TextRenderer(color: false).render(report)
    #expect(text.contains("key 19 [unknown-key]") && !text.contains("key 20 [unknown-key]"))
    #expect(text.contains("and 30 more in a.md; `--format concise` lists all [unknown-key]\n"))
    #expect(text.contains("a date [bad-date]"))
    #expect(ConciseRenderer().render(report).split(separator: "\n").count == 51)
  }

  @Test func `many diagnostics of one rule in many files are counted`() {
    let many = (0..<120).flatMap { file in
      (0..<(file == 1 ? 30 : 1)).map { number in
        Diagnostic(
          RuleID("unknown-key"), .error, "key \(number)",
          at: .init(SourcePath(parts: ["\(file).md"]), Span(number, number + 1)))
      }
    }
    let other = Diagnostic(RuleID("bad-date"), .error, "a date", at: .init(SourcePath(parts: ["z.md"]), .start))
    let report = DiagnosticReport(
      diagnostics: many + [other], sources: SourceTree(files: [], attachments: []), prefix: "", rules: [],
      tool: ToolVersion(name: "dossier", version: "1"))
    let text = TextRenderer(color: false).render(report)
    #expect(text.split(separator: "\n").count { $0.contains("key") && $0.hasPrefix("error") } == 100)
    #expect(text.contains("and 10 more in 1.md; `--format concise` lists all [unknown-key]\n"))
    // 20 of 1.md and one of each of 80 other files are shown.
    #expect(text.contains("and 39 more; `--format concise` lists all [unknown-key]\n"))
    #expect(text.contains("a date [bad-date]"))
  }
}

/// Expected outputs, stored as files next to the tests. `BLESS=1 swift test` rewrites them.
enum Golden {
  static func check(_ name: String, _ actual: String, location: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/\(name).txt")
    if ProcessInfo.processInfo.environment["BLESS"] == "1" { try Data(actual.utf8).write(to: file) }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let (old, new) = (lines(expected), lines(actual))
    guard old != new else { return }
    let first = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    func line(_ lines: [[UInt8]]) -> String { first < lines.count ? String(decoding: lines[first], as: UTF8.self) : "(nothing)" }
    Issue.record(
      "Goldens/\(name).txt, line \(first + 1)\nwas  \(line(old).debugDescription)\nis   \(line(new).debugDescription)",
      sourceLocation: location)
  }

  private static func lines(_ text: String) -> [[UInt8]] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
  }
}
