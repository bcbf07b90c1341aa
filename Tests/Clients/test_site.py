"""The example's site with a real HTML parser and a real browser."""

import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import urllib.parse

import html5lib
import pytest

import counts
from conftest import AS_OF, CONTENT, run

XHTML = "{http://www.w3.org/1999/xhtml}"
BROWSER = shutil.which("chromium-headless-shell") or shutil.which("chromium")


class Page:
    def __init__(self, path):
        self.path = path
        parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
        self.root = parser.parse(path.read_text(encoding="utf-8"))
        self.errors = [e for e in parser.errors]
        self.ids = [e.get("id") for e in self.root.iter() if isinstance(e.tag, str) and e.get("id")]
        self.links = [
            (e.tag, name, e.get(name))
            for e in self.root.iter()
            if isinstance(e.tag, str)
            for name in ("href", "src")
            if e.get(name) is not None
        ]


@pytest.fixture(scope="session")
def pages(site):
    return {p.relative_to(site).as_posix(): Page(p) for p in sorted(site.rglob("*.html"))}


def test_pages_are_valid_html(pages):
    assert {name: page.errors[:3] for name, page in pages.items() if page.errors} == {}


def test_ids_are_unique_on_every_page(pages):
    twice = {
        name: [i for i, n in collections.Counter(page.ids).items() if n > 1] for name, page in pages.items()
    }
    assert {k: v for k, v in twice.items() if v} == {}


def resolve(name, address):
    """The target file and fragment of an address on a page; None if it is outside the site."""
    parts = urllib.parse.urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = urllib.parse.unquote(parts.path)
    target = os.path.normpath(os.path.join(os.path.dirname(name), path)) if path else name
    return target, urllib.parse.unquote(parts.fragment)


def test_no_broken_link_or_anchor(site, pages):
    broken = []
    for name, page in pages.items():
        for _, _, address in page.links:
            found = resolve(name, address)
            if found is None:
                continue
            target, fragment = found
            if target.startswith("..") or not (site / target).is_file():
                broken.append((name, address))
            elif fragment and target in pages and fragment not in pages[target].ids:
                broken.append((name, address))
    assert broken == []


def test_every_page_is_reached_by_links_from_home(pages):
    seen, todo = {"index.html"}, ["index.html"]
    while todo:
        name = todo.pop()
        for tag, _, address in pages[name].links:
            found = resolve(name, address)
            if tag == "a" and found and found[0] in pages and found[0] not in seen:
                seen.add(found[0])
                todo.append(found[0])
    assert sorted(set(pages) - seen) == []


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_inline(pages):
    for name, page in pages.items():
        for tag, attribute, address in page.links:
            if tag != "a":
                assert resolve(name, address) is not None, (name, tag, address)
            elif resolve(name, address) is None:
                assert re.match(r"(https?|mailto|tel|ftp):", address), (name, address)
        for element in page.root.iter():
            if not isinstance(element.tag, str):
                continue
            assert not [a for a in element.attrib if str(a).startswith("on") or a == "style"], (name, element.tag)
            if element.tag in ("script", "style"):
                assert not (element.text or "").strip(), (name, element.tag)
        first = [e for e in page.root.find("head") if isinstance(e.tag, str)]
        policies = [e for e in first if e.get("http-equiv") == "Content-Security-Policy"]
        assert policies and "default-src 'none'" in policies[0].get("content")


def test_every_page_has_its_landmarks(pages):
    for name, page in pages.items():
        html = page.root
        assert html.get("lang") == "en", name
        assert len(list(html.iter("h1"))) == 1, name
        assert len(list(html.iter("main"))) == 1, name
        assert html.find("head/title").text.strip(), name
        for table in html.iter("table"):
            assert list(table.iter("th")), (name, "a table without headings")


