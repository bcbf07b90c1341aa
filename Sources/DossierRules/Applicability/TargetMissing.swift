import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let targetMissing = RuleID("target-missing")
}

extension Rules {
  static let targetMissing = Rule(
    .targetMissing, .applicability, .warning, title: "a control on its way has a day",
    clauses: ["6.1.3"],
    explanation: """
      A plan says by when. A control that is planned or partly in place without a day can stay so for ever, and auditors \
      read it as not planned. Write the day by which it will be in place as `target`, and move it only with a reason.
      """,
    bad: RuleExample(["soa.md": ExampleText.control(implementation: "⟦planned⟧")]),
    good: RuleExample(["soa.md": ExampleText.control(implementation: "planned", "target: 2026-12-15")])
  ) { facts, reporter in
    for (_, entry, line) in facts.records(ControlImplementation.self) where line.applicable && line.target == nil {
      guard line.implementation == .planned || line.implementation == .partial else { continue }
      reporter.report(
        "\(entry.named) says \(line.control.text) is \(line.implementation.rawValue) and not by when it will be implemented",
        at: entry.path, entry.span(of: "implementation"), help: "write the day in `target`")
    }
  }
}
