import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

extension RuleID {
  static let vagueCommitment = RuleID("vague-commitment")
}

extension Rules {
  static let vagueCommitment = Rule(
    .vagueCommitment, .prose, .note, title: "a commitment says when and how far it holds",
    clauses: ["5.2", "7.5.1"],
    explanation: """
      "Must be reviewed as appropriate" commits to nothing: whoever keeps it and whoever does not both comply. In sentences \
      with must, shall or will of policies and documents this rule looks for English phrases that take a commitment back, \
      and for "regularly" and the like without a rhythm beside it. It is a hint: some of them are meant. Where you can, say \
      when, how often, or what decides.
      """,
    bad: RuleExample([
      "doc-001.md": ExampleText.file(
        "document", "DOC-001", "How answers are tested", text: "Answers must be tested ⟦as appropriate⟧ by the test lead.")
    ]),
    good: RuleExample([
      "doc-001.md": ExampleText.file(
        "document", "DOC-001", "How answers are tested", text: "Answers must be tested before each release by the test lead.")
    ])
  ) { facts, reporter in
    for (_, entry) in facts.dated.controlledDocuments {
      let places = entry.text.nodes.filter { $0.kind == .paragraph || $0.kind == .tableCell }
        .flatMap { VagueWords.places(in: entry.source, $0.span) }
      guard let first = places.first else { continue }
      reporter.report(
        "\(entry.named) leaves a commitment open with `\(entry.source.text(first))`", at: entry.path, first,
        others: places.dropFirst().map { .init(entry.path, $0, "this one too") },
        help: "say when, how often, or what decides")
    }
  }
}
