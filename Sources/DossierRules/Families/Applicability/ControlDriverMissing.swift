import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let controlDriverMissing = RuleID("control-driver-missing")
}

extension Rules {
  static let controlDriverMissing = Rule(
    .controlDriverMissing, .applicability, .warning, title: "an applicable control has a driver",
    clauses: ["6.1.3"],
    explanation: """
      Every applicable control needs a reason: a risk, a law, a contract, an objective or good practice. This rule \
      reports an applicable control whose record has no entry in `drivers`. These entries link the statement of \
      applicability to the rest of the management system. They also show which controls may be removed when a reason \
      ends. Write every reason for the control in `drivers`. Use good practice alone only if there is no other reason.
      """,
    check: { facts, reporter in
      for (_, entry, line) in facts.records(ControlImplementation.self)
      where line.applicable && line.drivers.isEmpty && !entry.cannotRead("drivers") {
        reporter.report(
          "\(entry.named) applies \(line.control.text), but `drivers` is empty", at: entry.path, entry.idSpan,
          help: "write in `drivers` one or more of risk, law, contract, objective and good-practice")
      }
    },
    bad: RuleExample(["soa.md": ExampleText.control(id: "⟦SOA-A-6-2-4⟧")]),
    good: RuleExample(["soa.md": ExampleText.control("drivers: [risk]")]))
}
