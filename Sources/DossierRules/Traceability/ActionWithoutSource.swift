import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let actionWithoutSource = RuleID("action-without-source")
}

extension Rules {
  static let actionWithoutSource = Rule(
    .actionWithoutSource, .traceability, .warning, title: "a corrective action says what it corrects", clauses: ["10.2"],
    explanation: """
      A corrective action answers something: a nonconformity, an incident, a finding, a decision of the management \
      review. One that no record mentions cannot be judged, because nobody knows what it was to put right or how to \
      tell that it worked. Name it under `actions` of the record it answers.
      """,
    bad: RuleExample([
      "corrective-actions.yaml": """
      kind: corrective-action
      records:
        - {id: ⟦CAR-001⟧, title: Assess the suppliers, owner: ROL-002, due: 2026-07-31}
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: RuleExample([
      "corrective-actions.yaml": """
      kind: corrective-action
      records:
        - {id: CAR-001, title: Assess the suppliers, owner: ROL-002, due: 2026-07-31}
      """,
      "nonconformities.yaml": """
      kind: nonconformity
      records:
        - {id: NCR-001, title: Supplier assessments late, found: 2026-06-10, actions: [CAR-001]}
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (position, entry, _) in facts.records(CorrectiveAction.self) {
      let isNamed = dossier.graph.edges(to: .entry(position)).contains { edge in
        if case .entry(let origin) = edge.origin { origin != position } else { false }
      }
      guard !isNamed else { continue }
      reporter.report(
        "no record says what \(entry.named) corrects", in: entry,
        help: "name it under `actions` of the nonconformity or incident it answers")
    }
  }
}
