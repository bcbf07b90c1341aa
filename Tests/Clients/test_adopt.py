"""Repositories that were not written for dossier, adopted by a dossier.yaml of a few lines."""

import json
import shutil

import pytest

from conftest import ROOT, run

CORPORA = ROOT.parent / "shared" / "corpora"

AGENT = """\
organisation: Example agent
adopt:
  - files: docs/**/*.md
    having: next_review
    kind: document
    fields:
      owner: owner
      version: version
      next_review: next_review
      approvals.by: approved_by
      approvals.date: approved_on
"""

HANDBOOK = """\
organisation: 18F
adopt:
  - files: "**/*.md"
    kind: document
    fields: {title: title, reviewed: date_approved, tags: keywords}
    defaults: {review_cycle: 1 year}
"""

POLICIES = """\
organisation: GitHub
adopt:
  - files: Policies/*.md
    kind: document
    fields: {x-short-title: shortTitle}
    defaults: {type: guideline, review_cycle: annually, reviewed: 2026-03-23}
"""


def adopted(tmp_path, name, configuration):
    if not (CORPORA / name).is_dir():
        pytest.skip("the corpora are not beside the project")
    copy = tmp_path / name
    shutil.copytree(CORPORA / name, copy)
    before = {p: p.read_bytes() for p in copy.rglob("*") if p.is_file()}
    (copy / "dossier.yaml").write_text(configuration)
    return copy, before


def check(folder, *arguments):
    done = run("check", folder, "--format", "json", *arguments)
    assert done.returncode in (0, 1), done.stderr.decode()[-2000:]
    return json.loads(done.stdout)["diagnostics"]


def rules(diagnostics):
    return {d["rule"] for d in diagnostics}


def test_every_dated_document_of_the_agent_aims_is_overdue(tmp_path):
    assert len(AGENT.splitlines()) <= 15
    copy, before = adopted(tmp_path, "aims-llm-agent-mcp", AGENT)
    out = tmp_path / "site"
    done = run("build", copy, "--as-of", "2026-11-21", "--output", out)
    assert b"11 records and 43 pages" in done.stderr
    pages = [p for p in (out / "documents").glob("*.html") if p.name != "index.html"]
    assert len(pages) == 11
    assert all("overdue" in p.read_text() for p in pages)
    register = (out / "documents" / "index.html").read_text()
    assert register.count("review overdue") == 11
    overdue = [d for d in check(copy, "--as-of", "2026-11-21") if d["rule"] == "review-overdue"]
    assert len({d["primary"]["path"] for d in overdue}) == len(overdue) == 11
    # Owners are shown, and none of them is read as an id.
    assert "Jennifer Park (Technical Lead)" in register
    # Two of the versions look like numbers.
    assert sum(">1.1<" in p.read_text() for p in pages) == 10
    # On the day before the first due date nothing is overdue.
    run("build", copy, "--as-of", "2025-02-28", "--output", out)
    assert "review overdue" not in (out / "documents" / "index.html").read_text()
    assert {p: p.read_bytes() for p in before} == before, "no file is touched"


def test_adopting_adds_only_the_declared_records(tmp_path):
    copy, _ = adopted(tmp_path, "aims-llm-agent-mcp", "organisation: o\n")
    plain = check(copy, "--as-of", "2026-11-21")
    (copy / "dossier.yaml").write_text(AGENT)
    # Rules about records or the whole may report more. Diagnostics of references and formats stay as they were for the pages.
    families = {"unknown-record", "unknown-key", "bad-date", "missing-field", "wrong-type", "bad-id", "duplicate-id", "dead-link"}
    assert rules(check(copy, "--as-of", "2026-11-21")) & families == rules(plain) & families


@pytest.mark.parametrize("name, configuration, count", [("handbook-18f", HANDBOOK, 248), ("site-policy-github", POLICIES, None)])
def test_other_handbooks(tmp_path, name, configuration, count):
    copy, _ = adopted(tmp_path, name, configuration)
    out = tmp_path / "site"
    done = run("build", copy, "--as-of", "2026-11-21", "--output", out)
    assert done.returncode in (0, 1)
    pages = [p for p in (out / "documents").glob("*.html") if p.name != "index.html"]
    assert len(pages) == (count or len(list((copy / "Policies").glob("*.md"))))
    said = check(copy, "--as-of", "2026-11-21")
    mapped = [d for d in said if d["rule"] in ("unknown-key", "unknown-record", "missing-field", "bad-id", "wrong-type", "duplicate-id")]
    assert mapped == []


def test_ids_do_not_depend_on_the_pattern(tmp_path):
    ids = []
    for pattern in ("docs/**/*.md", "**"):
        folder = tmp_path / pattern.replace("*", "x").replace("/", "-")
        (folder / "docs" / "deep er").mkdir(parents=True)
        (folder / "docs" / "deep er" / "A Note.md").write_text("# A note\n")
        (folder / "dossier.yaml").write_text(f'organisation: o\nadopt:\n  - {{files: "{pattern}", kind: document}}\n')
        card = run("show", "DOC-docs-deep-er-a-note", folder, check=0).stdout.decode()
        ids.append(card.splitlines()[0])
    assert ids[0] == ids[1] == "DOC-docs-deep-er-a-note  A note"


def test_two_files_with_one_id_are_reported(tmp_path):
    (tmp_path / "a b.md").write_text("# A\n")
    (tmp_path / "a-b.md").write_text("# B\n")
    (tmp_path / "dossier.yaml").write_text('organisation: o\nadopt:\n  - {files: "*.md", kind: document}\n')
    [said] = [d for d in check(tmp_path) if d["rule"] == "duplicate-id"]
    assert said["primary"]["path"].endswith("a-b.md")


def test_a_missing_role_is_reported_once_at_its_mapping(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.md").write_text("---\nowner: The Boss\n---\n# T\n")
    (tmp_path / "dossier.yaml").write_text(
        'organisation: o\nadopt:\n  - files: "*.md"\n    kind: document\n    fields: {owner: owner}\n    roles: {The Boss: ROL-009}\n'
    )
    said = [d for d in check(tmp_path) if d["rule"] == "unknown-record"]
    assert [d["primary"]["path"].rsplit("/", 1)[-1] for d in said] == ["dossier.yaml"]


def test_a_pattern_that_covers_nothing_is_reported(tmp_path):
    (tmp_path / "dossier.yaml").write_text("organisation: o\nadopt:\n  - {files: policies/*.md, kind: policy}\n")
    said = check(tmp_path)
    assert [d["rule"] for d in said if d["rule"] == "unmatched-pattern"] == ["unmatched-pattern"]


def test_links_between_adopted_files_are_links_between_records(tmp_path):
    (tmp_path / "a.md").write_text("# A\n\nSee [b](b.md#part) and [[A.6.2.4]] and [gone](c.md).\n")
    (tmp_path / "b.md").write_text("# B\n\n## Part\n")
    (tmp_path / "dossier.yaml").write_text('organisation: o\nadopt:\n  - {files: "*.md", kind: document}\n')
    assert "dead-link" in rules(check(tmp_path))
    card = run("show", "DOC-b", tmp_path, check=0).stdout.decode()
    assert "DOC-a (text)  A" in card
    assert "DOC-a" in run("show", "A.6.2.4", tmp_path, check=0).stdout.decode()
