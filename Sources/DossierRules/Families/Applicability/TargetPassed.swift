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
      The target date of the control is before the as-of date, but the control is not recorded as implemented. Either \
      the work is done and the record is out of date, or the plan is late. If it is late, someone must decide what that \
      means for the risks that the control treats. Write `implemented`, or set a new day and give the reason in the \
      text.
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
