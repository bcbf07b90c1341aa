import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let concernUnanswered = RuleID("concern-unanswered")
}

extension Rules {
  static let concernUnanswered = Rule(
    .concernUnanswered, .currency, .warning, title: "a concern is answered within ninety days", clauses: ["A.3.3"],
    explanation: """
      People raise concerns when they can expect an answer. One that is still without an outcome ninety days after \
      it was raised tells them, and an auditor, that the channel leads nowhere. Ninety days are this tool's measure, \
      not the standard's. Deal with it and write what came of it under `outcome`; a short answer is better than \
      none.
      """,
    bad: RuleExample([
      "concerns.yaml": """
      kind: concern
      records:
        - {id: CNC-001, title: Answers about returns sounded too sure, raised: ⟦2026-02-04⟧}
      """
    ]),
    good: RuleExample([
      "concerns.yaml": """
      kind: concern
      records:
        - {id: CNC-001, title: Answers about returns sounded too sure, raised: 2026-02-04, outcome: wording changed on 3 March}
      """
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (_, entry, concern) in facts.records(Concern.self, with: [.effective])
    where concern.outcome == nil {
      guard asOf.isPast(concern.raised.plus(90)) else { continue }
      reporter.report(
        "\(entry.named) was raised on \(concern.raised) and has no outcome", in: entry, "raised",
        help: "deal with it and write what came of it under `outcome`")
    }
  }
}
