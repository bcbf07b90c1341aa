import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let referenceSpelling = Rule(
    RuleID("reference-spelling"), .references, .warning, title: "references use the spelling of their target", clauses: ["7.5.3"],
    explanation: """
      A reference should use the exact spelling of the catalogue or the record. dossier understands many forms of a \
      control number, such as `A-6-2-4`, `A6.2.4`, `B.6.2.4` and `ISO 42001 A.6.2.4`. It also ignores upper and lower \
      case in ids. But a text search finds only one spelling, and other tools may not understand the other spellings. \
      Write the reference as the catalogue or the record spells it.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for edge in dossier.graph.edges {
        guard case .alias(let canonical) = edge.problem else { continue }
        reporter.report(
          "\(dossier.name(of: edge.origin)) refers to `\(edge.site.target)`, which is spelt `\(canonical)`", at: edge.site,
          help: "write `\(canonical)`", fix: canonical,
          // A word without a number, such as the letter of an annex, can also be the name of a page.
          isCertain: edge.site.target.utf8.contains { (0x30...0x39).contains($0) })
      }
    },
    bad: RuleExample(["index.md": "Tests before release implement [[⟦A-6-2-4⟧]]."]),
    good: RuleExample(["index.md": "Tests before release implement [[A.6.2.4]]."]))
}
