import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while Markdown is parsed.
  static let remoteImage = Rule(
    .remoteImage, .format, .warning, title: "images are stored in the workspace", clauses: ["7.5.3"],
    explanation: """
      The site works offline and contacts no other host. A remote image would be missing from the evidence package and \
      could change after approval. It would also tell its host who reads the page. dossier shows a link instead of the \
      image. Store the image beside the text and refer to it with a relative path.
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
