import DossierAssessment
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
  ) { facts, reporter in
    for row in facts.statement.rows where row.isApplicable == true && row.record?.implementation == .implemented {
      guard row.evidence.items.isEmpty, let line = row.implementation.map({ facts.dossier.entries[$0] }) else { continue }
      let control = facts.dossier.catalogues[row.catalogue].items[row.item].id
      reporter.report(
        "\(line.named) says \(control) is implemented, and on \(facts.asOf) there is no evidence for it", at: line.path,
        line.span(of: "implementation"), help: "collect evidence and name it in `evidence`, or write `partial`")
    }
  }
}
