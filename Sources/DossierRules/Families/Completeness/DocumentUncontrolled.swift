import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let documentUncontrolled = RuleID("document-uncontrolled")
}

extension Rules {
  static let documentUncontrolled = Rule(
    .documentUncontrolled, .completeness, .warning, title: "policies and documents have an owner, a version and a review",
    clauses: ["7.5.2", "7.5.3"],
    explanation: """
      Each policy and document must have `owner` and `version`. It must also have `review_cycle` or `next_review`. \
      Clauses 7.5.2 and 7.5.3 require the control of documented information. A reader must be able to recognise an old \
      copy and to find the responsible role. Auditors look for these fields first. Write the missing fields in the \
      front matter.
      """,
    check: { facts, reporter in
      for (_, entry) in facts.dated.controlledDocuments {
        let gaps = Gaps(
          of: entry,
          [
            ("an owner", "owner", entry.field("owner") != nil),
            ("a version", "version", entry.head?.version != nil),
            ("a review", "review_cycle", entry.saysWhenReviewed),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) lacks \(gaps.listed)", at: entry.path, entry.idSpan, help: "add the missing fields to its front matter")
      }
    },
    bad: RuleExample([
      "doc-001.md": ExampleText.file(
        "document", "⟦DOC-001⟧", "How answers are tested", "version: \"1.0\"", text: "Twenty questions before each release.")
    ]),
    good: .fixing(
      [
        "doc-001.md": ("version: \"1.0\"", "version: \"1.0\"\nowner: ROL-001\nreview_cycle: P1Y")
      ],
      adding: ["roles.yaml": ExampleText.role]))
}
