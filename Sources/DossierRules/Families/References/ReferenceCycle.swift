import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let referenceCycle = Rule(
    RuleID("reference-cycle"), .references, .error, title: "references of one field form no cycle", clauses: ["7.5.3"],
    explanation: """
      The fields `supersedes` and `provenance` form chains from record to record. Each chain must end: `supersedes` at \
      the first version, and `provenance` at the original data source. A cycle has no end, so at least one reference \
      in the cycle is wrong. Correct or remove this reference. This rule reports each cycle once, at the first record \
      of the cycle.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (field, edges) in FieldCycles.all(in: dossier) {
        guard let first = edges.first else { continue }
        let ids = edges.compactMap { edge -> String? in
          if case .entry(let position) = edge.origin { dossier.entries[position].id } else { nil }
        }
        reporter.report(
          "`\(field)` forms a cycle: \((ids + ids.prefix(1)).joined(separator: " → "))", at: first.site,
          others: edges.dropFirst().map { .init($0.site.path, $0.site.span, "refers to \($0.site.target)") },
          help: "correct or remove the wrong reference")
      }
    },
    bad: RuleExample([
      "decisions.yaml": """
      kind: decision
      records:
        - id: DEC-001
          title: Answers about refunds are reviewed by a person
          supersedes: ⟦DEC-002⟧
        - id: DEC-002
          title: All answers about money are reviewed by a person
          supersedes: DEC-001
      """
    ]),
    good: .fixing(["decisions.yaml": ("  supersedes: DEC-002\n  - id: DEC-002", "- id: DEC-002")]))
}
