import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let referenceCycle = RuleID("reference-cycle")
}

extension Rules {
  static let referenceCycle = Rule(
    .referenceCycle, .references, .error, title: "no record comes before itself", clauses: ["7.5.3"],
    explanation: """
      What a record replaces (`supersedes`), what a data set was made from (`provenance`): such a chain has an end, and the \
      end is what one looks for. In a circle there is none: no version is the valid one, no data set the source. One \
      mention in the circle is wrong; correct or remove it. A circle is reported once, at its first record.
      """,
    bad: RuleExample([
      "decisions.yaml": """
      kind: decision
      records:
        - id: DEC-001
          title: Answers about refunds are reviewed by a person
          supersedes: ⟦DEC-002⟧
        - id: DEC-002
          title: All answers about money are reviewed by a person
          supersedes: DEC-001
      """
    ]),
    good: RuleExample([
      "decisions.yaml": """
      kind: decision
      records:
        - id: DEC-001
          title: Answers about refunds are reviewed by a person
        - id: DEC-002
          title: All answers about money are reviewed by a person
          supersedes: DEC-001
      """
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (field, edges) in FieldCycles.all(in: dossier) {
      guard let first = edges.first else { continue }
      let ids = edges.compactMap { edge -> String? in
        if case .entry(let position) = edge.origin { dossier.entries[position].id } else { nil }
      }
      reporter.report(
        "`\(field)` leads in a circle: \((ids + ids.prefix(1)).joined(separator: " → "))", at: first.site,
        others: edges.dropFirst().map { .init($0.site.path, $0.site.span, "leads on to \($0.site.target)") },
        help: "remove the mention that is wrong")
    }
  }
}
