import DossierMarkup
import DossierText
import Testing

/// Values stay text, and every unsupported part of YAML is reported with its span.
@Suite struct YAMLTrapTests {
  struct Trap: Sendable, CustomTestStringConvertible {
    let yaml: Marked
    /// The value as flow YAML. Nil if nothing is read.
    let value: String?
    /// The rules reported at the marked spans, in order.
    let rules: [String]

    init(_ yaml: String, _ value: String?, _ rules: String...) {
      self.yaml = Marked(yaml)
      self.value = value
      self.rules = rules
    }

    var testDescription: String { yaml.testDescription }
  }

  /// Words that YAML 1.1 converts to booleans, numbers, dates or null.
  @Test(arguments: [
    "NO", "no", "on", "yes", "y", "n", "true", "2026-01-02", "2026-13-45", "12:30", "190:20:30", "010", "0x1F", "1_000", "0b101",
    "1.10",
    "99999999999999999999", "1e3", ".inf", ".nan", "null", "~", "2026-01-02T10:00:00Z", "0o17", "+1", "=",
  ])
  func `scalars stay as they are written`(word: String) {
    let parsed = yaml(Array("a: \(word)\n".utf8))
    #expect(parsed.value?.flow == "{a: \(word.debugDescription)}")
    #expect(parsed.diagnostics.isEmpty)
  }

