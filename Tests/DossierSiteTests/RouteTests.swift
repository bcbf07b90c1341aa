import DossierText
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

  @Test(arguments: [
    ("report.pdf", "report.pdf"), ("Report.PDF", "report.pdf"), ("a b.csv", "a-b.csv"), ("über.png", "ber-d65ba1bf.png"),
    ("evil.html", "evil-html.txt"), ("evil.html~", "evil-html.txt"), ("pic.svg!", "pic-svg.txt"), ("a.js~", "a-js.txt"),
    ("x.php", "x-php.txt"), ("x.php.txt", "x-php.txt"), ("x.phtml.pdf", "x-phtml.pdf"), ("y.html.en", "y-html-en.bin"),
    ("y.html.bak", "y-html-bak.bin"), ("noext", "noext.bin"), ("z.rdf", "z-rdf.txt"), ("a.exe", "a-exe.bin"),
    ("a.lnk", "a-lnk.bin"),
    ("a.pdf.", "a-pdf.bin"), ("a.pdf ", "a-pdf.bin"), ("a..pdf", "a.pdf"), ("con.pdf", "file-con.pdf"), ("con", "file-con.bin"),
    ("a.h\u{301}tml", "a-h-tml-1b16e6a5.bin"), ("report.v1.2.pdf", "report-v1-2.pdf"), ("m.jsonl", "m-jsonl.txt"),
    ("a.tar.gz", "a-tar-gz.bin"),
  ])
  func `an attachment has one passive extension`(_ name: String, _ route: String) {
    let made = PassiveName.make(name)
    if name.utf8.allSatisfy({ $0 < 0x80 }) { #expect(made == route) }
    #expect(Slug.isSafe(made), "\(made)")
    #expect(made.utf8.count { $0 == UInt8(ascii: ".") } == 1, "\(made)")
  }

  /// Every active extension, with signs and parts around it that a slug drops or keeps.
  @Test func `no name has an active part`() {
    let active = [
      "html", "htm", "xhtml", "shtml", "svg", "svgz", "xml", "xsl", "js", "mjs", "css", "php", "php7", "phtml", "pht", "jsp",
      "asp",
      "aspx", "cgi", "py", "pl", "rb", "rdf", "atom", "rss", "mml", "xbl", "dtd", "hta", "htc", "url", "lnk", "desktop", "exe",
      "bat",
      "cmd", "ps1", "sh", "jar", "docm", "xlsm", "xls", "swf", "htaccess", "wasm", "gz", "webmanifest", "appcache", "manifest",
    ]
    let around = [
      "a.%", "a.%~", "a.%!", "a.% ", "a.%.", "a..%", "a.%.txt", "a.%.en", "a.%.bak", "a.~%", "a.%\u{301}", "%", ".%",
      "a.%\u{202E}", "A.%;x",
      "a.txt.%", "a.%%00.txt", "a.%:x", "a.%/",
    ]
    for ending in active {
      for form in around {
        for spelling in [ending, ending.uppercased()] {
          let made = PassiveName.make(form.replacing("%", with: spelling))
          let parts = made.split(separator: ".")
          #expect(parts.count == 2 && PassiveExtension.all.contains(String(parts[1])), "\(form) \(spelling): \(made)")
        }
      }
    }
    #expect(PassiveExtension.all.isDisjoint(with: active))
    #expect(PassiveName.folder("x.asp") == "x-asp")
  }
}
