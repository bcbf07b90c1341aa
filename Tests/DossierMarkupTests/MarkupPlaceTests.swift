import DossierMarkup
import DossierText
import Testing

/// The spans of links, references and raw HTML are exact to the byte in any context.
@Suite struct MarkupPlaceTests {
  private static let references = [
    "[[⟦A⟧]]",
    "a [[⟦A-1⟧]] b [[⟦A-1⟧]] c\n",
    "é 日 [[⟦A⟧|label é]] [[⟦B⟧]]\n",
    "[[ ⟦spaced id⟧ | label ]]\n",
    "one\ntwo [[⟦A⟧]]\nthree [[⟦B⟧]]\n",
    "one  \n[[⟦A⟧]]  \n[[⟦B⟧]]\n",
    "- [[⟦A⟧]]\n  - é [[⟦B⟧]]\n    text [[⟦C⟧]]\n",
    "1. x\n\n   y [[⟦A⟧]]\n2. z [[⟦B⟧]]\n",
    "> [[⟦A⟧]]\n> > é [[⟦B⟧]]\n> lazy\n[[⟦C⟧]]\n",
    "*a [[⟦A⟧]] b* **[[⟦B⟧]]** ~~[[⟦C⟧]]~~ _[[⟦D⟧]]_\n",
    "# Heading [[⟦A⟧]]\n\nSetext [[⟦B⟧]]\n===\n",
    "| a | b |\n|---|---|\n| [[⟦A⟧]] | é [[⟦B⟧]] |\n| x [[⟦C⟧]] [[⟦D⟧]] | |\n",
    "| a | b |\n|---|---|\n| [[⟦A⟧\\|label]] | [[⟦B⟧]] |\n| [[⟦C⟧\\|x]] \\| [[⟦D⟧\\|y]] | [[⟦E⟧]] |\n",
    "a | b\n--|--\n[[⟦A⟧]] | [[⟦B⟧]]\n",
    "> | a |\n> |---|\n> | é [[⟦A⟧\\|l]] |\n",
    "- [ ] [[⟦A⟧]]\n- [x] é [[⟦B⟧]]\n",
    "text[^1] [[⟦A⟧]]\n\n[^1]: note [[⟦B⟧]]\n",
    "\t\n[[⟦A⟧]]\n\n   [[⟦B⟧]]\n",
    "- a\n\n\tindented [[⟦A⟧]]\n",
    "a <b> [[⟦A⟧]] </b> &amp; [[⟦B⟧]] \\* [[⟦C⟧]]\n",
    "http://x.y/z [[⟦A⟧]] www.a.b [[⟦B⟧]] a@b.cc [[⟦C⟧]]\n",
    "[link [[⟦A⟧]]](x.md) no: [[⟦B⟧]]\n",
    "[[not\nthis]] [[⟦A⟧]] [[]] [[ ]] [[|x]] [[⟦B⟧|]]\n",
    "`[[code]]` [[⟦A⟧]]\n\n```\n[[code]]\n```\n\n    [[code]]\n\n[[⟦B⟧]]\n",
    "[[[⟦A⟧]]] [[a[b]] [[⟦B⟧]]\n",
    "same [[⟦A⟧]]\n\nsame [[⟦A⟧]]\n\n- same [[⟦A⟧]]\n",
    "𝄞 e\u{301} [[⟦Ü-1⟧]]\n",
  ]

  /// A reference inside the text of a link is not a reference, because links do not nest.
  private static func expected(_ marked: Marked) -> [String] {
    let isNested = marked.text.hasPrefix("[link ")
    return (isNested ? Array(marked.spans.dropFirst()) : marked.spans).map(\.brief)
  }

  private func places(_ bytes: [UInt8], _ kinds: Set<MarkupTree.Kind>) -> [Span] {
    markdown(bytes).value.nodes.filter { kinds.contains($0.kind) }.map(\.span)
  }

  @Test(arguments: references)
  func `spans of references are exact`(text: String) {
    let marked = Marked(text)
    #expect(places(marked.bytes, [.reference]).map(\.brief) == Self.expected(marked))
  }

