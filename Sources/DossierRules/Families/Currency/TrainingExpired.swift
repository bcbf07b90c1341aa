import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let trainingExpired = RuleID("training-expired")
}

extension Rules {
  static let trainingExpired = Rule(
    .trainingExpired, .currency, .warning, title: "an expired training is repeated", clauses: ["7.2", "7.3", "A.4.6"],
    explanation: """
      People forget what they learned, and the content of a training changes. For this reason, a training can have a \
      last day in `valid_until`. This rule reports an expired training if one of its roles has no other valid \
      training. Any valid training of the role is accepted, because dossier cannot tell whether two courses teach the \
      same. Repeat the training, and record the new training. If the role oversees a system in use, \
      `reviewer-untrained` reports the system instead.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let trainings = facts.trainings
      let overseers = Set(facts.dated.overseers.map(\.role))
      var byTraining: [String: (entry: Entry, lastDay: CivilDate, roles: [String])] = [:]
      for role in trainings.roles
      where !trainings.hasValid(role) && !overseers.contains(role) && facts.counts(role) {
        guard let lapsed = trainings.lastExpired(role) else { continue }
        byTraining[lapsed.entry.id, default: (lapsed.entry, lapsed.lastDay, [])].roles.append(dossier.entries[role].id)
      }
      for (_, lapsed) in byTraining.sorted(by: { $0.key < $1.key }) {
        reporter.report(
          "\(lapsed.entry.named) was valid until \(lapsed.lastDay), and \(lapsed.roles.listed()) \(lapsed.roles.count == 1 ? "has" : "have") "
            + "no other valid training",
          in: lapsed.entry, "valid_until", help: "repeat the training and record the new one")
      }
    },
    bad: RuleExample([
      "roles.yaml": ExampleText.roles,
      "training.yaml": """
      kind: training
      records:
        - {id: TRN-001, title: Auditing AI systems, roles: [ROL-003], date: 2025-03-03, valid_until: ⟦2026-03-02⟧}
      """,
    ]),
    good: .fixing(["training.yaml": ("valid_until: 2026-03-02", "valid_until: 2028-03-02")]))
}
