import DossierMarkup
import DossierText

extension Rules {
  /// Reported while Markdown is read.
  static let unsafeAddress = Rule(
    .unsafeAddress, .format, .error, title: "every link is of a kind that is safe to follow", clauses: ["7.5.3"],
    explanation: """
      A link may lead to a file of the workspace or to an `https`, `http`, `mailto`, `tel` or `ftp` address. \
      Everything else is not made a link: scripts run when they are followed, and a path on one computer leads nowhere \
      on another. Keep the target in the workspace and link to it relatively, or give its public address.
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
