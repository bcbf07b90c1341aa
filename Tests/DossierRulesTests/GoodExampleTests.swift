import Testing

@testable import DossierRules

/// Good examples that are written as edits of the bad ones.
@Suite struct GoodExampleTests {
  private static let bad = RuleExample([
    "a.yaml": "one: ⟦1⟧\ntwo: 2\nthree: 2\n", "b.md": "é ⟦e⟧\u{301}", "c.yaml": "c: \\x{41}\n",
  ])

  private func files(_ fix: RuleExample.Fix) -> [String: String]? {
    fix.applied(to: GoodExampleTests.bad).map { Dictionary(uniqueKeysWithValues: $0.files.map { ($0.path, $0.text) }) }
  }

  @Test func `edits apply to the text without marks, one after the other`() {
    let fixed = files(.fixing(["a.yaml": ("one: 1", "one: 3"), "a.yaml": ("3\ntwo", "4\ntwo"), "b.md": ("é e", "f")]))
    #expect(fixed?["a.yaml"] == "one: 4\ntwo: 2\nthree: 2\n")
    #expect(fixed.map { Array(($0["b.md"] ?? "").unicodeScalars) } == ["f", "\u{301}"])
    #expect(fixed?["c.yaml"] == "c: \\x{41}\n")
  }

  @Test func `added files come last and removed files are gone`() throws {
    let fixed = try #require(
      RuleExample.Fix.fixing(adding: ["z.md": "z", "d.md": "d"], removing: ["b.md"]).applied(to: GoodExampleTests.bad))
    #expect(fixed.files.map(\.path) == ["a.yaml", "c.yaml", "z.md", "d.md"])
    #expect(fixed.isRunnable && fixed.before.isEmpty)
  }

  @Test(arguments: [
    RuleExample.Fix.fixing(["a.yaml": (": 2", ": 3")]), .fixing(["a.yaml": ("four", "five")]), .fixing(["a.yaml": ("", "x")]),
    .fixing(["d.yaml": ("one", "two")]), .fixing(removing: ["d.yaml"]), .fixing(adding: ["a.yaml": ""]),
  ])
  func `an edit that does not fit changes nothing`(_ fix: RuleExample.Fix) {
    #expect(fix.applied(to: GoodExampleTests.bad) == nil)
    #expect(fix.completed(from: GoodExampleTests.bad).files.map(\.text) == GoodExampleTests.bad.files.map(\.text))
  }

  /// An edit that does not fit gives the bad example back, with its marks.
  @Test func `no good example of a rule has marks`() {
    for rule in Rules.all {
      #expect(!rule.good.files.contains { $0.text.contains("⟦") || $0.text.contains("⟧") }, "\(rule.id)")
    }
  }
}
