"""History and differences, with real git repositories."""

import json
import os
import pathlib
import subprocess

import pytest

from conftest import AS_OF, run

RISK = "---\nkind: risk\nid: RSK-001\ntitle: Wrong refund\nsystems: [AIS-001]\ncategory: security\ninherent: {likelihood: 4, impact: 3}\ntreatment: mitigate\n---\nOne two three four five.\n"
ROLES = "kind: role\nrecords:\n  - id: ROL-001\n    title: First\n    accountable_for: [a]\n  - id: ROL-002\n    title: Second\n    accountable_for: [b]\n"


class Repository:
    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.path.mkdir(parents=True, exist_ok=True)
        self.clock = 1767225600
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments, check=True, input=None):
        self.clock += 86400
        date = f"{self.clock} +0000"
        environment = {
            **os.environ, "GIT_AUTHOR_NAME": "Ada Example", "GIT_AUTHOR_EMAIL": "ada@example.com", "GIT_COMMITTER_NAME": "C",
            "GIT_COMMITTER_EMAIL": "c@example.com", "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
            "GIT_CONFIG_GLOBAL": "/dev/null",
        }
        return subprocess.run(["git", "-C", str(self.path), *arguments], check=check, capture_output=True, env=environment, input=input).stdout

    def commit(self, message, **files):
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def history(self, record, check=0):
        done = run("history", record, self.path, "--format", "json", check=check)
        return [(r["subject"], r["change"]) for r in json.loads(done.stdout)["revisions"]] if check == 0 else done.stderr.decode()

    def diff(self, *versions, check=0, text=False):
        form = [] if text else ["--format", "json"]
        done = run("diff", *versions, "--directory", self.path, "--as-of", AS_OF, *form, check=check)
        return done.stdout.decode() if text or check else json.loads(done.stdout)


@pytest.fixture
def repository(tmp_path):
    repo = Repository(tmp_path / "repo")
    repo.write("dossier.yaml", "organisation: Example\n")
    repo.write("risks/a.md", RISK)
    repo.write("roles.yaml", ROLES)
    repo.commit("first")
    return repo


def test_a_renamed_record_keeps_its_history(repository):
    repository.git("mv", "risks/a.md", "b.md")
    repository.commit("move")
    repository.write("b.md", RISK.replace("five", "six"))
    repository.commit("change")
    assert repository.history("RSK-001") == [("change", "changed"), ("move", "moved from risks/a.md"), ("first", "added")]
    first = repository.git("rev-parse", "HEAD~2").decode().strip()
    assert run("history", "RSK-001", repository.path, "--at", first, check=0).stdout.decode() == RISK


def test_the_order_of_a_register_is_not_a_change(repository):
    head, first, second = ROLES.partition("  - id: ROL-001")[0], "  - id: ROL-001\n    title: First\n    accountable_for: [a]\n", None
    second = ROLES[len(head) + len(first):]
    repository.write("roles.yaml", head + second + first)
    repository.commit("reorder")
    assert repository.history("ROL-001") == [("first", "added")]
    assert repository.diff("HEAD~1")["records"] == []
    repository.write("roles.yaml", head + second.replace("Second", "Third") + first)
    repository.commit("retitle")
    assert repository.history("ROL-001") == [("first", "added")]
    assert repository.history("ROL-002") == [("retitle", "changed"), ("first", "added")]
    commit = repository.git("rev-parse", "HEAD").decode().strip()
    assert "Third" in run("history", "ROL-002", repository.path, "--at", commit, check=0).stdout.decode()


