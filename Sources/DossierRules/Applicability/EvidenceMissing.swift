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
      For each control in place an auditor asks for something to look at. Evidence may be named by the line, or name the \
      control itself; it has to be collected by the day that is judged and not retired. Collect one piece for the control, \
      or say honestly that it is `partial` until there is one.
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
        "\(entry.named) says \(line.control.text) is implemented, and on \(asOf) there is no evidence for it", at: entry.path,
        entry.span(of: "implementation"), help: "collect evidence and name it in `evidence`, or write `partial`")
    }
  }
}
