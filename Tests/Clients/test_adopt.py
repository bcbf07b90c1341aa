"""Repositories that were not written for dossier, adopted by a dossier.yaml of a few lines."""

import json
import shutil

import pytest

from conftest import ROOT, run
from test_history import Repository

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


@pytest.mark.parametrize("key, near", [
    ("last_reviewd_on", "last_reviewed_on"), ("reviewed_on", None), ("sources.ARC", "sources.ARK"), ("revew_in", "review_in"),
    ("ownr", "Owner"),
])
def test_a_mapped_key_that_no_file_has_is_reported_at_the_mapping(tmp_path, key, near):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(
        "---\nlast_reviewed_on: 2020-01-01\nreview_in: 6 months\nsources:\n  ARK: [4.03, 2.10]\n---\n# A\n\n**Owner:** Jane\n")
    (tmp_path / "dossier.yaml").write_text(
        f'organisation: o\nadopt:\n  - files: docs/*.md\n    kind: document\n    fields: {{x-a: review_in, x-b: "{key}"}}\n')
    [said] = [d for d in check(tmp_path) if d["rule"] == "unmatched-key"]
    assert said["severity"] == "warning" and f"`{key}`" in said["headline"]
    assert said["primary"]["path"].endswith("dossier.yaml") and said["primary"]["line"] == 5
    if near:
        assert f"did you mean `{near}`?" == said["primary"]["text"]


@pytest.mark.parametrize("line", ["having: next_reviw", 'id: "{numbr}"', 'names: ["{stem}", "{numbr}"]', "language: lng"])
def test_other_keys_of_an_adoption_are_reported_too(tmp_path, line):
    (tmp_path / "a.md").write_text("---\nnext_review: 2027-01-01\nnumber: 7\nlang: de\n---\n# A\n")
    (tmp_path / "dossier.yaml").write_text(f'organisation: o\nadopt:\n  - files: "*.md"\n    kind: document\n    {line}\n')
    assert [d["primary"]["line"] for d in check(tmp_path) if d["rule"] == "unmatched-key"] == [5]


def test_each_pattern_that_covers_nothing_is_reported(tmp_path):
    (tmp_path / "a.md").write_text("# A\n")
    (tmp_path / "b.mdx").write_text("# B\n")
    (tmp_path / "dossier.yaml").write_text(
        'organisation: o\nadopt:\n  - {files: ["*.md", "gone/*.md", "*.mdx", "b.*"], kind: document}\n  - {preset: adr-tools}\n')
    said = [d for d in check(tmp_path) if d["rule"] == "unmatched-pattern"]
    assert [d["headline"] for d in said] == [
        "this pattern matches no file", "this pattern matches only files that are not Markdown",
        "no file matches the patterns of this preset"]


def test_an_unreadable_date_is_not_also_called_never_reviewed(tmp_path):
    for i, day in enumerate(["2025-02-30", "07/08/2025", "July 2025", "soon"]):
        (tmp_path / f"{i}.md").write_text(f"---\nr: {day}\nc: annual\n---\n# T\n")
    for i, cycle in enumerate(["annual", "every 6 months", "biennial", "semi-annual", "once a year", "every two years", "monthly"]):
        (tmp_path / f"c{i}.md").write_text(f"---\nr: 1.3.2025\nc: {cycle}\n---\n# T\n")
    (tmp_path / "dossier.yaml").write_text(
        'organisation: o\nadopt:\n  - {files: "*.md", kind: document, fields: {reviewed: r, review_cycle: c}}\n')
    said = check(tmp_path, "--as-of", "2026-11-21")
    assert sum(d["rule"] == "bad-date" for d in said) == 4
    assert not {"never-reviewed", "bad-duration"} & rules(said)
    run("build", tmp_path, "--as-of", "2026-11-21", "--output", tmp_path / "site")
    for page in (tmp_path / "site" / "documents").glob("doc-?.html"):
        assert "never reviewed" not in page.read_text().lower(), page


def test_pages_of_the_tech_docs_template_are_adopted_by_a_preset(tmp_path):
    copy, _ = adopted(tmp_path, "platform-docs-moj", "organisation: o\nadopt:\n  - preset: govuk-tech-docs\n")
    said = check(copy, "--as-of", "2026-11-21")
    # One more file has the keys below its heading, where no program reads them.
    assert sum(d["rule"] == "document-unapproved" for d in said) == 135
    assert not {"unmatched-key", "unmatched-pattern", "bad-date", "bad-duration", "never-reviewed"} & rules(said)


