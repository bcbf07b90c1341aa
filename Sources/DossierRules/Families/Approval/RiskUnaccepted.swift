import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let riskUnaccepted = RuleID("risk-unaccepted")
}

extension Rules {
  static let riskUnaccepted = Rule(
    .riskUnaccepted, .approval, .error,
    title: "a remaining risk above the limit is accepted",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      ISO/IEC 42001 clause 6.1.3 requires that designated management approves the risk treatment and accepts the \
      residual risks. This rule reports a risk without an `acceptance` if its treatment is `accept`. It also reports a \
      risk whose residual score is above `acceptable` in `dossier.yaml`. Record who accepted the risk, when, why and \
      until when, or treat the risk further.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      let appetite = facts.appetite
      for (position, entry, risk) in facts.records(Risk.self) where asOf.acceptance(of: risk) == nil {
        guard let state = facts.risk(at: position) else { continue }
        // Skip a risk whose acceptance cannot be read: another rule reports it.
        guard !entry.unread.contains("acceptance") else { continue }
        let isAbove = risk.residual != nil && state.band == .tolerable
        guard isAbove || risk.treatment == .accept, state.band != .intolerable else { continue }
        let subject =
          isAbove
          ? "\(entry.named) remains at \(risk.score), above the acceptable score \(appetite.acceptable ?? 0), and"
          : "\(entry.named) has the treatment `accept`, but"
        let later = risk.acceptance
        reporter.report(
          later.map { "\(subject) its acceptance is dated \($0.date), after \(asOf)" } ?? "\(subject) has no acceptance",
          in: entry, later == nil ? (isAbove ? risk.scoreField : "treatment") : "acceptance.date",
          help: later == nil
            ? "record under `acceptance` who accepted the risk, or treat the risk further"
            : "have it accepted now, or correct the date of the acceptance")
      }
    },
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
    good: .fixing([
      "risks.yaml": (
        "residual: {likelihood: 2, impact: 4}",
        """
        residual: {likelihood: 2, impact: 4}
            acceptance: {by: ROL-001, date: 2026-04-16, rationale: watched monthly, until: 2026-10-31}
        """
      )
    ]))
}
