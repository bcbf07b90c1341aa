import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let duplicateID = RuleID("duplicate-id")
}

extension Rules {
  static let duplicateID = Rule(
    .duplicateID, .references, .error, title: "every id belongs to one record", clauses: ["7.5.2", "7.5.3"],
    explanation: """
      References, approvals and earlier versions name a record by its id alone. When two records share one, nobody can \
      tell which of them was approved or is meant. Upper and lower case do not make a difference. The record of the \
      first file keeps the id; the other is not part of the dossier until it has one of its own.
      """,
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
    good: RuleExample([
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
      id: CNC-002
      title: The assistant did not say what it is
      raised: 2026-05-11
      ---
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for duplicate in dossier.duplicates {
      let first = dossier.entries[duplicate.first]
      let entry = duplicate.entry
      reporter.report(
        "the id \(entry.id) belongs to another record already: \(first.title)", at: entry.path, entry.idSpan,
        others: [.init(first.path, first.idSpan, "first written here")],
        help: "give this record another id; an id is never used twice")
    }
  }
}
