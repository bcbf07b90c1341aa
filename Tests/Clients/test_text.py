"""Texts of pages: HTML, comments, alerts, formulas and directions of writing."""

import random
import re
import zipfile

import html5lib
import pytest

from conftest import AS_OF, run

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301010018dd8db00000000049454e44ae426082"
)


def site(tmp_path, pages, check=0):
    """Builds a workspace and returns the output folder."""
    folder = tmp_path / "in"
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    out = tmp_path / "out"
    run("build", folder, "--output", out, "--as-of", AS_OF, check=check)
    return out


def parsed(path):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(path.read_text())
    assert parser.errors == [], (path, parser.errors)
    return root


def prose(root):
    return next(e for e in root.iter() if e.get("class") == "prose")


# The heading above the problems of a page.
SITE_WORDS = "Issues to fix"

COMMENTS = {
    "block": "a\n\n<!-- HIDDEN -->\n\nb\n",
    "inline": "a <!-- HIDDEN --> b\n",
    "several lines": "a\n\n<!--\nHIDDEN\n\nHIDDEN\n-->\n\nb\n",
    "list": "- a\n  <!-- HIDDEN -->\n- b <!-- HIDDEN -->\n",
    "cell": "| a <!-- HIDDEN --> |\n|---|\n| b <!-- HIDDEN --> |\n",
    "heading": "## a <!-- HIDDEN -->\n\nb\n",
    "element": "<details>\n<!-- HIDDEN -->\n<summary>a<!-- HIDDEN --></summary>\n\nb\n\n</details>\n",
    "refused element": "<video>\n<!-- HIDDEN -->\n</video>\n\na b\n",
    "image": "![a <!-- HIDDEN --> b](gone.png)\n",
    "beside a problem": "a [b](gone.md) <!-- HIDDEN -->\n",
    "title": "# a <!-- HIDDEN --> b\n",
    "without end": "a b\n\n<!-- HIDDEN\n",
}


@pytest.mark.parametrize("name", COMMENTS)
def test_a_comment_is_in_no_file_of_the_output(tmp_path, name):
    record = f"---\nkind: risk\nid: RSK-001\ntitle: R\n---\n\n{COMMENTS[name]}"
    out = site(tmp_path, {"dossier.yaml": "organisation: X\n", "a.md": COMMENTS[name], "risks/r.md": record}, check=None)
    files = [p for p in out.rglob("*") if p.is_file()]
    assert len(files) > 10
    assert [p.name for p in files if b"HIDDEN" in p.read_bytes()] == []
    article = parsed(out / "pages" / "a.html").find(".//main")
    text = " ".join("".join(article.itertext()).split(SITE_WORDS)[0].split())
    assert re.search(r"\ba\b.*\bb\b", text) and "!--" not in text and "--" not in text
    report = run("check", tmp_path / "in", "--as-of", AS_OF).stderr.decode()
    assert len(re.findall(r"\[html-comment\]|has no end", report)) == 2


def test_a_comment_in_code_is_shown(tmp_path):
    out = site(tmp_path, {"a.md": "```html\n<!-- shown -->\n```\n\n`<!-- too -->`\n"})
    text = "".join(prose(parsed(out / "pages" / "a.html")).itertext())
    assert "<!-- shown -->" in text and "<!-- too -->" in text


def test_harmless_html_is_rendered(tmp_path):
    text = (
        "# Card\n\n| M | V |\n|---|---|\n| A | 0.91<br>0.93 |\n| CO<sub>2</sub> | t<sup>1</sup> |\n\n"
        "<details>\n<summary>Data</summary>\n\n**Web text** until 2023.\n\n</details>\n\n"
        '<table border="1">\n<tr><th>Model</th><th>Size</th></tr>\n<tr><td style="x">Small</td><td>8B</td></tr>\n</table>\n\n'
        '<p align="center"><img src="logo.png" width="40" onload="x"></p>\n\nPress <kbd>Ctrl</kbd>. <a name="here"></a>\n'
    )
    out = site(tmp_path, {"a.md": text, "logo.png": PNG})
    root = prose(parsed(out / "pages" / "a.html"))
    assert [e.tag for e in root.iter() if e.tag in ("br", "sub", "sup", "details", "summary", "kbd")] == [
        "br", "sub", "sup", "details", "summary", "kbd"
    ]
    assert "".join(root.find(".//details/p/strong").itertext()) == "Web text"
    assert [c.text for c in root.findall(".//table")[1].iter() if c.tag in ("th", "td")] == ["Model", "Size", "Small", "8B"]
    image = root.find(".//p/img")
    assert image.get("width") == "40" and image.get("src").endswith("logo.png")
    assert {k for e in root.iter() for k in e.attrib} <= {
        "alt", "aria-label", "class", "href", "id", "role", "scope", "src", "tabindex", "width"
    }
    assert any(e.get("id") == "here" for e in root.iter())
    assert run("check", tmp_path / "in", "--as-of", AS_OF, check=0).stdout.count(b"raw-html") == 0