@pytest.mark.parametrize("name, indent, head, foot", [
    ("pol.md", "", "---\nkind: policy\nid: POL-001\ntitle: AI policy\n", "---\nText.\n"),
    ("pol.yaml", "    ", "kind: policy\nrecords:\n  - id: POL-001\n    title: AI policy\n", ""),
])
def test_a_line_break_that_activates_a_key_is_a_change(repository, name, indent, head, foot):
    """Each of these characters ends a comment in YAML."""
    repository.write(name, f"{head}{indent}# later: retired: 2026-02-01\n{foot}")
    repository.commit("comment")
    wanted = [("comment", "added")]
    for end in ["\r", "\x85", "\u2028"]:
        repository.write(name, f"{head}{indent}# later: {end}{indent}retired: 2026-02-01\n{foot}")
        repository.commit(f"insert {end!r}")
        assert b"2026-02-01" in run("show", "POL-001", repository.path, "--as-of", AS_OF, check=0).stdout
        wanted.insert(0, (f"insert {end!r}", "changed"))
        assert repository.history("POL-001") == wanted
    # Another form of line break is not a change.
    repository.write(name, f"{head}{indent}retired: 2026-02-01\n{foot}")
    repository.commit("tidy")
    for end in ["\r\n", "\r", "\n"]:
        repository.write(name, f"{head}{indent}retired: 2026-02-01\n{foot}".replace("\n", end))
        repository.commit(f"line breaks {end!r}")
        assert repository.history("POL-001") == [("tidy", "changed"), *wanted]


def test_merges(repository):
    repository.git("switch", "-q", "-c", "side")
    repository.write("roles.yaml", ROLES.replace("title: First", "title: Foremost"))
    repository.commit("side")
    repository.git("switch", "-q", "main")
    repository.write("risks/a.md", RISK.replace("five", "six"))
    repository.commit("main")
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "side")
    assert repository.history("ROL-001") == [("side", "changed"), ("first", "added")]
    assert repository.history("RSK-001") == [("main", "changed"), ("first", "added")]


def test_changes_that_a_merge_discarded_are_found(repository):
    repository.git("switch", "-q", "-c", "side")
    repository.write("risks/a.md", RISK.replace("five", "six"))
    repository.write("risks/b.md", RISK.replace("RSK-001", "RSK-002"))
    repository.commit("side")
    repository.git("switch", "-q", "main")
    repository.git("merge", "-q", "-s", "ours", "-m", "merge", "side")
    repository.write("other.txt", "x")
    repository.commit("after")
    assert repository.history("RSK-001") == [("merge", "changed"), ("side", "changed"), ("first", "added")]
    assert repository.history("RSK-002") == [("merge", "removed"), ("side", "added")]


def test_a_copied_record_is_removed_with_the_last_copy(repository):
    repository.write("a.md", RISK)
    repository.commit("copy")
    assert "moved" not in repository.diff("HEAD~1", "HEAD", text=True)
    repository.git("rm", "-q", "risks/a.md")
    repository.commit("tidy")
    assert repository.history("RSK-001") == [("tidy", "moved from risks/a.md"), ("first", "added")]


def test_records_of_a_folder_that_was_added_as_a_whole_are_first_known_there(repository):
    (repository.path / "content").mkdir()
    repository.git("mv", "dossier.yaml", "risks", "roles.yaml", "content")
    repository.commit("into a folder")
    repository.write("content/b.md", RISK.replace("RSK-001", "RSK-002"))
    repository.commit("new")

    def said(record):
        done = run("history", record, repository.path / "content", "--format", "json", check=0)
        return [(r["subject"], r["change"]) for r in json.loads(done.stdout)["revisions"]]

    assert said("RSK-001") == [("into a folder", "first known")]
    assert said("RSK-002") == [("new", "added")]


def test_no_commits_and_no_repository(tmp_path):
    repo = Repository(tmp_path / "empty")
    repo.write("a.md", RISK)
    assert "has no commits yet" in repo.history("RSK-001", check=2)
    repo.diff("HEAD", check=3)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text(RISK)
    assert b"not in a git repository" in run("history", "RSK-001", outside, check=2).stderr
    run("build", outside, "--output", tmp_path / "site", "--as-of", AS_OF)
    page = next((tmp_path / "site").rglob("rsk-001.html")).read_text()
    assert "No history is known: the records are not in a git repository." in page
    run("build", outside, "--output", tmp_path / "site", "--as-of", AS_OF, "--no-history")
    assert 'id="page.history"' not in next((tmp_path / "site").rglob("rsk-001.html")).read_text()


