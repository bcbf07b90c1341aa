import DossierMarkup
import DossierTesting
import DossierText
import Testing

/// Hostile YAML is rejected or read in bounded work. No input may crash the parser, run without end or fill the memory.
@Suite struct YAMLLimitTests {
  private func rules(_ text: String, nodes: Int = 200_000) -> Set<String> {
    Set(yaml(Array(text.utf8), nodes: nodes).diagnostics.map(\.rule.name))
  }

  /// Nine levels of nine aliases: a billion values if they were expanded.
  @Test(arguments: ["", "!t ", "!!seq "])
  func `an alias bomb is rejected`(tag: String) {
    var text = "a0: \(tag)&a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1...9 {
      text += "a\(level): \(tag)&a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    #expect(rules(text) == ["yaml-alias"])
    #expect(rules(text + "? *a9\n: x\n") == ["yaml-alias"], "as a key, which would be hashed")
  }

  @Test(arguments: [15, 16])
  func `nesting up to the limit is accepted`(levels: Int) {
    let flow = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    #expect(rules(flow + "\n").isEmpty)
    let block = String(repeating: "- ", count: levels - 1) + "x\n"
    #expect(rules(block).isEmpty)
  }

  @Test(arguments: [17, 100, 999, 1_001, 100_000, 500_000])
  func `deeper nesting is rejected`(levels: Int) {
    #expect(rules(String(repeating: "[", count: levels) + String(repeating: "]", count: levels) + "\n") == ["yaml-limit"])
    #expect(rules(String(repeating: "- ", count: levels) + "x\n") == ["yaml-limit"])
    #expect(rules(String(repeating: "? ", count: levels) + "x\n") == ["yaml-limit"])
    #expect(
      rules(String(repeating: "{a: ", count: levels) + "x" + String(repeating: "}", count: levels) + "\n") == ["yaml-limit"])
    #expect(rules("a: " + String(repeating: "[", count: levels)) == ["yaml-limit"])
  }

  @Test func `deep indentation is rejected`() {
    let text = (0..<200).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(rules(text) == ["yaml-limit"])
  }

  @Test func `too many keys are rejected`() {
    let text = (0..<200_000).map { "k\($0): 1\n" }.joined()
    #expect(rules(text, nodes: 10_000) == ["yaml-limit"])
    #expect(yaml(Array(text.utf8), nodes: 10_000).value == nil)
  }

  @Test func `values up to the limit are read`() {
    let text = "a: [" + String(repeating: "x,", count: 9_997) + "x]\n"
    #expect(yaml(Array(text.utf8), nodes: 10_000).value?.places.count == 9_999)
    #expect(rules(text, nodes: 9_999) == ["yaml-limit"])
  }

  /// A mark is a line and a column. Finding the byte must not cost the length of the line for each value.
  @Test func `one long line is read in bounded work`() throws {
    let text = "a: [" + String(repeating: "é,", count: 150_000) + "end]\n"
    let parsed = yaml(Array(text.utf8), nodes: 200_000)
    let last = try #require(parsed.value?.places.last)
    #expect(last.0 == "end")
    #expect(last.1 == Span(4 + 450_000, 4 + 450_003))
  }

  @Test func `many duplicates are read in bounded work`() {
    let text = String(repeating: "keyword: x\n", count: 60_000)
    let parsed = yaml(Array(text.utf8), nodes: 200_000)
    #expect(parsed.diagnostics.count == 59_999)
    #expect(parsed.value?.flow == #"{keyword: "x"}"#)
  }

  /// Half a megabyte of each token start, repeated.
  @Test(arguments: [
    "[", "{", "- ", "? ", "a: ", "\"", "'", "|\n", "> ", "!t ", "&a ", "*a ", "# ", "%", "---\n", "...\n", ",", ":", "<<: ", "\t",
    "\\", "a:\n ", "{a,", "[a: b,", "!<", "@", "`", "\r", "\u{2028}- a\u{2028}",
  ])
  func `scanning repeated tokens ends`(token: String) {
    let bytes = Array(String(repeating: token, count: 500_000 / token.utf8.count).utf8)
    let parsed = yaml(bytes, nodes: 200_000)
    #expect(parsed.value != nil || !parsed.diagnostics.isEmpty || ["# ", "\r", "---\n", "%"].contains(token), "silent")
  }

  @Test func `scanning random tokens ends`() {
    let tokens = [
      "[", "]", "{", "}", "- ", "? ", ": ", "a: ", "b", "\"", "'", "|\n", ">\n", "!t ", "&a ", "*a ", "# ", "\n", "\n  ",
      "\n    ", ",", "<<: ", "\t", "\\", "é", "\u{2028}", "\r\n", "x y",
    ]
    var random = Seeded(42)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in tokens.randomElement(using: &random) ?? "" }.joined()
      let bytes = Array(text.utf8)
      let parsed = yaml(bytes)
      for (_, span) in parsed.value?.places ?? [] { #expect(Int(span.upper) <= bytes.count, "\(text.debugDescription)") }
      for diagnostic in parsed.diagnostics {
        #expect(Int(diagnostic.primary.span.lower) <= bytes.count, "\(text.debugDescription)")
      }
    }
  }
}
