import DossierMarkup
import DossierText
import Testing

@testable import DossierSite

/// The plain rendering is the same as that of libcmark-gfm. The additions of the site are listed here.
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
  func `the plain style renders the same HTML as the library`(_ text: String) {
    #expect(Self.plain(text) == libraryHTML(Array(text.utf8)))
  }

  private static func site(_ text: String, shift: Int = 0) -> String {
    let links = MarkupLinks(
      link: { destination, _ in destination == "gone.md" ? .missing : .external(Href(external: destination)) },
      image: { destination, _ in .external(Href(external: destination)) },
      reference: { target, _ in .init(href: Href(fragment: "r"), name: target, title: "Title", kind: "risk") })
    let tree = tree(text)
    var style = MarkupStyle(headingShift: shift)
    style.anchors = MarkupStyle(headingShift: shift, Outline(tree)).anchors
    return String(decoding: MarkupHTML.render(tree, links: links, style: style).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("# a\n\n###### f\n", "<h2>a</h2>\n<h6>f</h6>\n"),
    ("[a](http://b)", "<p><a href=\"http://b\" rel=\"noopener noreferrer\">a</a></p>\n"),
    ("[a](gone.md)", "<p><span class=\"dead\">a<span class=\"hidden\"> (not found)</span></span></p>\n"),
    (
      "[[RSK-1]] [[RSK-1|x]]",
      "<p><a class=\"ref risk\" href=\"#r\" title=\"Title\">RSK-1</a> <a class=\"ref risk\" href=\"#r\" title=\"RSK-1 Title\">x</a></p>\n"
    ),
    (
      "| | |\n|---|---|\n| a | b |\n| | c |\n",
      "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table 1\"><table>\n<thead>\n<tr>\n<td></td>\n<td></td>\n</tr>\n</thead>\n"
        + "<tbody>\n<tr>\n<th scope=\"row\">a</th>\n<td>b</td>\n</tr>\n<tr>\n<td></td>\n<td>c</td>\n</tr>\n</tbody>\n</table></div>\n"
    ),
    ("<i>x", "<p><code class=\"raw\">&lt;i&gt;</code>x</p>\n"),
    ("a<br>b <!-- c -->", "<p>a<br />\nb </p>\n"),
    ("<p align=right onclick=\"x\" style='y'>a</p>\n", "<p class=\"right\">a</p>\n"),
    (
      "<details open><summary>a</summary>\n\nb\n\n</details>\n",
      "<details open=\"\">\n<summary>a</summary>\n<p>b</p>\n</details>\n"
    ),
    (
      "<table><tr><td colspan=2>a<td rowspan=1>b</table>\n",
      "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table 1\"><table>\n<tr>\n<td colspan=\"2\">a</td><td>b</td></tr>\n</table></div>\n"
    ),
    ("<a name=\"x\"></a><a id=\"x\"></a><a id=\"content\"></a>a", "<p><span id=\"x\"></span><span id=\"content\"></span>a</p>\n"),
    ("<a id='\"&gt;'></a>a", "<p><span id=\"&quot;&gt;\"></span>a</p>\n"),
    (
      "> [!TIP]\n> a\n",
      "<div class=\"alert alert-tip\" role=\"note\">\n<p class=\"alert-title\">Tip</p>\n<p>a</p>\n</div>\n"
    ),
    ("$a_b_$", "<p><code class=\"math\">$a_b_$</code></p>\n"),
    (
      "```mermaid\na\n```\n",
      "<pre tabindex=\"0\"><code class=\"language-mermaid\">a\n</code></pre>\n"
        + "<p class=\"note\">This is the source of a diagram. The diagram itself is not drawn.</p>\n"
    ),
    ("- שלום\n\n# b", "<ul dir=\"auto\">\n<li dir=\"auto\">שלום</li>\n</ul>\n<h2 dir=\"auto\">b</h2>\n"),
    (
      "a[^n]\n\n[^n]: b\n",
      """
      <p>a<sup class="footnote-ref"><a href="#fn.1" id="ref-fn.1" aria-label="Footnote 1">1</a></sup></p>
      <section class="footnotes" aria-label="Footnotes">
      <ol>
      <li id="fn.1">
      <p>b <a href="#ref-fn.1" class="footnote-backref" aria-label="Back to the text of footnote 1">↩</a></p>
      </li>
      </ol>
      </section>

      """
    ),
  ])
  func `the additions of the site are rendered`(_ text: String, _ expected: String) {
    #expect(Self.site(text, shift: 1) == expected)
  }
}
