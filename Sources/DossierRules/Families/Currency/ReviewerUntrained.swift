import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewerUntrained = RuleID("reviewer-untrained")
}

extension Rules {
  static let reviewerUntrained = Rule(
    .reviewerUntrained, .currency, .warning,
    title: "the reviewer of a system has valid training",
    clauses: ["7.2", "7.3", "A.4.6"],
    explanation: """
      ISO/IEC 42001 clause 7.2 requires competence and evidence of competence. People who can override or stop a \
      system must know how the system works and where it fails. This rule checks the reviewer of each system in \
      deployment or operation. It reports a reviewer without a training record that is valid on the as-of date. Train \
      the holders of the role, and record the training with the last day on which it is valid.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      let trainings = facts.trainings
      for (role, systems) in facts.dated.overseers where !trainings.hasValid(role) {
        guard let first = systems.first else { continue }
        let entry = dossier.entries[role]
        let lapsed = trainings.lastExpired(role)
        let last =
          lapsed.map { "its last training, \($0.entry.id), was valid until \($0.lastDay)" }
          ?? "has no training"
        reporter.report(
          "\(entry.named) oversees \(systems.map(\.id).listed()), but \(last)", in: first, "oversight.reviewer",
          others: lapsed.map { [$0.entry.label("valid_until", "expired here")] } ?? [],
          help: "train the holders of \(entry.id) and record the training")
      }
    },
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
    good: .fixing(["training.yaml": ("valid_until: 2026-03-02", "valid_until: 2027-03-02")]))
}
