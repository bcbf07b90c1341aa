import Testing

@testable import DossierSite

struct RouteTests {
  private static let routes = [
    Route("index.html"), Route("issues-to-fix.html"), Route("risks", "index.html"), Route("risks", "rsk-012.html"),
    Route("risk", "rsk-012.html"), Route("pages", "a", "b", "c.html"), Route("pages", "a", "d.html"),
    Route("pages", "ab", "d.html"),
  ]

  @Test func `from any route a link leads to any other`() {
    for origin in Self.routes {
      for target in Self.routes {
        let link = origin.relative(to: target)
        #expect(Self.follow(link, from: origin) == target.description, "\(link) from \(origin)")
      }
    }
    #expect(Route("a", "b.html").relative(to: Route("a", "c.html")) == "c.html")
    #expect(Route("a", "b", "c.html").relative(to: Route("index.html")) == "../../index.html")
  }

  private static func follow(_ link: String, from origin: Route) -> String {
    var parts = Array(origin.parts.dropLast())
    for part in link.split(separator: "/") {
      if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  @Test(arguments: [
    ("RSK-012", "rsk-012"), ("A.6.2.4", "a.6.2.4"), ("Art. 14", "art-14"), ("Life-cycle gates", "life-cycle-gates"),
    ("con", "file-con"), ("LPT1.txt", "file-lpt1.txt"), ("..", "5ec1f7e7"), ("a/../b", "a-b"), (".hidden.", "hidden"),
  ])
  func `slugs are safe on every system`(_ text: String, _ slug: String) {
    #expect(Slug.make(text) == slug)
    #expect(Slug.isSafe(Slug.make(text)))
  }

  @Test func `names that differ only in lost letters have different slugs`() {
    let names = ["über", "öber", "漢字", "漢語", String(repeating: "x", count: 200), String(repeating: "x", count: 201)]
    let slugs = names.map(Slug.make)
    #expect(Set(slugs).count == names.count)
    #expect(slugs.allSatisfy(Slug.isSafe))
  }
}
