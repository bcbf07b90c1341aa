import DossierMarkup
import DossierTesting
import DossierText
import Testing

/// The first check of a file: whether it is text, and whether it contains invisible characters.
@Suite struct SourceTextTests {
  private func parse(_ bytes: [UInt8], _ name: String = "a.md") -> Diagnosed<Document> {
    DocumentParser.parse(SourceFile(path: SourcePath(parts: [name]), bytes: bytes))
  }

  @Test(
    arguments: [
      ([0xFF], "not-utf8@2-3"),
      ([0xC0, 0xAF], "not-utf8@2-3"),
      ([0xE2, 0x82], "not-utf8@2-3"),
      ([0xED, 0xA0, 0x80], "not-utf8@2-3"),
      ([0xF5, 0x80, 0x80, 0x80], "not-utf8@2-3"),
      ([0xF4, 0x90, 0x80, 0x80], "not-utf8@2-3"),
      ([0x80], "not-utf8@2-3"),
    ] as [([UInt8], String)])
  func `invalid UTF-8 is reported and replaced`(bad: [UInt8], expected: String) {
    let bytes = Array("ab".utf8) + bad + Array("cd\n".utf8)
    let parsed = parse(bytes)
    #expect(parsed.diagnostics.first?.brief == expected)
    #expect(parsed.value.source.bytes.count == bytes.count, "offsets stay")
    #expect(parsed.value.source.digest == Digest(of: bytes), "the digest is that of the file on disk")
    #expect(parsed.value.body.plainText(of: 0).unicodeScalars.contains("\u{FFFD}") == false)
  }

  @Test(arguments: ["é", "日", "𝄞", "\u{10FFFF}", "\u{D7FF}", "\u{E000}", "\u{7FF}", "\u{800}", "\u{FFFF}"])
  func `valid UTF-8 is accepted`(text: String) {
    #expect(parse(Array(text.utf8)).diagnostics.isEmpty)
  }

  @Test func `a byte-order mark is reported with a fix`() throws {
    let diagnostic = try #require(parse(Array("\u{FEFF}# a\n".utf8)).diagnostics.first)
    #expect(diagnostic.brief == "byte-order-mark@0-3")
    #expect(diagnostic.severity == .warning)
    #expect(diagnostic.fixes.map(\.replacement) == [""])
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]] as [[UInt8]])
  func `UTF-16 is recognised`(bytes: [UInt8]) {
    let parsed = parse(bytes)
    #expect(parsed.diagnostics.map(\.brief) == ["not-utf8@0-2"])
    #expect(parsed.diagnostics.first?.headline.contains("UTF-16") == true)
  }

  @Test(arguments: [
    "a⟦\u{202E}⟧b", "a⟦\u{7F}⟧b", "a⟦\u{85}⟧b", "a⟦\u{0}⟧b", "a⟦\u{1B}⟧[2J", "a⟦\u{200B}⟧b", "a⟦\u{FEFF}⟧b",
    "⟦\u{2066}⟧a⟦\u{2069}⟧", "é⟦\u{200F}⟧日",
    "tab\tand\r\nlines\n", "\u{200D}joiner", "⟦\u{C}⟧",
  ])
  func `invisible characters are reported`(text: String) {
    let marked = Marked(text)
    let found = parse(marked.bytes).diagnostics.filter { $0.rule == .hiddenCharacter }
    #expect(found.map(\.primary.span.brief) == marked.spans.map(\.brief))
  }

  @Test func `at most twenty invisible characters are reported per file`() {
    #expect(parse(Array(String(repeating: "\u{202E}", count: 1000).utf8)).diagnostics.count == 20)
  }

  @Test func `a file of random bytes is parsed`() {
    var random = Seeded(7)
    for _ in 0..<200 {
      let bytes = (0..<500).map { _ in UInt8.random(in: 0...255, using: &random) }
      for name in ["a.md", "a.yaml"] { #expect(parse(bytes, name).value.source.bytes.count <= bytes.count) }
      for name in ["a.md"] {
        #expect(parse(Array("---\na: ".utf8) + bytes + Array("\n---\n".utf8), name).value.source.bytes.count > 0)
      }
    }
  }

  @Test func `a YAML file above the size limit is not read`() {
    let parsed = parse([UInt8](repeating: 0x23, count: DocumentParser.yamlBytes + 1), "a.yaml")
    #expect(parsed.diagnostics.map(\.brief) == ["file-too-large@0-0"])
    #expect(parsed.value.isUnreadable)
  }
}
