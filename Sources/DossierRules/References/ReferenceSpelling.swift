import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let referenceSpelling = RuleID("reference-spelling")
}

extension Rules {
  static let referenceSpelling = Rule(
    .referenceSpelling, .references, .warning, title: "references are spelt as what they name is spelt", clauses: ["7.5.3"],
    explanation: """
      Control numbers are written in many ways: `A-6-2-4`, `A6.2.4`, `B.6.2.4`, `ISO 42001 A.6.2.4`. All of these are \
      understood, and so is an id in other case; but a search in the files finds only one of them, and other tools may \
      understand none. Use the one spelling that the catalogue or the record itself has.
      """,
    bad: RuleExample(["index.md": "Tests before release answer [[⟦A-6-2-4⟧]]."]),
    good: RuleExample(["index.md": "Tests before release answer [[A.6.2.4]]."])
  ) { facts, reporter in
    let dossier = facts.dossier
    for edge in dossier.graph.edges {
      guard case .alias(let canonical) = edge.problem else { continue }
      reporter.report(
        "\(dossier.name(of: edge.origin)) names `\(edge.site.target)`, which is written `\(canonical)`", at: edge.site,
        help: "write `\(canonical)`", fix: canonical, isCertain: true)
    }
  }
}
