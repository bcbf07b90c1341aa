import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let residualMissing = RuleID("residual-missing")
}

extension Rules {
  static let residualMissing = Rule(
    .residualMissing, .traceability, .warning, title: "a treated risk has a residual score", clauses: ["6.1.3", "8.3"],
    explanation: """
      A risk with the treatment `transfer` must have a residual score. A risk with the treatment `mitigate` must have \
      a residual score if it lists a control. Clause 6.1.3 requires the acceptance of residual risks. The role that \
      accepts the residual risk must know its score. Estimate likelihood and impact with the current controls, and \
      write both in `residual`.
      """,
    check: { facts, reporter in
      for (_, entry, risk) in facts.records(Risk.self)
      where risk.residual == nil && !entry.cannotRead("residual") {
        // Skip a risk with the treatment `mitigate` and no control: `risk-untreated` reports it.
        guard risk.treatment == .transfer || (risk.treatment == .mitigate && !risk.controls.isEmpty) else { continue }
        reporter.report(
          "\(entry.named) has no residual score", in: entry, "treatment",
          help: "estimate likelihood and impact with the current controls, and write them in `residual`")
      }
    },
    bad: RuleExample([
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Wrong refund terms
          systems: [AIS-001]
          category: accuracy-and-reliability
          inherent: {likelihood: 4, impact: 3}
          treatment: ⟦mitigate⟧
          controls: [A.6.2.4]
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["risks.yaml": ("controls: [A.6.2.4]", "controls: [A.6.2.4]\n    residual: {likelihood: 2, impact: 3}")]))
}