TAGS = (
    "<div>|</div>|<details>|</details>|<summary>|</summary>|<p align=center>|</p>|<table>|</table>|<tr>|</tr>|<td>|</td>|<th>"
    "|<ul>|</ul>|<li>|</li>|<b>|</b>|<sub>|</sub>|<kbd>|</kbd>|<a href=x.md>|<a name=n>|</a>|<br>|<hr>|<h2>|</h2>|<pre>|</pre>"
    "|<script>|</script>|<svg>|<title>|<textarea>|<!-- c -->|<!--|-->|<tbody>|<caption>|<center>|</center>|<dl><dt>|<span id=s>"
    "|</span>|<blockquote>|</blockquote>|<img src=a.png>|<img src=a.png alt='\">'>|<p|<b x='|<col>|<colgroup>|<font>|</font>"
).split("|")


def soup(seed):
    """A random text. Every word `w…` in it must be on the page."""
    pick = random.Random(seed)
    parts = []
    for n in range(pick.randint(3, 60)):
        parts.append(
            pick.choice(TAGS) if pick.random() < 0.6
            else pick.choice([f"w{n}w", f" *w{n}w*", "\n", "\n\n", "\n- ", "\n> ", f"\n| w{n}w | ", "\n\n    ", "[l](y.md)", " ", "\n```\n"])
        )
    return "".join(parts)


def test_no_html_breaks_a_page(tmp_path):
    texts = {f"p{n}.md": "# T\n\n" + soup(n) for n in range(150)}
    out = site(tmp_path, texts, check=None)
    for name, text in texts.items():
        root = parsed(out / "pages" / name.replace(".md", ".html"))
        body = root.find("body")
        assert body.find("footer") is not None and root.find(".//article/*[@class='prose']") is not None, name
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        assert len(ids) == len(set(ids)), name
        shown = "".join(prose(root).itertext()) + "".join(e.get("alt") or "" for e in root.iter())
        # A comment hides its content.
        visible = re.sub(r"<!--.*?(-->|$)", "", text, flags=re.S)
        if "<!--" not in text:
            assert [w for w in re.findall(r"w\d+w", visible) if w not in shown] == [], (name, text)


@pytest.mark.parametrize("mark, word", [("NOTE", "Note"), ("tip", "Tip"), ("IMPORTANT", "Important"), ("WARNING", "Warning"), ("CAUTION", "Caution")])
def test_alerts(tmp_path, mark, word):
    out = site(tmp_path, {"a.md": f"# A\n\n> [!{mark}]\n> Do not delete.\n\n> [!{mark}] is quoted.\n"})
    root = prose(parsed(out / "pages" / "a.html"))
    alert = next(e for e in root.iter() if (e.get("class") or "").startswith("alert "))
    assert [p.text for p in alert] == [word, "Do not delete."] and alert.get("role") == "note"
    assert "".join(root.find("blockquote").itertext()).strip() == f"[!{mark}] is quoted."


@pytest.mark.parametrize("text, formulas", [
    ("Inline $a_{i}*b_{j}*c$ and\n\n$$\nx = \\begin{cases} 1 \\\\ 2 \\end{cases}\n$$\n",
     ["$a_{i}*b_{j}*c$", "$$\nx = \\begin{cases} 1 \\\\ 2 \\end{cases}\n$$"]),
    ("The price is $5 and $10, or $7.50.", []),
    ("| $x_1$ | *b* |\n|---|---|\n| $\\hat{y}_i$ | $3 |\n", ["$x_1$", "$\\hat{y}_i$"]),
    ("- $$a_b_c$$\n\n> $d*e*f$\n", ["$$a_b_c$$", "$d*e*f$"]),
])
def test_formulas(tmp_path, text, formulas):
    out = site(tmp_path, {"a.md": "# A\n\n" + text})
    root = prose(parsed(out / "pages" / "a.html"))
    assert [e.text for e in root.iter() if e.get("class") == "math"] == formulas
    assert "$" in "".join(root.itertext())


@pytest.mark.parametrize("text, tags", [
    ("هذه سياسة ISO/IEC 42001 للشركة.", {"p"}), ("- שלום\n- b\n", {"ul", "li"}),
    ("| سياسة | b |\n|---|---|\n| c | d |\n", {"th", "td"}), ("<details>\n<summary>سياسة</summary>\n\na\n\n</details>\n", {"summary", "p"}),
])
def test_text_from_right_to_left(tmp_path, text, tags):
    out = site(tmp_path, {"a.md": "# سياسة الذكاء الاصطناعي\n\n" + text, "b.md": "# B\n\nLeft to right.\n"})
    root = parsed(out / "pages" / "a.html")
    assert {e.tag for e in prose(root).iter() if e.get("dir") == "auto"} == tags
    assert root.find(".//h1").get("dir") == "auto"
    assert not any(e.get("dir") for e in prose(parsed(out / "pages" / "b.html")).iter())


def test_a_diagram_is_shown_as_source(tmp_path):
    out = site(tmp_path, {"a.md": "# A\n\n```mermaid\ngraph TD\n  A --> B\n```\n"})
    text = "".join(prose(parsed(out / "pages" / "a.html")).itertext())
    assert "A --> B" in text and "The diagram itself is not drawn." in text


def test_problems_come_after_the_text(tmp_path):
    record = "---\nkind: risk\nid: RSK-001\ntitle: R\n---\n\nText [a](gone.md).\n"
    out = site(tmp_path, {"dossier.yaml": "organisation: X\n", "a.md": "# A\n\nText [a](gone.md).\n", "r.md": record}, check=1)
    for page in (out / "pages" / "a.html", next(out.glob("risks/rsk-001.html"))):
        html = page.read_text()
        assert 0 < html.index('id="page.text"') < html.index('id="page.diagnostics"')