  @Test(arguments: [
    // Aliases, anchors and merge keys.
    Trap("a: ⟦&x⟧ 1\nb: *x\n", nil, "yaml-alias"),
    Trap("a: ⟦&a⟧ [*a]\n", nil, "yaml-alias"),
    Trap("⟦&x⟧ a: 1\n", nil, "yaml-alias"),
    Trap("- ⟦&x⟧\n  a: 1\n", nil, "yaml-alias"),
    Trap("a: [1, ⟦&x⟧ 2, *x]\n", nil, "yaml-alias"),
    Trap("a: {b: ⟦&x⟧ 2, c: *x}\n", nil, "yaml-alias"),
    Trap("a:\t⟦&x⟧ [1]\nb: *x\n", nil, "yaml-alias"),
    Trap("a: !t ⟦&x⟧ [1]\nb: *x\n", nil, "yaml-alias"),
    Trap("a: !!seq ⟦&x⟧ [1]\nb: [*x, *x]\n", nil, "yaml-alias"),
    Trap("a:\n  ⟦&x⟧\n  b: 1\nc: *x\n", nil, "yaml-alias"),
    Trap("a: [1,⟦&x⟧ 2]\r\nb: *x\r\n", nil, "yaml-alias"),
    Trap("a: ⟦*⟧x\n", nil, "yaml-syntax"),
    Trap("⟦<<⟧: {a: 1}\nb: 2\n", #"{b: "2"}"#, "yaml-alias"),
    Trap("a: R&D\nb: Q & A\nc: \"&x\"\nd: '&x'\ne: \"*x\"\n", #"{a: "R&D", b: "Q & A", c: "&x", d: "&x", e: "*x"}"#),
    Trap("a: b &x\nc: b *x\n", #"{a: "b &x", c: "b *x"}"#),
    Trap("a: |\n  &x one\n  *x two\n", #"{a: "&x one\n*x two\n"}"#),
    Trap(
      "a: \"Research\n  &x development *x\"\nb: Research\n  &x development\n",
      #"{a: "Research &x development *x", b: "Research &x development"}"#),
    Trap("a: [x- 'y, ⟦&b⟧ [1], *b]\n", nil, "yaml-alias"),
    Trap("a: [\"x\n , 'y\", ⟦&b⟧ [1], *b]\n", nil, "yaml-alias"),
    Trap("a: |\n   x\n  ⟦&b⟧ y\n", nil, "yaml-alias"),
    Trap("a:\u{2028}  ⟦&x⟧ [1]\u{2028}b: *x\n", nil, "yaml-alias"),
    Trap("a: >2-\n    x\n  &y\nb: ⟦&z⟧ 1\n", nil, "yaml-alias"),
    Trap("- |\n &x\n- ⟦&z⟧ 1\n", nil, "yaml-alias"),
    Trap("? ⟦&x⟧ a\n: b\n", nil, "yaml-alias"),
    Trap("# &x *x\na: 1 # &x *x\n", #"{a: "1"}"#),
    // Tags.
    Trap("a: ⟦!⟧!python/object:os.system x\nb: 1\n", #"{b: "1"}"#, "yaml-tag"),
    Trap("a: ⟦!⟧foo x\n", "{}", "yaml-tag"),
    Trap("a: ⟦!⟧!binary aGk=\n", "{}", "yaml-tag"),
    Trap("a: ⟦!⟧!int 3\n", "{}", "yaml-tag"),
    Trap("⟦!⟧!map\na: 1\n", nil, "yaml-tag"),
    Trap("a: [⟦!⟧!str 1, 2]\n", #"{a: ["2"]}"#, "yaml-tag"),
    // Keys that are not plain words.
    Trap("{⟦[⟧1,2]: c}\n", "{}", "yaml-key"),
    Trap("? ⟦{⟧a: b}\n: c\nd: e\n", #"{d: "e"}"#, "yaml-key"),
    Trap("{⟦!⟧!set {a}: b}\n", "{}", "yaml-key"),
    Trap("⟦!⟧!str a: b\nc: d\n", nil, "yaml-tag"),
    Trap("? a\n: b\n", #"{a: "b"}"#),
    Trap("\"a b\": c\n'd': e\n", #"{a b: "c", d: "e"}"#),
    // Tabs, documents, directives.
    Trap("a:\n⟦\t⟧b: 1\n", nil, "yaml-tab"),
    Trap("a: 1\n⟦-⟧--\nb: 2\n", nil, "yaml-syntax"),
    Trap("⟦%YAML 1.2⟧\n---\na: NO\n", nil, "yaml-syntax"),
    Trap("⟦%YAML 2.0⟧\n---\na: NO\n", nil, "yaml-syntax"),
    Trap("⟦%TAG ! tag:x,2000:⟧\n---\na: !b c\n", nil, "yaml-syntax"),
    Trap("---\na: 1\n...\n", #"{a: "1"}"#),
    // Forbidden or invisible characters.
    Trap("a: x⟦\u{0}⟧y\n", nil, "control-character"),
    Trap("a: x⟦\u{1B}⟧y\n", nil, "control-character"),
    Trap("é: x⟦\u{8}⟧y\n", nil, "control-character"),
    Trap("a: \"⟦\\x1b[31mred⟧\"\n", #"{a: "<U+001B>[31mred"}"#, "control-character"),
    Trap("a: \"⟦\\u202e⟧\"\n", #"{a: "<U+202E>"}"#, "control-character"),
    Trap("a: ⟦x\u{202E}y⟧\n", #"{a: "x<U+202E>y"}"#, "control-character"),
    Trap("a: \"⟦\\0⟧\"\n", #"{a: "<U+0000>"}"#, "control-character"),
    Trap("a: \"\\t\\n\"\n", #"{a: "\t\n"}"#),
    // Common mistakes.
    Trap("a: foo⟦:⟧ bar\n", nil, "yaml-syntax"),
    Trap("a: ⟦@⟧x\n", nil, "yaml-syntax"),
    Trap("a: ⟦`⟧x`\n", nil, "yaml-syntax"),
    Trap("a: [1\n", nil, "yaml-syntax"),
    Trap("a: \"x\n", nil, "yaml-syntax"),
    Trap("a: 1\n b: 2\n", nil, "yaml-syntax"),
    Trap("", nil),
    Trap("# nothing\n", nil),
    Trap("a:\n", #"{a: ""}"#),
    Trap("just words\n", #""just words""#),
  ])
  func `a text is read or reported`(_ trap: Trap) {
    let parsed = yaml(trap.yaml.bytes)
    #expect(parsed.value?.flow == trap.value)
    #expect(parsed.diagnostics.map(\.rule.name) == trap.rules)
    if !trap.yaml.spans.isEmpty { #expect(parsed.diagnostics.map(\.primary.span.brief) == trap.yaml.spans.map(\.brief)) }
    for diagnostic in parsed.diagnostics {
      #expect(diagnostic.severity == .error)
      #expect(diagnostic.primary.span.upper <= UInt32(trap.yaml.bytes.count))
    }
  }

  @Test(arguments: [
    ("a: foo: bar\n", "double quotes"), ("a: @x\n", "double quotes"), ("a: `x`\n", "double quotes"), ("a:\n\tb: 1\n", "spaces"),
  ])
  func `the help names the fix`(text: String, hint: String) {
    let help = yaml(Array(text.utf8)).diagnostics.first?.help
    #expect(help?.contains(hint) == true, "\(help ?? "no help")")
  }

  @Test func `a tab has a fix`() throws {
    let diagnostic = try #require(yaml(Array("a:\n\tb: 1\n".utf8)).diagnostics.first)
    #expect(diagnostic.fixes == [Diagnostic.Fix(SourcePath(parts: ["a.yaml"]), Span(3, 4), "\t", to: "  ")])
  }
}
