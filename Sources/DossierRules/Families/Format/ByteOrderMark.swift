import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported when a file is first read.
  static let byteOrderMark = Rule(
    .byteOrderMark, .format, .warning, title: "no file begins with a byte-order mark",
    clauses: ["7.5.2"],
    explanation: """
      A byte-order mark is three invisible bytes that some editors write at the start of a UTF-8 file. Other programs \
      read these bytes as text, so they do not recognise the front matter. The digest of the file also differs from \
      the digest of the same text without the mark. dossier itself ignores the mark. Save the file without a \
      byte-order mark.
      """,
    bad: RuleExample([
      "index.md": """
      ⟦\\x{EF}\\x{BB}\\x{BF}⟧# Welcome
      """
    ]),
    good: .fixing(["index.md": ("\\x{EF}\\x{BB}\\x{BF}# Welcome", "# Welcome")]))
}
