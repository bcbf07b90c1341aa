import DossierMarkup
import DossierRecords
import DossierText
import Testing

/// The scanner accepts any text, and every span it returns is inside the file.
@Suite struct CitationScanTests {
  @Test func `spans in random texts are inside the file`() throws {
    var seed: UInt64 = 42001
    func next(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(count))
    }
    let pieces = [
      "A.", "B.", "2", ".1", "10", " ", "\n", "\n\n", "clause ", "clauses 8", "ISO 42001 ", "27001:2013", "Art. ", "Article 9",
      "–", "—", "(", ")", "*", "`", "|", "\\", "&amp;", "[[A.2.1]]", "[[", "]]", "§", "# ", "- ", "> ", "\u{FEFF}", "é", "漢", "🎈",
      "AI Act ", "GDPR", "of ", "MAP 1.", "CC8.3", "164.308(a)",
      "control ", "\r\n", "\t", "    ", "| a | b |\n|---|---|\n", "€”", "â€”",
      ", ", "/", "and ", "1.2.3.4.5", "0", "999999999999999999999",
    ]
    for _ in 0..<1500 {
      let text = (0..<(1 + next(60))).map { _ in pieces[next(pieces.count)] }.joined()
      let file = SourceFile(path: try #require(SourcePath("a.md")), bytes: Array(text.utf8))
      let document = DocumentParser.parse(file).value
      let citations = CitationScan.citations(in: document.body, of: document.source)
      for citation in citations {
        #expect(Int(citation.span.upper) <= file.bytes.count, "\(text)")
        if let title = citation.title { #expect(Int(title.span.upper) <= file.bytes.count, "\(text)") }
      }
    }
  }

  @Test func `every span contains the id`() throws {
    let text = """
      > ISO 42001 says
      >   - **A.2.1**, &lt;A.3.1&gt; and \\*A.4.1\\*
      >
      > | *ISO* | b \\| c |
      > |---|---|
      > | x&nbsp;y | A.5.1 and `A.6.1.1` |

      [a link](A.7.1.md) with A.7.1 inside, https://example.org/A.8.1 and A.8.1
      """
    let file = SourceFile(path: try #require(SourcePath("a.md")), bytes: Array(text.utf8))
    let document = DocumentParser.parse(file).value
    let found = CitationScan.citations(in: document.body, of: document.source)
    #expect(found.map(\.id) == ["A.2.1", "A.3.1", "A.4.1", "A.5.1", "A.6.1.1", "A.7.1", "A.8.1"])
    for citation in found { #expect(file.text(citation.span) == citation.id) }
    // After the link and the address, not inside them.
    #expect(found.suffix(2).allSatisfy { Int($0.span.lower) > text.utf8.count - 60 })
  }
}