  @Test(arguments: references)
  func `spans of references are exact with CR LF`(text: String) {
    let marked = Marked(text.replacing("\n", with: "\r\n"))
    #expect(places(marked.bytes, [.reference]).map(\.brief) == Self.expected(marked))
  }

  @Test(arguments: references)
  func `spans of references are exact below front matter`(text: String) {
    let marked = Marked("\u{FEFF}---\r\ntitle: é\r\n---\r\n" + text)
    let tree = DocumentParser.parse(marked.file("a.md")).value.body
    let skip = text.hasPrefix("[link ") ? 1 : 0
    #expect(tree.nodes.filter { $0.kind == .reference }.map(\.span.brief) == marked.spans.dropFirst(skip).map(\.brief))
  }

  private static let links = [
    "[a](⟦b.md⟧)",
    "é [a](⟦b.md⟧ \"title\") [a](⟦b.md⟧)\n",
    "[a](<⟦b c.md⟧>) <⟦http://x.y⟧> ![i](⟦i.png⟧)\n",
    "one [a](⟦x.md⟧)\ntwo [b](⟦x.md⟧)\nthree [c](⟦x.md⟧)\n",
    "- [a](⟦x.md⟧)\n  > [b](⟦x.md⟧) é\n",
    "| [a](⟦x.md⟧) | [b](⟦y.md⟧) |\n|---|---|\n| é \\| [a](⟦x.md⟧) | [b](⟦x.md⟧) |\n",
    "*[a](⟦x.md⟧)* **[b](⟦y.md⟧)**\n",
    "[![i](⟦i.png⟧)](⟦x.md⟧) [b](⟦y.md⟧)\n",
    "# [a](⟦x.md⟧)\n\n[a](⟦x.md⟧)\n---\n",
    "[x.md](⟦x.md⟧) x.md [a](⟦x.md⟧)\n",
    "www.a.b [a](⟦www.a.b⟧)\n",
    "[a\nb](⟦x.md⟧)\n[c](⟦y.md⟧)\n",
    "[a](⟦#x⟧) text[^1]\n\n[^1]: é [b](⟦#y⟧)\n",
    "`[a](x.md)` [a](⟦x.md⟧)\n",
  ]

  @Test(arguments: links)
  func `spans of links are exact`(text: String) {
    let marked = Marked(text)
    let tree = markdown(marked.bytes).value
    let found = tree.nodes.filter { ($0.kind == .link || $0.kind == .image) && !$0.isSpecial }.map(\.span).sorted()
    #expect(found.map(\.brief) == marked.spans.map(\.brief))
  }

  @Test(arguments: links)
  func `spans of links are exact with CR LF`(text: String) {
    let marked = Marked(text.replacing("\n", with: "\r\n"))
    let tree = markdown(marked.bytes).value
    let found = tree.nodes.filter { ($0.kind == .link || $0.kind == .image) && !$0.isSpecial }.map(\.span).sorted()
    #expect(found.map(\.brief) == marked.spans.map(\.brief))
  }

  /// The span of a reference link is the destination in its definition, and never the label or other text with the same bytes.
  @Test(arguments: [
    "x [b][r] é\n\n[r]: ⟦z.md⟧\n",
    "Join the [mailing lists]. We meet.\n\n[mailing lists]: ⟦b.md#ListsABCDE⟧\n",
    "See [the method].\n\n[the method]: ⟦gone/abcm.md⟧\n",
    "[b.md]\n\n[b.md]: ⟦b.md⟧\n", "b.md [x][b.md]\n\n[b.md]: <⟦b.md⟧> \"t\"\n",
    "[x][r] and [y](b.md#z)\n\n[r]: ⟦b.md⟧\n", "`[x](b.md)` [x][r]\n\n[r]: ⟦b.md⟧\n",
    "[q]: a.md\n[r]: ⟦b.md⟧\n\n![x][R]\n", "> [x][r]\n>\n> [r]: ⟦b.md⟧\n", "- [x][r]\n\n  [r]: ⟦b.md⟧\n",
    "```\n[r]: b.md\n```\n\n[x][r]\n\n[r]: ⟦b.md⟧ 'title'\n", "[r]: ⟦b.md⟧\n\"title\"\n\n[x][r]\n",
  ])
  func `a reference link has the span of its definition`(text: String) throws {
    for end in ["\n", "\r\n"] {
      let marked = Marked(text.replacing("\n", with: end))
      let nodes = markdown(marked.bytes).value.nodes.filter { $0.kind == .link || $0.kind == .image }
      #expect(nodes.first?.span.brief == marked.spans.first?.brief, "\(text)")
    }
  }

