import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let controlOwnerMissing = RuleID("control-owner-missing")
}

extension Rules {
  static let controlOwnerMissing = Rule(
    .controlOwnerMissing, .applicability, .warning, title: "an applicable control has an owner",
    clauses: ["6.1.3", "5.3", "A.3.2"],
    explanation: """
      A control that belongs to nobody is nobody's fault when it fails. Auditors ask for the person who runs it, and talk to \
      them rather than to whoever keeps the statement. Write the role in `owner` of the line; an excluded control needs \
      none.
      """,
    bad: RuleExample(["soa.md": ExampleText.control(id: "⟦SOA-A-6-2-4⟧")]),
    good: RuleExample(["soa.md": ExampleText.control("owner: ROL-001"), "roles.yaml": ExampleText.role])
  ) { facts, reporter in
    for (_, entry, line) in facts.records(ControlImplementation.self)
    where line.applicable && entry.head?.owner == nil {
      reporter.report(
        "\(entry.named) applies \(line.control.text) and has no owner", at: entry.path, entry.idSpan,
        help: "name the role that runs the control in `owner`")
    }
  }
}
