import DossierMarkup
import DossierTesting
import DossierText
import Testing

/// The limits have the documented values and cannot be bypassed.
@Suite struct MarkupLimitTests {
  private func refusal(_ text: String) -> Diagnostic? {
    markdown(Array(text.utf8)).diagnostics.first { $0.rule == .markdownLimit }
  }

  /// A paragraph of nine lines with a thousand bytes each: more than the limit for a run.
  private static let longParagraph = String(repeating: String(repeating: "word ", count: 200) + "\n", count: 9)

  @Test func `a text beyond the limits becomes one code block`() throws {
    let text = "# Title\n\n" + Self.longParagraph + "\nend\n"
    let result = markdown(Array(text.utf8))
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.primary.span == Span(9, 10), "the paragraph, not the file")
    #expect(diagnostic.headline.contains("8192"))
    #expect(result.value.nodes.map(\.kind) == [.document, .codeBlock])
    #expect(result.value.string(result.value.nodes[1].literal) == text)
  }

  @Test(arguments: [
    ("document", String(repeating: "word\n\n", count: 43_690), String(repeating: "word\n\n", count: 43_691)),
    ("line", String(repeating: "a", count: 8_191), String(repeating: "a", count: 8_193)),
    ("markers", String(repeating: "> ", count: 32) + "a", String(repeating: "> ", count: 33) + "a"),
    ("list markers", String(repeating: "- ", count: 32) + "a", String(repeating: "- ", count: 33) + "a"),
    ("indent", String(repeating: " ", count: 128) + "- a", String(repeating: " ", count: 129) + "- a"),
    ("indent by tabs", String(repeating: "\t", count: 32) + "- a", String(repeating: "\t", count: 33) + "- a"),
    ("run", String(repeating: "1234567\n", count: 1_024), String(repeating: "1234567\n", count: 1_025)),
    (
      "columns", "|" + String(repeating: "a|", count: 128) + "\n|" + String(repeating: "-|", count: 128),
      "|" + String(repeating: "a|", count: 129) + "\n|" + String(repeating: "-|", count: 129)
    ),
    (
      "cells",
      "|" + String(repeating: "a|", count: 100) + "\n|" + String(repeating: "-|", count: 100)
        + String(repeating: "\n|", count: 498),
      "|" + String(repeating: "a|", count: 100) + "\n|" + String(repeating: "-|", count: 100)
        + String(repeating: "\n|", count: 499)
    ),
    ("footnote references", String(repeating: "[^1]\n\n", count: 5_000), String(repeating: "[^1]\n\n", count: 5_001)),
    (
      "table", "|a|\n|-|\n" + String(repeating: "|" + String(repeating: "x", count: 126) + "\n", count: 1_022),
      "|a|\n|-|\n" + String(repeating: "|" + String(repeating: "x", count: 126) + "\n", count: 1_024)
    ),
    (
      "code", "```\n" + String(repeating: "1234567\n", count: 16_383) + "```\n",
      "```\n" + String(repeating: "1234567\n", count: 16_385) + "```\n"
    ),
    (
      "reference expansion", "[a]: " + String(repeating: "u", count: 1_990) + "\n\n" + String(repeating: "[a]\n\n", count: 4_000),
      "[a]: " + String(repeating: "u", count: 1_990) + "\n\n" + String(repeating: "[a]\n\n", count: 4_300)
    ),
  ])
  func `each limit has its documented value`(name: String, within: String, beyond: String) {
    #expect(refusal(within) == nil, "\(name)")
    #expect(refusal(beyond) != nil, "\(name)")
  }

  /// Ordinary documents with long parts are accepted.
  @Test(arguments: [
    "# A\n```\n" + longParagraph + "```\n\ntext\n\n~~~ info\n" + longParagraph + "~~~\n",
    "1. a\n   ```sh\n   x\n   ```\n2. b\n\n   ```\n   y\n\n   z\n   ```\n\n```\n" + longParagraph + "```\n",
    "<!-- a comment\nof two lines -->\n\n```\n" + longParagraph + "```\n",
    "<div>\n\ntext\n\n</div>\n\n```\n" + longParagraph + "```\n",
    "# Table\n|a|b|\n|-|:-:|\n" + String(repeating: "|" + String(repeating: "x", count: 60) + "|y\n", count: 400),
    "  | a | b |\n  | --- | --- |\n" + String(repeating: "  | " + String(repeating: "x", count: 60) + " | y |\n", count: 400),
    "Name | Use\n--- | :-:\n"
      + String(repeating: "**x** | " + String(repeating: "y", count: 60) + "\n7 days | `z`\n", count: 200),
    String(repeating: "- " + String(repeating: "x", count: 60) + "\n", count: 400),
    String(repeating: "1. " + String(repeating: "x", count: 60) + "\n2. y\n   - z\n", count: 400),
    String(repeating: "## Heading\n" + String(repeating: "x", count: 600) + "\n", count: 40),
    "see <https://example.org>\n\n```\n" + longParagraph + "```\n",
    "> ```\n> x\n> ```\n\n```\n" + longParagraph + "```\n",
  ])
  func `long ordinary texts are accepted`(text: String) {
    #expect(refusal(text) == nil, "\(refusal(text)?.headline ?? ""): \(text.prefix(60))")
  }

  /// Each beginning would remove the limit for a following paragraph if the scan trusted it.
  @Test(arguments: [
    " ```\n```\n", "  ~~~\n~~~\n", "- ```\n```\n```\n", "<!--\n```\n-->\n", "<?\n```\n?>\n", "<script>\n```\n</script>\n",
    "<!A\n```\n>\n",
    "<![CDATA[\n```\n]]>\n", "<div>\n```\n\n", "a\n<div>\n```\n\n", "<x>\n```\n\n", "> <!--\n```\n-->\n```\n",
    "- ```\n  x\n  ```\na\n  ```\n```\n",
    " ```\n a\n ```\n```\n```\n", "1. a\n   ```\nb\n```\n", "``` a`b\n", "<textarea>\n```\n</textarea>\n", "<!-- ```\n```\n-->\n",
    "    <!A\n</x>\n``` x\n\n", "    <!--\n<?\n-->\n```\n?>\n",
    "a\\\\|b\n|-|\n", "|a\\\\|b|\n|-|\n", "|\n|-|\n", "- a|b\n-|-\n", "> a|b\n-|-\n", "# a|b\n-|-\n", "    a|b\n-|-\n",
    "    |a|\n|-|\n", "|a|\n|-|:|\n", "|a|b|\n|-|:|\n",
    "|a|\n|-|\n---\n", "a|b\n-|-\n***\n", "a|b\n-|-\n3. x\n", "a|b\n- | -\n", "a|b\n-|-\n* x\n", "[a]: b|c\n-|-\n",
    "[^a]: b|c\n-|-\n", "a|b\nc|d\n-|-\n", "|a|\n|-|\n***\n", "|a|\n|-|\n<!-- x -->\n", "|a|\n|-|\n> x\n", "|a|\n|-|\n-\tx\n",
    "|a|\n|-|\n2. x\n", "|a|\n|-|\n[^a]: x\n",
    "- a\n\n  |a|\n|-|\n", "|a|\n    |-|\n", "|a|\n |-|\n", "- x\n|a|\n|-|\n", "a\n|b|\n|-|\n|x|\n|y|\n---\n",
    "- - -\np\n", "-      c\n  p\n", "- a\n# h\np\n", "- a\n***\np\n", "- a\n<!-- x -->\np\n", "- ```\n  - x\n    ```\n    p\n",
    "- <!--\n  - x\n    -->\n    p\n",
    "- ```\n\n  - x\n    ```\n    p\n", "1) a\np\n", "* * *\n     p\n", "[^a]: x\n", "-\n  p\n", "", "- a\n",
  ])
  func `the text before a long paragraph does not remove the limit`(before: String) {
    let lines = [
      "word ![[]() *a _b*_ <?x", "- word", "2. word ![[]()", "     - word ![[]()", "        - word", "       - word ![[]()",
      "|x ![[]()", "  word", "  - word", "       word",
    ]
    for line in lines {
      let text = before + String(repeating: line + String(repeating: " x", count: 150) + "\n", count: 30)
      for lineEnd in ["\n", "\r\n"] {
        let result = markdown(Array(text.replacing("\n", with: lineEnd).utf8))
        #expect(longest(result.value) <= MarkupLimits.runBytes, "\(before.debugDescription) \(line)")
      }
    }
  }

  /// The size of the longest block whose inline markers are matched with each other. This matching determines the cost.
  private func longest(_ tree: MarkupTree) -> Int {
    tree.nodes.filter { [.paragraph, .heading, .tableCell].contains($0.kind) }.map(\.span.count).max() ?? 0
  }

  /// Random block structure followed by a paragraph that is too long, with a fixed seed. The text must be rejected or the
  /// paragraph must be split.
  @Test func `random structure does not remove the limit`() {
    let openings = [
      "```", "~~~", "````", "``` x", "``` `", "<!--", "-->", "<?", "?>", "<script>", "</script>", "<div>", "</div>", "<x>",
      "</x>", "<!A", ">", "]]>", "<![CDATA[",
      "<pre>", "</pre>", "|a|", "|-|", "|a|b|", "|-|-|", "a|b", "-|-", "a", "b c", "# h", "## ", "---", "***", "- - -", "===",
      "-", "1.", "[^a]: x", "[a]: x",
      "[a]:", "<https://x.y>", "\\", "- a", "* b", "1. c", "2. d", "7) e", "> f", "word|x", "--|--", "[a|b", "*a*|b", "`a`|b",
      "5|6", "-    g", "-      h", "- ```", "> ```", "1. ~~~", "- <!--", "- # i", "-\tj",
      "", "", "",
    ]
    let indents = ["", "", "", " ", "  ", "   ", "    ", "     ", "\t", " \t", "       "]
    let ends = ["\n", "\n", "\n", "\r\n", "\r"]
    var random = Seeded(99)
    var wrong: [String] = []
    var read = 0
    for _ in 0..<1_500 * Seeded.rounds {
      let before = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        (indents.randomElement(using: &random) ?? "") + (openings.randomElement(using: &random) ?? "")
          + (ends.randomElement(using: &random) ?? "")
      }.joined()
      let line =
        (indents.randomElement(using: &random) ?? "")
        + (["word", "- word", "2. word", "|word", "* x", "word|", "[w", "7 w", "*w*"].randomElement(using: &random) ?? "")
      let text = before + String(repeating: line + String(repeating: " x", count: 300) + "\n", count: 15)
      let result = markdown(Array(text.utf8))
      if result.diagnostics.isEmpty { read += 1 }
      if longest(result.value) > MarkupLimits.runBytes {
        wrong.append("\(before.debugDescription) then \(line.debugDescription)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20).joined(separator: "\n"))")
    #expect(read > 100, "some of the texts are accepted: \(read)")
  }
}
