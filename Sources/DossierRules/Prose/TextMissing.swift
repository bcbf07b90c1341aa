import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

extension RuleID {
  static let textMissing = RuleID("text-missing")
}

extension Rules {
  static let textMissing = Rule(
    .textMissing, .prose, .warning, title: "a policy or document has a text",
    clauses: ["7.5.1", "7.5.3"],
    explanation: """
      A policy or a procedure is its text; the fields above it only say whose it is and what it serves. One without a text \
      binds nobody and describes nothing. Write it below the front matter. If it is kept elsewhere, a short text has to say \
      where and what it contains.
      """,
    bad: RuleExample(["doc-001.md": ExampleText.file("document", "⟦DOC-001⟧", "How answers are tested")]),
    good: RuleExample([
      "doc-001.md": ExampleText.file(
        "document", "DOC-001", "How answers are tested", text: "Twenty questions before each release.")
    ])
  ) { facts, reporter in
    for (_, entry) in facts.dated.controlledDocuments where entry.text.isEmpty {
      reporter.report(
        "\(entry.named) has no text", at: entry.path, entry.idSpan,
        help: "write it below the front matter, or say where it is kept")
    }
  }
}