@pytest.mark.parametrize("name, preset, count", [("adr-mixed/govuk-aws", "adr-tools", 38), ("adr-mixed/madr", "madr", 19)])
def test_decision_records_are_adopted_by_a_preset(tmp_path, name, preset, count):
    copy, _ = adopted(tmp_path, name, f"organisation: o\nadopt:\n  - preset: {preset}\n")
    done = run("check", copy, "--as-of", "2026-11-21", "--format", "concise")
    assert f"{count} records".encode() in done.stderr + done.stdout
    said = check(copy, "--as-of", "2026-11-21")
    assert not {"unmatched-key", "unmatched-pattern", "unknown-word", "unknown-record", "bad-date"} & rules(said)


ADOPT = 'organisation: o\nadopt:\n  - files: ["docs/*.md", "docs/*.html.md.erb"]\n    kind: document\n    fields: {reviewed: seen, review_cycle: every}\n'


def page_of(repository, name, tmp_path):
    run("build", repository.path, "--output", tmp_path / "site", "--as-of", "2026-11-21")
    return (tmp_path / "site" / "documents" / f"{name}.html").read_text()


@pytest.mark.parametrize("name", ["docs/a.md", "docs/a.html.md.erb", "docs/a.md#kind"])
def test_the_history_of_an_adopted_file_is_read(tmp_path, name):
    name, _, kind = name.partition("#")
    repository = Repository(tmp_path / "repo")
    repository.write("dossier.yaml", ADOPT)
    head = "---\nkind: chapter\n---\n" if kind else ""
    repository.write(name, head + "# A\n\none\n")
    repository.commit("first")
    repository.write(name, head + "# A\n\ntwo\n")
    repository.commit("second")
    assert repository.history("DOC-docs-a") == [("second", "changed"), ("first", "added")]
    page = page_of(repository, "doc-docs-a", tmp_path)
    assert "2 changes" in page and "in no commit" not in page
    repository.write(name, head + "# A\n\nthree\n")
    assert "has changes that are in no commit" in page_of(repository, "doc-docs-a", tmp_path)
    repository.write("docs/new.md", "# New\n")
    assert "is in no commit of this repository" in page_of(repository, "doc-docs-new", tmp_path)


def test_a_commit_that_moves_many_review_dates_is_one_message(tmp_path):
    repository = Repository(tmp_path / "repo")
    repository.write("dossier.yaml", ADOPT)

    def write(day, more=""):
        for i in range(12):
            repository.write(f"docs/{i}.md", f"---\ntitle: T{i}\nseen: {day}\nevery: 1 year\n---\nText of {i}.{more}\n")

    write("2024-05-01")
    repository.commit("first")
    # A change of the text within a month would show that a review took place.
    repository.clock += 115 * 86400
    write("1 May 2026")
    repository.commit("dates")
    said = [d for d in check(repository.path, "--as-of", "2026-05-20") if d["rule"] == "review-date-moved"]
    assert len(said) == 1 and "only review dates of 12 records" in said[0]["headline"]
    # A commit that also changes the text is no such commit.
    write("2026-05-02", " More.")
    repository.commit("text")
    assert "review-date-moved" not in rules(check(repository.path, "--as-of", "2026-05-20"))


def test_statements_about_files_that_git_does_not_follow_are_true(tmp_path):
    decision = "---\nkind: decision\nid: DEC-001\ntitle: T\n---\nText\n"
    library = Repository(tmp_path / "library")
    library.write("d.md", decision)
    library.commit("one")
    repository = Repository(tmp_path / "repo")
    repository.write("dossier.yaml", "organisation: o\n")
    repository.write("roles.yaml", "kind: role\nrecords:\n  - {id: ROL-001, title: R, accountable_for: [a]}\n")
    repository.write(".gitignore", "private/\n")
    repository.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(library.path), "lib")
    repository.commit("two")
    repository.write("private/d.md", decision.replace("001", "002"))

    def said(record):
        return run("history", record, repository.path, check=0).stdout.decode()

    assert "is in the submodule lib; the history of a submodule is not read" in said("DEC-001")
    assert "is in no commit of this repository" in said("DEC-002")
    assert "the history of ROL-001 is not read" in said("ROL-001")
    unknown = run("history", "DEC-003", repository.path, check=2)
    assert "there is no record `DEC-003`" in unknown.stderr.decode()
    out = tmp_path / "site"
    run("build", repository.path, "--output", out, "--as-of", "2026-11-21")
    assert "is in the submodule lib" in next(out.rglob("dec-001.html")).read_text()
    assert "in no commit of this repository" in next(out.rglob("dec-002.html")).read_text()
    assert "The history of this record is not read" in next(out.rglob("rol-001.html")).read_text()
