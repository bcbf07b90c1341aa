import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let concernUnanswered = RuleID("concern-unanswered")
}

extension Rules {
  static let concernUnanswered = Rule(
    .concernUnanswered, .currency, .warning, title: "a concern has an outcome within ninety days", clauses: ["A.3.3"],
    explanation: """
      This rule reports a concern that has no outcome after ninety days. People raise concerns only if they expect an \
      answer. If there is no answer, people and auditors conclude that nobody deals with concerns. The limit of ninety \
      days is a recommendation of dossier, not a requirement of the standard. Deal with the concern, and write the \
      result in `outcome`. A short answer is better than none.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (_, entry, concern) in facts.records(Concern.self, with: [.effective])
      where concern.outcome == nil && !entry.cannotRead("outcome") {
        guard asOf.isPast(concern.raised.plus(90)) else { continue }
        reporter.report(
          "\(entry.named) was raised on \(concern.raised), but has no outcome", in: entry, "raised",
          help: "deal with the concern and write the result under `outcome`")
      }
    },
    bad: RuleExample([
      "concerns.yaml": """
      kind: concern
      records:
        - {id: CNC-001, title: Answers about returns sounded too sure, raised: ⟦2026-02-04⟧}
      """
    ]),
    good: .fixing(["concerns.yaml": ("raised: 2026-02-04", "raised: 2026-02-04, outcome: wording changed on 3 March")]))
}
