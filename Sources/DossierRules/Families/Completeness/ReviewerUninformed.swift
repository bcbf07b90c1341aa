import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewerUninformed = RuleID("reviewer-uninformed")
}

extension Rules {
  static let reviewerUninformed = Rule(
    .reviewerUninformed, .completeness, .warning, title: "a reviewer had the information and the time to decide",
    clauses: ["A.9.2"],
    explanation: """
      An oversight event with `had_information: false` or `had_time: false` needs a follow-up record. The event shows \
      that the reviewer did not have enough information or time. Auditors ask what the organisation did about this \
      problem. Fix the cause, and review the case again. Then write a corrective action, nonconformity, concern, \
      incident, change or audit finding as the follow-up record. The event can refer to this record, or the record can \
      refer to the event.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry, event) in facts.records(OversightEvent.self) {
        let lacks = Gaps(["information": event.hadInformation != false, "time": event.hadTime != false])
        guard !lacks.isEmpty else { continue }
        let references =
          dossier.graph.edges(to: .entry(position)).map(\.origin)
          + dossier.graph.edges(from: .entry(position)).compactMap { edge in
            if case .entry(let target) = edge.target { .entry(target) } else { nil }
          }
        let isFollowed = references.contains { origin in
          if case .entry(let other) = origin { dossier.entries[other].traits.isFollowUp } else { false }
        }
        guard !isFollowed else { continue }
        reporter.report(
          "\(entry.named) records a review without enough \(lacks.listed), but has no follow-up record", at: entry.path,
          entry.span(of: event.hadInformation == false ? "had_information" : "had_time"),
          help: "fix the cause, and refer to this event in a corrective action, nonconformity or concern")
      }
    },
    bad: RuleExample([
      "ovs-001.md": ExampleText.file(
        "oversight-event", "OVS-001", "A refusal kept", "system: AIS-001", "date: 2026-04-14", "reviewer: ROL-001",
        "had_information: true", "had_time: ⟦false⟧"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "ovs-001.md": ExampleText.file(
        "oversight-event", "OVS-001", "A refusal kept", "system: AIS-001", "date: 2026-04-14", "reviewer: ROL-001",
        "had_information: true", "had_time: false"),
      "cnc-001.md": ExampleText.file("concern", "CNC-001", "Ninety cases in an hour", "raised: 2026-04-15", "about: [OVS-001]"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]))
}
