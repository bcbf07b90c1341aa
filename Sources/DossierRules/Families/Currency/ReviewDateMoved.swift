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
      reports nothing. If one commit changed only the review dates of more than ten records, one message lists them.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let moves = dossier.entries.enumerated().compactMap { position, entry -> (entry: Entry, move: ReviewMove)? in
        facts.counts(position) ? ReviewMove(of: position, in: dossier).map { (entry, $0) } : nil
      }
      let help = "write what was reviewed in the text or in an approval, or in a review, audit or evidence record that refers to "
      var bulk: Set<ObjectID> = []
      for (commit, moved) in Dictionary(grouping: moves, by: \.move.commit.id) where moved.count > 10 { bulk.insert(commit) }
      var reported: Set<ObjectID> = []
      for (entry, move) in moves {
        guard bulk.contains(move.commit.id) else {
          reporter.report(
            "commit \(move.commit.id.short) changed only `\(move.field)` of \(entry.named), from \(move.old) to \(move.new)",
            in: entry, move.field, help: help + entry.id)
          continue
        }
        // One commit that moves many dates is one problem.
        guard reported.insert(move.commit.id).inserted else { continue }
        let all = moves.filter { $0.move.commit.id == move.commit.id }
        reporter.report(
          "commit \(move.commit.id.short) changed only review dates of \(all.count) records: \(all.map(\.entry.id).listed(6))",
          in: entry, move.field,
          others: all.dropFirst().prefix(4).map { $0.entry.label($0.move.field, "here too") },
          help: help + "them")
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