  @Test(arguments: [
    ("See [the method]⟦[method]⟧.\n\n[metod]: m.md\n\n[metod]\n", "did you mean `metod`?"), ("⟦[Risks][]⟧ and more\n", ""),
    ("![diagram]⟦[dia]⟧\n", ""), ("[a **b** c]⟦[d]⟧\n", ""), ("- x\n  - [a b]⟦[D e]⟧\n", ""),
    ("| a |\n|---|\n| [x]⟦[y]⟧ |\n", ""),
  ])
  func `a label without a definition is reported`(text: String, question: String) {
    let marked = Marked(text)
    let found = DocumentParser.parse(marked.file("a.md")).diagnostics
    #expect(found.map(\.brief) == marked.spans.map { "undefined-reference@\($0.brief)" })
    #expect(found.first?.primary.text == question)
  }

  @Test(arguments: [
    "[a] [b] and [ ][c] rows[i][j] [1][2] [a-z][0-9] x[^1][b]\n", "`[a][b]` \\[a\\]\\[b\\] [a](b.md)\n", "    [a][b]\n",
    "[a][B  c]\n\n[b c]: x.md\n", "- [ ] [a][b]\n\n[b]: x.md\n", "[[A-1]][b](c.md)\n",
  ])
  func `other brackets are not reported`(text: String) {
    #expect(DocumentParser.parse(Marked(text).file("a.md")).diagnostics.isEmpty, "\(text)")
  }

  @Test(arguments: [
    ("text\n\n[⟦a⟧]: b.md\n", ["unused-definition"]), ("[x][a]\n\n[a]: b.md\n[⟦c⟧]: d.md\n", ["unused-definition"]),
    ("[//]: # (a comment)\n[comment]: <> (another)\n[a]\n\n[a]: b.md\n", []), ("```\n[a]: b.md\n```\n", []),
    ("text\n[a]: b.md\n", []), ("[^1]: note\n", []),
  ])
  func `definitions that no link uses are reported`(text: String, rules: [String]) {
    let marked = Marked(text)
    let found = DocumentParser.parse(marked.file("a.md")).diagnostics
    #expect(found.map(\.brief) == zip(rules, marked.spans).map { "\($0)@\($1.brief)" }, "\(text)")
  }

  @Test(
    arguments: [
      ("| a | b |\n|---|---|\n| 1 | 2 | ⟦3⟧ |\n", "lost-table-cell"), ("a | b\n--|--\n`x | y` | ⟦z⟧\n", "lost-table-cell"),
      ("> | a |\n> |---|\n> | 1 | ⟦é⟧ |\n", "lost-table-cell"), ("- | a |\n  |---|\n  | 1 | ⟦2 | 3⟧ |\n", "lost-table-cell"),
      ("| a | b |\n|---|---|\n| [[RSK-001⟦|⟧the risk]] | x |\n", "divided-reference"),
      ("| a | b |\n|---|---|\n| x | [[RSK-001⟦|⟧the risk]] |\n", "divided-reference"),
      ("| a | b |\n|---|---|\n| 1 | 2 | |\n| x \\| y | z |\n| [[A\\|b]] | c |\n| 1 |\n", nil),
    ] as [(String, String?)])
  func `cells that a table loses are reported`(text: String, rule: String?) {
    for end in ["\n", "\r\n"] {
      let marked = Marked(text.replacing("\n", with: end))
      let found = DocumentParser.parse(marked.file("a.md")).diagnostics
      #expect(found.map(\.brief) == (rule.map { name in marked.spans.map { "\(name)@\($0.brief)" } } ?? []), "\(text)")
    }
  }

