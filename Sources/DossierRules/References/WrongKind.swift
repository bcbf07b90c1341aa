import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let wrongKind = RuleID("wrong-kind")
}

extension Rules {
  static let wrongKind = Rule(
    .wrongKind, .references, .error, title: "every reference names a record of the kind its field is for", clauses: ["7.5.3"],
    explanation: """
      A field such as `handled_by` asks for a role, `systems` for AI systems. A record of another kind cannot answer it: \
      a supplier does not approve, a policy is not evidence. Often two ids differ only in their prefix. Name a record of \
      the right kind, or move the reference to the field it belongs in.
      """,
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
    good: RuleExample([
      "concerns.yaml": """
      kind: concern
      records:
        - id: CNC-001
          title: Answers about returns sounded too sure
          raised: 2026-05-04
          handled_by: ROL-002
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
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    var known = RecordNames(dossier)
    for edge in dossier.graph.edges where edge.problem == .wrongKind {
      guard case .record(let names) = edge.site.expectation, case .entry(let position) = edge.target else { continue }
      let found = dossier.entries[position]
      let asked = names.joined(separator: " or ")
      let meant = known.closest(to: edge.site)
      reporter.report(
        "`\(edge.site.field)` of \(dossier.name(of: edge.origin)) asks for a record of kind \(asked), but "
          + "\(found.id) is of kind \(found.kind.name)",
        at: edge.site, label: meant.map { "did you mean \($0)\(dossier.entry($0).map { " (\($0.title))" } ?? "")?" } ?? "",
        others: [.init(found.path, found.idSpan, "\(found.id) is written here")],
        help: "name a record of kind \(asked)")
    }
  }
}
