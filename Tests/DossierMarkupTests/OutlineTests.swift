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

  @Test func `levels, texts and spans are kept`() {
    let marked = Marked("⟦# One⟧\n\ntext\n\n⟦Two `x`\n---⟧\n\n> ⟦### Three⟧\n")
    let outline = Outline(markdown(marked.bytes).value)
    #expect(outline.headings.map(\.level) == [1, 2, 3])
    #expect(outline.headings.map(\.text) == ["One", "Two x", "Three"])
    #expect(outline.headings.map(\.span.lower) == marked.spans.map(\.lower))
  }
}
