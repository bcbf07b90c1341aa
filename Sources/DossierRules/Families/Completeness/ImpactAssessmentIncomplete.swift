import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let impactAssessmentIncomplete = RuleID("impact-assessment-incomplete")
}

extension Rules {
  static let impactAssessmentIncomplete = Rule(
    .impactAssessmentIncomplete, .completeness, .warning, title: "an impact assessment covers individuals, groups and society",
    clauses: ["6.1.4", "A.5.4", "A.5.5"],
    explanation: """
      An impact assessment must list effects for `individuals`, `groups` and `society`. Control A.5.4 covers \
      individuals and groups. Control A.5.5 covers society, including the environment. If a field lists no effects, \
      readers cannot know whether anyone looked for effects. Write the effects in each field. If you looked and found \
      no effects, write this: "None that we know, because …" is a valid entry. Write effects on the organisation \
      itself in the risks or in `organisation`.
      """,
    check: { facts, reporter in
      func isTreated(_ dimension: ImpactDimension?) -> Bool { dimension.map { !$0.effects.isEmpty } ?? false }
      for (_, entry, assessment) in facts.records(ImpactAssessment.self) {
        let gaps = Gaps([
          "individuals": isTreated(assessment.individuals) || entry.cannotRead("individuals"),
          "groups": isTreated(assessment.groups) || entry.cannotRead("groups"),
          "society": isTreated(assessment.society) || entry.cannotRead("society"),
        ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) lists no effects on \(gaps.listed)", at: entry.path, entry.idSpan,
          help: "write the effects for each of them, or why there are none")
      }
    },
    bad: RuleExample([
      "aia-001.md": ExampleText.assessment(id: "⟦AIA-001⟧", "individuals: {effects: [a wrong answer costs a customer money]}"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "aia-001.md": ExampleText.assessment(
        """
        individuals: {effects: [a wrong answer costs a customer money]}
        groups: {effects: [answers are worse for those who do not write English]}
        society: {effects: [energy for each answer, little work lost in support]}
        """),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]))
}
