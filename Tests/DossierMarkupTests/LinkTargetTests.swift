import DossierMarkup
import DossierTesting
import Testing

/// The kind of a destination is read by an allow-list. Every destination that is not listed is unsafe.
@Suite struct LinkTargetTests {
  @Test(arguments: [
    ("https://example.org/a b", LinkTarget.external("https://example.org/ab")),
    ("HTTP://EXAMPLE.ORG", .external("HTTP://EXAMPLE.ORG")),
    ("mailto:a@b.c", .external("mailto:a@b.c")),
    ("tel:+31", .external("tel:+31")),
    ("ftp://a/b", .external("ftp://a/b")),
    ("other.md", .relative(path: "other.md", fragment: nil)),
    ("../a/b.md#part-2", .relative(path: "../a/b.md", fragment: "part-2")),
    ("a.md#", .relative(path: "a.md", fragment: "")),
    ("a%20b.md#c%20d", .relative(path: "a b.md", fragment: "c d")),
    ("%C3%A9.md", .relative(path: "é.md", fragment: nil)),
    ("a%2", .relative(path: "a%2", fragment: nil)),
    ("a%zz.md", .relative(path: "a%zz.md", fragment: nil)),
    ("a%+1.md", .relative(path: "a%+1.md", fragment: nil)),
    ("%%20", .relative(path: "% ", fragment: nil)),
    ("%2%41%", .relative(path: "%2A%", fragment: nil)),
    ("100%", .relative(path: "100%", fragment: nil)),
    ("a.md?x=1#y", .relative(path: "a.md", fragment: "y")),
    ("a#b#c", .relative(path: "a", fragment: "b#c")),
    ("./x:y.md", .relative(path: "./x:y.md", fragment: nil)),
    ("#part", .fragment("part")),
    ("#", .fragment("")),
    ("?x", .fragment("")),
    ("#a:b", .fragment("a:b")),
    ("/policies/a.md", .absolute(path: "/policies/a.md", fragment: nil)),
    ("/a#b", .absolute(path: "/a", fragment: "b")),
  ])
  func `a destination has its kind`(destination: String, target: LinkTarget) {
    #expect(LinkTarget(destination) == target)
  }

  @Test(arguments: [
    "", " ", "\t\n", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "java\nscript:x", "java\tscript:x",
    "\u{1}javascript:x",
    "vbscript:x", "data:text/html,x", "data:image/png;base64,x", "file:///etc/passwd", "blob:x", "jar:javascript:x",
    "//evil.example/x",
    "/\\evil.example", "\\\\server\\share", "\\evil", "a\\..\\b", "x:y", "about:blank", "view-source:x", "xmpp:a@b.c", "ws://a",
    ":", ":x", "é:x",
    "C:/Windows", "/\t/evil.example", "%6Aavascript:x", " //evil.example", "intent://x", "ｊavascript:x",
  ])
  func `an unlisted destination is unsafe`(destination: String) {
    guard case .unsafe(let reason) = LinkTarget(destination) else {
      Issue.record("\(destination.debugDescription) is \(LinkTarget(destination))")
      return
    }
    #expect(!reason.isEmpty)
  }

  /// No local path begins with a scheme or two slashes, whatever a browser may remove or decode.
  @Test func `a relative path does not become an address after removing characters`() {
    let parts = [
      "javascript", ":", "/", "//", "\\", "\t", "\n", " ", "%3A", "%2F", "#", "?", "a", ".", "..", "\u{0}", "data", "http",
    ]
    var random = Seeded(5)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...6, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let stripped = text.unicodeScalars.filter { $0.value > 0x20 }.map(String.init).joined()
      switch LinkTarget(text) {
      case .relative, .absolute, .fragment:
        #expect(!stripped.hasPrefix("//"), "\(text.debugDescription)")
        #expect(
          !stripped.lowercased().hasPrefix("javascript:") && !stripped.lowercased().hasPrefix("data:"), "\(text.debugDescription)"
        )
      case .external(let address): #expect(address.lowercased().hasPrefix("http:"), "\(text.debugDescription)")
      case .unsafe: break
      }
    }
  }
}
