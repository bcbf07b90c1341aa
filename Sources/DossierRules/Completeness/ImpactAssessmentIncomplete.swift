import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let impactAssessmentIncomplete = RuleID("impact-assessment-incomplete")
}

extension Rules {
  static let impactAssessmentIncomplete = Rule(
    .impactAssessmentIncomplete, .completeness, .warning, title: "an impact assessment looks at individuals, groups and society",
    clauses: ["6.1.4", "A.5.4", "A.5.5"],
    explanation: """
      Annex A has separate controls on individuals or groups and on society, the environment among it. An assessment that \
      leaves one out has not shown that there is no effect; it has not asked. Write the effects found for each of \
      `individuals`, `groups` and `society`. "None that we know, because …" is an answer too. Harm to the organisation \
      itself belongs to the risks and may be added.
      """,
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
    ])
  ) { facts, reporter in
    func isTreated(_ dimension: ImpactDimension?) -> Bool { dimension.map { !$0.effects.isEmpty } ?? false }
    for (_, entry, assessment) in facts.records(ImpactAssessment.self) {
      let gaps = Gaps([
        "individuals": isTreated(assessment.individuals), "groups": isTreated(assessment.groups),
        "society": isTreated(assessment.society),
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) names no effects on \(gaps.listed)", at: entry.path, entry.idSpan,
        help: "write the effects found for each, also where they are few")
    }
  }
}
