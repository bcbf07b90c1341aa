import Testing

@testable import DossierSite

/// The view model for the templates of these tests.
private struct Fruit: ViewModel {
  var name = "fig"
  var note: String?
  var isRipe = true
  var seeds: [Seed] = []
  var link = Href(fragment: "a&b")
  var markup = HTML(Array("<b>bold</b>".utf8))

  static let view = View<Fruit>(
    .text("name", \.name), .optional("note", \.note), .flag("is_ripe", \.isRipe), .list("seeds", \.seeds), .link("link", \.link),
    .html("markup", \.markup), .texts("words", { _ in ["x", "<y>"] }))

  struct Seed: ViewModel {
    let name: String
    static let view = View<Seed>(.text("name", \.name))
  }
}

struct TemplateTests {
  private static func render(_ template: String, _ fruit: Fruit = Fruit(), partials: [(String, String)] = []) throws -> String {
    let files = [(path: "t.mustache", text: template)] + partials.map { (path: $0.0 + ".mustache", text: $0.1) }
    return String(decoding: try TemplateCompiler(files).template("t", for: Fruit.self).render(fruit), as: UTF8.self)
  }

  @Test(arguments: [
    ("a {{name}}!", "a fig!"),
    ("{{! nothing }}{{name}}", "fig"),
    ("{{#is_ripe}}yes{{/is_ripe}}{{^is_ripe}}no{{/is_ripe}}", "yes"),
    ("{{#note}}[{{.}}]{{/note}}{{^note}}not stated{{/note}}", "not stated"),
    ("{{#words}}{{.}};{{/words}}", "x;&lt;y&gt;;"),
    // The innermost name is used, and a list repeats its section for each item.
    ("{{#seeds}}{{name}},{{/seeds}}{{name}}", "one,two,fig"),
    ("{{#seeds}}{{#is_ripe}}{{name}}{{/is_ripe}}{{/seeds}}", "onetwo"),
    // A line that contains only a tag is removed. A line that contains only a variable is kept.
    ("a\n  {{#is_ripe}}  \nb\n{{/is_ripe}}\nc\n", "a\nb\nc\n"),
    ("a\n{{! x\n y }}\nb\n", "a\nb\n"),
    (" {{name}} \n", " fig \n"),
    ("<title>a < b: {{name}}</title ><p>{{name}}", "<title>a < b: fig</title ><p>fig"),
    ("<a href=\"{{link}}\">{{markup}}</a>", "<a href=\"#a&amp;b\"><b>bold</b></a>"),
    ("<a class=\"x{{#is_ripe}} ripe{{/is_ripe}}\"{{#is_ripe}} title='{{name}}'{{/is_ripe}}>", "<a class=\"x ripe\" title='fig'>"),
    ("{{> part}}.", "part fig."),
    ("{{> part}}\nx", "part figx"),
  ])
  func `the supported parts of Mustache work`(_ template: String, _ expected: String) throws {
    let fruit = Fruit(seeds: [.init(name: "one"), .init(name: "two")])
    #expect(try Self.render(template, fruit, partials: [("part", "part {{name}}")]) == expected)
  }

