import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let incidentIncomplete = RuleID("incident-incomplete")
}

extension Rules {
  static let incidentIncomplete = Rule(
    .incidentIncomplete, .completeness, .warning,
    title: "an incident states its failure mode and, once it is over, its root cause",
    clauses: ["10.2", "A.6.2.6"],
    explanation: """
      An incident must have a `failure_mode`, such as drift, a wrong decision or an injected prompt. The failure mode \
      makes incidents comparable. When an incident is resolved or closed, it must also have a `root_cause`. Clause \
      10.2 requires the organisation to determine the causes of a nonconformity. Without a known cause, nobody can \
      choose a corrective action. Write the missing fields.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (position, entry, incident) in facts.records(Incident.self) {
        let isOver = facts.status(of: position) == .closed || incident.resolved.map { asOf.includes($0.date) } ?? false
        let gaps = Gaps(
          of: entry,
          [
            ("a failure mode", "failure_mode", incident.failureMode != nil),
            ("a root cause", "root_cause", incident.rootCause != nil || !isOver),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) lacks \(gaps.listed)", at: entry.path, entry.idSpan, help: "add what the investigation found")
      }
    },
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
    ]))
}
