import DossierAnalysis
import DossierRecords
import DossierTesting
import DossierText
import Testing

@testable import DossierComparison

/// Properties of comparisons, tested on records in memory.
struct ComparisonTests {
  static func version(_ files: [String: String]) async throws -> Version {
    let sources = files.map {
      SourceFile(path: SourcePath(parts: $0.key.split(separator: "/").map(String.init)), bytes: Array($0.value.utf8))
    }
    let day = try #require(CivilDate("2026-10-31"))
    let analysis = try await analyse(
      SourceTree(files: sources, attachments: []), catalogues: ["iso42001"], asOf: day)
    return Version(name: "v", facts: analysis.facts, policyResult: analysis.policyResult, unread: [])
  }

  static func compare(_ old: [String: String], _ new: [String: String]) async throws -> Comparison {
    Comparison(try await version(old), try await version(new), asOf: try #require(CivilDate("2026-10-31")))
  }

  private static let roles = """
    kind: role
    records:
      - id: ROL-001
        title: Head of <Credit> @all
        accountable_for: [credit]
    """

  /// Each value occurs once, so that changing it changes one field.
  private static let values: [(field: String, key: String, old: String, new: String)] = [
    ("title", "title", "Wrong refund", "Wrong refunds"), ("owner", "owner", "ROL-001", "ROL-002"),
    ("version", "version", "\"1.0\"", "\"1.10\""), ("reviewed", "reviewed", "2026-01-31", "2026-02-01"),
    ("treatment", "treatment", "mitigate", "accept"), ("controls", "controls", "[A.6.2.4, A.7.4]", "[A.7.4]"),
    ("asset", "asset", "fair treatment", "fair trial"), ("x-note", "x-note", "seen", "not seen"),
    ("inherent.impact", "inherent", "{likelihood: 4, impact: 3}", "{likelihood: 4, impact: 5}"),
    ("tags", "tags", "[a, b]", "[b, a]"), ("review_cycle", "review_cycle", "P1Y", "P6M"),
  ]

  private static func risk(_ changed: Set<String>, text: String = "One *two* three.\n", at path: String = "risks/a.md")
    -> [String: String]
  {
    let lines = values.map { "\($0.key): \(changed.contains($0.field) ? $0.new : $0.old)" }
    let front = ["kind: risk", "id: RSK-001", "systems: [AIS-001]", "category: security"] + lines
    return [path: "---\n\(front.joined(separator: "\n"))\n---\n\(text)", "roles.yaml": roles]
  }

  @Test func `a version compared with itself is empty`() async throws {
    let files = Self.risk([])
    let comparison = try await Self.compare(files, files)
    #expect(comparison.isEmpty)
    #expect(TextComparison.render(comparison).hasSuffix("nothing differs\n"))
  }

  @Test func `exactly the changed fields are listed`() async throws {
    var seed: UInt64 = 7
    for _ in 0..<40 {
      var changed: Set<String> = []
      for value in Self.values {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        if (seed >> 40) % 3 == 0 { changed.insert(value.field) }
      }
      let comparison = try await Self.compare(Self.risk([]), Self.risk(changed))
      #expect(Set(comparison.records.flatMap(\.fields).map(\.field)) == changed)
      // The same in the other direction.
      let back = try await Self.compare(Self.risk(changed), Self.risk([]))
      #expect(Set(back.records.flatMap(\.fields).map(\.field)) == changed)
    }
  }

  @Test func `a change of layout is no change of a field`() async throws {
    let plain = Self.risk([])
    let other = Self.risk([], text: "One **two**\nthree.\n").mapValues {
      $0.replacing("treatment: mitigate", with: "treatment:   \"mitigate\"   # as decided").replacing(
        "[A.6.2.4, A.7.4]", with: "\n  - A.6.2.4\n  - A.7.4")
    }
    let comparison = try await Self.compare(plain, other)
    #expect(comparison.records.isEmpty)
    // The bytes differ, so the record is listed as changed in a way that is not shown.
    #expect(comparison.unshown == ["RSK-001"])
    #expect(TextComparison.render(comparison).contains("Changed in a way that is not shown\n  RSK-001"))
  }

  @Test(arguments: [
    ("We answer for it.", "~~We answer for it.~~", "{+~~We~~ ~~answer~~ ~~for~~ ~~it.~~+}"),
    ("We answer for it.", "We answer ~~for it.~~", "We answer [-for it.-] {+~~for~~ ~~it.~~+}"),
    ("- allowed\n- forbidden", "- allowed\n  - forbidden", "[---] {+- -+} forbidden"),
    ("- allowed\n\n  unless", "- allowed\n\nunless", "[-↳-] unless"),
    ("> - a b", "- a b", "[-> --] {+-+} a b"), ("> # a b", "# a b", "[-> #-] {+#+} a b"),
    ("1. - a\n   - b", "- - a\n  - b", "[-1.-]"), ("- a\n-\n", "- a", "[---]"),
    ("```json\na: 1\n```", "```yaml\na: 1\n```", "code in [-json-]"),
    ("```\na: 1\n```", "```yaml\na: 1\n```", "code in {+yaml+}"),
    ("> ```\n> a\n> ```", "```\na\n```", "[-> code:-] {+code:+} a"),
    ("> | a |\n> |---|\n> | b |", "| a |\n|---|\n| b |", "[-> |-] {+|+} a"),
  ])
  func `a change of meaningful markup is shown`(old: String, new: String, expected: String) async throws {
    let (before, after) = (Self.risk([], text: "First.\n\n\(old)\n"), Self.risk([], text: "First.\n\n\(new)\n"))
    let comparison = try await Self.compare(before, after)
    #expect(comparison.records.flatMap(\.fields).map(\.field) == ["text"])
    #expect(comparison.unshown.isEmpty)
    #expect(TextComparison.render(comparison).contains(expected))
  }

  @Test(arguments: [
    ("|a|b|\n|---|---|\n|c|d|", "|a|b|\n|:-:|---|\n|c|d|"), ("a\nb", "a b"), ("a", "*a*"), ("a", "`a`"),
    ("\\~\\~a\\~\\~", "~~a~~"),
    ("```\na\n  b\n```", "```\na\nb\n```"), ("[a](b \"c\")", "[a](b \"d\")"),
  ])
  func `a change that is not shown is listed`(old: String, new: String) async throws {
    let (before, after) = (Self.risk([], text: old + "\n"), Self.risk([], text: new + "\n"))
    let comparison = try await Self.compare(before, after)
    #expect(comparison.unshown == ["RSK-001"] && comparison.records.isEmpty && !comparison.isEmpty)
    let page = try await Self.compare(["a.md": old + "\n"], ["a.md": new + "\n"])
    #expect(page.unshown == ["a.md"] && page.pages.isEmpty)
  }

  @Test func `a copied record has not moved`() async throws {
    let (one, two) = (
      Self.risk([], at: "pol.md"), Self.risk([], at: "apol.md").merging(Self.risk([], at: "pol.md")) { first, _ in first }
    )
    #expect(try await Self.compare(one, two).records.isEmpty)
    #expect(try await Self.compare(two, one).records.isEmpty)
    #expect(!TextComparison.render(try await Self.compare(one, two)).contains("moved"))
  }

  @Test func `a record that moved is the same record`() async throws {
    let comparison = try await Self.compare(Self.risk([]), Self.risk([], at: "other/b.md"))
    #expect(comparison.records.map(\.isMoved) == [true])
    #expect(comparison.records.flatMap(\.fields).isEmpty)
    #expect(TextComparison.render(comparison).contains("moved from risks/a.md to other/b.md"))
  }

  @Test func `a record with another id is the same record`() async throws {
    let comparison = try await Self.compare(
      Self.risk([]), Self.risk(["treatment"]).mapValues { $0.replacing("RSK-001", with: "RSK-009") })
    #expect(comparison.records.map(\.formerID) == ["RSK-001"])
    #expect(comparison.records.flatMap(\.fields).map(\.field) == ["treatment"])
    #expect(comparison.risks.isEmpty)
    #expect(TextComparison.render(comparison).contains("risk RSK-009 Wrong refund: was RSK-001"))
  }

  @Test func `prose is redlined by words`() async throws {
    let comparison = try await Self.compare(Self.risk([]), Self.risk([], text: "One four three.\n\nNew.\n"))
    let text = TextComparison.render(comparison)
    #expect(text.contains("Text: One [-two-] {+four+} three."))
    #expect(text.contains("Text: {+New.+}"))
  }

  @Test func `an unreadable value is not reported as removed`() async throws {
    let broken = Self.risk([]).mapValues { $0.replacing("treatment: mitigate", with: "treatment: perhaps") }
    let text = TextComparison.render(try await Self.compare(Self.risk([]), broken))
    #expect(text.contains("Treatment: mitigate → (cannot be read)"))
  }

  @Test func `changed scores appear once, with the role that accepted them`() async throws {
    func files(_ likelihood: Int, _ rest: String) -> [String: String] {
      var files = Self.risk([])
      files["risks/a.md"] = files["risks/a.md"]?.replacing(
        "tags:", with: "residual: {likelihood: \(likelihood), impact: 3}\n\(rest)tags:")
      return files
    }
    let accepted = "acceptance: {by: ROL-001, date: 2026-09-01, rationale: r}\n"
    let text = TextComparison.render(try await Self.compare(files(4, ""), files(2, accepted)))
    #expect(text.contains("residual 12 (4 × 3) → 6 (2 × 3), accepted by ROL-001 Head of <Credit> @all on 2026-09-01"))
    #expect(!text.contains("Residual › Likelihood"))
  }

  @Test func `an approval of an earlier version is stale`() async throws {
    let old = try await Self.version(Self.risk([]))
    let digest = try #require(old.dossier.entry("RSK-001")?.digest)
    func approved(_ files: [String: String]) -> [String: String] {
      files.mapValues { $0.replacing("tags:", with: "approvals:\n  - {by: ROL-001, date: 2026-09-01, digest: \(digest)}\ntags:") }
    }
    let comparison = try await Self.compare(approved(Self.risk([])), approved(Self.risk(["treatment"])))
    #expect(comparison.stale.map(\.because) == [["Treatment"]])
    #expect(try await Self.compare(approved(Self.risk([])), approved(Self.risk([]))).stale.isEmpty)
    // Only an approval of the new version by the same role, with a date up to the as-of date, removes the stale one.
    let changed = try #require(try await Self.version(Self.risk(["treatment"])).dossier.entry("RSK-001")?.digest)
    for (by, date, count) in [("ROL-001", "2026-09-02", 0), ("ROL-002", "2026-09-02", 1), ("ROL-001", "2099-01-01", 1)] {
      let again = approved(Self.risk(["treatment"])).mapValues {
        $0.replacing("\ntags:", with: "\n  - {by: \(by), date: \(date), digest: \(changed)}\ntags:")
      }
      #expect(try await Self.compare(approved(Self.risk([])), again).stale.count == count)
    }
  }

  @Test func `only an approval that lost its digest is reported`() async throws {
    let digest = try #require(try await Self.version(Self.risk([])).dossier.entry("RSK-001")?.digest)
    func approved(_ digests: String...) -> [String: String] {
      let list = digests.enumerated().map { "  - {by: ROL-001, date: 2026-09-0\($0 + 1)\($1)}\n" }.joined()
      return Self.risk([]).mapValues { $0.replacing("tags:", with: "approvals:\n\(list)tags:") }
    }
    let bound = ", digest: \(digest)"
    let comparison = try await Self.compare(approved(bound, bound), approved(bound, ""))
    #expect(comparison.unbound.map(\.date.description) == ["2026-09-02"])
    let text = TextComparison.render(comparison)
    #expect(text.contains("of 2026-09-02 was removed, so the approval no longer says which version was approved"))
    #expect(!text.contains("Digest:"))
    for (old, new) in [(approved("", bound), approved("", bound)), (approved("", bound), approved(bound, bound))] {
      #expect(try await Self.compare(old, new).unbound.isEmpty)
    }
    #expect(try await Self.compare(approved(bound, bound), approved(bound)).unbound.isEmpty)
  }

  @Test func `equal diagnostics become one line`() async throws {
    let text = "One [x](javascript:a).\n\nTwo [x](javascript:b).\n"
    let comparison = try await Self.compare(Self.risk([]), Self.risk([], text: text))
    #expect(comparison.diagnostics.new.count { $0.diagnostic.rule.name == "unsafe-address" } > 1)
    let lines = TextComparison.render(comparison).split(separator: "\n").filter { $0.contains("unsafe-address") }
    #expect(Set(lines).count == lines.count && lines.contains { $0.hasSuffix(" times)") })
  }

  @Test(arguments: [
    "@all", "#12", "https://example.com", "<img src=x>", "[a](javascript:b)", "![i](u)", "`code`", "*a* _b_ ~~c~~", "a|b",
    ":smile:",
    "www.example.com", "\u{202E}x",
  ])
  func `text of a document has no effect in Markdown`(text: String) {
    let out = MarkdownText.escaped(text)
    for sign in ["@a", "#1", "://", "<i", "[i](", "a](", "![", ":s", "www.e", "\u{202E}"] { #expect(!out.contains(sign)) }
  }
}
