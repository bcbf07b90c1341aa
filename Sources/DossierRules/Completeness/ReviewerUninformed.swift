import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewerUninformed = RuleID("reviewer-uninformed")
}

extension Rules {
  static let reviewerUninformed = Rule(
    .reviewerUninformed, .completeness, .warning, title: "a reviewer had the information and the time to judge",
    clauses: ["A.9.2"],
    explanation: """
      Somebody wrote honestly that a case was reviewed without what was needed to judge it, or in a hurry. That is a finding \
      of your own about the oversight of the system, and an auditor asks what was done about it. Deal with the cause, review \
      the case again, and name this record in the corrective action, nonconformity or concern that came of it: then the rule \
      is silent.
      """,
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
    ])
  ) { facts, reporter in
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
        "\(entry.named) was reviewed without enough \(lacks.listed), and nothing came of that", at: entry.path,
        entry.span(of: event.hadInformation == false ? "had_information" : "had_time"),
        help: "deal with the cause, and name this record in what came of it")
    }
  }
}
