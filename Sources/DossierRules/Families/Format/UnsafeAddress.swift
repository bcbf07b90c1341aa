import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while Markdown is parsed.
  static let unsafeAddress = Rule(
    .unsafeAddress, .format, .error, title: "every link has an address that is safe to follow", clauses: ["7.5.3"],
    explanation: """
      A link may lead to a file in the workspace or to an `https`, `http`, `mailto`, `tel` or `ftp` address. dossier \
      does not turn any other address into a link. An address can contain a script, which would run when a reader \
      follows the link. A path on your computer leads nowhere on another computer. Put the target into the workspace \
      and use its relative path in the link, or use the public address of the target.
      """,
    bad: RuleExample([
      "index.md": """
      Fill in the [form](⟦file:///C:/forms/return.docx⟧).
      """
    ]),
    good: RuleExample([
      "index.md": """
      Fill in the [form](return.docx).
      """,
      "return.docx": """
      the bytes of the form
      """,
    ]))
}
