import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let incidentIncomplete = RuleID("incident-incomplete")
}

extension Rules {
  static let incidentIncomplete = Rule(
    .incidentIncomplete, .completeness, .warning, title: "an incident says how the system failed and, once it is over, why",
    clauses: ["10.2", "A.6.2.6"],
    explanation: """
      Records of incidents often tell the story and not the failure: was it drift, a wrong decision, an injected prompt? The \
      mode is what lets incidents be compared, and once it is resolved, the root cause is what an action is aimed at. Write \
      `failure_mode`, and `root_cause` when `resolved` is written or the record is closed.
      """,
    bad: RuleExample([
      "inc-001.md": ExampleText.incident(id: "⟦INC-001⟧", "failure_mode: harmful-output\nresolved: 2026-02-13T10:30Z"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "inc-001.md": ExampleText.incident(
        "failure_mode: harmful-output\nresolved: 2026-02-13T10:30Z\nroot_cause: an article withdrawn in November was still searched"
      ),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (position, entry, incident) in facts.records(Incident.self) {
      let isOver = facts.status(of: position) == .closed || incident.resolved.map { asOf.includes($0.date) } ?? false
      let gaps = Gaps([
        "how the system failed (`failure_mode`)": incident.failureMode != nil,
        "why (`root_cause`)": incident.rootCause != nil || !isOver,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) does not say \(gaps.listed)", at: entry.path, entry.idSpan, help: "add what the inquiry into it found")
    }
  }
}
