import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let treatmentWithoutEvidence = RuleID("treatment-without-evidence")
}

extension Rules {
  static let treatmentWithoutEvidence = Rule(
    .treatmentWithoutEvidence, .traceability, .warning,
    title: "at least one control of a treatment has evidence",
    clauses: ["6.1.3", "8.3", "9.1"],
    explanation: """
      A risk with the treatment `mitigate` and an inherent score above `acceptable` needs evidence for at least one of its \
      controls. Auditors follow the path from the risk to its treatment, to the control, and to the evidence. Without \
      evidence, the lower score is not proved. Collect evidence for one of the controls, and list the control in \
      `controls` of the evidence. Evidence collected after the as-of date does not count.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let shown = facts.shownControls
      // If no control in the workspace has evidence, a message for each risk would not help.
      guard !shown.isEmpty else { return }
      let acceptable = facts.appetite.acceptable ?? 0
      for (position, entry, risk) in facts.records(Risk.self) where risk.treatment == .mitigate {
        guard risk.inherentScore > acceptable else { continue }
        let controls = dossier.graph.edges(from: .entry(position)).filter { $0.site.field == "controls" && $0.target != nil }
        guard !controls.isEmpty, !controls.contains(where: { $0.target.map(shown.contains) ?? false }) else { continue }
        reporter.report(
          "no control of \(entry.named) has evidence: \(controls.map(\.site.target).listed())",
          at: entry.path, entry.key("controls"),
          help: "collect evidence for one of them, and list the control in `controls` of the evidence")
      }
    },
    bad: RuleExample([
      "dossier.yaml": ExampleText.configuration,
      "evidence.yaml": """
      kind: evidence
      records:
        - id: EVD-001
          title: Minutes of the board
          controls: [A.2.2]
          location: minute book
          collected: 2026-05-04
          collected_by: ROL-001
      """,
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Wrong refund terms
          systems: [AIS-001]
          category: accuracy-and-reliability
          inherent: {likelihood: 4, impact: 4}
          treatment: mitigate
          ⟦controls⟧: [A.6.2.4, A.6.2.6]
          residual: {likelihood: 2, impact: 3}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing([
      "evidence.yaml": (
        "collected_by: ROL-001",
        """
        collected_by: ROL-001
          - id: EVD-002
            title: Answers tested before the release of May
            controls: [A.6.2.4]
            location: archive of Customer Care
            collected: 2026-05-11
            collected_by: ROL-002
        """
      )
    ]))
}
