import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let disposalUnrecorded = RuleID("disposal-unrecorded")
}

extension Rules {
  static let disposalUnrecorded = Rule(
    .disposalUnrecorded, .completeness, .warning, title: "records show what happened to a decommissioned system and its data",
    clauses: ["A.6.2.6", "A.4.3"],
    explanation: """
      A decommissioned system must have a gate for the stage `decommissioned`. The records must also state what happened \
      to its training data and its models. Data and models that a system in scope still refers to are not checked. Auditors expect to see who decided, and whether data and models \
      were deleted or kept for a reason. Control A.6.2.6 covers operation until the end of use. Record the gate, write \
      `deletion_verified` or `retention` for the data, and retire the models.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      let living = Set(facts.dated.systemsInScope.map(\.position))
      func isNeeded(_ position: Int) -> Bool {
        dossier.graph.edges(to: .entry(position)).contains { edge in
          if case .entry(let origin) = edge.origin { living.contains(origin) } else { false }
        }
      }
      for (position, entry, system) in facts.records(AISystem.self, with: [.effective, .closed, .retired])
      where system.lifecycle == .decommissioned {
        let gates = facts.records(LifecycleGate.self, referringTo: position, in: "system")
        var open =
          gates.contains { $0.record.stage == .decommissioned && $0.record.decision != .noGo } ? [] : ["a gate for the decision"]
        for target in dossier.targets(of: position, "training_data") where !isNeeded(target) {
          guard let data = dossier.entries[target].record as? Dataset else { continue }
          let isDeleted = data.deletionVerified.map { asOf.includes($0) } ?? false
          if !isDeleted, data.retention == nil { open.append("what happened to \(dossier.entries[target].id)") }
        }
        for target in dossier.targets(of: position, "models") where !isNeeded(target) {
          if dossier.entries[target].kind.name == Model.name, !facts.isRetired(target) {
            open.append("what happened to \(dossier.entries[target].id)")
          }
        }
        guard !open.isEmpty else { continue }
        reporter.report(
          "\(entry.named) is decommissioned, but no record shows \(open.listed())", at: entry.path, entry.span(of: "lifecycle"),
          help: "record the gate, the deletion or retention of its data, and the retirement of its models")
      }
    },
    bad: RuleExample(["ais-001.md": ExampleText.system(lifecycle: "⟦decommissioned⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(lifecycle: "decommissioned"),
      "gte-001.md": ExampleText.file(
        "lifecycle-gate", "GTE-001", "End of the support assistant", "system: AIS-001", "stage: decommissioned",
        "date: 2026-03-31", "decision: go"),
      "roles.yaml": ExampleText.role,
    ]))
}
