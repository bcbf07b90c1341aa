import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let licensedFile = Rule(
    RuleID("licensed-file"), .references, .error, title: "no reference publishes licensed text", clauses: ["7.5.3"],
    explanation: """
      A file with `kind: texts` contains the text of a bought standard. Only the organisation may read this text. For \
      this reason, dossier never copies such a file into the site. A link or an evidence field that refers to the file \
      would lead nowhere. A file that dossier cannot read is treated in the same way, because it may contain such a \
      text. Refer to the clause or control instead. The internal edition of the site shows the text at the clause or \
      control.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for edge in dossier.graph.edges {
        guard case .withheld(let path) = edge.problem else { continue }
        reporter.report(
          "\(dossier.name(of: edge.origin)) refers to \(path), which dossier does not copy into the site; "
            + "the file contains licensed text (`kind: texts`), or dossier cannot read it",
          at: edge.site.path,
          edge.site.placeOfPath ?? edge.site.span, help: "refer to the clause or control instead, such as `[[iso42001:A.2.2]]`")
      }
    },
    bad: example("[the wording](⟦licensed/house-rules.yaml⟧)"),
    good: example("[[house-rules:H.1]]"))

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
