import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewDateMoved = RuleID("review-date-moved")
}

extension Rules {
  static let reviewDateMoved = Rule(
    .reviewDateMoved, .currency, .note,
    title: "a new review date comes with a record of the review",
    clauses: ["7.5.2"], needsHistory: true,
    explanation: """
      This rule reports a record if a commit changed only `reviewed` or `next_review`, and nothing shows that the \
      review took place. An auditor who compares the two versions sees only a new date. Around that date, the record \
      has no other change and no approval, and no other record refers to it. No management review or audit took place \
      within a week. Describe the review in the text of the record, or add an approval. Or write a review, audit or \
      evidence record that refers to the reviewed record. If the git history is not read, or is too short, this rule \
      reports nothing.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry) in dossier.entries.enumerated() where facts.counts(position) {
        guard let move = ReviewMove(of: position, in: dossier) else { continue }
        reporter.report(
          "commit \(move.commit.id.short) changed only `\(move.field)` of \(entry.named), from \(move.old) to \(move.new)",
          in: entry, move.field,
          help: "write what was reviewed in the text or in an approval, or in a review, audit or evidence record that refers to "
            + entry.id)
      }
    },
    bad: RuleExample(
      ["documents.yaml": register("⟦2026-06-10⟧")], before: ["documents.yaml": register("2025-06-10")]),
    good: RuleExample(
      [
        "documents.yaml": register("2026-06-10"),
        "evidence.yaml": """
        kind: evidence
        records:
          - id: EVD-001
            title: Notes of the yearly review of [[DOC-001]]
            controls: [A.6.2.5]
            location: archive
            collected: 2026-06-10
            collected_by: ROL-001
            text: |
              We compared [[DOC-001]] with the gates of the year; no change was needed.
        """,
        "roles.yaml": ExampleText.roles,
      ], before: ["documents.yaml": register("2025-06-10")]))

  private static func register(_ day: String) -> String {
    """
    kind: document
    records:
      - id: DOC-001
        title: Gate procedure
        type: procedure
        review_cycle: P1Y
        reviewed: \(day)
    """
  }
}
