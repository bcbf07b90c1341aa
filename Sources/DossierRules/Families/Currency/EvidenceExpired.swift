import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evidenceExpired = RuleID("evidence-expired")
}

extension Rules {
  static let evidenceExpired = Rule(
    .evidenceExpired, .currency, .warning, title: "evidence is valid on the as-of date", clauses: ["9.1", "7.5.3"],
    explanation: """
      This rule compares the day in `valid_until` with the as-of date, which you can set with `--as-of`. After that day, \
      evidence no longer shows the current state. A control that depends only on this evidence is not shown to work. \
      Collect the evidence again as a new record. If nothing depends on it any more, give it the status `retired`.
      """,
    check: { facts, reporter in
      for (entry, end) in facts.expiredEvidence {
        reporter.report(
          "\(entry.named) was valid until \(end), which is before \(facts.asOf)", at: entry.path, entry.span(of: "valid_until"),
          help: "collect the evidence again as a new record, or give it the status `retired`")
      }
    },
    bad: example("⟦2024-12-31⟧"),
    good: example("9999-12-31"))

  private static func example(_ end: String) -> RuleExample {
    RuleExample([
      "evidence/evd-001.md": """
      ---
      kind: evidence
      id: EVD-001
      title: Sample of answers
      controls: [A.6.2.4]
      location: the archive of customer care
      collected: 2024-05-04
      collected_by: ROL-001
      valid_until: \(end)
      ---
      """,
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Head of customer care
          accountable_for: [the support assistant]
      """,
    ])
  }
}
