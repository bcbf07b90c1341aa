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
      A policy or document must have a text below its front matter. The front matter states only the owner, the \
      version and the purpose. Without a text, a policy requires nothing and a procedure describes nothing. Clause 7.5 \
      requires documented information. Write the text below the front matter. If the text is kept elsewhere, write \
      below the front matter where the text is and what it contains.
      """,
    check: { facts, reporter in
      for (_, entry) in facts.dated.controlledDocuments where entry.text.isEmpty {
        reporter.report(
          "\(entry.named) has no text", at: entry.path, entry.idSpan,
          help: "write the text below the front matter, or state there where the text is kept")
      }
    },
    bad: RuleExample(["doc-001.md": ExampleText.file("document", "⟦DOC-001⟧", "How answers are tested")]),
    good: RuleExample([
      "doc-001.md": ExampleText.file(
        "document", "DOC-001", "How answers are tested", text: "Twenty questions before each release.")
    ]))
}
