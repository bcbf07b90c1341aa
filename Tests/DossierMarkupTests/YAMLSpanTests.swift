import DossierMarkup
import DossierText
import Testing

/// The spans of keys and values are exact to the byte: inside quotes, and the indicator for a block scalar.
@Suite struct YAMLSpanTests {
  /// Marks enclose every scalar that must be found, in order.
  private static let texts = [
    "⟦a⟧: ⟦plain⟧\n",
    "⟦a⟧: ⟦plain with spaces⟧   # comment\n",
    "⟦a⟧:   ⟦x⟧\n⟦b⟧:\n  - ⟦y⟧\n  -   ⟦z⟧\n",
    "⟦é日⟧: ⟦𝄞 clef⟧\n⟦b⟧: ⟦é⟧\n",
    "⟦a⟧: \"⟦quoted⟧\"\n⟦b⟧: '⟦single⟧'\n\"⟦c d⟧\": ⟦x⟧\n",
    "⟦a⟧: \"⟦with \\\" and \\\\⟧\"\n⟦b⟧: '⟦it''s⟧'\n",
    "⟦a⟧: \"⟦two\n  lines⟧\"\n⟦b⟧: ⟦x⟧\n",
    "⟦a⟧: \"⟦⟧\"\n⟦b⟧: ''\n",
    "⟦a⟧: {⟦b⟧: ⟦1⟧, ⟦c⟧: [⟦2⟧, \"⟦3⟧\", '⟦4⟧']}\n",
    "⟦é⟧: {⟦ü⟧: [⟦日本⟧, \"⟦日⟧\"], ⟦b⟧: ⟦x⟧}\n",
    "⟦a⟧: ⟦|⟧\n  text\n  more\n⟦b⟧: ⟦>-⟧\n  folded\n⟦c⟧: ⟦x⟧\n",
    "⟦a⟧: ⟦|2-⟧\n    text\n⟦b⟧: ⟦x⟧\n",
    "- ⟦a⟧: ⟦1⟧\n  ⟦b⟧: ⟦2⟧\n- ⟦a⟧: ⟦3⟧\n",
    "⟦a⟧: ⟦http://x.org/#y⟧\n⟦b⟧: ⟦12:30⟧\n⟦c⟧: ⟦-1⟧\n",
    "⟦a⟧: ⟦two⟧\n",
    "⟦a⟧: ⟦x⟧\t\n",
  ]

  private func check(_ marked: Marked, _ node: YAMLNode?, shift: Int = 0) {
    let found = (node?.places ?? []).filter { !($0.0.isEmpty && $0.1.count == 0 && !marked.spans.contains($0.1)) }
    #expect(found.map(\.1.brief) == marked.spans.map { $0.shifted(by: shift).brief }, "\(marked.text.debugDescription)")
  }

  @Test(arguments: texts)
  func `spans are exact`(text: String) {
    let marked = Marked(text)
    check(marked, yaml(marked.bytes).value)
  }

  @Test(arguments: texts)
  func `spans are exact with CR LF`(text: String) {
    let marked = Marked(text.replacing("\n", with: "\r\n"))
    check(marked, yaml(marked.bytes).value)
  }

  @Test(arguments: texts)
  func `spans are exact with CR`(text: String) {
    let marked = Marked(text.replacing("\n", with: "\r"))
    check(marked, yaml(marked.bytes).value)
  }

  // A list is no front matter.
  @Test(arguments: texts.filter { !$0.hasPrefix("-") })
  func `spans are exact in front matter after a byte-order mark`(text: String) {
    let marked = Marked("\u{FEFF}---\r\n" + text.replacing("\n", with: "\r\n") + "---\r\n")
    let parsed = DocumentParser.parse(marked.file("a.md"))
    check(marked, parsed.value.fields)
    #expect(parsed.diagnostics.map(\.rule) == [.byteOrderMark])
  }

