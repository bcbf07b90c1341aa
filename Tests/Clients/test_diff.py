"""What changed between two versions of the example: as text, Markdown, JSON and as pages."""

import json
import os
import pathlib
import re
import shutil
import subprocess

import pytest

from conftest import AS_OF, ROOT, run
from ledger import commit, git

GOLDENS = pathlib.Path(__file__).with_name("goldens")
CONTENT = ROOT / "content"


def edit(folder, name, *changes):
    found = sorted(folder.glob(name))
    assert len(found) == 1, name
    text = found[0].read_text()
    for old, new in changes:
        assert text.count(old) >= 1, f"{name}: {old}"
        text = text.replace(old, new, 1)
    found[0].write_text(text)


def change(folder):
    """Fifteen edits of different sorts, and some that are not changes."""
    edit(folder, "soa/a-8-3*.md", ("implementation: partial", "implementation: implemented"), ("evidence: [EVD-033]", "evidence: [EVD-033, EVD-042]"))
    edit(folder, "soa/a-9-3*.md", ("target: 2026-12-15", "target: 2027-01-31"))
    edit(folder, "risks/rsk-006*.md", ("residual:\n  likelihood: 2\n  impact: 4", "residual:\n  likelihood: 2\n  impact: 3"),
         ("controls: [A.5.4, A.6.2.4,", "controls: [A.6.2.4, A.5.4,"))
    edit(folder, "risks/rsk-019*.md", ("id: RSK-019", "id: RSK-030"))
    edit(folder, "systems/ais-001*.md", ("owner: ROL-004", "owner: ROL-008"))
    edit(folder, "models/mdl-003*.md", ("value: 0.812", "value: 0.8120"), ("value: 0.774", "value: 0.781"))
    edit(folder, "objectives.yaml", ("value: 99.5", "value: 99.9"), ("policy: POL-004\n", "policy: POL-004\n    # as the board decided\n"))
    edit(folder, "policies/pol-002*.md", ("reviewed: ", "tags: [staff, rules]\nreviewed: ") if "tags:" not in sorted(folder.glob("policies/pol-002*.md"))[0].read_text() else ("tags: [", "tags: [rules, "))
    edit(folder, "incidents/inc-006*.md", ("severity: low", "severity: medium"), ("small grey figures", "small *grey* figures"),
         ("harmless in August and would", "harmless in August; it would"))
    edit(folder, "suppliers/sup-001*.md", ("    - pinned snapshots\n", "    - pinned snapshots\n    - yearly audit on site\n"))
    edit(folder, "roles.yaml", ("chaired by the managing director", "chaired by the finance director"))
    edit(folder, "dossier.yaml", ("acceptable: 6", "acceptable: 8"))
    edit(folder, "handbook/glossary.md", ("# ", "# The "))
    with open(folder / "measurements" / "mtr-001.csv", "a") as file:
        file.write("2026-11-30,99.7\n")
    os.rename(next(folder.glob("decisions/dec-001*.md")), folder / "decisions" / "the-first.md")
    shutil.move(next(folder.glob("concerns.yaml")), folder / "context" / "concerns.yaml")
    (folder / "handbook" / "new.md").write_text("# New\n\nA page with `code` & <signs>.\n")
    # The order of a register and the layout of a file do not count as changes.
    text = (folder / "training.yaml").read_text()
    head, *items = re.split(r"(?m)^(?=  - id: )", text)
    (folder / "training.yaml").write_text(head + "".join(i if i.endswith("\n") else i + "\n" for i in reversed(items)))


def nameless(text):
    """The report without parts that depend on the commit or on the rest of the example."""
    return re.sub(r"\b[0-9a-f]{12}\b|\b[0-9a-f]{6}<!-- -->[0-9a-f]{6}(?=[^0-9a-f<])", "COMMIT", re.sub(r"SHA-256 [0-9a-f]{12}…", "SHA-256 …", text))


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """The example with a release and later changes; `site` is built from it."""
    base = tmp_path_factory.mktemp("two")
    repo = base / "repo"
    shutil.copytree(CONTENT, repo / "content")
    git(base, "init", "-q", "-b", "main", str(repo))
    commit(repo, "first")
    run("release", "2026.1", "--as-of", AS_OF, "--quiet", cwd=repo, check=0)
    change(repo / "content")
    commit(repo, "second")
    run("build", "--output", base / "site", "--as-of", AS_OF, "--quiet", cwd=repo)
    return base


