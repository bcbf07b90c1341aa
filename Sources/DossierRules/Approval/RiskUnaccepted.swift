import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let riskUnaccepted = RuleID("risk-unaccepted")
}

extension Rules {
  static let riskUnaccepted = Rule(
    .riskUnaccepted, .approval, .error,
    title: "a risk above the limit that remains is accepted by somebody",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      Clause 6.1.3 leaves it to managers named for it to approve the treatment and to accept what remains. A risk with the \
      treatment `accept`, or one that remains above what a system's owner may accept (`acceptable` in `dossier.yaml`), and \
      that has no `acceptance`, is carried by nobody. Record who accepted it, when, why and until when, or treat it \
      further.
      """,
    bad: RuleExample([
      "dossier.yaml": ExampleText.configuration,
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Age disparity in approvals
          systems: [AIS-001]
          category: fairness-and-bias
          inherent: {likelihood: 4, impact: 5}
          treatment: mitigate
          controls: [A.5.4]
          residual: ⟦{likelihood: 2, impact: 4}⟧
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
          title: Age disparity in approvals
          systems: [AIS-001]
          category: fairness-and-bias
          inherent: {likelihood: 4, impact: 5}
          treatment: mitigate
          controls: [A.5.4]
          residual: {likelihood: 2, impact: 4}
          acceptance: {by: ROL-001, date: 2026-04-16, rationale: watched monthly, until: 2026-10-31}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    let appetite = facts.appetite
    for (position, entry, risk) in facts.records(Risk.self) where asOf.acceptance(of: risk) == nil {
      guard let state = facts.risk(at: position) else { continue }
      // One that could not be read is another rule's subject.
      guard risk.acceptance != nil || entry.field("acceptance") == nil else { continue }
      let isAbove = risk.residual != nil && state.band == .tolerable
      guard isAbove || risk.treatment == .accept, state.band != .intolerable else { continue }
      let subject =
        isAbove
        ? "\(entry.named) remains at \(risk.score), above \(appetite.acceptable ?? 0), and"
        : "\(entry.named) is to be accepted, but"
      let later = risk.acceptance
      reporter.report(
        later.map { "\(subject) its acceptance is dated \($0.date), after \(asOf)" } ?? "\(subject) nobody has accepted it",
        in: entry, later == nil ? (isAbove ? risk.scoreField : "treatment") : "acceptance.date",
        help: later == nil
          ? "record who accepted it under `acceptance`, or treat it further"
          : "have it accepted now, or correct the day of the acceptance")
    }
  }
}
