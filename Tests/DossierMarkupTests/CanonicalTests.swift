import DossierMarkup
import DossierText
import Testing

/// Canonical bytes differ if structure or text differ.
@Suite struct CanonicalTests {
  @Test(arguments: [
    ("# a", "## a"), ("1. a", "2. a"), ("1. a", "- a"), ("- [ ] a", "- [x] a"), ("- a\n- b", "- a\n\n- b"), ("*a b*", "*a* b"),
    ("[a](b)", "[b](a)"), ("[ab](c)", "[a](bc)"), ("[a](b \"c\")", "[a](bc)"), ("`a` b", "a `b`"), ("> a\n\nb", "> a\n>\n> b"),
    ("|a|\n|-|\n|b|", "|a|\n|:-|\n|b|"), ("```a\nb\n```", "```b\na\n```"), ("[[A|b]]", "[[Ab]]"), ("a\nb", "a  \nb"),
  ])
  func `structure and text change the canonical bytes`(a: String, b: String) {
    #expect(canonical(a) != canonical(b))
  }

  @Test func `positions do not change the canonical bytes`() {
    #expect(canonical("a *b*\n\n- c") == canonical("\n\na _b_\n\n\n* c\n"))
  }

  private func canonical(_ text: String) -> [UInt8] {
    let source = SourceFile(path: SourcePath(parts: ["a.md"]), bytes: Array(text.utf8))
    return DocumentParser.parse(source).value.body.canonical
  }
}
