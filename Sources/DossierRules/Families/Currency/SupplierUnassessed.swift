import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let supplierUnassessed = RuleID("supplier-unassessed")
}

extension Rules {
  static let supplierUnassessed = Rule(
    .supplierUnassessed, .currency, .warning,
    title: "a supplier is assessed before a system depends on it",
    clauses: ["A.10.3", "8.1"],
    explanation: """
      ISO/IEC 42001 control A.10.3 asks for a process to check suppliers. The products and services of a supplier must \
      fit the organisation's approach to AI. This rule reports a supplier on which a system in scope depends, but \
      which was not assessed on or before the as-of date. Assess the supplier with the questions of your own \
      procedure. Write the day, the role and the result under `assessment`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      for (position, entry, supplier) in facts.dated.suppliersInUse
      where asOf.assessment(of: supplier) == nil && !entry.cannotRead("assessment") {
        let system = dossier.origins(of: position, AISystem.name, "suppliers").first
        let later = supplier.assessment.map { "has only an assessment dated \($0.date), after \(asOf)" }
        reporter.report(
          "\(entry.named) \(later ?? "was never assessed"), but \(system.map { dossier.entries[$0].named } ?? "a system") depends on it",
          in: entry, later == nil ? "id" : "assessment.date",
          help: "assess the supplier and write the result under `assessment`")
      }
    },
    bad: RuleExample([
      "roles.yaml": ExampleText.roles,
      "suppliers.yaml": """
      kind: supplier
      records:
        - {id: ⟦SUP-001⟧, title: Answerworks, service: a language model}
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
        "service: a language model, assessment: {date: 2026-05-04, by: ROL-001, result: accepted}"
      )
    ]))
}
