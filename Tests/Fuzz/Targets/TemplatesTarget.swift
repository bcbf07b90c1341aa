@testable import DossierSite

/// Templates: a value never changes the structure of the HTML, and never gets into code.
enum TemplatesTarget {
  /// A text that is in no template, unless an input contains this text.
  private static let mark = "zqjx"
  /// An address that runs code.
  private static let code = "javascript:\(mark)"
  /// The attributes whose value is an address, or a list of addresses.
  private static let addresses: Set<String> = [
    "action", "cite", "data", "formaction", "href", "manifest", "ping", "poster", "src", "xlink:href",
  ]
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
    let compiler = TemplateCompiler([(path: "t.mustache", text: text), (path: "p.mustache", text: "{{t}}")])
    let template: Template<Sample>
    do throws(TemplateError) {
      template = try compiler.template("t", for: Sample.self)
    } catch {
      let lines = text.utf8.count { $0 == 0x0A } + 1
      return try require((1...lines).contains(error.line) && error.column >= 1, "the error is outside the template: \(error)")
    }
    // The template itself can print the mark, also from two parts or in upper case. A mark is then not always a value.
    guard !String(decoding: template.render(Sample("")), as: UTF8.self).lowercased().contains(mark) else { return }
    try checkAddresses(template)
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

  /// A value that is an address is never the beginning of an address in the HTML.
  private static func checkAddresses(_ template: Template<Sample>) throws {
    for case .start(_, let attributes) in HTMLTokens.tokens(of: template.render(Sample(code))) {
      for attribute in attributes where addresses.contains(attribute.name) {
        // Browsers ignore spaces and control characters before an address, and tabs and line breaks anywhere in it.
        let address = attribute.value.unicodeScalars.drop { $0.value <= 0x20 }.filter { !["\t", "\n", "\r"].contains($0) }
        try require(!address.starts(with: code.unicodeScalars), "a value is the address in \(attribute.name)")
      }
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