def diff(two, *words, check=0):
    return run("diff", *words, "--as-of", AS_OF, cwd=two / "repo", check=check).stdout.decode()


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_changes_of_the_example_are_shown(two, form):
    said = nameless(diff(two, "HEAD~1", "--format", form))
    golden = GOLDENS / f"diff-example.{'md' if form == 'markdown' else 'txt'}"
    if os.environ.get("BLESS"):
        golden.write_text(said)
    assert said == golden.read_text(), "BLESS=1 accepts it after it was read"


def test_a_version_can_be_given_by_each_of_its_names(two):
    """A release, its folder, its commit and a checkout of it are the same version."""
    repo = two / "repo"
    whole = json.loads(diff(two, "HEAD~1", "--format", "json"))
    for name in ["2026.1", "content/releases/2026.1", "main~1"]:
        said = json.loads(diff(two, name, "HEAD", "--format", "json"))
        assert {k: v for k, v in said.items() if k not in ("old", "new")} == {k: v for k, v in whole.items() if k not in ("old", "new")}
    assert whole["new"] == "the working tree" and json.loads(diff(two, "2026.1", "--format", "json"))["old"].startswith("release 2026.1 (")
    assert json.loads(diff(two, "2026.1", "HEAD~1", "--format", "json"))["records"] == []
    # A tag of that name at another commit, sources that differ from the commit, a missing commit.
    git(repo, "tag", "2026.1", "HEAD")
    assert "2026.1 means the release here; the tag or branch with that name is commit" in diff(two, "2026.1", "HEAD")
    git(repo, "tag", "-d", "2026.1")
    other = two / "other"
    shutil.copytree(repo / "content" / "releases" / "2026.1", other)
    manifest = (other / "manifest").read_text()
    head, first = re.search(r"# commit ([0-9a-f]{40})", manifest)[1], git(repo, "rev-parse", "HEAD").strip()
    (other / "manifest").write_text(manifest.replace(head, first))
    assert "the sources listed in release 2026.1 differ from its commit" in diff(two, str(other), "HEAD")
    (other / "manifest").write_text(manifest.replace(head, "f" * 40))
    done = run("diff", str(other), cwd=repo, check=2)
    assert b"commit ffffffffffff of release 2026.1 is not in this repository" in done.stderr
    (other / "manifest").write_text(manifest.replace("# size", "# sizes", 1))
    assert b"is damaged" in run("diff", str(other), cwd=repo, check=2).stderr
    assert b"is not a release or a published version" in run("diff", "content", cwd=repo, check=2).stderr


def test_dots_before_a_slash_are_a_path(two):
    content = two / "repo" / "content"

    def said(*words, check=0):
        return json.loads(run("diff", *words, "--as-of", AS_OF, "--format", "json", cwd=content, check=check).stdout)

    whole = said("2026.1", "HEAD")
    assert whole["old"].startswith("release 2026.1 (") and whole["records"]
    other = "../content/releases/2026.1"
    assert said(other, "HEAD") == whole and said(f"{other}..HEAD") == whole and said("2026.1..HEAD") == whole
    assert said("releases/../releases/2026.1", "HEAD") == whole
    for words in [["2026.1...HEAD"], ["2026.1..HEAD", "HEAD"], [f"{other}..HEAD", "HEAD"]]:
        assert b"is not a version; write `OLD NEW` or `OLD..NEW`" in run("diff", *words, cwd=content, check=2).stderr


def test_pages_of_what_to_read_again(two):
    site = two / "site"
    home = (site / "index.html").read_text()
    assert "Since release 2026.1" in home and 'href="since/2026.1.html"' in home
    page = (site / "since" / "2026.1.html").read_text()
    assert "<del>0.774</del>" in page or "0.774 → <strong>0.781</strong>" in page
    assert 'href="../risks/rsk-006.html"' in page and "<h2>Records and pages to read again</h2>" in page
    assert "A.8.3" in page and "partial → <strong>implemented</strong>" in page
    assert 'href="2026.1.html"' in (site / "since" / "index.html").read_text()
    run("build", "--output", two / "without", "--as-of", AS_OF, "--quiet", "--no-history", cwd=two / "repo")
    assert not (two / "without" / "since").exists()


