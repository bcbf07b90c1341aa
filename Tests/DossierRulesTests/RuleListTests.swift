import DossierAnalysis
import DossierMarkup
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Foundation
import Testing

/// Properties of all rules, compared with their files.
@Suite struct RuleListTests {
  @Test func `ids are unique and in kebab case`() {
    let ids = Rules.all.map(\.id.name)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil, "\(id)") }
  }

  @Test func `rules are sorted by family and id`() {
    let families = Rule.Family.allCases
    let order = Rules.all.map { (families.firstIndex(of: $0.family) ?? 0, $0.id) }
    for (a, b) in zip(order, order.dropFirst()) { #expect(a < b, "\(b.1) is after \(a.1)") }
  }

  @Test(arguments: Rule.Family.allCases)
  func `every file of a family is in the list`(_ family: Rule.Family) throws {
    let folder = sources.appending(path: "DossierRules/Families/\(family.rawValue.capitalized)")
    let files =
      FileManager.default.fileExists(atPath: folder.path)
      ? try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .map { $0.deletingPathExtension().lastPathComponent.lowercased() } : []
    let ids = Rules.all.filter { $0.family == family }.map { $0.id.name.replacing("-", with: "") }
    #expect(files.sorted() == ids.sorted())
  }

  @Test func `every rule id in the sources has a rule`() throws {
    var declared: Set<String> = []
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /RuleID\("([^"]*)"\)/) {
        #expect(declared.insert(String(match.1)).inserted, "\(match.1) is declared twice")
      }
    }
    #expect(declared == Set(Rules.all.map(\.id.name)))
  }

  @Test func `diagnostics of reading have the severity of their rule`() async throws {
    let asOf = try #require(CivilDate("2026-06-30"))
    var reported: [Diagnostic] = []
    for rule in Rules.all {
      reported += try await analyse(rule.bad.sources().tree, asOf: asOf, rules: []).reported()
    }
    // A folder with nothing to read is an error of a rule that is a note otherwise.
    for diagnostic in reported where diagnostic.rule != .missingConfiguration {
      let rule = Rules.rule(diagnostic.rule.name)
      #expect(rule?.severity == diagnostic.severity, "\(diagnostic.rule): \(diagnostic.severity) \(diagnostic.headline)")
    }
  }

  @Test func `explanations are paragraphs of sentences`() {
    for rule in Rules.all {
      #expect((80...900).contains(rule.explanation.count), "\(rule.id): \(rule.explanation.count) characters")
      #expect(rule.explanation.hasSuffix("."), "\(rule.id)")
      #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."), "\(rule.id)")
    }
  }

  @Test func `clauses of rules are in the catalogue`() throws {
    let catalogue = try #require(try ParsedCatalogues.named(["iso42001"]).first)
    for rule in Rules.all {
      for clause in rule.clauses { #expect(catalogue.item(clause) != nil, "\(rule.id) names \(clause)") }
    }
  }

  @Test func `messages have one style`() async throws {
    let asOf = try #require(CivilDate("2026-06-30"))
    for rule in Rules.all {
      let reported = try await analyse(rule.bad.sources().tree, asOf: asOf).diagnostics
      for diagnostic in reported {
        #expect(!diagnostic.headline.hasSuffix("."), "\(rule.id): \(diagnostic.headline)")
        #expect(diagnostic.help?.first?.isLowercase == true, "\(rule.id): help \(diagnostic.help ?? "is missing")")
      }
    }
  }

  private var sources: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources")
  }
}
