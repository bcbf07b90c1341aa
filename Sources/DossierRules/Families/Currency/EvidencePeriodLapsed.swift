import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evidencePeriodLapsed = RuleID("evidence-period-lapsed")
}

extension Rules {
  static let evidencePeriodLapsed = Rule(
    .evidencePeriodLapsed, .currency, .warning,
    title: "the evidence of an implemented control covers part of the last twelve months",
    clauses: ["9.1", "7.5.3"],
    explanation: """
      Evidence shows that a control worked in the period that the evidence covers. Auditors commonly look at the last \
      twelve months. This rule checks implemented controls that have evidence. It reports a control if none of its \
      evidence is fresh, and all the evidence covers only days more than a year ago. Nothing then shows that the \
      control still works. Collect evidence for a later period. If all evidence of the control has `valid_until`, \
      `evidence-stale` reports the control instead.
      """,
    check: { facts, reporter in
      for row in facts.statement.rows where row.isApplicable == true && row.record?.implementation == .implemented {
        guard let last = row.evidence.lapsed(facts.asOf), let line = row.implementation.map({ facts.dossier.entries[$0] })
        else { continue }
        let entry = facts.dossier.entries[last.position]
        reporter.report(
          "\(line.named) is implemented, but its latest evidence covers nothing after \(last.end)", in: line, "implementation",
          others: [entry.label(entry.field("period") == nil ? "collected" : "period.to", "ends here")],
          help: "collect evidence for a later period")
      }
    },
    bad: RuleExample([
      "controls.yaml": """
      kind: control-implementation
      records:
        - {id: SOA-A-6-2-4, title: Validation, control: A.6.2.4, applicable: true, justification: releases, implementation: ⟦implemented⟧}
      """,
      "evidence.yaml": """
      kind: evidence
      records:
        - id: EVD-001
          title: Sample of releases
          controls: [A.6.2.4]
          location: archive
          collected: 2026-01-09
          collected_by: ROL-002
          period: {from: 2025-01-01, to: 2025-03-31}
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing([
      "evidence.yaml": ("period: {from: 2025-01-01, to: 2025-03-31}", "period: {from: 2025-01-01, to: 2025-12-31}")
    ]))
}
