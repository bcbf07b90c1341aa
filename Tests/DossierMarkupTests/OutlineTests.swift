import DossierMarkup
import DossierTesting
import DossierText
import Testing

/// Headings and the ids that GitHub gives them.
@Suite struct OutlineTests {
  @Test(arguments: [
    ("Hello World", "hello-world"),
    ("What's *new*, in 2.0?", "whats-new-in-20"),
    ("`code` and [a link](x.md)", "code-and-a-link"),
    ("Ünïcödé Straße", "ünïcödé-straße"),
    ("日本語 見出し", "日本語-見出し"),
    ("Привет, мир!", "привет-мир"),
    ("हिन्दी शीर्षक", "हिन्दी-शीर्षक"),
    ("a  b", "a--b"),
    ("a - b", "a---b"),
    ("snake_case", "snake_case"),
    ("🚀 launch", "-launch"),
    ("1. First", "1-first"),
    ("C++ & C#", "c--c"),
    ("İstanbul", "i\u{307}stanbul"),
    ("", ""),
    ("!!!", ""),
    ("[[RSK-001|the risk]] treated", "the-risk-treated"),
    ("see [[A.6.2.4]]", "see-a624"),
  ])
  func `a heading has the same slug as on GitHub`(heading: String, slug: String) {
    let outline = Outline(markdown("# " + heading))
    #expect(outline.headings.map(\.id).map { Array($0.utf8) } == [Array(slug.utf8)])
  }

  @Test func `equal headings are numbered`() {
    let outline = Outline(markdown("# A\n\n# A\n\n# A\n\n# B\n\n# A\n"))
    #expect(outline.headings.map(\.id) == ["a", "a-1", "a-2", "b", "a-3"])
  }

  /// Like github-slugger: a heading that looks like a numbered one increases the number.
  @Test func `numbered ids do not collide`() {
    #expect(Outline(markdown("# A\n\n# A 1\n\n# A\n\n# A\n")).headings.map(\.id) == ["a", "a-1", "a-2", "a-3"])
    #expect(Outline(markdown("# A 1\n\n# A\n\n# A\n")).headings.map(\.id) == ["a-1", "a", "a-2"])
  }

  @Test func `ids of random headings are unique`() {
    let words = ["a", "a 1", "a-1", "a 1 1", "A", "a 2", "a 1 2", "fields", "!", ""]
    var random = Seeded(11)
    for _ in 0..<500 {
      let text = (0..<12).map { _ in "# " + (words.randomElement(using: &random) ?? "") + "\n\n" }.joined()
      let ids = Outline(markdown(text), reserved: ["fields", "text"]).headings.map(\.id)
      #expect(Set(ids).count == 12, "\(text): \(ids)")
      #expect(!ids.contains("fields"))
    }
  }

  @Test func `reserved ids are not used for headings`() {
    let outline = Outline(markdown("# Fields\n\n# Fields\n\n# Text\n"), reserved: ["fields", "text"])
    #expect(outline.headings.map(\.id) == ["fields-1", "fields-2", "text-1"])
  }

  @Test func `many equal headings are numbered in bounded work`() {
    let outline = Outline(markdown(String(repeating: "# a\n\n", count: 20_000)))
    #expect(outline.headings.last?.id == "a-19999")
  }

  /// As on GitHub: ids in HTML and headings in HTML are targets of links. `{#id}` is a target as in other generators.
  @Test(arguments: [
    ("<a name=\"one\"></a>\n## Some heading\n", ["some-heading", "one"]), ("| a |\n|---|\n| <a id='two'></a> x |\n", ["two"]),
    ("<div id=three>\n\ntext\n\n</div>\n", ["three"]), ("text <span\nid = \"Four-4.x\">x</span>\n", ["Four-4.x"]),
    ("<!-- <a id=\"no\"> -->\n\n`<a id=\"no\">`\n\n```\n<a id=\"no\">\n```\n", []),
    ("## Scope {#area}\n", ["scope-area", "area"]),
    ("## Scope {#area .wide}\n\n## Scope\n", ["scope-area-wide", "scope", "area"]),
    ("<h2 align=\"center\">Risk <b>method</b></h2>\n\n## Risk method\n", ["risk-method", "risk-method-1"]),
    ("<a id=\"x\"></a>\n\n# X\n\n<a id=\"x\"></a>\n", ["x"]), ("![<a id=\"no\">](x.png)\n", []),
    ("<p id=\"fields\" name=\"no\"><a href=\"#a\" NAME=b>\n", ["b"]), ("<a id=\"fn.1\"></a>\n", []),
  ])
  func `ids in HTML and in braces are anchors`(text: String, ids: [String]) {
    let outline = Outline(markdown(text), reserved: ["fields"])
    #expect(outline.allIDs == ids, "\(text)")
    #expect(ids.allSatisfy(outline.contains))
  }

  @Test func `an id in braces is not part of the heading`() {
    let outline = Outline(markdown("## The *scope* {#area}\n"))
    #expect(outline.headings.map(\.text) == ["The scope"])
  }

  @Test func `ids that only look alike are different`() {
    let outline = Outline(markdown("# caf\u{E9}\n"))
    #expect(outline.contains("caf\u{E9}") && !outline.contains("cafe\u{301}"))
  }

  @Test func `levels, texts and spans are kept`() {
    let marked = Marked("⟦# One⟧\n\ntext\n\n⟦Two `x`\n---⟧\n\n> ⟦### Three⟧\n")
    let outline = Outline(markdown(marked.bytes).value)
    #expect(outline.headings.map(\.level) == [1, 2, 3])
    #expect(outline.headings.map(\.text) == ["One", "Two x", "Three"])
    #expect(outline.headings.map(\.span.lower) == marked.spans.map(\.lower))
  }
}
