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
      ISO/IEC 42001 clause 6.1.3 requires a justification for included controls too, and this is often forgotten. \
      "Applicable" or "required" is not a justification. Write what could go wrong without the control, or who requires \
      it. This rule detects only empty phrases. Whether a justification is convincing is for people to decide.
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
