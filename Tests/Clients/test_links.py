"""Links, anchors and files around the sources, on the disk and in the built site."""

import os
import pathlib
import struct
import subprocess
import urllib.parse
import zlib

import html5lib
import pytest

from conftest import AS_OF, run

RULES = {
    "dead-link", "dead-anchor", "absolute-link", "link-outside", "unpublished-target", "missing-file", "unknown-record",
    "undefined-reference", "unused-definition",
}


def png():
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"\0\0\0\0")) + chunk(b"IEND", b""))


def write(root, files):
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def found(root):
    done = run("check", root, "--as-of", AS_OF, "--format", "concise")
    assert b" pages as of " in done.stderr or b" page as of " in done.stderr
    lines = done.stderr.decode().splitlines()
    return [line for line in lines if any(f"[{rule}]" in line for rule in RULES)]


def built(root, to):
    run("build", root, "--output", to, "--as-of", AS_OF, "--force")
    assert (to / "index.html").exists()
    pages = {}
    for path in to.rglob("*.html"):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        pages[path.resolve()] = parser.parse(path.read_text())
    return pages


def dead(pages):
    """The links of a site whose target file or id does not exist."""
    ids = {path: {e.get("id") for e in page.iter() if isinstance(e.tag, str)} for path, page in pages.items()}
    lost = []
    for path, page in pages.items():
        twice = [e.get("id") for e in page.iter() if isinstance(e.tag, str) and e.get("id")]
        assert len(twice) == len(set(twice)), path
        for element in page.iter():
            if not isinstance(element.tag, str):
                continue
            address = element.get("href") or element.get("src")
            parts = urllib.parse.urlsplit(address or "")
            if not address or parts.scheme:
                continue
            target = (path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else path
            fragment = urllib.parse.unquote(parts.fragment)
            if not target.exists() or (fragment and target in ids and fragment not in ids[target]):
                lost.append(f"{path.name}: {address}")
    return lost


ANCHORS = """# Risk method {#method}

[a](#risk-method-method) [b](#method) [c](#one) [d](#two) [e](b.md#three) [f](#four) [g](#references) [h](#references-1)
[i](#contents) [j](#source) [k](#text) [l](#navigation) [m](#fields) [n](#record-history) [o](#top) [p](#scope) [q](#in-html)
[r](b.md#page-b-) [s](b.md#in-title) [t](#five)

<a name="one"></a>
## References

| Name |
|---|
| <a id="two"></a> x |

## References

Paragraph <span id="four">text</span> and [a <em id="five">link</em>](b.md).

## Contents
## Source
## Text
## Navigation
## Fields
## Record history
## Scope
<h2>In HTML</h2>
"""


def test_every_accepted_anchor_is_in_the_page(tmp_path):
    root = tmp_path / "w"
    write(root, {"a.md": ANCHORS, "b.md": "# Page B <a id=\"in-title\"></a>\n\n<div id=\"three\">\n\nText\n\n</div>\n"})
    assert found(root) == []
    pages = built(root, tmp_path / "site")
    assert dead(pages) == []


def test_a_heading_in_a_record_keeps_its_id(tmp_path):
    root = tmp_path / "w"
    names = ["Approvals", "History", "Source", "Fields", "Description", "References", "Context", "Links"]
    write(root, {
        "dossier.yaml": "organisation: Q\n",
        "dec.md": "---\nkind: decision\nid: DEC-001\ntitle: D\ncontext: x\n---\n"
        + "".join(f"[x](#{n.lower()}) " for n in names) + "".join(f"\n\n## {n}" for n in names) + "\n",
    })
    assert found(root) == []
    assert dead(built(root, tmp_path / "site")) == []


def test_files_in_dot_folders_exist(tmp_path):
    root = tmp_path / "w"
    write(root, {
        "a.md": "![f](.gitbook/assets/x.png) ![g](/.gitbook/assets/x.png) [c](.github/GUIDE.md) [r](.ruby-version) [d](.github/)\n"
                "[n](.github/NONE.md) ![s](.git/x.png) [p](.gitbook/assets/x.png)\n",
        ".gitbook/assets/x.png": png(), ".gitbook/assets/other.png": png(), ".github/GUIDE.md": "# C", ".ruby-version": "3.2",
        ".git/x.png": png(),
    })
    lines = found(root)
    assert [line.split("[")[-1] for line in lines].count("dead-link]") == 1 and any("NONE.md" in line for line in lines)
    assert sum("[unpublished-target]" in line for line in lines) == 5
    site = tmp_path / "site"
    pages = built(root, site)
    assert dead(pages) == []
    copied = [p for p in site.rglob("*") if p.suffix in (".png", ".md", ".txt")]
    assert len(copied) == 1 and copied[0].read_bytes() == png()
    assert not [p for p in site.rglob("*") if p.is_file() and b"3.2\n" == p.read_bytes()]


def test_symbolic_links_inside_the_workspace_are_followed_for_links_only(tmp_path):
    root = tmp_path / "w"
    write(root, {
        "a.md": "[x](l.md#b) [y](folder/c.md) ![p](p.png) [z](out.md) [o](loop.md) [d](folder/)", "docs/b.md": "# B",
        "docs/c.md": "# C", "docs/x.png": png(),
    })
    (tmp_path / "secret.md").write_text("# Secret")
    for name, target in [
        ("l.md", "docs/b.md"), ("folder", "docs"), ("p.png", "docs/../docs/x.png"), ("out.md", "../secret.md"), ("loop.md", "loop.md"),
    ]:
        os.symlink(target, root / name)
    lines = found(root)
    assert all("[unpublished-target]" in line and ("out.md" in line or "loop.md" in line) for line in lines) and len(lines) == 2
    pages = built(root, tmp_path / "site")
    assert dead(pages) == []
    assert not [p for p in (tmp_path / "site").rglob("*") if p.is_file() and b"Secret" in p.read_bytes()]


def test_a_submodule_that_is_not_checked_out_is_not_a_dead_link(tmp_path):
    root = tmp_path / "w"
    write(root, {
        "a.md": "[x](vendor/lib/README.md) [y](vendor/none.md)",
        ".gitmodules": "[submodule \"lib\"]\n\tpath = vendor/lib\n\turl = https://example.org/lib\n",
    })
    (root / "vendor" / "lib").mkdir(parents=True)
    lines = found(root)
    assert len(lines) == 2 and "[unpublished-target]" in lines[0] and "submodule" in lines[0] and "[dead-link]" in lines[1]


@pytest.mark.parametrize("link", ["/docs/b.md", "/b.md", "/docs/b.md#b", "/docs/sub/"])
def test_root_links_start_at_the_workspace_or_its_repository(tmp_path, link):
    repository = tmp_path / "r"
    write(repository, {"docs/a.md": f"[x]({link})\n", "docs/b.md": "# B\n", "docs/sub/README.md": "# S\n"})
    subprocess.run(["git", "init", "-q", repository], check=True)
    assert found(repository / "docs") == []
    assert dead(built(repository / "docs", tmp_path / "site")) == []
    assert (found(repository) == []) == (link != "/b.md")


def test_fix_never_changes_the_words_of_a_link(tmp_path):
    root = tmp_path / "w"
    texts = {
        "a.md": "Join the other [mailing lists]. We meet weekly.\n\n[mailing lists]: b.md#ListsABCDE\n",
        "c.md": "See [the method].\n\n[the method]: gone/abcm.md\n",
        "d.md": "[our policy](SECURITY.md) [the form](.github/FORM.md) [[b]]\n",
        "b.md": "# B\n\n## listsabcde\n", "moved/abcm.md": "# M\n", "templates/SECURITY.md": "# T\n", "templates/FORM.md": "# F\n",
        ".github/FORM.md": "# real\n", "dossier.yaml": "organisation: X\n",
    }
    write(root, texts)
    run("check", root, "--as-of", AS_OF, "--fix")
    after = {name: (root / name).read_text() for name in texts}
    assert {name for name in texts if after[name] != texts[name]} == {"a.md"}
    assert after["a.md"] == texts["a.md"].replace("#ListsABCDE", "#listsabcde")


def test_a_link_to_a_moved_record_is_fixed(tmp_path):
    root = tmp_path / "w"
    write(root, {
        "dossier.yaml": "organisation: X\n", "old/risk.md": "---\nkind: risk\nid: RSK-001\ntitle: R\n---\nText.\n",
        "a.md": "[x](old/risk.md) and [y](old/none.md)\n", "elsewhere/none.md": "# N\n",
    })
    git = ["git", "-C", root, "-c", "user.name=A", "-c", "user.email=a@b.c"]
    subprocess.run(["git", "init", "-q", root], check=True)
    for name in ("first", "second"):
        subprocess.run([*git, "add", "-A"], check=True)
        subprocess.run([*git, "commit", "-qm", name], check=True)
        if name == "first":
            (root / "new").mkdir()
            os.rename(root / "old/risk.md", root / "new/threat.md")
    run("check", root, "--as-of", AS_OF, "--fix")
    assert (root / "a.md").read_text() == "[x](new/threat.md) and [y](old/none.md)\n"
