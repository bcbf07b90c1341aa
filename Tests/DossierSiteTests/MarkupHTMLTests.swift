import DossierMarkup
import DossierText
import Testing

@testable import DossierSite

/// The plain rendering is libcmark-gfm's; what the site adds is listed here.
struct MarkupHTMLTests {
  static func tree(_ text: String) -> MarkupTree {
    let bytes = Array(text.utf8)
    let source = SourceFile(path: SourcePath(parts: ["a.md"]), bytes: bytes)
    return MarkupParser.parse(bytes, in: source, map: SourceMap(verbatim: bytes, at: 0)).value
  }

  static func plain(_ text: String) -> String {
    String(decoding: MarkupHTML.render(tree(text), links: .plain, style: .plain).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "# a `b` *c* **d** ~~e~~\n\npar\nagraph  \nbreak\\\nback\n\n***\n",
    "- a\n- b\n\n  c\n  1. x\n  2. y\n\n7) seven\n\n- [ ] open\n- [x] done\n",
    "> quote\n> - list\n>   > deep\n\n```swift x\nlet a = \"<b>\"\n```\n\n    indented\n",
    "| a | b | c |\n|:--|:-:|--:|\n| 1 | `\\|` | 3 |\n| x |\n\nafter\n\n| only |\n| --- |\n",
    "[l](/u \"t&\") [e](<a b>) ![i *m*](x.png \"q\\\"\") <https://a.b/?c=d&e='f'> [js](javascript:alert(1)) [ü](ü%20#ü)\n",
    "<div>\nraw\n</div>\n\ninline <b>x</b> &amp; \"quotes\" <!-- c -->\n",
    "www.example.com, https://example.com/a_b. and mail@example.com\n",
    "**a **b** c** *x **y** z*\n",
  ])
  func `without anything of ours it is the library's own HTML`(_ text: String) {
    #expect(Self.plain(text) == libraryHTML(Array(text.utf8)))
  }
}
