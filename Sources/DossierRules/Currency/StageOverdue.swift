import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let stageOverdue = RuleID("stage-overdue")
}

extension Rules {
  static let stageOverdue = Rule(
    .stageOverdue, .currency, .warning,
    title: "a step of the certification programme took place when it was planned, or has another day",
    clauses: ["4.4"],
    explanation: """
      A stage or surveillance audit whose planned day has passed, and that has no day in `actual`, either took place \
      and was not recorded, or slipped and was not planned again. A certification body expects its surveillance \
      audits in time, and a certificate can be lost over them. Write the day it took place, or plan a new one.
      """,
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
    good: RuleExample([
      "programme.yaml": """
      kind: programme
      records:
        - id: PRG-001
          title: Certification
          stages:
            - {name: Stage 1 audit, planned: 2026-05-12, actual: 2026-05-12}
      """
    ])
  ) { facts, reporter in
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
          "\(name) was planned for \(planned) and had not taken place by \(asOf)", in: entry, place,
          help: "write the day it took place under `actual`, or plan a new one")
      }
    }
  }
}
