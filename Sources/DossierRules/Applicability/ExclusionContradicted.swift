import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let exclusionContradicted = RuleID("exclusion-contradicted")
}

extension Rules {
  static let exclusionContradicted = Rule(
    .exclusionContradicted, .applicability, .error, title: "an excluded control is not in place at the same time",
    clauses: ["6.1.3"],
    explanation: """
      A line that says that a control does not apply, and that it is planned, partly in place or implemented, contradicts \
      itself. Readers of the statement of applicability see one or the other. Write `not-started` for an excluded control, \
      or make it applicable: what is done is rarely done without a reason.
      """,
    bad: RuleExample([
      "soa.md": ExampleText.control(
        applicable: "false", justification: "all models are bought", implementation: "⟦implemented⟧")
    ]),
    good: RuleExample([
      "soa.md": ExampleText.control(applicable: "false", justification: "all models are bought", implementation: "not-started")
    ])
  ) { facts, reporter in
    for (_, entry, line) in facts.records(ControlImplementation.self) where !line.applicable {
      guard line.implementation != .notStarted else { continue }
      reporter.report(
        "\(entry.named) excludes \(line.control.text) and says that it is \(line.implementation.rawValue)", at: entry.path,
        entry.span(of: "implementation"), others: [.init(entry.path, entry.span(of: "applicable"), "excluded here")],
        help: "write `not-started`, or make the control applicable")
    }
  }
}
