import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let unknownRecord = RuleID("unknown-record")
}

extension Rules {
  static let unknownRecord = Rule(
    .unknownRecord, .references, .error, title: "every reference names a record that exists", clauses: ["7.5.3"],
    explanation: """
      A reference is the claim that something is written down elsewhere. When nothing has that id, the claim is empty: the \
      risk points to a treatment nobody recorded, the control to evidence nobody collected. Correct the id, or write the \
      record with `dossier new`. A retired record keeps its id, so an old reference never becomes one to something else.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      handled_by: ⟦ROL-01⟧
      ---
      """,
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Head of customer care
          accountable_for: [the support assistant]
      """,
    ]),
    good: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      handled_by: ROL-001
      ---
      """,
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Head of customer care
          accountable_for: [the support assistant]
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    var names = RecordNames(dossier)
    // What a configuration says for many files is wrong once.
    var said: Set<ReferenceSite> = []
    for edge in dossier.graph.edges where edge.problem == .unknownRecord && said.insert(edge.site).inserted {
      let meant = names.closest(to: edge.site)
      let title = meant.flatMap(dossier.entry)?.title
      reporter.report(
        "\(dossier.name(of: edge.origin)) names `\(edge.site.target)`, but no record has that id", at: edge.site,
        label: meant.map { "did you mean \($0)\(title.map { " (\($0))" } ?? "")?" } ?? "",
        help: meant == nil ? "correct the id, or write the record with `dossier new`" : "correct the id",
        fix: meant, isCertain: meant != nil && meant == names.spelling(of: edge.site))
    }
  }
}
