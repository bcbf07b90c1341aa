import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewDateMoved = RuleID("review-date-moved")
}

extension Rules {
  static let reviewDateMoved = Rule(
    .reviewDateMoved, .currency, .note,
    title: "a new day of review comes with something that tells of the review",
    clauses: ["7.5.2"], needsHistory: true,
    explanation: """
      A commit moved the day in `reviewed` or `next_review` and nothing else of the record. It may well have been \
      read and found right, but nothing shows it: no other change of the record at that time, no approval, no record \
      of those weeks that names it, no management review or audit within a week. An auditor who compares two versions \
      sees only a date. Say what was looked at: in the text, in an approval, or in a review, audit or evidence record \
      that names it. Where the history in git is not read, or does not reach that far, nothing is said.
      """,
    bad: RuleExample(
      ["documents.yaml": register("⟦2026-06-10⟧")], before: ["documents.yaml": register("2025-06-10")]),
    good: RuleExample(
      [
        "documents.yaml": register("2026-06-10"),
        "evidence.yaml": """
        kind: evidence
        records:
          - id: EVD-001
            title: Notes of the yearly reading of [[DOC-001]]
            controls: [A.6.2.5]
            location: archive
            collected: 2026-06-10
            collected_by: ROL-001
            text: |
              [[DOC-001]] was read against the gates of the year; nothing had to be changed.
        """,
        "roles.yaml": ExampleText.roles,
      ], before: ["documents.yaml": register("2025-06-10")])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (position, entry) in dossier.entries.enumerated() where facts.counts(position) {
      guard let move = ReviewMove(of: position, in: dossier) else { continue }
      reporter.report(
        "commit \(move.commit.id.short) moved `\(move.field)` of \(entry.named) from \(move.old) to \(move.new) and changed nothing else of it",
        in: entry, move.field,
        help: "say what was looked at: in its text, in an approval, or in a review, audit or evidence record that names it")
    }
  }

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
