import DossierMarkup
import DossierTesting
import DossierText
import Testing

/// Only a block that costs too much is shown as source. All other blocks are parsed, and their positions are exact.
@Suite struct MarkupLimitTests {
  private func refusals(_ text: String) -> [Diagnostic] {
    markdown(Array(text.utf8)).diagnostics.filter { $0.rule == .markdownLimit }
  }

  private static func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  // MARK: Refused blocks

  private static let costly: [(String, String)] = [
    ("33 list and quotation markers", times("> ", 33) + "a\n> b"),
    ("5000 list and quotation markers", times(">", 5_000) + times("a*", 1_000)),
    ("600 list and quotation markers", times("- ", 600) + "a\n  b"),
    ("33 list and quotation markers", times("[^a]:", 33) + " x"),
    ("more than 100 lists", (0..<120).map { times("  ", $0) + "- a x" }.joined(separator: "\n")),
    ("opening brackets", times("![[]()", 9_000)),
    ("opening brackets", times("![[]()", 4_000) + "\n" + times("![[]()", 5_000)),
    ("times `<?` or `<!`", "a" + times("<?x", 16_000)),
    ("times `<?` or `<!`", "a" + times("<![CDATA[", 9_000)),
    ("times `*`, `_` or `~`", times("*a _a*_ ", 12_000)),
    ("needs more than", times("|x", 2_000) + "|\n" + times("|-", 2_000) + "|\n" + times("a\n", 400) + "a"),
    ("1000 columns", times("|x", 1_000) + "|\n" + times("|-", 1_000) + "|\n" + times("|x", 20_000)),
  ]

