import DossierRecords
import DossierText

extension RuleID {
  static let evidenceMissing = RuleID("evidence-missing")
}

extension Rules {
  static let evidenceMissing = Rule(
    .evidenceMissing, .applicability, .warning, title: "an implemented control has evidence",
    clauses: ["6.1.3", "9.1", "7.5.1"],
    explanation: """
      Auditors ask for evidence of each control that is in place. The control implementation can refer to the evidence, \
      or the evidence can refer to the control. Evidence counts if it was collected on or before the as-of date and is \
      not retired. Collect evidence for the control, or write `partial` until there is some.
      """,
    bad: RuleExample(["soa.md": ExampleText.control(implementation: "⟦implemented⟧")]),
    good: RuleExample([
      "soa.md": ExampleText.control(), "evd-001.md": ExampleText.evidence(), "roles.yaml": ExampleText.role,
    ])
  ) { dossier, asOf, reporter in
    let lines = ApplicabilityLines(dossier, on: asOf)
    for (position, entry, line) in dossier.standing(ControlImplementation.self, on: asOf) {
      guard line.applicable, line.implementation == .implemented, lines.evidence(for: position).isEmpty else { continue }
      reporter.report(
        "\(entry.named) says \(line.control.text) is implemented, but on \(asOf) there is no evidence for it", at: entry.path,
        entry.span(of: "implementation"), help: "collect evidence and refer to it in `evidence`, or write `partial`")
    }
  }
}
