import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported when a file is first read.
  static let byteOrderMark = Rule(
    .byteOrderMark, .format, .warning, title: "no file begins with a byte-order mark",
    clauses: ["7.5.2"],
    explanation: """
      Some editors write three invisible bytes at the start of a file to mark it as UTF-8. Other programs read these \
      bytes as text. They then find no front matter at the start of the file, and two files that look equal have \
      different digests. dossier reads the file as if the mark were absent. Save the file without a byte-order mark.
      """,
    bad: RuleExample([
      "index.md": """
      ⟦\\x{EF}\\x{BB}\\x{BF}⟧# Welcome
      """
    ]),
    good: .fixing(["index.md": ("\\x{EF}\\x{BB}\\x{BF}# Welcome", "# Welcome")]))
}