def test_a_page_shows_who_changed_it_and_what_is_in_no_commit(repository, tmp_path):
    repository.write("risks/a.md", RISK.replace("five", "six"))
    repository.commit("<b>change</b>")
    repository.write("risks/a.md", RISK.replace("five", "seven"))
    run("build", repository.path, "--output", tmp_path / "site", "--as-of", AS_OF)
    page = next((tmp_path / "site").rglob("rsk-001.html")).read_text()
    assert "Ada Example" in page and "&lt;b&gt;change&lt;/b&gt;" in page and "ada@example.com" not in page
    assert "2 changes: first on 2026-01-0" in page and "has changes that are in no commit" in page


def test_a_detached_head_and_a_shallow_clone(repository, tmp_path):
    repository.write("risks/a.md", RISK.replace("five", "six"))
    repository.commit("second")
    repository.git("checkout", "-q", "--detach", "HEAD~1")
    assert repository.history("RSK-001") == [("first", "added")]
    repository.git("checkout", "-q", "main")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{repository.path}", str(clone)], check=True)
    said = run("history", "RSK-001", clone, check=0).stdout.decode()
    assert "first known" in said and "shallow clone" in said
    assert b"shallow" in run("diff", "HEAD~1", "--directory", clone, check=2).stderr


def test_names_that_are_not_text_links_and_submodules_are_handled(repository, tmp_path):
    other = Repository(tmp_path / "other")
    other.write("inner.md", RISK.replace("RSK-001", "RSK-009"))
    other.commit("inner")
    (repository.path / "link.md").symlink_to("risks/a.md")
    with open(os.path.join(os.fsencode(repository.path), b"caf\xe9.md"), "w") as file:
        file.write(RISK.replace("RSK-001", "RSK-008"))
    repository.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other.path), "vendor")
    repository.commit("second")
    assert repository.diff("HEAD", "HEAD")["records"] == []
    now = repository.diff("HEAD")
    assert now["records"] == [] and now["remarks"] == ["vendor is a submodule, so it was not compared"]
    assert now["diagnostics"]["new"] == [] and now["diagnostics"]["gone"] == []
    assert repository.history("RSK-001") == [("first", "added")]


def test_changes_are_reported_once_and_in_words(repository):
    repository.write("risks/a.md", RISK.replace("treatment: mitigate", "treatment: accept").replace("impact: 3", "impact: 4"))
    repository.write("roles.yaml", ROLES.replace("title: Second", "title: Second @all [x](javascript:y) <img>"))
    (repository.path / "dossier.yaml").write_text("organisation: Other\n")
    text = repository.diff("HEAD", text=True)
    assert "Treatment: mitigate → accept" in text and "inherent 12 (4 × 3) → 16 (4 × 4)" in text
    assert "Organisation: Example → Other" in text and "Inherent ›" not in text
    markdown = run("diff", "HEAD", "--directory", repository.path, "--as-of", AS_OF, "--format", "markdown", check=0).stdout.decode()
    assert "@all" not in markdown and "x](" not in markdown and "<img" not in markdown
    repository.commit("second")
    assert repository.diff("HEAD~1..HEAD")["configuration"][0]["new"] == "Other"
    repository.diff("nope", check=2)
    repository.diff("--", "-x", check=2)


