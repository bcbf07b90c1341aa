import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let duplicateID = Rule(
    RuleID("duplicate-id"), .references, .error, title: "each id belongs to one record", clauses: ["7.5.2", "7.5.3"],
    explanation: """
      Two records must not have the same id. References, approvals and earlier versions identify a record by its id only. \
      If two records share an id, nobody can tell which one was approved. Upper and lower case make no difference. The \
      record in the first file keeps the id. The other record is ignored until it has another id.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for duplicate in dossier.duplicates {
        let first = dossier.entries[duplicate.first]
        let entry = duplicate.entry
        reporter.report(
          "the id \(entry.id) already belongs to another record: \(first.title)", at: entry.path, entry.idSpan,
          others: [.init(first.path, first.idSpan, "first used here")],
          help: "give this record another id")
      }
    },
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ---
      """,
      "concerns/cnc-002.md": """
      ---
      kind: concern
      id: ⟦CNC-001⟧
      title: The assistant did not say what it is
      raised: 2026-05-11
      ---
      """,
    ]),
    good: .fixing(["concerns/cnc-002.md": ("id: CNC-001", "id: CNC-002")]))
}
