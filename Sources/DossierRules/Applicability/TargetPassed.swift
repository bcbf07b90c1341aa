import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let targetPassed = RuleID("target-passed")
}

extension Rules {
  static let targetPassed = Rule(
    .targetPassed, .applicability, .warning, title: "a control is in place by its day",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      The day by which the control was to be in place has passed on the day that is judged, and the line does not say that \
      it is. Either it is done and the record is old, or the plan has slipped and somebody has to decide what that means for \
      the risks it treats. Write `implemented`, or a new day and the reason for it in the text.
      """,
    bad: RuleExample(["soa.md": ExampleText.control(implementation: "partial", "target: ⟦2025-12-15⟧")]),
    good: RuleExample(["soa.md": ExampleText.control(implementation: "implemented", "target: 2025-12-15")])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (_, entry, line) in facts.records(ControlImplementation.self) where line.applicable {
      guard line.implementation != .implemented, let target = line.target, asOf.isPast(target) else { continue }
      reporter.report(
        "\(entry.named) wanted \(line.control.text) in place by \(target), and on \(asOf) it is \(line.implementation.rawValue)",
        at: entry.path, entry.span(of: "target"), help: "finish it, or set a new day and say in the text why")
    }
  }
}
