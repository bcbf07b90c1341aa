import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let riskUntreated = RuleID("risk-untreated")
}

extension Rules {
  static let riskUntreated = Rule(
    .riskUntreated, .traceability, .warning,
    title: "a risk that is to be mitigated names the controls that do it",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      Risk treatment means choosing controls. A risk above what the organisation accepts, with the treatment \
      `mitigate` and no control, is a plan without a step: nobody can say what will lower it or check that it did. \
      Name the controls under `controls`, or decide on another treatment. What is acceptable is said in \
      `dossier.yaml`; where it is not said there, every risk to be mitigated needs a control.
      """,
    bad: RuleExample([
      "dossier.yaml": ExampleText.configuration,
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Wrong refund terms
          systems: [AIS-001]
          category: accuracy-and-reliability
          inherent: {likelihood: 4, impact: 4}
          treatment: ⟦mitigate⟧
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: RuleExample([
      "dossier.yaml": ExampleText.configuration,
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Wrong refund terms
          systems: [AIS-001]
          category: accuracy-and-reliability
          inherent: {likelihood: 4, impact: 4}
          treatment: mitigate
          controls: [A.6.2.4]
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    let appetite = facts.appetite
    for (_, entry, risk) in facts.records(Risk.self) where risk.treatment == .mitigate {
      // A residual score that is lower without a control is another rule's subject.
      guard risk.controls.isEmpty, risk.inherentScore > appetite.acceptable ?? 0, risk.score >= risk.inherentScore else {
        continue
      }
      reporter.report(
        "\(entry.named) is to be mitigated, but names no control", in: entry, "treatment",
        help: "name the controls that lower it under `controls`, or decide on another treatment")
    }
  }
}
