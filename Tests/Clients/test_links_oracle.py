"""`dead-link` and `dead-anchor` compared with an oracle that shares no code with the program (`oracle/links.py`).

The folders of `DOSSIER_CORPORA` are compared one by one. Our own short texts show that the oracle itself is right.
"""

import html
import json
import os
import pathlib
import re
import shutil
import urllib.parse

import pytest

from conftest import run
from oracle import links

CORPORA = os.environ.get("DOSSIER_CORPORA", "")
NAMES = sorted(p.name for p in pathlib.Path(CORPORA).iterdir() if p.is_dir()) if CORPORA else []
pytestmark = pytest.mark.skipif(not shutil.which("cmark-gfm"), reason="cmark-gfm is not installed")


def reported(root, folder):
    """The two sets of `Folder.problems`, from the diagnostics of the program. Diagnostics about front matter are left out."""
    done = run("check", ".", "--format", "json", cwd=root)
    files, headings = set(), set()
    for diagnostic in json.loads(done.stdout)["diagnostics"]:
        primary = diagnostic["primary"]
        path = primary["path"]
        if diagnostic["rule"] not in ("dead-link", "dead-anchor") or path not in folder.bodies:
            continue
        if primary["line"] <= folder.bodies[path][1]:
            continue
        data = (root / path).read_bytes()
        text = address(data[primary["byte_start"] : primary["byte_end"]].decode(errors="replace"))
        if diagnostic["rule"] == "dead-link":
            files.add((path, written(text.partition("?")[0].partition("#")[0])))
        else:
            headings.add((path, written(text.rpartition("#")[2])))
    return files, headings


def address(text):
    """The address in an underlined text. In a table, the program can underline the whole link."""
    whole = re.fullmatch(r"!?\[.*\]\(\s*(<[^>]*>|\S+).*\)", text, re.DOTALL)
    return whole.group(1) if whole else text


def written(text):
    """A part of a link address, without backslashes, entities and percent signs."""
    return urllib.parse.unquote(html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text.strip("<>"))))


@pytest.mark.skipif(not NAMES, reason="DOSSIER_CORPORA is not set")
@pytest.mark.parametrize("name", NAMES)
def test_links_and_anchors_are_those_of_the_oracle(name):
    root = pathlib.Path(CORPORA, name)
    folder = links.Folder(root)
    (files, headings), (ours, our_headings) = folder.problems(), reported(root, folder)
    differences = {
        "dead-link missing": sorted(files - ours),
        "dead-link too many": sorted(ours - files),
        "dead-anchor missing": sorted(headings - our_headings),
        "dead-anchor too many": sorted(our_headings - headings),
    }
    assert not any(differences.values()), json.dumps(differences, indent=1, ensure_ascii=False)


TEXTS = {
    "a.md": "---\ntitle: A\n---\n\n# Über uns & Co.\n\n## Dup\n\n## Dup\n\n## Dup-1\n\n## Own {#mine}\n\n<a name=\"old\"></a><span id=\"here\"></span>\n",
    "sub/b.md": "[1](../a.md#über-uns--co) [2](../a.md#%C3%BCber-uns--co) [3](../a.md#dup-1) [4](../a.md#dup-1-1) [5](../a.md#mine)\n"
    "[6](../a.md#old) [7](../a.md#here) [8](../a.md#dup-2) [9](../a.md#Dup) [10](../gone%20file.md) [11](../../outside.md)\n"
    "[12](/root.md) [13](https://example.org/#x) `[14](no.md)` <!-- [15](no.md) --> [16](../.hidden/x.txt) ![17](../no.png)\n"
    "[18](#top) [19][x] [20](.) [21](../a.md?plain=1#old)\n\n[x]: ../none.md#y\n\nA note[^1].\n\n[^1]: [22](../a.md#fn-1)\n",
    ".hidden/x.txt": "x\n",
}


def test_the_oracle_knows_what_exists(tmp_path):
    for path, text in TEXTS.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    files, headings = links.Folder(tmp_path).problems()
    assert files == {("sub/b.md", path) for path in ("../gone file.md", "../no.png", "../none.md")}
    assert headings == {("sub/b.md", "dup-2"), ("sub/b.md", "Dup"), ("sub/b.md", "fn-1")}


@pytest.mark.parametrize(
    "text, slug",
    [("Hello, World!", "hello-world"), ("  a_b - c ", "a_b---c"), ("⚙️ Gear", "\ufe0f-gear"), ("日本 2", "日本-2"), ("Ⅳ ½", "ⅳ-")],
)
def test_slugs_are_those_of_github(text, slug):
    assert links.slug(text) == slug
