import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

extension RuleID {
  static let vagueCommitment = RuleID("vague-commitment")
}

extension Rules {
  static let vagueCommitment = Rule(
    .vagueCommitment, .prose, .note, title: "a commitment states when and how far it applies",
    clauses: ["5.2", "7.5.1"],
    explanation: """
      A phrase such as "must be reviewed as appropriate" makes a commitment impossible to check. In policies and \
      documents, this rule reads English sentences with must, shall or will. It looks for phrases that weaken the \
      commitment, and for words such as "regularly" without an interval. This is only a note, because some of these \
      phrases are intended. We recommend that you write when, how often, or on which condition.
      """,
    check: { facts, reporter in
      for (_, entry) in facts.dated.controlledDocuments {
        let places = entry.text.nodes.filter { $0.kind == .paragraph || $0.kind == .tableCell }
          .flatMap { VagueWords.places(in: entry.source, $0.span) }
        guard let first = places.first else { continue }
        reporter.report(
          "\(entry.named) has a vague commitment, `\(entry.source.text(first))`", at: entry.path, first,
          others: places.dropFirst().map { .init(entry.path, $0, "this phrase too") },
          help: "write when, how often, or on which condition")
      }
    },
    bad: RuleExample([
      "doc-001.md": ExampleText.file(
        "document", "DOC-001", "How answers are tested", text: "Answers must be tested ⟦as appropriate⟧ by the test lead.")
    ]),
    good: RuleExample([
      "doc-001.md": ExampleText.file(
        "document", "DOC-001", "How answers are tested", text: "Answers must be tested before each release by the test lead.")
    ]))
}
