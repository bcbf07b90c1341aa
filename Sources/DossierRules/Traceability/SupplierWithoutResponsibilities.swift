import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let supplierWithoutResponsibilities = RuleID("supplier-without-responsibilities")
}

extension Rules {
  static let supplierWithoutResponsibilities = Rule(
    .supplierWithoutResponsibilities, .traceability, .warning,
    title: "it is said which controls a supplier carries",
    clauses: ["A.10.2", "A.10.3"],
    explanation: """
      When a system depends on a supplier, responsibilities have to be allocated between the two: who tests, who keeps \
      logs, who tells the people affected. A supplier of a system in scope without a single line under `responsibilities` \
      leaves that to chance. List the controls that the supplier has a part in, each with `ours`, `theirs` or `shared`.
      """,
    bad: RuleExample([
      "roles.yaml": ExampleText.roles,
      "suppliers.yaml": """
      kind: supplier
      records:
        - id: ⟦SUP-001⟧
          title: Answerworks
          service: a language model
      """,
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
          suppliers: [SUP-001]
      """,
    ]),
    good: RuleExample([
      "roles.yaml": ExampleText.roles,
      "suppliers.yaml": """
      kind: supplier
      records:
        - id: SUP-001
          title: Answerworks
          service: a language model
          responsibilities: [{control: A.6.2.8, party: ours}]
      """,
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
          suppliers: [SUP-001]
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let inUse = Set(facts.dated.systemsInScope.map(\.position))
    for (position, entry, supplier) in facts.records(Supplier.self) where supplier.responsibilities.isEmpty {
      guard let system = dossier.origins(of: position, AISystem.name, "suppliers").first(where: inUse.contains) else { continue }
      reporter.report(
        "\(dossier.entries[system].named) depends on \(entry.named), but it is not said who carries which control", in: entry,
        help: "list the controls it has a part in under `responsibilities`")
    }
  }
}
