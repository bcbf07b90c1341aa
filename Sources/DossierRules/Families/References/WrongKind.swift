import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let wrongKind = RuleID("wrong-kind")
}

extension Rules {
  static let wrongKind = Rule(
    .wrongKind, .references, .error, title: "each reference leads to a record of the required kind", clauses: ["7.5.3"],
    explanation: """
      Each reference field accepts only certain kinds of record. For example, `handled_by` requires a role, and \
      `systems` requires AI systems. A record of another kind is not accepted: for example, `handled_by` cannot refer \
      to a supplier. A common cause is a wrong prefix in the id. Refer to a record of the right kind, or move the \
      reference to another field.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var known = RecordNames(dossier)
      for edge in dossier.graph.edges where edge.problem == .wrongKind {
        guard case .record(let names) = edge.site.expectation, case .entry(let position) = edge.target else { continue }
        let found = dossier.entries[position]
        let required = names.joined(separator: " or ")
        let meant = known.closest(to: edge.site)
        reporter.report(
          "`\(edge.site.field)` of \(dossier.name(of: edge.origin)) requires a record of kind \(required), but "
            + "\(found.id) is of kind \(found.kind.name)",
          at: edge.site, label: meant.map { "did you mean \($0)\(dossier.entry($0).map { " (\($0.title))" } ?? "")?" } ?? "",
          others: [.init(found.path, found.idSpan, "\(found.id) is defined here")],
          help: "refer to a record of kind \(required)")
      }
    },
    bad: RuleExample([
      "concerns.yaml": """
      kind: concern
      records:
        - id: CNC-001
          title: Answers about returns sounded too sure
          raised: 2026-05-04
          handled_by: ⟦CNC-002⟧
        - id: CNC-002
          title: The assistant did not say what it is
          raised: 2026-05-11
      """,
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-002
          title: Head of customer care
          accountable_for: [the support assistant]
      """,
    ]),
    good: .fixing(["concerns.yaml": ("handled_by: CNC-002", "handled_by: ROL-002")]))
}
