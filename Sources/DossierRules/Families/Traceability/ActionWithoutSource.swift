import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let actionWithoutSource = RuleID("action-without-source")
}

extension Rules {
  static let actionWithoutSource = Rule(
    .actionWithoutSource, .traceability, .warning, title: "a corrective action has a source", clauses: ["10.2"],
    explanation: """
      At least one other record must refer to each corrective action. An action corrects a problem: a nonconformity, \
      an incident or a finding. An action can also come from a decision of the management review. Without the \
      reference, nobody can check whether the action fits the problem and was effective. Find the record of the \
      problem or decision, and add the action to `actions` of that record.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry, _) in facts.records(CorrectiveAction.self) {
        let isNamed = dossier.graph.edges(to: .entry(position)).contains { edge in
          if case .entry(let origin) = edge.origin { origin != position } else { false }
        }
        guard !isNamed else { continue }
        reporter.report(
          "no other record refers to \(entry.named)", in: entry,
          help: "add it to `actions` of the nonconformity or incident that it corrects")
      }
    },
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
    ]))
}
