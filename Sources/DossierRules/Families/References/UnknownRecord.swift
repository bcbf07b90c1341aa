import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let unknownRecord = Rule(
    .unknownRecord, .references, .error, title: "each reference leads to an existing record", clauses: ["7.5.3"],
    explanation: """
      A reference must contain the id of an existing record. If no record has the id, the reference leads nowhere. For \
      example, a risk refers to a treatment that is not recorded, or a control refers to missing evidence. If the id \
      is wrong, correct it. If the record does not exist yet, create it with `dossier new`. A retired record keeps its \
      id, so an old reference never leads to a different record.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var names = RecordNames(dossier)
      // One line of the configuration can apply to many files. Report the reference in that line only once.
      var reported: Set<ReferenceSite> = []
      for edge in dossier.graph.edges where edge.problem == .unknownRecord && reported.insert(edge.site).inserted {
        let meant = names.closest(to: edge.site)
        let title = meant.flatMap(dossier.entry)?.title
        reporter.report(
          "\(dossier.name(of: edge.origin)) refers to `\(edge.site.target)`, but no record has that id", at: edge.site,
          label: meant.map { "did you mean \($0)\(title.map { " (\($0))" } ?? "")?" } ?? "",
          help: meant == nil ? "correct the id, or create the record with `dossier new`" : "correct the id",
          fix: meant, isCertain: meant != nil && meant == names.spelling(of: edge.site))
      }
    },
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
    good: .fixing(["concerns/cnc-001.md": ("handled_by: ROL-01", "handled_by: ROL-001")]))
}
