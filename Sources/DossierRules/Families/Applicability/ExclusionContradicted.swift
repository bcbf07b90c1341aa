import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let exclusionContradicted = RuleID("exclusion-contradicted")
}

extension Rules {
  static let exclusionContradicted = Rule(
    .exclusionContradicted, .applicability, .error, title: "an excluded control is recorded as not started",
    clauses: ["6.1.3"],
    explanation: """
      A record contradicts itself if it excludes a control and also says that the control is planned, partial or \
      implemented. Readers of the statement of applicability then cannot tell whether the control applies. Write \
      `not-started` for an excluded control. If somebody works on the control, there is usually a reason for it. Then \
      make the control applicable.
      """,
    check: { facts, reporter in
      for (_, entry, line) in facts.records(ControlImplementation.self) where !line.applicable {
        guard line.implementation != .notStarted else { continue }
        reporter.report(
          "\(entry.named) excludes \(line.control.text), but says that it is \(line.implementation.rawValue)", at: entry.path,
          entry.span(of: "implementation"), others: [.init(entry.path, entry.span(of: "applicable"), "excluded here")],
          help: "write `not-started`, or make the control applicable")
      }
    },
    bad: RuleExample([
      "soa.md": ExampleText.control(
        applicable: "false", justification: "all models are bought", implementation: "⟦implemented⟧")
    ]),
    good: .fixing(["soa.md": ("implementation: implemented", "implementation: not-started")]))
}
