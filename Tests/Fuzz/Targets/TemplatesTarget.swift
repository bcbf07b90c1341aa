@testable import DossierSite

/// Templates: a value never changes the structure of the HTML, and never gets into code.
enum TemplatesTarget {
  /// A text that is in no template, unless an input contains this text.
  private static let mark = "zqjx"
  private static let hostile = "\(mark)\"'><script>\(mark)</script> onload=\(mark) \u{301}`&#0;\n--><!--"

  private struct Sample: ViewModel {
    let text: String
    let items: [Item]

    init(_ text: String) {
      self.text = text
      items = [Item(text: text), Item(text: text)]
    }

    static let view = View<Sample>(
      .text("t", \.text), .optional("o", { $0.text }), .optional("n", { _ in nil }), .flag("y", { _ in true }),
      .flag("f", { _ in false }), .list("l", \.items), .link("a", { Href(fragment: $0.text) }),
      .html("h", { _ in HTML(Array("<b>x</b>".utf8)) }), .texts("w", { [$0.text] }), .number("i", { _ in 7 }))

    struct Item: ViewModel {
      let text: String
      static let view = View<Item>(.text("t", \.text), .link("a", { Href(external: "https://example.com/\($0.text)") }))
    }
  }

  static func run(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    guard !text.utf8.contains(UInt8(ascii: "z")) || !text.contains(mark) else { return }
    let compiler = TemplateCompiler([(path: "t.mustache", text: text), (path: "p.mustache", text: "{{t}}")])
    let template: Template<Sample>
    do throws(TemplateError) {
      template = try compiler.template("t", for: Sample.self)
    } catch {
      let lines = text.utf8.count { $0 == 0x0A } + 1
      return try require((1...lines).contains(error.line) && error.column >= 1, "the error is outside the template: \(error)")
    }
    let plain = HTMLTokens.tokens(of: template.render(Sample(mark)))
    let attacked = HTMLTokens.tokens(of: template.render(Sample(hostile)))
    try require(plain.map(structure) == attacked.map(structure), "a value changes the structure of the HTML")
    var raw = ""
    for token in plain {
      switch token {
      case .comment(let text): try require(!contains(text), "a value is in a comment")
      case .text(let text): try require(!["script", "style"].contains(raw) || !contains(text), "a value is in \(raw)")
      case .end(let name): try require(!name.contains(mark), "a value is in the name of an element")
      case .start(let name, let attributes):
        try require(!name.contains(mark), "a value is in the name of an element")
        for attribute in attributes {
          try require(!attribute.name.contains(mark), "a value is in the name of an attribute")
          let isCode = attribute.name.hasPrefix("on") || ["style", "srcdoc", "srcset"].contains(attribute.name)
          try require(!isCode || !attribute.value.contains(mark), "a value is in the attribute \(attribute.name)")
        }
      }
      raw = if case .start(let name, _) = token { name } else { "" }
    }
  }

  private static func contains(_ text: [UInt8]) -> Bool { String(decoding: text, as: UTF8.self).contains(mark) }

  private enum Structure: Equatable {
    case text, comment
    case start(String, [String])
    case end(String)
  }

  private static func structure(_ token: HTMLTokens.Token) -> Structure {
    switch token {
    case .text: .text
    case .comment: .comment
    case .start(let name, let attributes): .start(name, attributes.map(\.name))
    case .end(let name): .end(name)
    }
  }
}
