import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let treatmentWithoutEvidence = RuleID("treatment-without-evidence")
}

extension Rules {
  static let treatmentWithoutEvidence = Rule(
    .treatmentWithoutEvidence, .traceability, .warning,
    title: "something shows that the controls of a treatment work",
    clauses: ["6.1.3", "8.3", "9.1"],
    explanation: """
      The line an auditor follows runs from the risk to its treatment, from there to the control and from the control to \
      evidence. When none of the controls that mitigate a risk above the acceptable score has a single piece of evidence, \
      the lower score is a hope. Collect evidence for at least one of them, and name the control in it; evidence collected \
      after the day that is judged does not count yet.
      """,
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
    good: RuleExample([
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
        - id: EVD-002
          title: Answers tested before the release of May
          controls: [A.6.2.4]
          location: archive of Customer Care
          collected: 2026-05-11
          collected_by: ROL-002
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
          controls: [A.6.2.4, A.6.2.6]
          residual: {likelihood: 2, impact: 3}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let shown = facts.shownControls
    // Before any evidence was collected, or where none is kept, this says nothing of one risk.
    guard !shown.isEmpty else { return }
    let acceptable = facts.appetite.acceptable ?? 0
    for (position, entry, risk) in facts.records(Risk.self) where risk.treatment == .mitigate {
      guard risk.inherentScore > acceptable else { continue }
      let controls = dossier.graph.edges(from: .entry(position)).filter { $0.site.field == "controls" && $0.target != nil }
      guard !controls.isEmpty, !controls.contains(where: { $0.target.map(shown.contains) ?? false }) else { continue }
      reporter.report(
        "nothing shows that the controls of \(entry.named) work: no evidence for \(controls.map(\.site.target).listed())",
        at: entry.path, entry.key("controls"), help: "collect evidence for one of them and name the control in its `controls`")
    }
  }
}
