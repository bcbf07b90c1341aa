import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let riskUntreated = RuleID("risk-untreated")
}

extension Rules {
  static let riskUntreated = Rule(
    .riskUntreated, .traceability, .warning,
    title: "a risk with the treatment `mitigate` has controls",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      A risk with the treatment `mitigate` needs at least one control if its score is above `acceptable` in \
      `dossier.yaml`. If `acceptable` is not set, every risk to be mitigated needs a control. Clause 6.1.3 requires the \
      organisation to determine the controls for the treatment. Without a control, nobody can say what lowers the risk, or \
      check it. List the controls in `controls`, or choose another treatment.
      """,
    check: { facts, reporter in
      let appetite = facts.appetite
      for (_, entry, risk) in facts.records(Risk.self) where risk.treatment == .mitigate {
        // Skip a risk whose residual score is below its inherent score: `residual-without-control` reports it.
        guard risk.controls.isEmpty, risk.inherentScore > appetite.acceptable ?? 0, risk.score >= risk.inherentScore else {
          continue
        }
        reporter.report(
          "\(entry.named) has the treatment `mitigate`, but lists no control", in: entry, "treatment",
          help: "list in `controls` the controls that lower it, or choose another treatment")
      }
    },
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
    good: .fixing(["risks.yaml": ("treatment: mitigate", "treatment: mitigate\n    controls: [A.6.2.4]")]))
}
