import Testing

/// Texts whose parsing cost is high for their length in some Markdown parser. Most relate to a CVE of cmark or cmark-gfm.
struct Pathological: Sendable, CustomTestStringConvertible {
  let name: String
  /// Makes a text of about this many bytes.
  let make: @Sendable (Int) -> String

  init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.make = make
  }

  var testDescription: String { name }

  /// Whole copies of `part`, at most `size` bytes and at least one.
  static func times(_ part: String, _ size: Int) -> String {
    String(repeating: part, count: max(1, size / part.utf8.count))
  }

  static func root(_ size: Int) -> Int { Int(Double(size).squareRoot()) }

  static let all: [Pathological] = blocks + inlines + links + tables + code + folded

  private static let blocks = [
    Pathological("prose") { times("Lorem ipsum *dolor* sit [amet](http://e.org), `code` and text.\n\n", $0) },
    Pathological("> in one line") { times(">", $0) + "a" },
    Pathological("> growing") { size in times(times(">", root(size)) + "\n", size) },
    Pathological("deep > then > lines") { times(">", $0 / 2) + "\n" + times(">\n", $0 / 2) },
    Pathological("deep > then lazy lines") { times(">", $0 / 2) + "a\n" + times("a\n", $0 / 2) },
    Pathological("deep > then emphasis") { times(">", $0 / 2) + times("a*", $0 / 2) },
    Pathological("- in one line then blank lines") { times("- ", $0 * 2 / 3) + "x" + times("\n", $0 / 3) },
    Pathological("> - in one line then > lines") { "> " + times("- ", $0 / 2) + "x\n" + times(">\n", $0 / 2) },
    Pathological("nested lists") { size in (0..<root(size)).map { String(repeating: "  ", count: $0) + "* a\n" }.joined() },
    Pathological("nested lists then blank lines") { size in
      (0..<root(size / 2)).map { String(repeating: "  ", count: $0) + "* a\n" }.joined() + times("\n", size / 2)
    },
    Pathological("nested lists then lazy lines") { size in
      (0..<root(size / 2)).map { String(repeating: "  ", count: $0) + "* a\n" }.joined() + times("a\n", size / 2)
    },
    Pathological("1. in one line") { times("1. ", $0) + "a" },
    Pathological("thematic or list") { times("* ", $0) + "a" },
    Pathological("thematic lines") { times(times("* ", 200) + "a\n", $0) },
    Pathological("setext") { times("a\n", $0) + "===\n" },
    Pathological("tabs") { times("\t- \t", $0) + "a" },
    Pathological("hard breaks") { times("a  \n", $0) },
    Pathological("unclosed script") { times("<script>\n", $0) },
    Pathological("tasks") { times("- [ ] a\n", $0) },
    Pathological("NULs") { times("\u{0}", $0) },
    Pathological("one word") { times("a", $0) },
    Pathological("many headings") { times("# a\n", $0) },
    Pathological("footnote definitions nested in one line") { times("[^a]:", $0) + "x" },
    Pathological("footnote definitions nested, then text") { times("[^a]:", $0 / 2) + "x" + times("\n a\n", $0 / 2) },
    Pathological("footnote references") { times("[^1]", $0) + "\n\n[^1]: x\n" },
    Pathological("footnotes") { size in (0..<max(1, size / 18)).map { "[^\($0)]: x\n\n[^\($0)] " }.joined() },
  ]

  private static let inlines = [
    Pathological("emphasis #389") { times("*a ", $0 / 3) + times("_a*_ ", $0 * 2 / 3) },
    Pathological("emphasis unclosed") { times("*a_ ", $0) },
    Pathological("emphasis mod 3") { "a**b" + times("c* ", $0) },
    Pathological("strong in emphasis") { times("*a **a ", $0 / 2) + "b" + times(" a** a*", $0 / 2) },
    Pathological("_ around a dot") { times("_", $0 / 2) + "." + times("_", $0 / 2) },
    Pathological("~a ~~b") { times("~a ~~b", $0) },
    Pathological("~~a~") { times("~~a~", $0) },
    Pathological("~a~~b~~c~") { times("~a~~b~~c~", $0) },
    Pathological("backticks growing") { size in (1..<root(2 * size)).map { "e" + String(repeating: "`", count: $0) }.joined() },
    Pathological("backticks alternating") { times("`a``b", $0) },
    Pathological("entities") { times("&amp;&#x41;", $0) },
    Pathological("backslashes") { times("\\", $0) },
    Pathological("comments") { "</" + times("<!--", $0) },
    Pathological("comments in text") { "a" + times("<!--", $0) },
    Pathological("instructions") { "a" + times("<?x", $0) },
    Pathological("declarations") { "a" + times("<!A ", $0) },
    Pathological("CDATA") { "a" + times("<![CDATA[", $0) },
    Pathological("unclosed attributes") { times("<a b=\"", $0) },
    Pathological("many attributes") { "x<a" + times(" b", $0) },
    Pathological("tags with spaces") { "x" + times("<a ", $0) },
    Pathological("smart quotes") { times("\"a", $0) },
    Pathological("quotes mixed") { times("'a\"b", $0) },
    Pathological("quotes in words") { times("a'b 'c\" ", $0) },
    Pathological("e-mail @") { times("a@", $0) },
    Pathological("e-mail dots") { times("a@b.", $0) },
    Pathological("mailto") { times("mailto:s@p.com/", $0) },
    Pathological("e-mails") { times("a@b.cc ", $0) },
    Pathological("www. parentheses") { "www.a.b" + times(")", $0) },
    Pathological("http parentheses") { "http://a.b/" + times(")", $0) },
    Pathological("www. <") { times("www.a.b<", $0) },
    Pathological("http <") { times("http://a.b/<", $0) },
    Pathological("www. underscores") { times("www.a_", $0) },
    Pathological("www._") { times("www._", $0) },
    Pathological("http underscores") { times("http://a_", $0) },
  ]

  private static let links = [
    Pathological("![l") { times("![l", $0) },
    Pathological("![[]()") { times("![[]()", $0) },
    Pathological("[ a ]") { times("[", $0 / 2) + "a" + times("]", $0 / 2) },
    Pathological("[a") { times("[a", $0) },
    Pathological("a]") { times("a]", $0) },
    Pathological("[ (](") { times("[ (](", $0) },
    Pathological("[a](<b") { times("[a](<b", $0) },
    Pathological("[a](b") { times("[a](b", $0) },
    Pathological("[a](b)") { times("[a](b)", $0) },
    Pathological("nested links") { times("[", $0 / 2) + times("](b)", $0 / 2) },
    Pathological("[ a_") { times("[ a_", $0) },
    Pathological("[x]( spaces") { "[x](" + times(" ", $0) },
    Pathological("[x]: lines") { times("[x]: \n", $0) },
    Pathological("reference expansion") { "[a]: " + times("u", $0 / 2) + "\n\n" + times("[a]", $0 / 2) },
    Pathological("references of one paragraph") { "[a]: /u\n\n" + times("[a]", $0) },
    Pathological("references far away") { "[a]: /" + times("u", 1_000) + "\n\n" + times(times("[a]", 6_000) + "\n\n", $0) },
    Pathological("definitions") { size in
      (0..<max(1, size / 20)).map { "[\($0)]: u\n" }.joined() + "\n" + (0..<max(1, size / 20)).map { "[\($0)] " }.joined()
    },
    Pathological("definitions whose hashes collide") { size in
      var text = ""
      var number = 0
      while text.utf8.count < size {
        let label = "x\(number)"
        number += 1
        let hash = label.utf8.reduce(UInt32(0)) { UInt32($1) &+ ($0 << 6) &+ ($0 << 16) &- $0 }
        if hash % 16 == 0 { text += "[\(label)]: /url\n\n" }
      }
      return text
    },
    Pathological("[[references]]") { times("[[a]]", $0) },
    Pathological("[[unclosed references") { times("[[a", $0) },
    Pathological("[[long unclosed") { times("[[" + String(repeating: "a", count: 250), $0) },
    Pathological("[[a|b]] on lines") { times("[[a|b]]\n", $0) },
  ]

  private static let tables = [
    Pathological("small tables") { times("| a | b |\n|---|---|\n| c | d |\n\n", $0) },
    Pathological("a paragraph then |-|") { times("a\n", $0) + "|-|\n" },
    Pathological("carriage returns") { times("aaa\rbbb\n-\u{B}\n", $0) },
    Pathological("one wide row") { times("|x", $0 / 3) + "|\n" + times("|-", $0 / 3) + "|\n" + times("|x", $0 / 3) + "|\n" },
    Pathological("wide header, empty rows") { times("|x", $0 / 3) + "|\n" + times("|-", $0 / 3) + "|\n" + times("a\n", $0 / 3) },
    Pathological("128 columns, empty rows") { times("|x", 256) + "|\n" + times("|-", 256) + "|\n" + times("a\n", $0) },
    Pathological("128 columns below a line, empty rows") {
      "a\n" + times("|x", 256) + "|\n" + times("|-", 256) + "|\n" + times("a\n", $0)
    },
    Pathological("many tables of 128 columns") {
      times(times("|x", 256) + "|\n" + times("|-", 256) + "|\n" + times("|a\n", 1_100) + "\n", $0)
    },
    Pathological("tables of 128 columns just within the budget") { size in
      times(times("|x", 256) + "|\n" + times("|-", 256) + "|\n" + times("|a\n", 1_100) + "\n", min(size, 16_000))
    },
    Pathological("links with long addresses") {
      "[a]: /" + times("u", 2_000) + "\n\n" + times(times("[a]", 90) + "\n\n", min($0, 11_500))
    },
    Pathological("2 columns") { "|a|b|\n|-|-|\n" + times("|[[a]]|[b](c)|\n", $0) },
  ]

  private static let code = [
    Pathological("one fence") { "```\n" + times("x y z\n", $0) + "```\n" },
    Pathological("unclosed fences") { times("```\n", $0) },
    Pathological("fences and tildes") { times("```\n~~~\n", $0) },
    Pathological("indented code") { times("    x\n", $0) },
  ]

  /// The worst of these texts in lines short enough for the limits, as many paragraphs.
  private static let folded: [Pathological] = [
    ("![[]()", 8_000), ("a<?x", 8_000), ("<!A ", 8_000), ("<![CDATA[", 8_000), ("*a _a*_ ", 8_000), ("www._", 8_000),
    ("www.a_", 8_000),
    ("[a](b", 8_000), ("[[a]]", 8_000), ("[a](b)", 8_000), ("`a`", 8_000), ("<b>", 8_000), ("[a][b]", 8_000), ("![a](b)", 8_000),
    ("a\n", 8_000),
    ("a@b.cc ", 8_000), ("http://a ", 8_000), ("_a", 8_000), ("**a*", 8_000), ("[", 8_000), ("]", 8_000), ("![", 8_000),
    ("|", 8_000), ("\\[", 8_000),
  ].map { part, size in
    Pathological("paragraphs of \(part.debugDescription)") { times(times(part, size) + "\n\n", $0) }
  }
}