def test_a_page_of_changes_shows_code_and_untitled_records(tmp_path):
    """Code between backticks is shown as code, and a record without a title is named once."""
    (tmp_path / "dossier.yaml").write_text("organisation: Example\n")
    git(tmp_path, "init", "-q", "-b", "main", ".")
    commit(tmp_path, "first")
    run("release", "2026.1", "--as-of", AS_OF, "--quiet", cwd=tmp_path, check=0)
    (tmp_path / "rsk.md").write_text("---\nkind: risk\nid: RSK-002\ninherent: {likelihood: 2, impact: 2}\n---\n")
    commit(tmp_path, "second")
    said = run("diff", "2026.1", "--as-of", AS_OF, cwd=tmp_path, check=0).stdout.decode()
    assert "  RSK-002: new; " in said and "risk RSK-002: added (" in said and "RSK-002 RSK-002" not in said
    run("build", "--output", tmp_path / "site", "--as-of", AS_OF, "--quiet", cwd=tmp_path)
    page = (tmp_path / "site" / "since" / "2026.1.html").read_text()
    assert "risk RSK-002 has no <code>title</code>" in page and "`" not in page and "RSK-002 RSK-002" not in page


def test_what_cannot_be_compared_is_reported(two, tmp_path):
    repo = two / "repo"
    git(tmp_path, "clone", "-q", "--depth", "1", repo.as_uri(), "shallow")
    run("build", "--output", tmp_path / "site", "--as-of", AS_OF, "--quiet", cwd=tmp_path / "shallow")
    home, versions = (tmp_path / "site" / "index.html").read_text(), (tmp_path / "site" / "since" / "index.html").read_text()
    assert "is not in this repository; this clone is shallow" in home and "shallow" in versions
    assert not (tmp_path / "site" / "since" / "2026.1.html").exists()
    shutil.rmtree(tmp_path / "shallow" / ".git")
    run("build", "--output", tmp_path / "site", "--as-of", AS_OF, "--quiet", cwd=tmp_path / "shallow")
    assert "the records are not in a git repository" in (tmp_path / "site" / "index.html").read_text()


def test_markdown_has_no_effect_of_document_text(two):
    """Rendered by libcmark-gfm: text of a document has no effect, and no escape character remains."""
    source = diff(two, "2026.1", "HEAD", "--format", "markdown")
    tool = shutil.which("cmark-gfm")
    if not tool:
        pytest.skip("cmark-gfm is not installed")
    html = subprocess.run([tool, "--unsafe", "-e", "table", "-e", "autolink", "-e", "tagfilter", "-e", "strikethrough"], input=source.encode(), capture_output=True, check=True).stdout.decode()
    text = re.sub(r"<!--.*?-->", "", html)
    assert set(re.findall(r"</?([a-z0-9]+)", text)) <= {"p", "strong", "h3", "ul", "li", "b", "ins", "del"}
    assert "<h3>Statement of Applicability</h3>" in html


def tree_of(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_review_date_that_changed_alone_is_reported(tmp_path):
    repo = tmp_path / "repo"
    (repo / "docs").mkdir(parents=True)
    document = "---\nkind: document\nid: DOC-001\ntitle: Procedure\nowner: ROL-001\ntype: procedure\nreview_cycle: P1Y\nreviewed: 2025-06-01\n---\nText.\n"
    (repo / "dossier.yaml").write_text("organisation: Example\n")
    (repo / "roles.yaml").write_text("kind: role\nrecords:\n  - {id: ROL-001, title: Head, accountable_for: [all]}\n")
    (repo / "docs" / "a.md").write_text(document)
    git(tmp_path, "init", "-q", "-b", "main", str(repo))

    def said(*more):
        done = run("check", repo, "--as-of", AS_OF, "--format", "json", *more)
        return [d["headline"] for d in json.loads(done.stdout)["diagnostics"] if d["rule"] == "review-date-moved"]

    def committed(message, day):
        git(repo, "add", "-A")
        env = {**os.environ, "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@e.org", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@e.org",
               "GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        subprocess.run(["git", "commit", "-q", "-m", message], cwd=repo, env=env, check=True)

    committed("first", "2025-06-01")
    assert said() == []
    (repo / "docs" / "a.md").write_text(document.replace("2025-06-01", "2026-06-01"))
    assert said() == []
    committed("move", "2026-06-02")
    [message] = said()
    assert "changed only `reviewed` of document DOC-001, from 2025-06-01 to 2026-06-01" in message
    assert said("--no-history") == []
    # Later work on other records does not show the review. A record of that time that refers to it does.
    (repo / "docs" / "a.md").write_text(document.replace("2025-06-01", "2026-06-01").replace("Text.", "Other text."))
    committed("later", "2026-09-15")
    assert len(said()) == 1
    (repo / "review.md").write_text("---\nkind: management-review\nid: MRV-001\ntitle: Review\ndate: 2026-06-03\nattended: [ROL-001]\n---\nNothing.\n")
    assert said() == []
