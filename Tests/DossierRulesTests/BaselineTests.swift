import DossierAnalysis
import DossierMarkup
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// The content of a baseline, and how it is compared with new diagnostics.
@Suite struct BaselineTests {
  private static let broken: KeyValuePairs = [
    "concern.md": "---\nkind: concern\nid: CNC-001\ntitle: t\nraised: soon\nabout: [SUP-9, SUP-9]\n---\n[x](gone.md) <b>\n",
    "n.md": "[x](gone.md)\n\n[x](gone.md)\n",
  ]

  @Test func `a baseline contains every problem except format errors`() async throws {
    let before = try await run(Self.broken)
    let after = try await run(Self.broken, baseline: before.baseline)
    #expect(after.policyResult.diagnostics.map(\.rule.name) == ["bad-date"])
    #expect(after.policyResult.suppressed.count == before.policyResult.diagnostics.count - 1)
    #expect(after.policyResult.suppressed.allSatisfy { $0.reason == .baseline })
  }

  @Test func `moved problems stay known, and one more equal problem is new`() async throws {
    let known = try await run(Self.broken).baseline
    let moved: KeyValuePairs = [
      "concern.md":
        "---\n# a remark\nkind: concern\nid: CNC-001\ntitle: another\nraised: soon\nabout:   [SUP-9, SUP-9]\n---\n\n\n[x](gone.md) <b>\n",
      "n.md": "# New\n\n[x](gone.md) and\n[x](gone.md)\nand [x](gone.md)\n",
    ]
    let after = try await run(moved, baseline: known)
    #expect(after.policyResult.diagnostics.map(\.rule.name) == ["bad-date", "dead-link"])
    #expect(after.policyResult.diagnostics.last?.primary.path.description == "n.md")
  }

  @Test func `problems that no longer exist are reported once`() async throws {
    let after = try await run(["n.md": "[x](gone.md)\n"], baseline: try await run(Self.broken).baseline)
    #expect(after.policyResult.diagnostics.map(\.rule.name) == ["baseline-stale"])
    #expect(after.policyResult.diagnostics.first?.severity == .note)
    #expect(after.policyResult.diagnostics.first?.primary.path == Baseline.path)
    #expect(after.policyResult.suppressed.count == 1)
  }

  private func listed(_ counts: [String]) throws -> String {
    let problem = "{\"rule\": \"dead-link\", \"path\": \"n.md\", \"fingerprint\": \"0123456789abcdef\", \"count\": "
    return "{\"dossier-baseline\": 1, \"problems\": [\(counts.map { problem + $0 + "}" }.joined(separator: ", "))]}"
  }

  @Test func `a problem that is listed twice counts twice`() async throws {
    let after = try await run(["n.md": "# Page\n"], baseline: try listed(["1", "1"]))
    #expect(after.policyResult.diagnostics.map(\.headline) == ["the baseline lists 2 problems that no longer exist"])
    #expect(after.policyResult.diagnostics.first?.others.count == 1)
  }

  @Test(arguments: ["0", "-1", "1000001", "9223372036854775807"])
  func `a count out of range is an error and is not added`(_ count: String) async throws {
    let after = try await run(["n.md": "# Page\n"], baseline: try listed([count, count]))
    #expect(after.policyResult.diagnostics.map(\.rule.name) == ["out-of-range", "out-of-range"])
  }

  @Test(arguments: [".", "dossier.yaml"])
  func `a baseline of an earlier version lists a missing configuration with its path`(_ path: String) async throws {
    let fingerprint = "\"fingerprint\": \"e3b0c44298fc1c14\", \"count\": 1"
    let problem = "{\"path\": \"\(path)\", \"rule\": \"missing-configuration\", \(fingerprint)}"
    let known = "{\"dossier-baseline\": 1, \"problems\": [\(problem)]}"
    let before = try await run(["n.md": "# Page\n"])
    #expect(before.baseline.contains("\"path\": \".\", \"rule\": \"missing-configuration\""))
    let after = try await run(["n.md": "# Page\n"], baseline: known)
    #expect(after.policyResult.diagnostics.isEmpty, "no problem in the baseline is stale")
    #expect(!after.baseline.contains("missing-configuration"), "the note is known")
    let configured = try await run(["dossier.yaml": "organisation: o\n"], baseline: known)
    #expect(configured.policyResult.diagnostics.map(\.rule.name) == ["baseline-stale"])
  }

  @Test func `the text of a baseline does not depend on the order of files and can be read again`() async throws {
    let once = try await run(Self.broken).baseline
    let again = try await run(Self.broken, reversed: true).baseline
    #expect(once == again)
    let file = SourceFile(path: Baseline.path, bytes: Array(once.utf8))
    #expect(Baseline.decode(file).diagnostics.isEmpty)
    #expect(Baseline.decode(file).value?.text == once)
  }

  @Test(arguments: [
    "", "[]", "{\"dossier-baseline\": 2, \"problems\": []}", "{\"dossier-baseline\": 1, \"problems\": [{\"rule\": \"x\"}]}", "{",
    "{\"dossier-baseline\": 1, \"problems\": [], \"more\": 1}", "\u{0}",
  ])
  func `an unreadable baseline is an error and suppresses nothing`(_ text: String) async throws {
    let after = try await run(["n.md": "[x](gone.md)\n"], baseline: text)
    #expect(after.policyResult.diagnostics.contains { $0.primary.path == Baseline.path && $0.severity == .error })
    #expect(after.policyResult.diagnostics.contains { $0.rule.name == "dead-link" })
  }

  @Test func `paths and ids with unusual characters can be read again`() async throws {
    let odd: KeyValuePairs = ["a \"b\": c\\d#é{,}.md": "[x](gone.md)\n"]
    #expect(try await run(odd, baseline: try await run(odd).baseline).policyResult.diagnostics.isEmpty)
  }

  private func run(
    _ texts: KeyValuePairs<String, String>, baseline: String? = nil, reversed: Bool = false
  ) async throws -> (policyResult: PolicyResult, baseline: String) {
    var files = try texts.map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) }
    if let baseline { files.append(SourceFile(path: Baseline.path, bytes: Array(baseline.utf8))) }
    let sources = SourceTree(files: reversed ? files.reversed() : files, attachments: [])
    let asOf = try #require(CivilDate("2026-06-30"))
    let rules = Rules.all.filter { $0.family == .format || $0.family == .references }
    let done = try await analyse(sources, catalogues: ["iso42001"], asOf: asOf, rules: rules)
    return (done.policyResult.withoutMissingConfiguration, Baseline(of: done.diagnostics, done.dossier, sources).text)
  }
}