  /// A destination that is written with escapes gets the span of its block, never another one.
  @Test(arguments: ["x\n\n⟦a [b](c\\_d.md)⟧\n\ny\n", "x\n\n- ⟦a [b](c&amp;d.md)⟧\n"])
  func `a destination with escapes has the span of its block`(text: String) throws {
    let marked = Marked(text)
    let span = try #require(markdown(marked.bytes).value.first(.link)?.span)
    let block = try #require(marked.spans.first)
    #expect(span.lower >= block.lower && span.upper <= block.upper)
  }

  @Test(arguments: [
    "a ⟦<v>⟧x</v> c\n", "⟦<main>⟧\n⟦<nav>⟧x</nav>\n</main>\n\ntext\n", "é ⟦<v/>⟧ ⟦<w/>⟧\n",
    "[x][r] ⟦<v>⟧ [y][r] ⟦<w>⟧\n\n[r]: c.md\n",
    "- ⟦<v>⟧a</v>\n\n> ⟦<u>⟧\n", "a ⟦</kbd>⟧ é ⟦</v>⟧\n",
    "| a |\n|---|\n| ⟦<v>⟧ é ⟦<w>⟧ |\n", "a ⟦<w c=\"d\">⟧ b\n", "⟦<script>⟧\nalert(1)\n</script>\n",
    "`<v>` \\<v> &lt;v&gt; 1 < 2\n", "⟦<?php⟧\n?>\n",
    "line\n⟦<a\nhref=\"x\">⟧\n",
  ])
  func `raw HTML is reported with its span`(text: String) {
    for lineEnd in ["\n", "\r\n"] {
      let marked = Marked(text.replacing("\n", with: lineEnd))
      let file = marked.file("a.md")
      let found = DocumentParser.parse(file).diagnostics.filter { $0.rule == .rawHTML }
      let first = marked.spans.map { span in
        // For HTML over several lines, the first line is underlined.
        Span(Int(span.lower), Int(span.lower) + marked.bytes[span.range].prefix { $0 != 0x0A && $0 != 0x0D }.count)
      }
      #expect(found.map(\.primary.span.brief) == first.map(\.brief), "\(marked.text.debugDescription)")
    }
  }

  @Test(arguments: [
    ("[a](⟦javascript:x⟧)\n", "unsafe-address"), ("é [a](⟦//evil.example/x⟧)\n", "unsafe-address"),
    ("![a](⟦https://x.y/z.png⟧)\n", "remote-image"),
    ("- <⟦vbscript:x⟧>\n", "unsafe-address"), ("[a](⟦data:text/html,x⟧)\n", "unsafe-address"),
    ("![a](⟦file:///etc/passwd⟧)\n", "unsafe-address"),
  ])
  func `addresses that do not become links are reported`(text: String, rule: String) {
    let marked = Marked(text)
    #expect(DocumentParser.parse(marked.file("a.md")).diagnostics.map(\.brief) == marked.spans.map { "\(rule)@\($0.brief)" })
  }

  @Test(arguments: ["[a](b.md) [c](#d) [e](https://x.y) <mailto:a@b.cc> ![f](g.png) http://x.y\n"])
  func `safe addresses are not reported`(text: String) {
    #expect(DocumentParser.parse(Marked(text).file("a.md")).diagnostics.isEmpty)
  }

  @Test func `a reference with a label shows the label`() throws {
    let tree = markdown("| [[RSK-001\\|the risk]] |\n|---|\n\n[[ A | b ]]\n")
    let labels = tree.nodes.filter { $0.kind == .reference }.map { (tree.string($0.target), tree.string($0.literal)) }
    #expect(labels.map(\.0) == ["RSK-001", "A"])
    #expect(labels.map(\.1) == ["the risk", "b"])
  }
}
