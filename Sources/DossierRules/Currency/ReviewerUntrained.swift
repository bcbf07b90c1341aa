import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewerUntrained = RuleID("reviewer-untrained")
}

extension Rules {
  static let reviewerUntrained = Rule(
    .reviewerUntrained, .currency, .warning,
    title: "who watches over a system has a training that counts",
    clauses: ["7.2", "7.3", "A.4.6"],
    explanation: """
      People who can override or stop a system need to know how it works and where it fails, and the organisation \
      has to be able to show that they do. The role named as reviewer of a system in deployment or operation has no \
      training record that counts on the day that is judged: none at all, or only such as have run out. Train the \
      holders and record it, with the day until which it counts.
      """,
    bad: RuleExample([
      "roles.yaml": ExampleText.roles,
      "systems.yaml": """
      kind: ai-system
      records:
        - id: AIS-001
          title: Support assistant
          purpose: answers questions of shoppers
          owner: ROL-002
          role: [deployer]
          lifecycle: operation
          risk_class: limited
          oversight: {reviewer: ⟦ROL-002⟧, can: [stop]}
      """,
      "training.yaml": """
      kind: training
      records:
        - {id: TRN-001, title: Reading answers, roles: [ROL-002], date: 2025-03-03, valid_until: 2026-03-02}
      """,
    ]),
    good: RuleExample([
      "roles.yaml": ExampleText.roles,
      "systems.yaml": """
      kind: ai-system
      records:
        - id: AIS-001
          title: Support assistant
          purpose: answers questions of shoppers
          owner: ROL-002
          role: [deployer]
          lifecycle: operation
          risk_class: limited
          oversight: {reviewer: ROL-002, can: [stop]}
      """,
      "training.yaml": """
      kind: training
      records:
        - {id: TRN-001, title: Reading answers, roles: [ROL-002], date: 2025-03-03, valid_until: 2027-03-02}
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let asOf = facts.asOf
    let trainings = facts.trainings
    for (role, systems) in facts.dated.overseers where !trainings.hasValid(role) {
      guard let first = systems.first else { continue }
      let entry = dossier.entries[role]
      let lapsed = trainings.lastExpired(role)
      let last =
        lapsed.map { "the last training, \($0.entry.id), counted until \($0.training.validUntil ?? asOf.date)" }
        ?? "it has had no training"
      reporter.report(
        "\(entry.named) watches over \(systems.map(\.id).listed()), but \(last)", in: first, "oversight.reviewer",
        others: lapsed.map { [$0.entry.label("valid_until", "ran out here")] } ?? [],
        help: "train the holders of \(entry.id) and record it")
    }
  }
}