def test_every_number_that_counts_something_is_a_figure(site):
    found = [
        f"{name}: {words}"
        for path in sorted(site.rglob("*.html"))
        if not (name := path.relative_to(site).as_posix()).startswith("files/")
        for words in counts.unmarked(name, path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "body",
    [
        "<p>2 errors and warnings</p>", "<h2>Items without a related item: 113</h2>", "<p><a>All 14</a></p>",
        '<h3>Audits <span class="count">3</span></h3>', "<p><span>7 of 8 questions have complete evidence</span></p>",
        "<td><a>POL-001</a> <a>and 11 more</a></td>", "<p>2 more derived relations are not listed.</p>", "<p>The first 12 of</p>",
        '<div class="register"><table><caption>12 records on 31 October 2026</caption></table></div>',
    ],
)
def test_a_number_without_a_name_is_found(body):
    assert counts.unmarked("index.html", f"<body>{body}</body>") != []


@pytest.mark.parametrize(
    "body",
    [
        '<p><a class="figure-value" data-figure="records.all" data-count="3" href="x">3</a> records</p>',
        "<p>As of 31 October 2026, records of ISO/IEC 42001 Annex A</p>", '<div class="prose"><p>12 of 40 records</p></div>',
        '<dl class="fields"><div><dd>5 reviews</dd></div></dl>', "<h1>3 risks</h1>",
    ],
)
def test_text_of_authors_dates_and_figures_are_no_numbers_without_a_name(body):
    assert counts.unmarked("index.html", f"<body>{body}</body>") == []


def test_every_record_and_page_of_the_example_has_a_page(pages, site):
    schema_kinds = run("schema", check=0).stdout.decode().split("\n")
    assert len([k for k in schema_kinds if k]) == 30
    text = {name: (site / name).read_text(encoding="utf-8") for name in pages}
    everything = "\n".join(text.values())
    for path in CONTENT.rglob("*.md"):
        match = re.search(r"^id: (\S+)$", path.read_text(encoding="utf-8"), re.M)
        if match:
            assert any(name.endswith("/" + match[1].lower() + ".html") for name in pages), path
        else:
            assert path.relative_to(CONTENT).as_posix() in everything, path


def test_statement_of_applicability_has_every_control(pages, site):
    text = (site / "statement-of-applicability.html").read_text(encoding="utf-8")
    controls = set(re.findall(r"\bA\.\d+(?:\.\d+)+\b", text))
    catalogue = (pathlib.Path(__file__).parents[2] / "Sources/DossierRecords/Catalogues/Data/iso42001.yaml").read_text()
    expected = set(re.findall(r'id: "(A[\d.]+)"\n    kind: "control"', catalogue))
    assert len(expected) == 38 and expected <= controls


def browse(address, *options):
    return subprocess.run(
        [BROWSER, "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000", *options, address],
        capture_output=True, timeout=120,
    )


def test_the_program_s_own_sources_are_not_on_the_site(pages):
    """Names of other products and notes about rejected sources belong to the documentation of the program."""
    words = re.compile(r"verifywise|github\.com/|was not at hand|CISO Assistant|SpanForge|AgentGate|ai-act-companion|was rejected: its Annex", re.I)
    found = {name: words.findall(text(page)) for name, page in pages.items()}
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_no_backtick_is_printed(pages):
    shown = [name for name, page in pages.items() if "`" in text(page)]
    assert shown == []


def text(page):
    """The words of a page without its code."""
    return " ".join(
        part for e in page.root.iter() if isinstance(e.tag, str) and e.tag not in ("code", "pre", "script") for part in (e.text, e.tail) if part
    )


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("page", ["index.html", "statement-of-applicability.html", "issues-to-fix.html"])
def test_opens_from_disk_in_chromium(site, page):
    done = browse((site / page).as_uri(), "--dump-dom", "--enable-logging=stderr", "--v=0")
    assert done.returncode == 0
    log = done.stderr.decode(errors="replace")
    assert "CONSOLE" not in log, log[-2000:]
    assert b"<main" in done.stdout


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
def test_pages_can_be_printed(site, tmp_path):
    out = tmp_path / "soa.pdf"
    browse((site / "statement-of-applicability.html").as_uri(), f"--print-to-pdf={out}", "--no-pdf-header-footer")
    assert out.read_bytes().startswith(b"%PDF") and out.stat().st_size > 20_000


def test_the_marker_describes_the_site(site):
    marker = json.loads((site / "site.json").read_text())
    assert marker["as_of"] == AS_OF


def test_hostile_text_stays_text(content, tmp_path):
    hostile = '"><img src=x onerror=alert(1)>\'`{{title}}</script>&lt;b&gt;'
    (content / "concerns-hostile.md").write_text(
        "---\nkind: concern\nid: CNC-666\ntitle: " + json.dumps(hostile) + "\nraised: 2026-01-01\nchannel: "
        + json.dumps(hostile + "\u0301") + "\ntags: [" + json.dumps(hostile) + "]\nx-own: " + json.dumps(hostile)
        + "\n---\n\n# " + hostile + "\n\n<img src=x onerror=alert(1)> [a](javascript:alert(1)) `" + "<script>" + "`\n",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    run("build", content, "--output", out, "--as-of", AS_OF)
    for path in out.rglob("*.html"):
        page = Page(path)
        for element in page.root.iter():
            if isinstance(element.tag, str):
                assert element.tag != "img" and not any(str(a).startswith("on") for a in element.attrib), path
                assert not (element.get("href") or "").lower().startswith("javascript"), path
    record = next(out.rglob("cnc-666.html"))
    words = "".join(Page(record).root.itertext())
    assert hostile in words and hostile + "\u0301" in words
