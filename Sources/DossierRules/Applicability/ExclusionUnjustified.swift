import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let exclusionUnjustified = RuleID("exclusion-unjustified")
}

extension Rules {
  static let exclusionUnjustified = Rule(
    .exclusionUnjustified, .applicability, .error, title: "an excluded control has a reason",
    clauses: ["6.1.3"],
    explanation: """
      Excluding a control is a decision, and clause 6.1.3 asks for its justification. "Not applicable" repeats the decision; \
      a reason says what is missing here that the control would be about: no development of one's own, no customers, no \
      personal data. This rule knows empty phrases only; whether a reason convinces is for people to judge.
      """,
    bad: RuleExample([
      "soa.md": ExampleText.control(applicable: "false", justification: "⟦not applicable⟧", implementation: "not-started")
    ]),
    good: RuleExample([
      "soa.md": ExampleText.control(
        applicable: "false", justification: "nothing is developed or tuned here; the supplier verifies, see A.10.3",
        implementation: "not-started")
    ])
  ) { facts, reporter in
    for (_, entry, line) in facts.records(ControlImplementation.self) where !line.applicable {
      guard EmptyPhrase.saysNothing(line.justification) else { continue }
      reporter.report(
        "\(entry.named) excludes \(line.control.text) without a reason", at: entry.path, entry.span(of: "justification"),
        help: "write what is missing here that the control would be about")
    }
  }
}