  @Test(arguments: [
    ("a\n {{nam}}", TemplateError.Problem.unknownName("nam", meant: "name"), 2, 2),
    ("{{#seeds}}{{is_rip}}{{/seeds}}", .unknownName("is_rip", meant: "is_ripe"), 1, 11),
    ("{{#name}}x{{/name}}", .notASection("name"), 1, 1),
    ("{{seeds}}", .notAValue("seeds"), 1, 1),
    ("{{#is_ripe}}x", .unclosedSection("is_ripe"), 1, 1),
    ("{{#is_ripe}}{{/seeds}}", .strayEnd("seeds", expected: "is_ripe"), 1, 13),
    ("x{{/seeds}}", .strayEnd("seeds", expected: nil), 1, 2),
    ("{{> par}}", .missingPartial("par", meant: "part"), 1, 1),
    ("{{> t}}", .endlessPartial("t"), 1, 1),
    ("{{name", .unclosedTag, 1, 1),
    ("{{{name}}}", .unsupported("a triple mustache"), 1, 1),
    ("{{&name}}", .unsupported("output without escaping"), 1, 1),
    ("{{=<% %>=}}", .unsupported("a change of delimiters"), 1, 1),
    ("{{a.b}}", .badName("a.b"), 1, 1),
    ("<script>{{name}}</script>", .unsafePlace("name", place: "inside `<script>`"), 1, 9),
    ("<STYLE>{{name}}</STYLE>", .unsafePlace("name", place: "inside `<style>`"), 1, 8),
    ("<a class={{name}}>", .unsafePlace("name", place: "in an attribute without quotes"), 1, 10),
    ("<a {{name}}>", .unsafePlace("name", place: "inside a tag"), 1, 4),
    ("<!-- {{name}} -->", .unsafePlace("name", place: "inside a comment"), 1, 6),
    ("<a href=\"{{name}}\">", .unsafePlace("name", place: "in the attribute `href`"), 1, 10),
    ("<a href=\"x{{link}}\">", .unsafePlace("link", place: "in the attribute `href`"), 1, 11),
    ("<a onclick=\"{{name}}\">", .unsafePlace("name", place: "in the attribute `onclick`"), 1, 13),
    ("<a style=\"{{name}}\">", .unsafePlace("name", place: "in the attribute `style`"), 1, 11),
    // Browsers end a name at a slash, begin a tag at the second `<`, and allow spaces around `=`.
    ("<a x/onclick=\"{{name}}\">", .unsafePlace("name", place: "in the attribute `onclick`"), 1, 15),
    ("<a onclick = '>{{name}}'>", .unsafePlace("name", place: "in the attribute `onclick`"), 1, 16),
    ("<script/>{{name}}", .unsafePlace("name", place: "inside `<script>`"), 1, 10),
    ("<<script>{{name}}", .unsafePlace("name", place: "inside `<script>`"), 1, 10),
    ("<!-- --!><script> -->{{name}}", .unsafePlace("name", place: "inside `<script>`"), 1, 22),
    ("<script><!--</script>{{name}}", .unsafePlace("name", place: "inside `<script>`"), 1, 22),
    ("<title><b>{{name}}", .unsafePlace("name", place: "inside `<title>`"), 1, 11),
    ("<a title=\"{{markup}}\">", .unsafePlace("markup", place: "in the attribute `title`"), 1, 11),
    ("{{#is_ripe}}<a href=\"{{/is_ripe}}\">", .unbalanced("is_ripe"), 1, 1),
  ])
  func `an invalid template is rejected when it is loaded`(
    _ template: String, _ problem: TemplateError.Problem, _ line: Int, _ column: Int
  ) throws {
    let files = [(path: "t.mustache", text: template), (path: "part.mustache", text: "")]
    #expect(throws: TemplateError(template: "t.mustache", line: line, column: column, problem: problem)) {
      _ = try TemplateCompiler(files).template("t", for: Fruit.self)
    }
  }

  /// Swift merges a quote and a combining mark into one `Character` that is not a quote. In bytes, the quote is still there.
  @Test(arguments: ["\"\u{301}", "'\u{308} onload=x", "<\u{338}script>", "&amp;&#39;", "a\r\nb", "漢字 🎈 \u{202E}", "]]>-->"])
  func `escaped text is parsed back unchanged`(_ text: String) throws {
    for (open, close) in [("<p title=\"", "\">"), ("<p title='", "'>"), ("<p>", "</p>")] {
      let page = try Self.render("\(open){{name}}\(close)", Fruit(name: text))
      let inside = Array(page.utf8.dropFirst(open.utf8.count).dropLast(close.utf8.count))
      #expect(!inside.contains(UInt8(ascii: "<")) && !inside.contains(UInt8(ascii: "\"")))
      if open.utf8.last == UInt8(ascii: "'") { #expect(!inside.contains(UInt8(ascii: "'"))) }
      #expect(Self.unescaped(inside) == Array(text.utf8))
    }
  }

  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    let names: [(String, UInt8)] = [
      ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27), ("&#13;", 0x0D), ("&amp;", 0x26),
    ]
    var out: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if let (name, value) = names.first(where: { rest.starts(with: $0.0.utf8) }) {
        out.append(value)
        rest = rest.dropFirst(name.utf8.count)
      } else {
        out.append(byte)
        rest = rest.dropFirst()
      }
    }
    return out
  }

  @Test func `every template of the theme matches its view model`() throws {
    _ = try Theme(EmbeddedTemplates.files)
  }
}
