import DossierMarkup
import DossierText

extension Rules {
  /// Reported when a file is first looked at.
  static let byteOrderMark = Rule(
    .byteOrderMark, .format, .warning, title: "no file begins with a byte-order mark",
    clauses: ["7.5.2"],
    explanation: """
      Some editors put three invisible bytes before the text to say that it is UTF-8. Other programs take them for \
      text: front matter is then no longer at the start of the file, and two files that look alike have different \
      digests. The file is read as if the mark were not there; save it without one.
      """,
    bad: RuleExample([
      "index.md": """
      ⟦\\x{EF}\\x{BB}\\x{BF}⟧# Welcome
      """
    ]),
    good: RuleExample([
      "index.md": """
      # Welcome
      """
    ]))
}
