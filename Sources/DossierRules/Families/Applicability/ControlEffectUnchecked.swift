import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let controlEffectUnchecked = RuleID("control-effect-unchecked")
}

extension Rules {
  static let controlEffectUnchecked = Rule(
    .controlEffectUnchecked, .applicability, .warning, title: "an implemented control has a recorded check of its effectiveness",
    clauses: ["9.1", "8.3"],
    explanation: """
      A control can be carried out and still not work. ISO/IEC 42001 clause 9.1 requires an evaluation of the \
      effectiveness of the management system. Auditors ask how you know that each implemented control works. Write in \
      `effectiveness` how and when the control was checked, and what the result was. To begin with, it is enough to \
      check a small random sample of cases. A check dated after the as-of date does not count.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (_, entry, line) in facts.records(ControlImplementation.self) {
        guard line.applicable, line.implementation == .implemented else { continue }
        let checked = line.effectiveness
        let isFuture = checked?.date.map { !asOf.includes($0) } ?? false
        guard checked?.result == nil || isFuture, !entry.cannotRead("effectiveness") else { continue }
        reporter.report(
          "\(entry.named) says \(line.control.text) is implemented, but has no recorded check of its effectiveness",
          at: entry.path,
          entry.field("effectiveness")?.keySpan ?? entry.span(of: "implementation"),
          help: "check the control and write `how`, `result` and `date` in `effectiveness`")
      }
    },
    bad: RuleExample(["soa.md": ExampleText.control(implementation: "⟦implemented⟧")]),
    good: RuleExample([
      "soa.md": ExampleText.control(
        "effectiveness: {how: ten releases drawn by lot, result: nine had a signed report, date: 2026-04-20}")
    ]))
}
