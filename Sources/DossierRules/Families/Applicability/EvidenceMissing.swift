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
      This rule reports an applicable control that is recorded as implemented, but has no evidence. Auditors ask for \
      evidence of each implemented control. The control implementation can refer to the evidence, or the evidence can \
      refer to the control. Evidence counts if it was collected on or before the as-of date and is not retired. \
      Collect evidence for the control. Until evidence exists, set `implementation` to `partial`.
      """,
    check: { facts, reporter in
      for row in facts.statement.rows where row.isApplicable == true && row.record?.implementation == .implemented {
        guard row.evidence.items.isEmpty, let line = row.implementation.map({ facts.dossier.entries[$0] }) else { continue }
        let control = facts.dossier.catalogues[row.catalogue].items[row.item].id
        reporter.report(
          "\(line.named) says \(control) is implemented, but on \(facts.asOf) there is no effective evidence for it",
          at: line.path, line.span(of: "implementation"),
          help: "collect evidence and refer to it in `evidence`, or write `partial`")
      }
    },
    bad: RuleExample(["soa.md": ExampleText.control(implementation: "⟦implemented⟧")]),
    good: .fixing(adding: ["evd-001.md": ExampleText.evidence(), "roles.yaml": ExampleText.role]))
}
