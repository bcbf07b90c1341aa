import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let controlEffectUnchecked = RuleID("control-effect-unchecked")
}

extension Rules {
  static let controlEffectUnchecked = Rule(
    .controlEffectUnchecked, .applicability, .warning, title: "an implemented control was checked to work",
    clauses: ["9.1", "8.3"],
    explanation: """
      That a control is carried out does not mean that it works. Clause 9.1 asks for the effectiveness of the management \
      system to be evaluated, and auditors ask of each control how you know. Write in `effectiveness` how it was checked, \
      what was found and when; a small sample drawn by lot is enough to begin with.
      """,
    bad: RuleExample(["soa.md": ExampleText.control(implementation: "⟦implemented⟧")]),
    good: RuleExample([
      "soa.md": ExampleText.control(
        "effectiveness: {how: ten releases drawn by lot, result: nine had a signed report, date: 2026-04-20}")
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (_, entry, line) in facts.records(ControlImplementation.self) {
      guard line.applicable, line.implementation == .implemented else { continue }
      let checked = line.effectiveness
      let isFuture = checked?.date.map { !asOf.includes($0) } ?? false
      guard checked?.result == nil || isFuture else { continue }
      reporter.report(
        "\(entry.named) says \(line.control.text) is implemented, and no check of its effect is on record", at: entry.path,
        entry.field("effectiveness")?.keySpan ?? entry.span(of: "implementation"),
        help: "check it, and write `how`, `result` and `date` in `effectiveness`")
    }
  }
}
