import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

extension RuleID {
  static let placeholderText = RuleID("placeholder-text")
}

extension Rules {
  static let placeholderText = Rule(
    .placeholderText, .prose, .warning, title: "no placeholder is left in a record",
    clauses: ["7.5.2"],
    explanation: """
      `TODO`, `TBD`, "lorem ipsum" and brackets such as `[insert name]` say that a text is not finished; so does what \
      `dossier new` and `dossier init` write for you to replace. In a record in force they are read as what the organisation has decided, and an auditor will point at each. Finish the text, or give \
      the record the status `draft` until it is.
      """,
    bad: RuleExample([
      "doc-001.md": ExampleText.file(
        "document", "DOC-001", "How answers are tested", text: "Twenty questions before each release, signed by ⟦TBD⟧.")
    ]),
    good: RuleExample([
      "doc-001.md": ExampleText.file(
        "document", "DOC-001", "How answers are tested", text: "Twenty questions before each release, signed by the test lead.")
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (position, entry) in dossier.entries.enumerated() where facts.isEffective(position) {
      var places: [(span: Span, words: String)] = []
      for field in entry.fields { Placeholder.collect(field.content, field.name, of: entry, into: &places) }
      for node in entry.text.nodes where node.kind == .paragraph || node.kind == .heading || node.kind == .tableCell {
        places += Placeholder.places(in: entry.source, node.span)
      }
      guard let first = places.first else { continue }
      reporter.report(
        "\(entry.named) still holds a placeholder, `\(Placeholder.short(first.words))`", at: entry.path, first.span,
        others: places.dropFirst().map { .init(entry.path, $0.span, "here too") },
        help: "write what belongs there, or give the record the status `draft`")
    }
  }
}
