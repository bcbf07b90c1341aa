import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let supplierWithoutResponsibilities = RuleID("supplier-without-responsibilities")
}

extension Rules {
  static let supplierWithoutResponsibilities = Rule(
    .supplierWithoutResponsibilities, .traceability, .warning,
    title: "a supplier of a system in scope has allocated responsibilities",
    clauses: ["A.10.2", "A.10.3"],
    explanation: """
      A supplier of a system in scope must have at least one entry in `responsibilities`. Control A.10.2 covers the \
      allocation of responsibilities between the organisation and its suppliers. Examples of responsibilities are \
      tests, logs and information for affected people. In `responsibilities`, list each control that involves the \
      supplier, and write `ours`, `theirs` or `shared` for each control.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let inUse = Set(facts.dated.systemsInScope.map(\.position))
      for (position, entry, supplier) in facts.records(Supplier.self) where supplier.responsibilities.isEmpty {
        guard let system = dossier.origins(of: position, AISystem.name, "suppliers").first(where: inUse.contains) else {
          continue
        }
        reporter.report(
          "\(dossier.entries[system].named) depends on \(entry.named), which has no allocated responsibilities", in: entry,
          help: "list in `responsibilities` the controls that involve the supplier")
      }
    },
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
    good: .fixing([
      "suppliers.yaml": (
        "service: a language model",
        "service: a language model\n    responsibilities: [{control: A.6.2.8, party: ours}]"
      )
    ]))
}