  @Test(arguments: costly)
  func `only the costly block is shown as source`(reason: String, block: String) throws {
    for lineEnd in ["\n", "\r\n"] {
      let before = "# Title\n\nBefore *it*.\n\n".replacing("\n", with: lineEnd)
      let source = block.replacing("\n", with: lineEnd)
      let after = "\n\n## After\n\nSee [[A-1]] and [x][y] and[^n].\n\n[y]: /u\n\n[^n]: Note\n".replacing("\n", with: lineEnd)
      let bytes = Array((before + source + after).utf8)
      let result = markdown(bytes)
      let tree = result.value
      let diagnostic = try #require(result.diagnostics.first { $0.rule == .markdownLimit })
      #expect(result.diagnostics.count { $0.rule == .markdownLimit } == 1)
      #expect(diagnostic.headline.contains(reason), "\(diagnostic.headline)")
      #expect(diagnostic.severity == .error)
      #expect(diagnostic.primary.span == Span(before.utf8.count, before.utf8.count + source.utf8.count))
      let top = tree.nodes.indices.dropFirst().filter { i in
        !tree.nodes.indices.dropFirst().contains { $0 < i && Int(tree.nodes[$0].end) > i }
      }
      #expect(
        top.map { tree.nodes[$0].kind } == [.heading, .paragraph, .codeBlock, .heading, .paragraph, .footnoteDefinition],
        "\(reason)")
      let code = try #require(tree.nodes.first { $0.kind == .codeBlock })
      #expect(tree.string(code.literal) == source + "\n")
      #expect(code.span == diagnostic.primary.span)
      let reference = try #require(tree.nodes.first { $0.kind == .reference })
      #expect(bytes[reference.span.range].elementsEqual("A-1".utf8))
      #expect(tree.nodes.contains { $0.kind == .link && tree.string($0.target) == "/u" })
      #expect(Outline(tree).headings.map(\.id) == ["title", "after"])
    }
  }

  @Test func `a costly paragraph in a list is shown as source inside its item`() throws {
    let costly = Self.times("![[]()", 9_000)
    let text = "- a\n- \(costly)\n  \(costly)\n- b\n"
    let tree = markdown(text)
    #expect(tree.nodes.map(\.kind).filter { $0 == .item }.count == 3)
    let code = try #require(tree.nodes.first { $0.kind == .codeBlock })
    #expect(tree.string(code.literal) == "\(costly)\n  \(costly)\n")
    #expect(tree.nodes.filter { $0.kind == .text }.map { tree.string($0.literal) } == ["a", "b"])
  }

  @Test func `a costly cell shows its table as source`() throws {
    let text = "| a | b |\n|---|---|\n| c | \(Self.times("![[]()", 9_000)) |\n\nafter\n"
    let tree = markdown(text)
    #expect(tree.nodes.map(\.kind) == [.document, .codeBlock, .paragraph, .text])
    #expect(tree.string(tree.nodes[1].literal).hasPrefix("| a | b |\n|---|---|\n| c |"))
  }

  /// Code, HTML or a heading directly below a refused block begins a new block.
  @Test(arguments: [
    "```\na\n\n# b\n```\n\n# End\n", "~~~\n> a\n\nb\n~~~\n# End\n", "<!--\n\na\n-->\n\n# End\n",
    "<script>\n\na\n</script>\n# End\n",
    "  ```\n  a\n\nb\n  ```\n# End\n", "# End\n", "> a\n\n# End\n",
  ])
  func `a block directly below a refused one is parsed`(below: String) {
    let tree = markdown(Self.times("1. ", 40) + "x\n" + below)
    #expect(Outline(tree).headings.map(\.text) == ["End"])
    #expect(refusals(Self.times("1. ", 40) + "x\n" + below).count == 1)
  }

  @Test func `definitions after a refused block and before it are known everywhere`() {
    let text = "[a]: /a\n\n[a] [b] [c]\n\n[b]: /b\n\n" + Self.times("> ", 40) + "x\n\n[c]: /c\n"
    let tree = markdown(text)
    #expect(tree.nodes.filter { $0.kind == .link }.map { tree.string($0.target) } == ["/a", "/b", "/c"])
  }

  @Test func `a refused paragraph of link definitions is shown as source`() {
    let text = "[a]: /a\n" + Self.times("> ", 40) + "x\n\n[a]\n"
    let tree = markdown(text)
    #expect(tree.nodes.map(\.kind) == [.document, .codeBlock, .paragraph, .link, .text])
  }

  @Test func `reference links that repeat too many bytes are shown as source`() throws {
    let long = Self.times("u", 7_000)
    let text = "[a]: /\(long)\n\n[a] once\n\n" + Self.times("[A]", 2_000) + "\n\n[a] again\n"
    let found = refusals(text)
    #expect(found.count == 1)
    #expect(found.first?.headline.contains("14002000 bytes of link definitions") == true, "\(found.first?.headline ?? "")")
    #expect(markdown(text).nodes.count { $0.kind == .link } == 2)
  }

  @Test func `the last of very many diagnostics counts the other blocks`() {
    let found = refusals(Self.times(Self.times("> ", 40) + "x\n\n", 150))
    #expect(found.count == 100)
    #expect(found.last?.headline.hasSuffix("50 more blocks are shown as source") == true)
  }

  // MARK: Ordinary texts

  private static let sentence = "The owner records the result with its reason and date"

  /// Long blocks of any kind are parsed.
  @Test(arguments: [
    ("list after a comment", "<!-- toc -->\n" + times("- [\(sentence)](#t) and more\n", 900), MarkupTree.Kind.item, 900),
    (
      "definitions", "See [a1].\n\n" + (0..<900).map { "[a\($0)]: https://example.org/some/long/path/\($0)\n" }.joined(), .link, 1
    ),
    (
      "footnotes", (0..<300).map { "[^\($0)]" }.joined() + "\n\n" + (0..<300).map { "[^\($0)]: \(sentence)\n" }.joined(),
      .footnoteDefinition, 300
    ),
    ("quotation", times("> \(sentence)\n", 900), .blockQuote, 1),
    ("indented code", times("    [\(sentence)] a_b_c [1]\n", 900), .codeBlock, 1),
    ("code in a list", "- a\n\n  ```\n" + times("  > - [\(sentence)](x)\n", 900) + "  ```\n", .codeBlock, 1),
    ("comment", "<!--\n" + times("\(sentence)\n\n", 900) + "-->\n", .heading, 2),
    ("table below a line", "See:\n| a | b |\n|---|---|\n" + times("| \(sentence) | b |\n", 900), .tableRow, 901),
    ("HTML table", "<table>\n" + times("<tr><td>\(sentence)</td></tr>\n", 900) + "</table>\n", .element, 1801),
    ("long line in code", "```\n" + times("x", 300_000) + "\n```\n", .codeBlock, 1),
    ("long line", times(sentence + ". ", 4_000) + "\n", .paragraph, 1),
    ("base64", "See ![][a].\n\n[a]: <data:image/png;base64,\(times("A", 300_000))>\n", .image, 1),
    (
      "wide table", times("| x ", 200) + "|\n" + times("|---", 200) + "|\n" + times(times("| y ", 200) + "|\n", 40), .tableCell,
      8_200
    ),
    ("long paragraph", times("\(sentence), *as* [x](y) and `z`.\n", 900), .link, 900),
    ("markers in code", "```\n" + times(times("> ", 50) + "- - -\n", 20) + "```\n", .codeBlock, 1),
    ("thematic breaks", times(times("- ", 60) + "\n\n", 20), .thematicBreak, 20),
    (
      "blank lines", times("\n", 3_000) + "```\na" + times("\n", 100) + "b\n```\n" + times("\n", 3_000) + "- a\n\n\n\n\n- b\n",
      .item, 2
    ),
  ])
  func `long ordinary blocks are parsed`(name: String, text: String, kind: MarkupTree.Kind, count: Int) {
    let text = "# Title\n\n" + text + "\n\n# End [[⟦]]\n"
    let result = markdown(Array(text.utf8))
    let isRight = result.diagnostics.allSatisfy { $0.severity == .note } || name == "comment"
    #expect(isRight, "\(result.diagnostics.first?.headline ?? "")")
    #expect(result.value.nodes.count { $0.kind == kind } == count, "\(name)")
    #expect(Outline(result.value).headings.first?.text == "Title")
    let reference = result.value.nodes.last { $0.kind == .reference }
    #expect(reference.map { Array(text.utf8)[$0.span.range].elementsEqual("⟦".utf8) } == true)
  }

  @Test func `each limit has its documented value`() {
    #expect(refusals(Self.times("> ", 32) + "a").isEmpty)
    #expect(refusals(Self.times("- ", 32) + "a").isEmpty)
    #expect(refusals((0..<100).map { Self.times("  ", $0) + "- a\n" }.joined()).isEmpty)
    #expect(!refusals((0..<102).map { Self.times("  ", $0) + "- a\n" }.joined()).isEmpty)
    #expect(refusals("[a]: " + Self.times("u", 8_000) + "\n\n" + Self.times("[a]\n\n", 1_040)).isEmpty)
    #expect(refusals("[a]: " + Self.times("u", 8_000) + "\n\n" + Self.times("[a]\n\n", 1_050)).count == 2)
  }

  // MARK: Random texts

  /// Random block structure around blocks with too many markers, with a fixed seed. The references in all other blocks are at
  /// their exact places, and a refused block contains exactly its source.
  @Test func `random structure keeps the positions exact`() {
    let openings = [
      "```", "~~~", "<!--", "-->", "<div>", "</div>", "|a|x|", "|-|-|", "a", "b *c* x", "# h x", "---", "***", "- - -", "===",
      "-",
      "1.",
      "[^a]: x", "[a]: y", "- a", "* b", "1. c x", "> f x", "- ```", "> ```", "- # i", "", "", "", "", "    code", "\tx",
      Self.times("> ", 40) + "x", Self.times("- ", 40) + "x",
    ]
    let indents = ["", "", "", " ", "  ", "   ", "    ", "\t"]
    let ends = ["\n", "\n", "\n", "\r\n", "\r"]
    var random = Seeded(99)
    var refused = 0
    var references = 0
    for _ in 0..<1_500 * Seeded.rounds {
      let text = (0..<Int.random(in: 2...14, using: &random)).map { i in
        (indents.randomElement(using: &random) ?? "")
          + (openings.randomElement(using: &random) ?? "").replacing("x", with: "[[R\(i)]]")
          + (ends.randomElement(using: &random) ?? "")
      }.joined()
      let bytes = Array(text.utf8)
      let result = markdown(bytes)
      let limits = result.diagnostics.filter { $0.rule == .markdownLimit }
      refused += limits.isEmpty ? 0 : 1
      for node in result.value.nodes where node.kind == .codeBlock && limits.contains(where: { $0.primary.span == node.span }) {
        #expect(Array(bytes[node.span.range]) + [0x0A] == Array(result.value.bytes(node.literal)), "\(text.debugDescription)")
      }
      for node in result.value.nodes where node.kind == .reference {
        references += 1
        #expect(bytes[node.span.range].elementsEqual(result.value.bytes(node.target)), "\(text.debugDescription)")
      }
    }
    #expect(references > 500, "\(references)")
    #expect(refused > 100, "\(refused)")
  }
}
