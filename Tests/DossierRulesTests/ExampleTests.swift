import DossierAnalysis
import DossierMarkup
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// Every rule's own examples, as `dossier explain` shows them.
@Suite struct ExampleTests {
  @Test(arguments: Mutation.allCases)
  func badExamplesAreUnderlinedExactlyAtTheirMarks(_ mutation: Mutation) async throws {
    for rule in Rules.all where rule.bad.isRunnable {
      let (tree, marks) = mutation.apply(to: rule.bad)
      #expect(!marks.isEmpty, "\(rule.id): the bad example has no mark")
      let said = try await heard(tree, mutation, of: rule, since: rule.bad)
      let here = said.filter { $0.rule == rule.id }
      let places = Set(here.map { RuleExample.Mark($0.primary.path, $0.primary.span) })
      #expect(places == marks, "\(rule.id): \(describe(said, in: tree)); the marks are \(describe(marks, in: tree))")
      #expect(here.count == marks.count, "\(rule.id): said more than once")
      #expect(here.allSatisfy { $0.severity == rule.severity }, "\(rule.id): another severity than the rule's")
      let elsewhere = said.filter { $0.rule != rule.id && $0.severity >= .warning }
      #expect(elsewhere.isEmpty, "\(rule.id): \(describe(elsewhere, in: tree))")
    }
  }

  @Test(arguments: Mutation.allCases)
  func nothingIsSaidOfGoodExamples(_ mutation: Mutation) async throws {
    for rule in Rules.all where rule.good.isRunnable {
      if rule.id == .byteOrderMark, mutation == .byteOrderMark { continue }
      let (tree, _) = mutation.apply(to: rule.good)
      let said = try await heard(tree, mutation, of: rule, since: rule.good).filter { $0.severity >= .warning }
      #expect(said.isEmpty, "\(rule.id): \(describe(said, in: tree))")
    }
  }

  @Test func fixesMendTheirExample() async throws {
    for rule in Rules.all where rule.bad.isRunnable {
      let (tree, _) = Mutation.none.apply(to: rule.bad)
      let fixes = try await heard(tree, .none, of: rule, since: rule.bad).filter { $0.rule == rule.id }.flatMap(\.fixes)
      guard !fixes.isEmpty else { continue }
      let files = tree.files.map { SourceFile(path: $0.path, bytes: mended($0, fixes)) }
      let said = try await heard(SourceTree(files: files, attachments: tree.attachments), .none, of: rule, since: rule.bad)
      #expect(!said.contains { $0.severity >= .warning }, "\(rule.id): \(describe(said, in: tree))")
    }
  }

  /// Without what the mutation itself must cause.
  private func heard(_ tree: SourceTree, _ mutation: Mutation, of rule: Rule, since example: RuleExample) async throws
    -> [Diagnostic]
  {
    let asOf = try #require(CivilDate("2026-06-30"))
    // Examples are small: what else an auditor would miss in them is not their subject.
    let rules = Rules.all.filter { $0.id == rule.id || $0.family == .format || $0.family == .references }
    let history = example.earlier.map { RuleExample.history(from: mutation.apply(to: $0).tree, to: tree) } ?? .unread
    let said = try await analyse(tree, asOf: asOf, rules: rules, history: history).diagnostics
    guard mutation == .byteOrderMark, rule.id != .byteOrderMark else { return said }
    return said.filter { $0.rule != .byteOrderMark }
  }

  private func mended(_ file: SourceFile, _ fixes: [Diagnostic.Fix]) -> [UInt8] {
    var bytes = file.bytes
    for fix in fixes.filter({ $0.path == file.path }).sorted(by: { $0.span > $1.span }) {
      bytes.replaceSubrange(fix.span.range, with: Array(fix.replacement.utf8))
    }
    return bytes
  }

  private func describe(_ said: [Diagnostic], in tree: SourceTree) -> String {
    said.map { "\($0.rule) \"\($0.headline)\" at \(describe([.init($0.primary.path, $0.primary.span)], in: tree))" }
      .joined(separator: "; ")
  }

  private func describe(_ marks: Set<RuleExample.Mark>, in tree: SourceTree) -> String {
    marks.map { "\($0.path) \($0.span.range) `\(tree.file(at: $0.path)?.text($0.span).prefix(80) ?? "")`" }.sorted()
      .joined(separator: ", ")
  }
}
