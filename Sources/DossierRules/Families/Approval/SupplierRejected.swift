import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let supplierRejected = RuleID("supplier-rejected")
}

extension Rules {
  static let supplierRejected = Rule(
    .supplierRejected, .approval, .error,
    title: "no system depends on a rejected supplier",
    clauses: ["A.10.3", "8.1"],
    explanation: """
      If the last assessment of a supplier has the result `rejected`, the organisation must not use that supplier. \
      This rule reports a system in scope that refers to such a supplier. Replace the supplier, or assess the supplier \
      again and record the new assessment. If a later assessment already took place, record that assessment.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      for (position, entry, _) in facts.dated.systemsInScope {
        for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "suppliers" {
          guard case .entry(let target)? = edge.target, facts.counts(target),
            let assessment = (dossier.entries[target].record as? Supplier).flatMap(asOf.assessment),
            assessment.result == .rejected
          else { continue }
          reporter.report(
            "\(entry.named) depends on \(dossier.entries[target].named), which was rejected on \(assessment.date)", at: edge.site,
            others: [dossier.entries[target].label("assessment.result", "rejected here")],
            help: "replace the supplier, or assess it again")
        }
      }
    },
    bad: RuleExample([
      "roles.yaml": ExampleText.roles,
      "suppliers.yaml": """
      kind: supplier
      records:
        - id: SUP-001
          title: Answerworks
          service: a language model
          assessment: {date: 2026-05-04, by: ROL-001, result: rejected}
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
          suppliers: [⟦SUP-001⟧]
      """,
    ]),
    good: .fixing(["suppliers.yaml": ("result: rejected", "result: accepted")]))
}
