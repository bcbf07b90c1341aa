import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let impactAssessmentInconclusive = RuleID("impact-assessment-inconclusive")
}

extension Rules {
  static let impactAssessmentInconclusive = Rule(
    .impactAssessmentInconclusive, .completeness, .warning, title: "an impact assessment has a conclusion",
    clauses: ["8.4", "A.5.3"],
    explanation: """
      An impact assessment must have `failure_modes`, `decisions` and `conclusion`. The purpose of the assessment is \
      to decide whether the system may be used, for which tasks and on which terms. Auditors expect to read how the \
      system can fail, and which decisions the system makes or influences. Write the missing fields.
      """,
    check: { facts, reporter in
      for (_, entry, assessment) in facts.records(ImpactAssessment.self) {
        let gaps = Gaps(
          of: entry,
          [
            ("failure modes", "failure_modes", !assessment.failureModes.isEmpty),
            ("the decisions it makes or influences", "decisions", assessment.decisions != nil),
            ("a conclusion", "conclusion", assessment.conclusion != nil),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) lacks \(gaps.listed)", at: entry.path, entry.idSpan,
          help: "add the missing fields, so that management can decide")
      }
    },
    bad: RuleExample([
      "aia-001.md": ExampleText.assessment(id: "⟦AIA-001⟧", "failure_modes: [an old refund rule is quoted]"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "aia-001.md": ExampleText.assessment(
        """
        failure_modes: [an old refund rule is quoted]
        decisions: none; a person grants every refund
        conclusion: may be used for questions about orders while every tenth answer is read
        """),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]))
}
