import DossierMarkup
import DossierText
import Testing

/// Harmless HTML becomes nodes. Comments are left out. All other HTML stays text.
struct HTMLTests {
  @Test(arguments: [
    // Comments
    ("a\n\n<!-- b -->\n\nc\n", #"document(paragraph(text"a") paragraph(text"c"))"#),
    ("a <!-- b\nc --> d\n", #"document(paragraph(text"a " text" d"))"#),
    ("- a\n\n  <!-- b\n\n  c -->\n- d\n", #"document(list(item(paragraph(text"a")) item(paragraph(text"d"))))"#),
    ("| a <!-- b --> |\n|---|\n| <!-- c --> |\n", #"document(table(tableRow(tableCell(text"a ")) tableRow(tableCell)))"#),
    ("<!-- b -->\n<v>\n", "document(htmlBlock\"<v>\\n\")"),
    // Elements in a sentence
    ("a<br>b<BR/>\n", #"document(paragraph(text"a" lineBreak text"b" lineBreak))"#),
    ("H<sub>2</sub>O <kbd>C</kbd>\n", #"document(paragraph(text"H" sub(text"2") text"O " kbd(text"C")))"#),
    ("<b>a *b*</b>\n", #"document(paragraph(strong(text"a " emphasis(text"b"))))"#),
    (
      "a <img src=\"b.png\" alt='c &lt; d' onerror=\"e\">\n",
      #"document(paragraph(text"a " image→"b.png"(text"c < d")))"#
    ),
    (
      "<a href=\"b.md\" onclick=\"c\">d https://e.fr</a>\n",
      #"document(paragraph(link→"b.md"(text"d " text"https://e.fr")))"#
    ),
    // Anchors
    ("# <a name=\"b\"></a>C\n", #"document(heading(anchor"b" text"C"))"#),
    ("<a id=\"b\">\n\nc\n", #"document(anchor"b" paragraph(text"c"))"#),
    ("<span id=\"b\">c</span>\n", #"document(paragraph(anchor"b" text"c"))"#),
    ("<v id=\"b\">c\n", #"document(paragraph(anchor"b" htmlInline"<v id=\"b\">" text"c"))"#),
    ("<table id=b><tr id=c><td>d</table>\n", #"document(anchor"b" table(tr(td(anchor"c" text"d"))))"#),
    // Blocks
    (
      "<details>\n<summary>a</summary>\n\n- b\n\n</details>\n\nc\n",
      #"document(details(summary(text"a") list(item(paragraph(text"b")))) paragraph(text"c"))"#
    ),
    ("- <details>\n\n  a\n\n  </details>\n", #"document(list(item(details(paragraph(text"a")))))"#),
    ("<p align=\"center\">a\n", "document(paragraph(text\"a\\n\"))"),
    ("<table><tr><td>\n\n`a`\n\n</td></tr></table>\n", #"document(table(tr(td(paragraph(code"a")))))"#),
    (
      "|a|\n|-|\n|<ul><li>b<li>c</ul>|\n",
      #"document(table(tableRow(tableCell(text"a")) tableRow(tableCell(ul(li(text"b") li(text"c"))))))"#
    ),
  ])
  func `harmless HTML becomes nodes`(_ text: String, _ outline: String) { #expect(markdown(text).outline == outline) }

  @Test(arguments: [
    ("<div>\n\na\n", #"document(htmlBlock"<div>\n" paragraph(text"a"))"#),
    ("a</details>\n", #"document(paragraph(text"a" htmlInline"</details>"))"#),
    (
      "<sub>a <kbd>b</sub> c</kbd>\n",
      #"document(paragraph(sub(text"a " htmlInline"<kbd>" text"b") text" c" htmlInline"</kbd>"))"#
    ),
    ("*a <b>b* c</b>\n", #"document(paragraph(emphasis(text"a " htmlInline"<b>" text"b") text" c" htmlInline"</b>"))"#),
    ("- <div>\n- a\n\n</div>\n", #"document(list(item(htmlBlock"<div>\n") item(paragraph(text"a"))) htmlBlock"</div>\n")"#),
    ("<table><tr>a<td>b</td></tr></table>\n", "document(htmlBlock\"<table><tr>a<td>b</td></tr></table>\\n\")"),
    ("a <div>b</div>\n", #"document(paragraph(text"a " htmlInline"<div>" text"b" htmlInline"</div>"))"#),
    (
      "<a href=\"b\">[c](d)</a>\n",
      #"document(paragraph(htmlInline"<a href=\"b\">" link→"d"(text"c") htmlInline"</a>"))"#
    ),
    ("<script>\n<b>a</b>\n</script>\n", "document(htmlBlock\"<script>\\n<b>a</b>\\n</script>\\n\")"),
    ("<td>a</td>\n", "document(htmlBlock\"<td>a</td>\\n\")"),
    ("![<b>a</b>](b.png)\n", #"document(paragraph(image→"b.png"(htmlInline"<b>" text"a" htmlInline"</b>")))"#),
  ])
  func `wrong nesting stays text`(_ text: String, _ outline: String) { #expect(markdown(text).outline == outline) }

  /// The digest of a text is made of its nodes as CommonMark defines them.
  @Test(arguments: ["a <b>c</b>\n", "<!-- a -->\n", "> [!NOTE]\n> a\n", "a $b_c$ d_e_\n"])
  func `the digest of a text does not depend on HTML, alerts and formulas`(_ text: String) {
    let tree = markdown(text)
    #expect(tree.nodes != tree.written && tree.canonical == tree.asWritten.canonical)
    #expect(tree.canonical != markdown(text.replacing("a", with: "x")).canonical)
  }

  @Test(arguments: [
    ("⟦<v>⟧a</v> <v>b</v>\n\n<v>c\n", ["the HTML tag `<v>` is shown as text, not as HTML (3 places in this file)"]),
    ("⟦<!-- a -->⟧\n\nb <!-- c -->\n", ["an HTML comment is not shown on the site (2 places in this file)"]),
    (
      "⟦<table>⟧\n<tr>a</tr>\n</table>\n",
      ["the HTML tag `<table>` is shown as text, because its start and end do not match or it is in the wrong place"]
    ),
    ("a\n\n⟦<!-- b⟧\nc\n", ["this HTML comment has no end, so the site leaves out the whole rest of the block"]),
    ("a <br> <sub>b</sub>\n\n<details>\n\nc\n\n</details>\n", []),
  ])
  func `each tag is reported once for each file`(_ text: String, _ headlines: [String]) {
    let marked = Marked(text)
    let found = MarkupInspection.merged(DocumentParser.parse(marked.file("a.md")).diagnostics)
    #expect(found.map(\.headline) == headlines)
    #expect(found.map(\.primary.span.brief) == marked.spans.map(\.brief))
  }

  @Test(arguments: [
    ("> [!NOTE]\n> a\n", 1), ("> [!tip]\n>\n> a\n", 2), ("> [!CAUTION]  \n> - a\n", 5), ("> [!NOTE] a\n", 0), ("> [!NOTE]\n", 0),
    ("> [!OTHER]\n> a\n", 0), ("- > [!NOTE]\n  > a\n", 0), ("<details>\n\n> [!NOTE]\n> a\n\n</details>\n", 1),
  ])
  func `an alert is a quote with a marker`(_ text: String, _ number: Int32) throws {
    let tree = markdown(text)
    #expect(try #require(tree.first(.blockQuote)).number == number)
    #expect(tree.plainText(of: 0).contains("[!") == (number == 0))
  }
}

/// Formulas are kept as the author wrote them.
struct FormulaTests {
  @Test(arguments: [
    ("a $x_{i}*y*_$ b\n", ["$x_{i}*y*_$"]), ("$$\na \\\\ b\n= c\n- d\n$$\n", ["$$\na \\\\ b\n= c\n- d\n$$"]),
    ("> $$\n> a_b_\n> $$\n", ["$$\na_b_\n$$"]), ("- a $$b_c$$ d\n", ["$$b_c$$"]),
    ("| $a_1$ | b |\n|---|---|\n| c | $d_2$ |\n", ["$a_1$", "$d_2$"]), ("a[^n] $b$\n\n[^n]: c $d$\n", ["$b$", "$d$"]),
    ("$5 and $10\n", []), ("US$5, US$6 and 7$\n", []), ("a \\$b\\$ c\n", []), ("`$a$` $HOME:$PATH\n", []),
    ("```\n$a$\n```\n", []),
    ("$ a$ and $b $\n", []), ("$a\nb$\n", []), ("[a](b$c$d) <https://e.fr/$g$>\n", []), ("| $5 | $6 |\n|---|---|\n", []),
  ])
  func `formulas are found`(_ text: String, _ formulas: [String]) {
    for lineEnd in ["\n", "\r\n"] {
      let tree = markdown(text.replacing("\n", with: lineEnd))
      #expect(tree.nodes.filter { $0.kind == .code && $0.isMarked }.map { tree.string($0.literal) } == formulas)
    }
  }

  @Test(arguments: ["é $a_b$ [c](⟦d.md⟧) $e$ [f](⟦g.md⟧)\n", "$a$\n\n$$\nb\n$$\n\n[c](⟦d.md⟧)\n"])
  func `spans beside formulas are exact`(_ text: String) {
    let marked = Marked(text)
    let links = markdown(marked.bytes).value.nodes.filter { $0.kind == .link }
    #expect(links.map(\.span.brief) == marked.spans.map(\.brief))
  }
}
