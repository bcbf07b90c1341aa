import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let inclusionUnjustified = RuleID("inclusion-unjustified")
}

extension Rules {
  static let inclusionUnjustified = Rule(
    .inclusionUnjustified, .applicability, .warning, title: "an applicable control has a reason",
    clauses: ["6.1.3"],
    explanation: """
      The statement of applicability justifies inclusions too, which is often forgotten. "Applicable" or "required" is no \
      justification: say what would go wrong here without the control, or who asks for it. This rule knows empty phrases \
      only; whether a reason convinces is for people to judge.
      """,
    bad: RuleExample(["soa.md": ExampleText.control(justification: "⟦required⟧")]),
    good: RuleExample(["soa.md": ExampleText.control(justification: "a wrong answer about refunds costs customers money")])
  ) { facts, reporter in
    for (_, entry, line) in facts.records(ControlImplementation.self) where line.applicable {
      guard EmptyPhrase.saysNothing(line.justification) else { continue }
      reporter.report(
        "\(entry.named) applies \(line.control.text) without a reason", at: entry.path, entry.span(of: "justification"),
        help: "write what would go wrong here without it, or who asks for it")
    }
  }
}
