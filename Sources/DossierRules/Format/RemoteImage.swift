import DossierMarkup
import DossierText

extension Rules {
  /// Reported while Markdown is read.
  static let remoteImage = Rule(
    .remoteImage, .format, .warning, title: "images are kept beside the text", clauses: ["7.5.3"],
    explanation: """
      The site works offline and calls no other host. An image from elsewhere would be missing from the evidence \
      package, could change after approval, and would tell its host who reads the page. It is shown as a link instead. \
      Keep the image beside the text and point to it with a relative path.
      """,
    bad: RuleExample([
      "index.md": """
      ![Where requests go](⟦https://example.org/flow.png⟧)
      """
    ]),
    good: RuleExample([
      "index.md": """
      ![Where requests go](flow.png)
      """,
      "flow.png": """
      the bytes of the image
      """,
    ]))
}
