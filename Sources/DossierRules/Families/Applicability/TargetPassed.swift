import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let targetPassed = RuleID("target-passed")
}

extension Rules {
  static let targetPassed = Rule(
    .targetPassed, .applicability, .warning, title: "a control is in place by its target date",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      This rule reports a control that is not recorded as implemented, although its target date is before the as-of \
      date. Either the work is done and the record is out of date, or the work is late. If the work is done, set \
      `implementation` to `implemented`. If the work is late, decide what the delay means for the risks that the \
      control treats. Then write a new day in `target`, and give the reason in the text.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (found, target) in facts.passedTargets {
        let (entry, line) = (found.entry, found.record)
        reporter.report(
          "\(entry.named) has the target date \(target) for \(line.control.text), but on \(asOf) the control is \(line.implementation.rawValue)",
          at: entry.path, entry.span(of: "target"),
          help: "write `implemented` when the work is done, or set a new day and give the reason in the text")
      }
    },
    bad: RuleExample(["soa.md": ExampleText.control(implementation: "partial", "target: ⟦2025-12-15⟧")]),
    good: .fixing(["soa.md": ("implementation: partial", "implementation: implemented")]))
}
