import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported when a file is first read.
  static let notUTF8 = Rule(
    .notUTF8, .format, .error, title: "every text file is encoded in UTF-8", clauses: ["7.5.2"],
    explanation: """
      dossier reads every text as UTF-8. A file in an older encoding shows wrong letters in names and titles, and nobody \
      can be certain which letters were intended. Open the file in its original encoding and save it as UTF-8.
      """,
    bad: RuleExample([
      "index.md": """
      The caf⟦\\x{E9}⟧ counter answers returns.
      """
    ]),
    good: .fixing(["index.md": ("The caf\\x{E9} counter answers returns.", "The café counter answers returns.")]))
}
