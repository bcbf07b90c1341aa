import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while Markdown is parsed.
  static let unsafeAddress = Rule(
    .unsafeAddress, .format, .error, title: "every link has an address that is safe to follow", clauses: ["7.5.3"],
    explanation: """
      A link may lead to a file in the workspace or to an `https`, `http`, `mailto`, `tel` or `ftp` address. dossier \
      does not turn any other address into a link. The address of a script would run the script when a reader follows \
      it. A path on one computer leads nowhere on another computer. Put the target into the workspace and link to it \
      with a relative path, or give its public address.
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
