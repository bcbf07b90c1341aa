import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let stageOverdue = Rule(
    RuleID("stage-overdue"), .currency, .warning,
    title: "a certification stage took place by its planned date, or has a new date",
    clauses: ["4.4"],
    explanation: """
      This rule reports a certification stage or a surveillance audit if its planned day has passed, but `actual` has \
      no day. Either the audit took place and was not recorded, or it was delayed and has no new date. A certification \
      body expects surveillance audits on time. If they are late, the organisation can lose the certificate. If the \
      audit took place, write its day in `actual`. Otherwise, write a new day in `planned`.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (_, entry, programme) in facts.records(Programme.self) {
        let stages = programme.stages.enumerated().map {
          ("stages[\($0.offset)].planned", $0.element.name, $0.element.planned, $0.element.actual)
        }
        let visits = programme.surveillance.enumerated().map {
          ("surveillance[\($0.offset)].planned", "the surveillance audit", Optional($0.element.planned), $0.element.actual)
        }
        for (place, name, planned, actual) in stages + visits {
          guard let planned, asOf.isPast(planned), !asOf.includes(actual) else { continue }
          reporter.report(
            "\(name) was planned for \(planned), but `actual` has no day on or before \(asOf)", in: entry, place,
            help: "write under `actual` the day when it took place, or write a new day under `planned`")
        }
      }
    },
    bad: RuleExample([
      "programme.yaml": """
      kind: programme
      records:
        - id: PRG-001
          title: Certification
          stages:
            - {name: Stage 1 audit, planned: ⟦2026-05-12⟧}
      """
    ]),
    good: .fixing(["programme.yaml": ("planned: 2026-05-12", "planned: 2026-05-12, actual: 2026-05-12")]))
}
