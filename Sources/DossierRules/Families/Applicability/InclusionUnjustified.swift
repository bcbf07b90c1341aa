import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let inclusionUnjustified = RuleID("inclusion-unjustified")
}

extension Rules {
  static let inclusionUnjustified = Rule(
    .inclusionUnjustified, .applicability, .warning, title: "an applicable control has a justification",
    clauses: ["6.1.3"],
    explanation: """
      ISO/IEC 42001 clause 6.1.3 requires a justification for each included control, not only for each excluded \
      control. Organisations often forget the included controls. A phrase such as "applicable" or "required" is not a \
      justification. This rule detects only such empty phrases. People must decide whether a justification is \
      convincing. Write what could go wrong without the control, or who requires the control.
      """,
    check: { facts, reporter in
      for (_, entry, line) in facts.records(ControlImplementation.self) where line.applicable {
        guard EmptyPhrase.saysNothing(line.justification) else { continue }
        reporter.report(
          "\(entry.named) applies \(line.control.text) without a reason", at: entry.path, entry.span(of: "justification"),
          help: "write what could go wrong without the control, or who requires it")
      }
    },
    bad: RuleExample(["soa.md": ExampleText.control(justification: "⟦required⟧")]),
    good: RuleExample(["soa.md": ExampleText.control(justification: "a wrong answer about refunds costs customers money")]))
}
