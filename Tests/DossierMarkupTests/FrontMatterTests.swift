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
    Case(file: "---\n# title: a comment\n---\ntext", fields: nil, body: #"document(paragraph(text"text"))"#),
    Case(file: "---\n# Copyright 2026\n---\ntext", fields: nil, body: #"document(paragraph(text"text"))"#),
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
    Case(
      file: "---\nTitle: a\nOwner: b\n", fields: nil,
      body: #"document(thematicBreak paragraph(text"Title: a" softBreak text"Owner: b"))"#, rules: ["unterminated-front-matter"]),
    // Without fields, the line is a horizontal rule.
    Case(file: "---\n", fields: nil, body: "document(thematicBreak)"),
    Case(file: "---\n\n# a\n", fields: nil, body: #"document(thematicBreak heading(text"a"))"#),
    Case(
      file: "---\nNote: this is a draft.\n", fields: nil,
      body: #"document(thematicBreak paragraph(text"Note: this is a draft."))"#),
  ])
  func `front matter is separated from the text`(_ row: Case) {
    let parsed = DocumentParser.parse(SourceFile(path: SourcePath(parts: ["a.md"]), bytes: Array(row.file.utf8)))
    #expect(parsed.value.fields?.flow == row.fields)
    #expect(parsed.value.body.outline == row.body)
    #expect(parsed.diagnostics.map(\.rule.name) == row.rules)
    #expect(parsed.value.isUnreadable == row.rules.contains("unterminated-front-matter"))
  }

  @Test(arguments: [
    "A sentence between rules.", "Our first sentence: nobody decides alone.", "Note: this is a draft.", "- a\n- b", "* a\n* b",
    "**Bold:** text", "> a quotation", "[a link](b.md)", "| a | b |\n|---|---|\n| 1 | 2 |", "`code`", "![a](b.png)",
    "Two: colons: here", "First: line\nof a paragraph.", "1. a\n2. b", "# A heading", "{{ a template }}", "@a, %b",
    "\nA paragraph.\n\nAnother: one.\n",
  ])
  func `text between two rules is a part of the page`(_ text: String) {
    let bytes = Array("---\n\(text)\n\n---\nrest\n".utf8)
    let parsed = DocumentParser.parse(SourceFile(path: SourcePath(parts: ["a.md"]), bytes: bytes))
    #expect(parsed.value.fields == nil)
    #expect(!parsed.value.isUnreadable)
    #expect(parsed.diagnostics.filter { $0.rule == .frontMatterForm }.map(\.brief) == ["front-matter-form@0-3"])
    #expect(parsed.diagnostics.allSatisfy { $0.severity < .error })
    #expect(parsed.value.body.outline == markdown(String(decoding: bytes, as: UTF8.self)).outline)
  }

  @Test(arguments: [
    "title: a", "Title: a", "description: A sentence about it.", "Last reviewed: 2026-05-04\nDocument owner: Ana", "{a: 1}",
    "? a\n: 1", "\"a b\": 1", "'a': 1", "# title: b\na: 1", "",
  ])
  func `fields between two lines are front matter`(_ text: String) {
    let bytes = Array("---\n\(text)\n---\nrest\n".utf8)
    let parsed = DocumentParser.parse(SourceFile(path: SourcePath(parts: ["a.md"]), bytes: bytes))
    #expect((parsed.value.fields?.members == nil) == text.isEmpty)
    #expect(parsed.diagnostics.isEmpty)
    #expect(parsed.value.body.outline == #"document(paragraph(text"rest"))"#)
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
