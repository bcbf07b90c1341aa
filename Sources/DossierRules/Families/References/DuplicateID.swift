import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let duplicateID = Rule(
    RuleID("duplicate-id"), .references, .error, title: "each id belongs to one record", clauses: ["7.5.2", "7.5.3"],
    explanation: """
      Two records must not have the same id. References, approvals and earlier versions identify a record only by its \
      id. If two records have the same id, nobody can tell which record was approved. Ids that differ only in upper \
      and lower case are the same id. dossier uses the record that it reads first, and ignores the other record. Give \
      the other record a new id.
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
