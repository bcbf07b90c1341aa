import DossierMarkup
import DossierText
import Testing

/// A duplicate key in a mapping is reported at the later position, with the first as related span. The first value is used.
@Suite struct DuplicateKeyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let yaml: Marked
    let value: String?
    init(_ yaml: String, _ value: String?) {
      self.yaml = Marked(yaml)
      self.value = value
    }
    var testDescription: String { yaml.testDescription }
  }

  @Test(arguments: [
    Case("a: 1\nb: 2\n⟦a⟧: 3\n", #"{a: "1", b: "2"}"#),
    Case("a: 1\n⟦a⟧: 2\n⟦a⟧: 3\nb: 4\n", #"{a: "1", b: "4"}"#),
    Case("Z: 1\na: 2\n⟦a⟧: 3\n", #"{Z: "1", a: "2"}"#),
    Case("a:\n  b: 1\n  ⟦b⟧: 2\nc:\n  b: 3\n", #"{a: {b: "1"}, c: {b: "3"}}"#),
    Case("a:\n  b:\n    c:\n      d: 1\n      ⟦d⟧: 2\n    ⟦c⟧: 3\n⟦a⟧: 4\n", #"{a: {b: {c: {d: "1"}}}}"#),
    Case("- a: 1\n  ⟦a⟧: 2\n- a: 3\n", #"[{a: "1"}, {a: "3"}]"#),
    Case("x:\n- a: 1\n  ⟦a⟧: 2\n- a: 3\n⟦x⟧: 1\n", #"{x: [{a: "1"}, {a: "3"}]}"#),
    Case("- - a: 1\n    ⟦a⟧: 2\n  - a: 3\n", #"[[{a: "1"}, {a: "3"}]]"#),
    // Flow style, on one line and over several.
    Case("{a: 1, ⟦a⟧: 2, b: 3}\n", #"{a: "1", b: "3"}"#),
    Case("x: {a: 1, b: {a: 2, ⟦a⟧: 3}, ⟦a⟧: 4}\n", #"{x: {a: "1", b: {a: "2"}}}"#),
    Case("x: {a: [x, x], ⟦a⟧: 1, b: [a, a]}\n", #"{x: {a: ["x", "x"], b: ["a", "a"]}}"#),
    Case("x: [{a: 1, ⟦a⟧: 2}, {a: 3}]\n", #"{x: [{a: "1"}, {a: "3"}]}"#),
    Case("x: {a: 1,\n    b: {c: 2,\n  ⟦c⟧: 3},\n    ⟦a⟧: 4}\n", #"{x: {a: "1", b: {c: "2"}}}"#),
    Case("x: {a, b, ⟦a⟧}\n", #"{x: {a: "", b: ""}}"#),
    // Quoted and long keys, non-ASCII letters, CR LF.
    Case("\"a b\": 1\n'⟦a b⟧': 2\n", #"{a b: "1"}"#),
    Case("{\"a\":1,'⟦a⟧':2,\"b\":3}\n", #"{a: "1", b: "3"}"#),
    Case("é: 1\n⟦é⟧: 2\nb: 3\n", #"{é: "1", b: "3"}"#),
    Case("x: {日本: 1, ⟦日本⟧: 2, b: 3}\n", #"{x: {日本: "1", b: "3"}}"#),
    Case("a: 1\r\n⟦a⟧: 2\r\nb: 3\r\n", #"{a: "1", b: "3"}"#),
    Case("a b c: 1 # x\n⟦a b c⟧ : 2\n", #"{a b c: "1"}"#),
    Case("? a\n: 1\n? ⟦a⟧\n: 2\n", #"{a: "1"}"#),
    // Text that only looks like a key.
    Case("t: |\n  a: 1\n  a: 2\nx: 1\n⟦x⟧: 2\n", #"{t: "a: 1\na: 2\n", x: "1"}"#),
    Case("t: \"b\n  a: 1\n  a: 2\"\nx: 1\n⟦x⟧: 2\n", #"{t: "b a: 1 a: 2", x: "1"}"#),
    Case("# a: 1\n# a: 2\nx: 1\n⟦x⟧: 2\n", #"{x: "1"}"#),
    Case("t: http://a/b\nu: http://a/b\n⟦t⟧: x\n", #"{t: "http://a/b", u: "http://a/b"}"#),
  ])
  func `a duplicate key is reported and the first value is used`(_ row: Case) {
    let parsed = yaml(row.yaml.bytes)
    #expect(parsed.value?.flow == row.value)
    let found = parsed.diagnostics.map(\.brief).sorted()
    #expect(found == row.yaml.spans.map { "duplicate-key@\($0.brief)" }.sorted())
    for diagnostic in parsed.diagnostics {
      let first = diagnostic.others.first?.span
      #expect(
        first.map { row.yaml.bytes[$0.range] } == row.yaml.bytes[diagnostic.primary.span.range],
        "the related span is the first key")
      #expect(first.map { $0 < diagnostic.primary.span } == true)
    }
  }

  /// Other diagnostics keep their spans in the file.
  @Test func `spans after a duplicate key are exact`() throws {
    let text = Marked("x: {é: 1, é: 2, b: ⟦three⟧}\n")
    let node = try #require(yaml(text.bytes).value)
    #expect(node.places.last?.1 == text.spans.first)
  }

  @Test func `a duplicate key with another spelling is found`() {
    let parsed = yaml(Array("a: 1\n\"\\x61\": 2\n".utf8))
    #expect(parsed.value == nil)
    #expect(parsed.diagnostics.map(\.rule) == [.duplicateKey])
  }

  /// The keys differ in the text, so the scan does not find them.
  @Test(arguments: [
    ("\"\\x61\": 1\na: 2\n", "the key `a` occurs more than once in one mapping"),
    ("\"\\x61\": 1\na: 2\n\"\\u0061\": 3\n", "the key `a` occurs more than once in one mapping"),
    ("\"\\x1B\": 1\n\"\\e\": 2\n", "the key `<U+001B>` occurs more than once in one mapping"),
    ("? [x]\n: 1\n? [x]\n: 2\n", "this key occurs more than once in one mapping"),
    ("? [x]\n: 1\n? [x]\n: 2\n? [y]\n: 1\n? [y]\n: 2\n", "2 keys occur more than once in one mapping"),
    (
      "\"\\x62\": 1\nb: 2\n\"\\u0062\": 3\n\"\\x61\": 1\na: 2\n",
      "2 keys occur more than once in one mapping: `a`, `b`"
    ),
    (
      "abcdefgh".map { "\($0): 1\n\"\\x\(String($0.asciiValue ?? 0, radix: 16))\": 2\n" }.joined(),
      "8 keys occur more than once in one mapping: `a`, `b`, `c`, `d`, `e`, `f` and 2 more"
    ),
  ])
  func `duplicate keys with other spellings are named`(_ text: String, _ headline: String) {
    #expect(yaml(Array(text.utf8)).diagnostics.map(\.headline) == [headline])
  }

  /// The parser renames the second `a` to `Z`.
  @Test func `a key that is equal to the new name of a duplicate is not reported`() {
    let parsed = yaml(Array("\"\\x5A\": 1\na: 2\na: 3\n".utf8))
    #expect(parsed.diagnostics.map(\.headline) == ["the key `a` occurs twice in one mapping"])
    let both = yaml(Array("\"\\x5A\": 1\na: 2\na: 3\n\"\\x61\": 4\n".utf8))
    #expect(both.diagnostics.count == 2)
    #expect(both.diagnostics.last?.headline == "the key `a` occurs more than once in one mapping")
  }

  /// Yams orders keys of different types at random.
  @Test func `duplicate keys of different types give the same diagnostic on every run`() {
    let text = Array("? - a\n? - a\n\"\\x62\": 1\nb: 2\n".utf8)
    let runs = Set((0..<20).map { _ in yaml(text).diagnostics })
    #expect(runs.count == 1)
    #expect(runs.first?.map(\.headline) == ["2 keys occur more than once in one mapping: `b` and 1 more"])
  }

  /// There are fewer one-letter names than keys to rename. The text is then not read, and all duplicates are reported.
  @Test func `more duplicates than unused names are reported`() {
    let parsed = yaml(Array(String(repeating: "a: 1\n", count: 200).utf8))
    #expect(parsed.diagnostics.count == 199)
    #expect(parsed.diagnostics.allSatisfy { $0.rule == .duplicateKey })
  }

  @Test func `a duplicate key in front matter has its span in the file`() {
    let text = Marked("\u{FEFF}---\r\ntitle: é\r\n⟦title⟧: x\r\n---\r\n")
    let parsed = DocumentParser.parse(text.file("a.md"))
    #expect(parsed.diagnostics.filter { $0.rule == .duplicateKey }.map(\.primary.span) == text.spans)
  }
}