def test_no_code_of_a_repository_is_run(repository, tmp_path):
    mark = tmp_path / "ran"
    tool = tmp_path / "tool"
    tool.write_text(f"#!/bin/sh\ntouch {mark}\n")
    tool.chmod(0o755)
    for name in ["core.fsmonitor", "core.pager", "diff.external", "diff.x.textconv", "diff.x.command", "gpg.program", "core.sshCommand",
                 "filter.x.smudge", "filter.x.clean", "filter.x.process", "credential.helper", "core.gitProxy",
                 "uploadpack.packObjectsHook", "gpg.ssh.program", "gpg.ssh.defaultKeyCommand", "core.askPass", "pager.log", "pager.diff", "man.viewer", "alias.log", "core.editor", "interactive.diffFilter"]:
        repository.git("config", name, f"!{tool}" if name.startswith("alias") else str(tool))
    repository.git("config", "log.showSignature", "true")
    repository.git("config", "submodule.recurse", "true")
    repository.git("config", "diff.submodule", "diff")
    # Settings in other configuration files have the same effect as those of the repository.
    (repository.path / ".git" / "more").write_text(f"[core]\n\tfsmonitor = {tool}\n\tpager = {tool}\n[diff]\n\texternal = {tool}\n")
    repository.git("config", "includeIf.gitdir:**.path", "more")
    repository.git("config", "include.path", "more")
    hooks = repository.path / ".git" / "hooks"
    for name in ["post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"]:
        (hooks / name).write_text(tool.read_text())
        (hooks / name).chmod(0o755)
    repository.write(".gitattributes", "*.md diff=x filter=x\n")
    repository.write("git", tool.read_text())
    (repository.path / "git").chmod(0o755)
    before = sorted(p for p in (repository.path / ".git").rglob("*"))
    environment = {"PATH": f".:{os.environ['PATH']}", "GIT_DIR": "/nowhere", "GIT_EXTERNAL_DIFF": str(tool), "PAGER": str(tool),
                   "GIT_PAGER": str(tool), "GIT_SSH_COMMAND": str(tool), "GIT_ASKPASS": str(tool), "GIT_EDITOR": str(tool),
                   "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": str(tool), "GIT_EXEC_PATH": str(tmp_path)}
    run("history", "RSK-001", ".", cwd=repository.path, env=environment, check=0)
    run("diff", "HEAD", "--directory", ".", "--as-of", AS_OF, cwd=repository.path, env=environment, check=0)
    run("diff", "HEAD", "HEAD", "--directory", ".", "--as-of", AS_OF, "--format", "json", cwd=repository.path, env=environment, check=0)
    run("diff", ".", "--directory", ".", cwd=repository.path, env=environment, check=2)
    run("check", ".", "--as-of", AS_OF, cwd=repository.path, env=environment)
    run("build", ".", "--output", tmp_path / "site", "--as-of", AS_OF, cwd=repository.path, env=environment)
    assert not mark.exists()
    assert sorted(p for p in (repository.path / ".git").rglob("*")) == before


def test_a_page_marks_what_was_entered_after_the_as_of_date(tmp_path):
    repo = Repository(tmp_path / "repo")
    repo.write("dossier.yaml", "organisation: Example\n")
    repo.write("roles.yaml", ROLES)
    repo.write("risks/a.md", RISK)
    repo.commit("first")
    repo.write("risks/a.md", RISK.replace("five", "six"))
    repo.commit("second")
    days = [r["time"][:10] for r in json.loads(run("history", "RSK-001", repo.path, "--format", "json", check=0).stdout)["revisions"]]
    out = tmp_path / "site"
    run("build", repo.path, "--output", out, "--as-of", days[-1])
    page = (out / "risks/rsk-001.html").read_text()
    assert page.count("committed after the as-of date") == 1
    assert f'{days[0]} <span class="note">committed after the as-of date</span>' in page
    run("build", repo.path, "--output", out, "--as-of", AS_OF)
    assert "committed after the as-of date" not in (out / "risks/rsk-001.html").read_text()


def test_an_approval_shows_when_it_was_recorded_in_git(tmp_path):
    repo = Repository(tmp_path / "repo")
    repo.write("dossier.yaml", "organisation: Example\n")
    repo.write("roles.yaml", ROLES)
    repo.write("p.md", "---\nkind: policy\nid: POL-001\ntitle: AI policy\neffective: 2025-10-01\n---\nText.\n")
    repo.commit("first")
    run("approve", "POL-001", "--by", "ROL-001", "--date", "2025-09-24", "--directory", repo.path, check=0)
    repo.commit("approval")
    day = json.loads(run("history", "POL-001", repo.path, "--format", "json", check=0).stdout)["revisions"][0]["time"][:10]
    run("build", repo.path, "--output", tmp_path / "site", "--as-of", AS_OF)
    for page in ("policies/pol-001.html", "approvals.html"):
        html = (tmp_path / "site" / page).read_text()
        assert f'2025-09-24 <span class="note">recorded in git on {day}</span>' in html