  @Test(arguments: texts)
  func `spans are exact in a file with a byte-order mark`(text: String) {
    let marked = Marked("\u{FEFF}" + text)
    check(marked, DocumentParser.parse(marked.file("a.yaml")).value.fields)
  }

  /// The span of a plain scalar over several lines is its first line.
  @Test func `the span of a long plain scalar is its first line`() {
    let marked = Marked("⟦a⟧: ⟦one two⟧\n  three\n⟦b⟧: ⟦x⟧\n")
    check(marked, yaml(marked.bytes).value)
  }

  @Test(arguments: [
    ("⟦[a, b]⟧\n", "[a]"), ("⟦{a: b}⟧\n", "{}"), ("⟦[\"a]\", b ]⟧ # x\n", "[]"), ("⟦[\n a,\n b\n]⟧\n", "[]"),
    ("⟦[[a], {b: c}]⟧\n", "[]"),
    ("⟦[]⟧\n", ""), ("⟦{}⟧\n", ""), ("⟦[a, b,]⟧\n", ""), ("⟦{a: 'x'}⟧\n", ""),
  ])
  func `the span of a flow collection ends with its bracket`(text: String, _: String) {
    let marked = Marked(text)
    #expect(yaml(marked.bytes).value?.span == marked.spans.first)
  }

  // MARK: Texts inside YAML

  private func lines(of text: String, _ key: String = "a") throws -> (map: SourceMap, marked: Marked) {
    let marked = Marked(text)
    let node = try #require(yaml(marked.bytes).value?.member(key)?.value)
    return (node.sourceMap(in: marked.file("a.yaml"), lines: LineIndex(marked.bytes)), marked)
  }

  /// References in a Markdown text inside YAML have exact spans.
  @Test(arguments: [
    "a: see [[⟦AIS-001⟧]] and [[⟦AIS-002⟧]]\n",
    "a: \"see [[⟦AIS-001⟧]]\"\n",
    "é: 1\na: '日 [[⟦AIS-001⟧]]'\n",
    "a: |\n  one [[⟦AIS-001⟧]]\n\n  - two é [[⟦AIS-002⟧|label]]\n",
    "a: |-\n      one\n      日 [[⟦AIS-001⟧]]\n",
    "x: 1\r\na: |\r\n  one\r\n  two [[⟦AIS-001⟧]]\r\n",
    "a: |\n\n  after a blank line [[⟦AIS-001⟧]]\n",
    "a: |\n  one\n    indented [[⟦AIS-001⟧]]\n",
    "x:\n  - a\na: |+\n\n\n    [[⟦AIS-001⟧]]\n\n\n",
    "\u{FEFF}a: |\n  [[⟦AIS-001⟧]]\n",
  ])
  func `references in a Markdown value have exact spans`(text: String) throws {
    let (map, marked) = try lines(of: text)
    let file = marked.file("a.yaml")
    let value = try #require(yaml(marked.bytes).value?.member("a")?.value.text)
    let tree = MarkupParser.parse(Array(value.utf8), in: file, map: map).value
    #expect(tree.nodes.filter { $0.kind == .reference }.map(\.span.brief) == marked.spans.map(\.brief))
  }

  /// A folded or escaped text differs from its source. The span is then the whole value.
  @Test(arguments: ["a: ⟦>⟧\n  one\n  [[AIS-001]]\n", "a: \"⟦one \\u00e9 [[AIS-001]]⟧\"\n", "a: '⟦it''s [[AIS-001]]⟧'\n"])
  func `the span of a folded or escaped text is the whole value`(text: String) throws {
    let (map, marked) = try lines(of: text)
    let value = try #require(yaml(marked.bytes).value?.member("a")?.value.text)
    let tree = MarkupParser.parse(Array(value.utf8), in: marked.file("a.yaml"), map: map).value
    let span = try #require(tree.first(.reference)?.span)
    let whole = try #require(marked.spans.first)
    #expect(span.lower >= whole.lower && span.upper <= max(whole.upper, UInt32(marked.bytes.count)))
  }
}
