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
  func `bad examples are underlined exactly at their marks`(_ mutation: Mutation) async throws {
    // These examples are about the first bytes of a file.
    let first: Set<RuleID> = mutation == .multiByteText ? [.frontMatterForm, .unreadRecord] : []
    for rule in Rules.all where rule.bad.isRunnable && !first.contains(rule.id) {
      let (tree, marks) = mutation.apply(to: rule.bad)
      #expect(!marks.isEmpty, "\(rule.id): the bad example has no mark")
      let reported = try await findDiagnostics(tree, mutation, of: rule, since: rule.bad)
      let here = reported.filter { $0.rule == rule.id }
      let places = Set(here.map { RuleExample.Mark($0.primary.path, $0.primary.span) })
      #expect(places == marks, "\(rule.id): \(describe(reported, in: tree)); the marks are \(describe(marks, in: tree))")
      #expect(here.count == marks.count, "\(rule.id): reported more than once")
      #expect(here.allSatisfy { $0.severity == rule.severity }, "\(rule.id): another severity than the rule's")
      let elsewhere = reported.filter { $0.rule != rule.id && $0.severity >= .warning }
      #expect(elsewhere.isEmpty, "\(rule.id): \(describe(elsewhere, in: tree))")
    }
  }

  @Test(arguments: Mutation.allCases)
  func `nothing is reported for good examples`(_ mutation: Mutation) async throws {
    for rule in Rules.all where rule.good.isRunnable {
      if rule.id == .byteOrderMark, mutation == .byteOrderMark { continue }
      let (tree, _) = mutation.apply(to: rule.good)
      let reported = try await findDiagnostics(tree, mutation, of: rule, since: rule.good).filter { $0.severity >= .warning }
      #expect(reported.isEmpty, "\(rule.id): \(describe(reported, in: tree))")
    }
  }

  @Test func `fixes correct their example`() async throws {
    for rule in Rules.all where rule.bad.isRunnable {
      let (tree, _) = Mutation.none.apply(to: rule.bad)
      let fixes = try await findDiagnostics(tree, .none, of: rule, since: rule.bad).filter { $0.rule == rule.id }.flatMap(\.fixes)
      guard !fixes.isEmpty else { continue }
      let files = tree.files.map { SourceFile(path: $0.path, bytes: fixed($0, fixes)) }
      let reported = try await findDiagnostics(
        SourceTree(files: files, attachments: tree.attachments), .none, of: rule, since: rule.bad)
      #expect(!reported.contains { $0.severity >= .warning }, "\(rule.id): \(describe(reported, in: tree))")
    }
  }

  /// The diagnostics of the example, without those that the mutation itself causes.
  private func findDiagnostics(_ tree: SourceTree, _ mutation: Mutation, of rule: Rule, since example: RuleExample) async throws
    -> [Diagnostic]
  {
    let asOf = try #require(CivilDate("2026-06-30"))
    // Examples are small, so other rules would report missing records. Only format and reference rules are run as well.
    let rules = Rules.all.filter { $0.id == rule.id || $0.family == .format || $0.family == .references }
    let history = example.earlier.map { RuleExample.history(from: mutation.apply(to: $0).tree, to: tree) } ?? .unread
    let reported = try await analyse(tree, asOf: asOf, rules: rules, history: history).diagnostics
    guard mutation == .byteOrderMark, rule.id != .byteOrderMark else { return reported }
    return reported.filter { $0.rule != .byteOrderMark }
  }

  private func fixed(_ file: SourceFile, _ fixes: [Diagnostic.Fix]) -> [UInt8] {
    var bytes = file.bytes
    for fix in fixes.filter({ $0.path == file.path }).sorted(by: { $0.span > $1.span }) {
      bytes.replaceSubrange(fix.span.range, with: Array(fix.replacement.utf8))
    }
    return bytes
  }

  private func describe(_ reported: [Diagnostic], in tree: SourceTree) -> String {
    reported.map { "\($0.rule) \"\($0.headline)\" at \(describe([.init($0.primary.path, $0.primary.span)], in: tree))" }
      .joined(separator: "; ")
  }

  private func describe(_ marks: Set<RuleExample.Mark>, in tree: SourceTree) -> String {
    marks.map { "\($0.path) \($0.span.range) `\(tree.file(at: $0.path)?.text($0.span).prefix(80) ?? "")`" }.sorted()
      .joined(separator: ", ")
  }
}
