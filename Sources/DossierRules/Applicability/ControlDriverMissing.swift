import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let controlDriverMissing = RuleID("control-driver-missing")
}

extension Rules {
  static let controlDriverMissing = Rule(
    .controlDriverMissing, .applicability, .warning, title: "an applicable control says what calls for it",
    clauses: ["6.1.3"],
    explanation: """
      Controls are chosen because something calls for them: a risk, a law, a contract, an objective, or good practice where \
      nothing else does. Naming it ties the statement of applicability to the rest of the management system, and shows at \
      once what may go when the reason goes. Write `drivers`.
      """,
    bad: RuleExample(["soa.md": ExampleText.control(id: "⟦SOA-A-6-2-4⟧")]),
    good: RuleExample(["soa.md": ExampleText.control("drivers: [risk]")])
  ) { facts, reporter in
    for (_, entry, line) in facts.records(ControlImplementation.self) where line.applicable && line.drivers.isEmpty {
      reporter.report(
        "\(entry.named) applies \(line.control.text) and does not say what calls for it", at: entry.path, entry.idSpan,
        help: "write in `drivers` what does: risk, law, contract, objective or good-practice")
    }
  }
}
