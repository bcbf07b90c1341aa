"""Files that look like records and are not read as records, and pages of other programs."""

import json

import pytest

from conftest import AS_OF, run

FRONT = "---\nkind: risk\nid: RSK-001\ntitle: Wrong answers\n---\n\nThe assistant invents rules.\n"

UNREAD = {
    "blank.md": "\n" + FRONT, "blanks.md": " \n\n\t\n" + FRONT, "crlf.md": ("\n" + FRONT).replace("\n", "\r\n"),
    "comment.md": "<!-- owner: legal -->\n" + FRONT, "mark.md": "\ufeff\ufeff" + FRONT, "space.md": "\u200b" + FRONT,
    "toml.md": '+++\nkind = "risk"\nid = "RSK-001"\n+++\n\nThe assistant invents rules.\n',
    "json.md": '{"kind": "risk", "id": "RSK-001"}\n\nThe assistant invents rules.\n', "code.md": "```yaml\n" + FRONT + "```\n",
    "stars.md": FRONT.replace("---", "***"), "named.md": FRONT.replace("---", "---yaml", 1), "open.md": FRONT.replace("---\n", "", 1),
    "second.md": "---\ntitle: First\n---\n" + FRONT, "other.markdown": FRONT, "other.mdx": FRONT, "other.md.erb": FRONT,
    "list.md": "---\n- kind: risk\n  id: RSK-001\n---\n\nThe assistant invents rules.\n",
}


def check(folder, *arguments):
    done = run("check", ".", "--as-of", AS_OF, "--format", "json", *arguments, cwd=folder)
    return [d for d in json.loads(done.stdout)["diagnostics"] if d["rule"] != "missing-configuration"]


@pytest.mark.parametrize("name", UNREAD)
def test_a_record_that_is_not_read_is_reported_and_shown(name, tmp_path):
    (tmp_path / name).write_bytes(UNREAD[name].encode("utf-8"))
    errors = [d for d in check(tmp_path) if d["severity"] == "error"]
    assert [d["rule"] for d in errors] == ["unread-record"] and errors[0]["primary"]["path"] == name and errors[0]["help"]
    run("build", ".", "--as-of", AS_OF, cwd=tmp_path)
    [page] = [p for p in (tmp_path / "site" / "pages").glob("*.html") if p.name != "index.html"]
    text = page.read_text(encoding="utf-8")
    assert "RSK-001" in text and "The assistant invents rules." in text


@pytest.mark.parametrize("name", ["blank.md", "blanks.md", "crlf.md", "space.md"])
def test_fix_moves_the_front_matter_to_the_start(name, tmp_path):
    (tmp_path / name).write_bytes(UNREAD[name].encode("utf-8"))
    run("check", ".", "--fix", "--as-of", AS_OF, cwd=tmp_path)
    end = "\r\n" if name == "crlf.md" else "\n"
    assert (tmp_path / name).read_bytes().decode("utf-8").replace(end, "\n") == FRONT
    assert "unread-record" not in {d["rule"] for d in check(tmp_path)}


@pytest.mark.parametrize("text", [
    "---\nOur rule: nobody is refused by a machine alone.\n\n---\n\n# Policy\n\nEnd.\n", "---\n- a point\n- b point\n---\n\nEnd.\n",
    "---\n> said once\n---\n\nEnd.\n", "---\nNote: this page is a draft.\n---\n\nEnd.\n", "---\n\n# Policy\n\nEnd.\n",
    "---\n**Bold:** a start\n---\n\nEnd.\n", "---\n| a | b |\n|---|---|\n| c | d |\n---\nEnd.\n",
])
def test_text_between_rules_is_shown(text, tmp_path):
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert {d["severity"] for d in check(tmp_path)} <= {"note"}
    run("build", ".", "--as-of", AS_OF, cwd=tmp_path, check=0)
    page = (tmp_path / "site" / "pages" / "a.html").read_text(encoding="utf-8")
    for word in ("nobody is refused by a machine alone.", "a point", "b point", "said once", "this page is a draft.", "a start", "End."):
        assert (word in text) == (word in page), word


@pytest.mark.parametrize("fields", [
    "kind: page", "kind: Pod\nid: my-pod", "title: T\ndefaults: &d {x: 1}\nmore: *d", "title: T\nmore: !ruby/object x",
    "title: T\n? [a, b]\n: c",
])
def test_a_page_of_another_program_has_no_error(fields, tmp_path):
    (tmp_path / "a.md").write_text(f"---\n{fields}\n---\n\n# B\n\nEnd.\n", encoding="utf-8")
    assert {d["severity"] for d in check(tmp_path)} <= {"note"}
    (tmp_path / "dossier.yaml").write_text("organisation: X\nrules: {levels: {page-front-matter: off}}\n", encoding="utf-8")
    assert "page-front-matter" not in {d["rule"] for d in check(tmp_path)}


def test_wrong_usage_names_what_was_meant(tmp_path):
    assert b"did you mean `check`?" in run("chekc", cwd=tmp_path, check=2).stderr
    assert b"there is no command `rename`" in run("rename", "A", "B", cwd=tmp_path, check=2).stderr
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "dossier.yaml").write_text("organisation: X\n", encoding="utf-8")
    (tmp_path / "main.py").write_text("print()\n", encoding="utf-8")
    assert b"use the folder `content`" in run("check", ".", "--as-of", AS_OF, cwd=tmp_path, check=1).stderr


def test_a_reference_to_a_title_or_to_another_kind(tmp_path):
    (tmp_path / "roles.yaml").write_text(
        "kind: role\nrecords:\n  - {id: ROL-003, title: Head of Product, accountable_for: [a]}\n", encoding="utf-8")
    (tmp_path / "a.md").write_text(
        "---\nkind: concern\nid: CNC-001\ntitle: T\nraised: 2026-05-04\nhandled_by: Head of Product\n---\nSee [[ROW-003]], [[AUD-001]]"
        " and [[ROL-03]].\n", encoding="utf-8")
    labels = {d["headline"].split("`")[1]: d["primary"].get("text", "") for d in check(tmp_path) if d["rule"] == "unknown-record"}
    assert "ROL-003" in labels["Head of Product"] and "ROL-003" in labels["ROL-03"] and not labels["AUD-001"]
