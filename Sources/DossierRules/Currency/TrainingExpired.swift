import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let trainingExpired = RuleID("training-expired")
}

extension Rules {
  static let trainingExpired = Rule(
    .trainingExpired, .currency, .warning, title: "a training that ran out was repeated", clauses: ["7.2", "7.3", "A.4.6"],
    explanation: """
      A training with `valid_until` counts until that day because what it teaches changes or fades. After it, roles \
      that have no other training that counts are untrained for their part. This looks at any training of a role, \
      since nobody but a reader can say whether two courses teach the same. Repeat it and record the new one. Roles \
      that watch over a system in use are reported at the system instead.
      """,
    bad: RuleExample([
      "roles.yaml": ExampleText.roles,
      "training.yaml": """
      kind: training
      records:
        - {id: TRN-001, title: Auditing AI systems, roles: [ROL-003], date: 2025-03-03, valid_until: ⟦2026-03-02⟧}
      """,
    ]),
    good: RuleExample([
      "roles.yaml": ExampleText.roles,
      "training.yaml": """
      kind: training
      records:
        - {id: TRN-001, title: Auditing AI systems, roles: [ROL-003], date: 2025-03-03, valid_until: 2028-03-02}
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let trainings = facts.trainings
    let overseers = Set(facts.dated.overseers.map(\.role))
    var byTraining: [String: (entry: Entry, until: CivilDate, roles: [String])] = [:]
    for role in trainings.roles
    where !trainings.hasValid(role) && !overseers.contains(role) && facts.counts(role) {
      guard let lapsed = trainings.lastExpired(role), let until = lapsed.training.validUntil else { continue }
      byTraining[lapsed.entry.id, default: (lapsed.entry, until, [])].roles.append(dossier.entries[role].id)
    }
    for (_, lapsed) in byTraining.sorted(by: { $0.key < $1.key }) {
      reporter.report(
        "\(lapsed.entry.named) counted until \(lapsed.until), and \(lapsed.roles.listed()) \(lapsed.roles.count == 1 ? "has" : "have") "
          + "no other that counts",
        in: lapsed.entry, "valid_until", help: "repeat it and record the new training")
    }
  }
}
