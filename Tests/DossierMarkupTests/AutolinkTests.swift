import DossierMarkup
import DossierTesting
import DossierText
import Testing

/// Bare addresses become links exactly where libcmark-gfm's own extension makes links, in text without other markup.
@Suite struct AutolinkTests {
  struct Link: Hashable, CustomStringConvertible {
    let address: String
    let text: String
    var description: String { "\(text) → \(address)" }
  }

  @Test(arguments: [
    ("www.example.com", "http://www.example.com", "www.example.com"),
    ("see http://a.b/c, then", "http://a.b/c", "http://a.b/c"),
    ("(https://a.b/c(d))", "https://a.b/c(d)", "https://a.b/c(d)"),
    ("https://a.b/c).", "https://a.b/c", "https://a.b/c"),
    ("ftp://a.b/é", "ftp://a.b/é", "ftp://a.b/é"),
    ("http://a.b/?q=1&lt;", "http://a.b/?q=1", "http://a.b/?q=1"),
    ("write to x.y+z@mail.example.org.", "mailto:x.y+z@mail.example.org", "x.y+z@mail.example.org"),
    ("a http://a.b<c", "http://a.b", "http://a.b"),
  ])
  func `a bare address becomes a link`(text: String, address: String, shown: String) throws {
    let tree = markdown(text)
    let links = ours(tree)
    #expect(links.map(\.text) == [shown])
    let node = try #require(tree.first(.link))
    #expect(tree.string(node.target) == address)
    #expect(node.isSpecial)
    let source = String(decoding: Array(text.utf8)[node.span.range], as: UTF8.self)
    #expect(source == shown, "the span is that of the address")
  }

  @Test(arguments: [
    "xhttp://a.b", "http://", "www.", "www", "@", "a@", "a@b", "a@b-", "http://a_b", "foo.www.x.y z", "mailto:", "http:/a.b",
    "`http://a.b`", "\\@x",
  ])
  func `other text does not become a link`(text: String) {
    #expect(ours(markdown(text)).isEmpty || ours(markdown(text)) == library(text))
  }

  @Test func `a link does not contain a link`() {
    let tree = markdown("[see http://a.b and x@y.zz](c.md) and ![http://a.b](d.png)")
    #expect(tree.nodes.filter { $0.kind == .link }.count == 1)
  }

  /// Random texts made from every kind of token that the rules mention, with a fixed seed.
  ///
  /// Two cases are left out, because our result differs on purpose: `www.` without a domain, which the library links to
  /// `http://www`, and addresses that end in a character reference. The texts contain no emphasis markers, because the library
  /// treats those inside an address as part of it.
  @Test func `random texts have the same links as in the library`() {
    let tokens = [
      "www.", "http://", "https://", "ftp://", "a", "b", "example", "com", ".", ".", "-", "a_b", "/", "/", "@", "@", ":", "?",
      "!", ",", ";", "'", "\"",
      "(", ")", "(", ")", " ", " ", "\n", "+", "=", "#", "%20", "&", "&amp", "é", "日", "1", "ww", "www", "HTTP://", "localhost",
      "\u{201C}", "\u{A0}",
    ]
    var random = Seeded(2024)
    var wrong: [String] = []
    var links = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 2...12, using: &random)).map { _ in tokens.randomElement(using: &random) ?? "" }.joined()
      let isPeculiar = text.contains("&amp;") || text.contains(/www\.([^A-Za-z0-9éd日]|$)/)
      if isPeculiar { continue }
      let expected = library(text)
      links += expected.count
      if ours(markdown(text)) != expected {
        wrong.append("\(text.debugDescription): \(ours(markdown(text))), library \(expected)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of 20000:\n\(wrong.prefix(40).joined(separator: "\n"))")
    #expect(links > 2_000, "the texts contain addresses: \(links)")
  }

  // MARK: Reading both

  private func ours(_ tree: MarkupTree) -> [Link] {
    tree.nodes.indices.filter { tree.nodes[$0].kind == .link }.map { i in
      Link(address: Self.escaped(tree.string(tree.nodes[i].target)), text: tree.plainText(of: i))
    }
  }

  /// The links in the library's HTML. No text of the corpus produces another tag inside a link.
  private func library(_ text: String) -> [Link] {
    let html = Array(libraryHTML(Array(text.utf8)).utf8)
    var links: [Link] = []
    var rest = html[...]
    while let start = Self.find("<a href=\"", in: rest), let quote = html[start...].firstIndex(of: UInt8(ascii: "\"")) {
      guard let open = html[quote...].firstIndex(of: UInt8(ascii: ">")), let close = Self.find("</a>", in: html[open...]) else {
        break
      }
      links.append(Link(address: Self.unescaped(html[start..<quote]), text: Self.unescaped(html[(open + 1)..<(close - 4)])))
      rest = html[close...]
    }
    return links
  }

  /// The position after the first occurrence.
  private static func find(_ needle: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = Array(needle.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: word) }.map { $0 + word.count }
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")] {
      text = text.replacing(entity, with: character)
    }
    return text
  }

  /// An address as the library writes it into an attribute (`houdini_href_e.c`), before entities are escaped.
  private static func escaped(_ text: String) -> String {
    let safe = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.+!*(),%#@?=;:/&$~'".utf8)
    let hex = Array("0123456789ABCDEF".utf8)
    let bytes = text.utf8.flatMap { safe.contains($0) ? [$0] : [UInt8(ascii: "%"), hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
