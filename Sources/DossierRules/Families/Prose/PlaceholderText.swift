import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

extension RuleID {
  static let placeholderText = RuleID("placeholder-text")
}

extension Rules {
  static let placeholderText = Rule(
    .placeholderText, .prose, .warning, title: "a record contains no placeholder",
    clauses: ["7.5.2"],
    explanation: """
      An effective record must not contain a placeholder. Examples are `TODO`, `TBD`, "lorem ipsum" and brackets such \
      as `[insert name]`. The example texts that `dossier new` and `dossier init` write also count as placeholders. \
      Readers take the text of an effective record as a decision of the organisation, and auditors report each \
      placeholder. Complete the text. Until then, set the status of the record to `draft`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry) in dossier.entries.enumerated() where facts.isEffective(position) {
        var places: [(span: Span, words: String)] = []
        for field in entry.fields { Placeholder.collect(field.content, field.name, of: entry, into: &places) }
        for node in entry.text.nodes where node.kind == .paragraph || node.kind == .heading || node.kind == .tableCell {
          places += Placeholder.places(in: entry.source, node.span)
        }
        guard let first = places.first else { continue }
        reporter.report(
          "\(entry.named) contains a placeholder, `\(Placeholder.short(first.words))`", at: entry.path, first.span,
          others: places.dropFirst().map { .init(entry.path, $0.span, "another placeholder") },
          help: "replace the placeholder, or set the status of the record to `draft`")
      }
    },
    bad: RuleExample([
      "doc-001.md": ExampleText.file(
        "document", "DOC-001", "How answers are tested", text: "Twenty questions before each release, signed by ⟦TBD⟧.")
    ]),
    good: .fixing(["doc-001.md": ("signed by TBD.", "signed by the test lead.")]))
}
