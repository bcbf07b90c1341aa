import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while Markdown is parsed.
  static let rawHTML = Rule(
    .rawHTML, .format, .warning, title: "HTML in a text has only elements that the site renders",
    clauses: ["7.5.2"],
    explanation: """
      The site renders a list of harmless HTML elements: `br`, `details`, `summary`, `sub`, `sup`, `kbd`, `a`, `img`, `p`, \
      `div`, `span`, headings, lists, tables and elements for emphasis. It ignores all attributes except addresses, `id`, `name`, \
      `align`, sizes and the cells that a cell covers. Other HTML could load scripts, send data to other hosts or hide parts of a \
      page, so the site shows it as text. A listed element is also shown as text if its start and end do not match. Write \
      the same content in Markdown, or remove the HTML.
      """,
    bad: RuleExample([
      "index.md": """
      Returns are ⟦<marquee>⟧free</marquee>.
      """
    ]),
    good: .fixing(["index.md": ("<marquee>free</marquee>", "**free**")]))
}
