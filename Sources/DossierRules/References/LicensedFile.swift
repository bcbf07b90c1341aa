import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let licensedFile = RuleID("licensed-file")
}

extension Rules {
  static let licensedFile = Rule(
    .licensedFile, .references, .error, title: "nothing leads to text that must not be published", clauses: ["7.5.3"],
    explanation: """
      A file with `kind: texts` holds the text of a standard that was bought and may be read inside the organisation \
      only. A link or an evidence field that leads to it would copy the file into the site. The file is never copied, so \
      the reference is broken. Name the clause or control instead; the internal edition shows its text there.
      """,
    bad: example("[the wording](⟦licensed/house-rules.yaml⟧)"), good: example("[[house-rules:H.1]]")
  ) { facts, reporter in
    let dossier = facts.dossier
    for edge in dossier.graph.edges {
      guard case .withheld(let path) = edge.problem else { continue }
      reporter.report(
        "\(dossier.name(of: edge.origin)) leads to \(path), which is not published: it is marked `kind: texts`, or cannot be read",
        at: edge.site.path,
        edge.site.placeOfPath ?? edge.site.span, help: "name the clause or control instead, as `[[iso42001:A.2.2]]`")
    }
  }

  private static func example(_ link: String) -> RuleExample {
    RuleExample([
      "house-rules.yaml": """
      kind: catalogue
      name: house-rules
      title: House rules for AI
      publisher: Example Ltd
      edition: "2026"
      items:
        - {id: H.1, kind: control, title: Nobody is refused by a machine alone}
      """,
      "index.md": "What we promised: \(link).",
      "licensed/house-rules.yaml": """
      kind: texts
      catalogue: house-rules
      licence: for our own staff only
      texts:
        H.1: No request is refused before a person has looked at it.
      """,
    ])
  }
}
