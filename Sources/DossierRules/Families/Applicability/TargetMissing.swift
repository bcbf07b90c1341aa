import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let targetMissing = RuleID("target-missing")
}

extension Rules {
  static let targetMissing = Rule(
    .targetMissing, .applicability, .warning, title: "a control that is planned or partly in place has a target date",
    clauses: ["6.1.3"],
    explanation: """
      A control that is planned or partly implemented must have a date in `target`. Without this date, the control can \
      remain incomplete forever, and auditors do not accept the plan. Write in `target` the day by which the control \
      will be in place. Later, change this day only for a reason.
      """,
    check: { facts, reporter in
      for (_, entry, line) in facts.records(ControlImplementation.self)
      where line.applicable && line.target == nil && !entry.cannotRead("target") {
        guard line.implementation == .planned || line.implementation == .partial else { continue }
        reporter.report(
          "\(entry.named) says \(line.control.text) is \(line.implementation.rawValue), but has no target date",
          at: entry.path, entry.span(of: "implementation"),
          help: "write in `target` the day by which the control will be in place")
      }
    },
    bad: RuleExample(["soa.md": ExampleText.control(implementation: "⟦planned⟧")]),
    good: RuleExample(["soa.md": ExampleText.control(implementation: "planned", "target: 2026-12-15")]))
}
