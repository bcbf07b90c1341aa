import DossierMarkup
import DossierText
import Testing

/// Front matter is separated from the text. The body is everything after the closing fence.
@Suite struct FrontMatterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    /// The fields as flow YAML. Nil if there are none.
    let fields: String?
    let body: String
    var rules: [String] = []
    var testDescription: String { file.debugDescription }
  }

  @Test(arguments: [
    Case(file: "", fields: nil, body: "document"),
    Case(file: "text", fields: nil, body: #"document(paragraph(text"text"))"#),
    Case(file: "---\na: 1\n---\ntext", fields: #"{a: "1"}"#, body: #"document(paragraph(text"text"))"#),
    Case(file: "---\na: 1\n---", fields: #"{a: "1"}"#, body: "document"),
    Case(file: "---\r\na: 1\r\n---\r\ntext\r\n", fields: #"{a: "1"}"#, body: #"document(paragraph(text"text"))"#),
    Case(file: "---\ra: 1\r---\rtext", fields: #"{a: "1"}"#, body: #"document(paragraph(text"text"))"#),
    Case(file: "--- \t\na: 1\n---\t \ntext", fields: #"{a: "1"}"#, body: #"document(paragraph(text"text"))"#),
    Case(file: "---\na: 1\n...\ntext", fields: #"{a: "1"}"#, body: #"document(paragraph(text"text"))"#),
    Case(
      file: "\u{FEFF}---\na: 1\n---\ntext", fields: #"{a: "1"}"#, body: #"document(paragraph(text"text"))"#,
      rules: ["byte-order-mark"]),
    Case(file: "---\n---\ntext", fields: nil, body: #"document(paragraph(text"text"))"#),
    Case(file: "---\n# only a comment\n---\ntext", fields: nil, body: #"document(paragraph(text"text"))"#),
    // A fence must be at the start of the file.
    Case(file: "\n---\na: 1\n---\n", fields: nil, body: #"document(thematicBreak heading(text"a: 1"))"#),
    Case(file: " ---\na: 1\n---\n", fields: nil, body: #"document(thematicBreak heading(text"a: 1"))"#),
    Case(file: "----\na\n", fields: nil, body: #"document(thematicBreak paragraph(text"a"))"#),
    Case(file: "--- a\n---\n", fields: nil, body: #"document(heading(text"--- a"))"#),
    Case(file: "...\na: 1\n---\n", fields: nil, body: #"document(heading(text"..." softBreak text"a: 1"))"#),
    Case(file: "---", fields: nil, body: "document(thematicBreak)"),
    // A fence at the left edge always closes. Indented or longer dashes are part of the YAML.
    Case(
      file: "---\na: |\n  x\n  ---\n  y\n---\ntext", fields: #"{a: "x\n---\ny\n"}"#, body: #"document(paragraph(text"text"))"#),
    Case(file: "---\na: |\n  x\n---\n  y\n", fields: #"{a: "x\n"}"#, body: #"document(paragraph(text"y"))"#),
    Case(
      file: "---\na: 1\n\n---\n\n---\nb\n", fields: #"{a: "1"}"#, body: #"document(thematicBreak paragraph(text"b"))"#),
    // Front matter that is never closed is an error. It is not a file without front matter.
    Case(
      file: "---\na: 1\ntext\n", fields: nil, body: #"document(thematicBreak paragraph(text"a: 1" softBreak text"text"))"#,
      rules: ["unterminated-front-matter"]),
    Case(file: "---\n", fields: nil, body: "document(thematicBreak)", rules: ["unterminated-front-matter"]),
  ])
  func `front matter is separated from the text`(_ row: Case) {
    let parsed = DocumentParser.parse(SourceFile(path: SourcePath(parts: ["a.md"]), bytes: Array(row.file.utf8)))
    #expect(parsed.value.fields?.flow == row.fields)
    #expect(parsed.value.body.outline == row.body)
    #expect(parsed.diagnostics.map(\.rule.name) == row.rules)
    #expect(parsed.value.isUnreadable == row.rules.contains("unterminated-front-matter"))
  }

  @Test func `front matter without end is reported at its first line`() {
    let parsed = DocumentParser.parse(Marked("\u{FEFF}⟦---⟧\na: 1\n").file("a.md"))
    #expect(parsed.diagnostics.last?.brief == "unterminated-front-matter@3-6")
  }

  @Test func `front matter above the size limit is not read`() {
    let text = "---\na: \"" + String(repeating: "x", count: 70_000) + "\"\n---\nbody\n"
    let parsed = DocumentParser.parse(SourceFile(path: SourcePath(parts: ["a.md"]), bytes: Array(text.utf8)))
    #expect(parsed.diagnostics.map(\.brief) == ["file-too-large@0-3"])
    #expect(parsed.value.isUnreadable)
    #expect(parsed.value.body.outline == #"document(paragraph(text"body"))"#)
  }

  @Test func `empty front matter is readable`() {
    let parsed = DocumentParser.parse(SourceFile(path: SourcePath(parts: ["a.md"]), bytes: Array("---\n---\n".utf8)))
    #expect(!parsed.value.isUnreadable)
    #expect(parsed.diagnostics.isEmpty)
  }
}
