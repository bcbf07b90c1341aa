import DossierAnalysis
import DossierMarkup
import DossierRecords
import DossierTesting
import DossierText
import Testing

/// Every file that looks like a record and is not read as one is reported at its place, and its text is shown.
@Suite struct UnreadRecordTests {
  private static let front = "---\nkind: risk\nid: RSK-001\ntitle: Wrong answers\n---\n\nText."

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// The text that is underlined.
    var underlined = "---"
    var testDescription: String { name + ": " + text.debugDescription }
  }

  static let cases = [
    Case(name: "a.md", text: "\n" + front), Case(name: "a.md", text: " \n\t\n" + front),
    Case(name: "a.md", text: ("\n" + front).replacing("\n", with: "\r\n")),
    Case(name: "a.md", text: ("\n" + front).replacing("\n", with: "\r")),
    Case(name: "a.md", text: "\u{FEFF}\u{FEFF}" + front), Case(name: "a.md", text: "\u{200B}" + front),
    Case(name: "a.md", text: "<!-- licence -->\n" + front), Case(name: "a.md", text: "<!--\na\n--> <!-- b -->\n\n" + front),
    Case(name: "a.md", text: "  " + front.replacing("\n", with: "\n  ")),
    Case(name: "a.md", text: "+++\nkind = \"risk\"\nid = 'RSK-001'\n+++\n\nText.", underlined: "+++"),
    Case(name: "a.md", text: "{\n  \"kind\": \"risk\",\n  \"id\": \"RSK-001\"\n}\n\nText.", underlined: "{"),
    Case(name: "a.md", text: front.replacing("---\nkind", with: "---yaml\nkind"), underlined: "---yaml"),
    Case(name: "a.md", text: "```yaml\n" + front + "\n```", underlined: "```yaml"),
    Case(name: "a.md", text: front.replacing("---", with: "***"), underlined: "***"),
    Case(name: "a.md", text: front.replacing("---", with: "—"), underlined: "—"),
    Case(name: "a.md", text: "kind: risk\nid: RSK-001\n---\n\nText.", underlined: "kind: risk"),
    Case(name: "a.md", text: "---\ntitle: First\n---\n\n" + front), Case(name: "a.md", text: "---\n---\n" + front),
    Case(name: "a.markdown", text: front), Case(name: "a.mdx", text: front), Case(name: "a.mkd", text: front),
    Case(name: "a.md.erb", text: front),
  ]

  @Test(arguments: cases)
  func `a record that is not read is reported and shown`(_ row: Case) async throws {
    for configuration in [nil, "organisation: o\n"] {
      var files = [SourcePath(parts: [row.name]): Array(row.text.utf8)]
      if let configuration { files[SourcePath(parts: ["dossier.yaml"])] = Array(configuration.utf8) }
      let analysis = try await analyse(contents: files)
      let found = analysis.reported().filter { $0.rule.name == "unread-record" }
      #expect(found.map(\.severity) == [.error])
      let source = SourceFile(path: SourcePath(parts: [row.name]), bytes: Array(row.text.utf8))
      #expect(found.first.map { source.text($0.primary.span) } == row.underlined)
      let page = try #require(analysis.dossier.pages.first)
      #expect(analysis.dossier.pages.count == 1)
      let code = try #require(page.text.nodes.first { $0.kind == .codeBlock })
      #expect(page.text.string(code.literal).contains("RSK-001"))
      #expect(page.text.nodes.contains { page.text.string($0.literal).contains("Text.") })
    }
  }

  @Test(arguments: [
    ("risks.json", "{\"kind\": \"risk\", \"records\": [{\"id\": \"RSK-001\"}]}", 1),
    ("risks.toml", "kind = \"risk\"\n\n[[records]]\nid = \"RSK-001\"\n", 1),
    ("pods.json", "{\"kind\": \"List\", \"records\": []}", 0),
    ("data.json", "{\"kind\": \"risk\"}", 0), ("page.mdx", "---\ntitle: a\n---\n", 0), ("page.mdx", "import A from 'a'\n", 0),
  ])
  func `a register in another format is reported`(name: String, text: String, count: Int) async throws {
    let path = SourcePath(parts: [name])
    let analysis = try await analyse(contents: [
      path: Array(text.utf8), SourcePath(parts: ["dossier.yaml"]): Array("organisation: o".utf8),
    ])
    #expect(analysis.reported().filter { $0.rule.name == "unread-record" }.count == count)
    #expect(analysis.dossier.pages.count == count)
  }

  @Test(arguments: [
    "kind: page", "kind: Pod\nid: my-pod", "kind: risks\ntitle: All risks", "title: &a T\nmore: *a", "title: T\nmore: !x y",
    "title: T\ndata: {[a]: b}", "title: T\n<<: {a: b}", "kind: page\nmore: &a T",
  ])
  func `the front matter of a page of another program is no error`(_ fields: String) async throws {
    let analysis = try await analyse(contents: [SourcePath(parts: ["a.md"]): Array("---\n\(fields)\n---\n# B\n\nText.".utf8)])
    #expect(analysis.reported().allSatisfy { $0.severity == .note })
    #expect(analysis.dossier.pages.count == 1)
    // The fields are not shown, as in the pages of other programs.
    #expect(analysis.dossier.pages.allSatisfy { page in !page.text.nodes.contains { $0.kind == .codeBlock } })
  }

  @Test(arguments: ["title: a: b", "title: a\ntitle: b", "title: a\n\tb: c"])
  func `invalid front matter of a page is a warning`(_ fields: String) async throws {
    let analysis = try await analyse(contents: [SourcePath(parts: ["a.md"]): Array("---\n\(fields)\n---\n# B\n".utf8)])
    #expect(analysis.reported().withoutMissingConfiguration.map(\.rule.name) == ["page-front-matter"])
    #expect(analysis.reported().withoutMissingConfiguration.map(\.severity) == [.warning])
  }

  @Test(arguments: ["title: &a T", "title: a: b", "title: a\ntitle: b"])
  func `the front matter of a record keeps its errors`(_ fields: String) async throws {
    let text = "---\nkind: risk\nid: RSK-001\n\(fields)\n---\n# B\n"
    let analysis = try await analyse(contents: [SourcePath(parts: ["a.md"]): Array(text.utf8)])
    #expect(
      analysis.reported().contains {
        ["yaml-alias", "yaml-syntax", "duplicate-key"].contains($0.rule.name) && $0.severity == .error
      })
  }

  @Test func `front matter of an adopted file after a blank line is reported`() async throws {
    let adopt = "organisation: o\nadopt:\n  - {files: \"**\", kind: document}\n"
    for (text, count) in [("\n---\nversion: 2\n---\n# T\n", 1), ("---\nversion: 2\n---\n# T\n", 0), ("# T\n\n---\n", 0)] {
      let reading = try await Reading(["dossier.yaml": adopt, "a.md": text])
      #expect(reading.rules.filter { $0 == "unread-record" }.count == count)
    }
  }

  private func analyse(contents: [SourcePath: [UInt8]]) async throws -> Analysis {
    try await DossierAnalysis.analyse(SourceFiles(contents: contents), AnalysisOptions(asOf: today, rules: []))
  }
}
