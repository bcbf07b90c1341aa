"""Approvals, with real git repositories and real `ssh-keygen`: what proves an approval, what does not, and how it is written."""

import json
import os
import re
import subprocess

import pytest

from conftest import run
from test_history import Repository

DAY = "2026-06-30"
POLICY = """---
kind: policy
id: POL-001
title: AI policy  # its name
owner: ROL-002
effective: 2026-03-01
processes: [DOC-001]
---
We answer for what our systems do.
"""
DOCUMENTS = """kind: document
records:
  - id: DOC-001
    title: Gate procedure
    type: procedure
    text: |
      Three gates.
  - {id: DOC-002, title: Second procedure, type: procedure}
"""


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    """Two keys: the key of the board and another key."""
    folder = tmp_path_factory.mktemp("keys")
    for name in ["board", "other"]:
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(folder / name)], check=True)
    return folder


def roles(keys, *names):
    listed = ", ".join(json.dumps((keys / f"{name}.pub").read_text().strip()) for name in names)
    return f"""kind: role
records:
  - id: ROL-001
    title: Board
    held_by: three members
    accountable_for: [the policy]
    approves: [policy, document]
    ssh_keys: [{listed}]
  - id: ROL-002
    title: Head of AI
    held_by: one
    accountable_for: [the system]
    approves: [document]
  - id: ROL-003
    title: Vacant
    accountable_for: [nothing]
  - id: ROL-004
    title: Gone
    held_by: nobody
    retired: 2026-01-31
    accountable_for: [the past]
    approves: [policy]
"""


class Dossier(Repository):
    """A repository with a policy, two documents and four roles."""

    def __init__(self, path, keys):
        super().__init__(path)
        self.keys = keys
        self.write("dossier.yaml", "organisation: Example\n")
        self.write("pol.md", POLICY)
        self.write("docs.yaml", DOCUMENTS)
        self.write("roles.yaml", roles(keys, "board"))
        self.commit("first")

    def sign(self, message, key="board", *more):
        self.git("add", "-A")
        self.git("-c", "gpg.format=ssh", "-c", f"user.signingkey={self.keys / key}", "commit", "-q", "-S", "-m", message, *more)

    def approve(self, *arguments, check=0):
        return run("approve", *arguments, "--directory", self.path, check=check)

    def approved(self, key=None):
        self.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10")
        self.sign("approve", key) if key else self.commit("approve")

    def states(self, record="POL-001", day=DAY, path=None):
        said = run("show", record, path or self.path, "--as-of", day, check=0).stdout.decode()
        return re.findall(r"^  ROL-\d+ \S+: (.*)$", said.split("status of its approvals")[1].split("\n\n")[0], re.M)

    def rules(self, day=DAY):
        done = run("check", self.path, "--as-of", day, "--format", "json")
        return {d["rule"] for d in json.loads(done.stdout)["diagnostics"]}

    def edit(self, name, old, new):
        text = (self.path / name).read_text()
        assert old in text
        self.write(name, text.replace(old, new))

    def sign_tag(self, name, commit="HEAD", key="board", record="pol.md"):
        """Signs a tag whose message contains the digests of a file's approvals."""
        digests = " ".join(re.findall(r"digest: (\w+)", (self.path / record).read_text()))
        self.git("-c", "gpg.format=ssh", "-c", f"user.signingkey={self.keys / key}", "tag", "-s", "-m", f"approved: {digests}", name, commit)

    def id(self, name="HEAD"):
        return self.git("rev-parse", name).decode().strip()[:12]


@pytest.fixture
def dossier(tmp_path, keys):
    return Dossier(tmp_path / "repo", keys)


# What proves an approval


def test_a_signed_commit_proves_an_approval(dossier, keys):
    dossier.approved("board")
    print_ = subprocess.run(["ssh-keygen", "-lf", keys / "board.pub"], capture_output=True, text=True).stdout.split()[1]
    proof = f"proved, by the signature of commit {dossier.id()}, with the role’s key {print_}"
    assert dossier.states() == [f"{proof}, added to the role in commit {dossier.id('HEAD~1')}"]
    # Later commits, another layout, a rename and a move into another folder do not remove the proof.
    introduced = dossier.id()
    dossier.edit("pol.md", "title: AI policy  # its name", 'title: "AI policy"')
    dossier.commit("layout")
    dossier.git("mv", "pol.md", "policy.md")
    dossier.commit("move")
    assert dossier.states()[0].startswith(f"proved, by the signature of commit {introduced}")


def test_unsigned_and_later_commits_prove_nothing(dossier):
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10")
    assert dossier.states() == ["asserted, it is not in any commit"]
    dossier.commit("approve")
    assert dossier.states() == [f"asserted, commit {dossier.id()}, which introduced it, is not signed"]
    # A later signed commit that changes the record did not introduce the approval.
    introduced = dossier.id()
    dossier.edit("pol.md", "  # its name", "")
    dossier.sign("layout")
    assert dossier.states() == [f"asserted, commit {introduced}, which introduced it, is not signed"]


def test_a_key_of_another_role_proves_nothing(dossier):
    dossier.approved("other")
    assert "which is not a key of the role" in dossier.states()[0] and dossier.states()[0].startswith("asserted")
    dossier.write("roles.yaml", roles(dossier.keys, "board").replace("ssh_keys: [", "x-keys: ["))
    assert "but the role lists no key" in dossier.states()[0]


def test_a_removed_key_proves_nothing(dossier):
    dossier.approved("board")
    dossier.write("roles.yaml", roles(dossier.keys, "other"))
    assert "which is a former key of the role" in dossier.states()[0]
    dossier.commit("keys")
    assert dossier.states()[0].startswith("asserted")


def test_a_signed_tag_proves_an_approval(dossier):
    dossier.approved()
    dossier.sign_tag("before", "HEAD~1")
    assert dossier.states()[0].startswith("asserted")
    digest = re.search(r"digest: (\w+)", (dossier.path / "pol.md").read_text()).group(1)
    dossier.git("tag", "-a", "-m", f"unsigned {digest}", "plain")
    assert dossier.states()[0].startswith("asserted")
    dossier.sign_tag("stranger", key="other")
    assert dossier.states()[0].startswith("asserted")
    dossier.sign_tag("v1")
    assert dossier.states()[0].startswith(f"proved, by the signature of tag v1 for commit {dossier.id()}")


def test_forged_approvals_are_not_proved(dossier):
    dossier.approved("board")
    signed = dossier.id()
    # The complete approval of one record, copied to another record.
    block = re.search(r"approvals:\n(?:  .*\n)+", (dossier.path / "pol.md").read_text()).group(0)
    dossier.write("copy.md", POLICY.replace("POL-001", "POL-002").replace("---\nWe", block + "---\nWe"))
    dossier.sign("copy", "other")
    assert dossier.states("POL-002") == ["stale, changed since; the approved text is not in any commit"]
    # One part is changed: this is another approval, and no signed commit introduced it.
    for old, new in [("date: 2026-02-10", "date: 2026-02-11"), ("    digest", "    until: 2027-01-01\n    digest")]:
        before = (dossier.path / "pol.md").read_text()
        dossier.edit("pol.md", old, new)
        assert dossier.states() == ["asserted, it is not in any commit"]
        dossier.write("pol.md", before)
    # Amended without a signature: the amended commit is another commit.
    dossier.git("reset", "-q", "--hard", signed)
    dossier.git("commit", "-q", "--amend", "--no-gpg-sign", "-m", "amended")
    assert dossier.states() == [f"asserted, commit {dossier.id()}, which introduced it, is not signed"]
    # The signature of the signed commit, copied to another content.
    raw = dossier.git("cat-file", "commit", signed).decode()
    forged = raw.replace("approve\n", "approve!\n")
    done = subprocess.run(
        ["git", "-C", str(dossier.path), "hash-object", "-t", "commit", "-w", "--stdin"], input=forged.encode(), capture_output=True)
    dossier.git("reset", "-q", "--hard", done.stdout.decode().strip())
    assert dossier.states() == [f"asserted, the signature of commit {dossier.id()}, which introduced it, does not match its content"]
    # A digest of a version that the record got only later.
    dossier.git("reset", "-q", "--hard", signed + "~1")
    dossier.edit("pol.md", "We answer", "We do not answer")
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10")
    dossier.edit("pol.md", "We do not answer", "We answer")
    dossier.sign("approve another text")
    dossier.edit("pol.md", "We answer", "We do not answer")
    dossier.commit("swap")
    assert "the record does not match the digest" in dossier.states()[0]


def test_an_object_with_another_hash_proves_nothing(dossier):
    """The signed commit is genuine, but a file in it was replaced."""
    dossier.approved("board")
    assert dossier.states()[0].startswith("proved")
    dossier.edit("pol.md", "We answer", "We never answer")
    run("approve", "POL-001", "--by", "ROL-001", "--date", "2026-02-10", "--directory", dossier.path, check=0)
    text = (dossier.path / "pol.md").read_text()
    stale = re.search(r"  - by: ROL-001\n    date: 2026-02-10\n    digest: \w+\n", text).group(0)
    dossier.write("pol.md", text.replace(stale, "", 1))
    old = dossier.git("rev-parse", "HEAD:pol.md").decode().strip()
    new = dossier.git("hash-object", "-w", "pol.md").decode().strip()
    objects = dossier.path / ".git" / "objects"
    target = objects / old[:2] / old[2:]
    target.chmod(0o644)
    target.write_bytes((objects / new[:2] / new[2:]).read_bytes())
    states = dossier.states()
    assert len(states) == 1 and not states[0].startswith("proved"), states


def test_a_record_in_a_form_without_history_hides_no_approval(dossier):
    """A record with a quoted id is not followed through history. A signed commit that removes the quotes introduces no approval."""
    dossier.git("rm", "-q", "--cached", "pol.md")
    dossier.edit("pol.md", "id: POL-001", '"id": POL-001')
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10")
    dossier.git("commit", "-q", "-m", "without")
    dossier.commit("forged")
    assert dossier.states()[0].startswith("asserted")
    dossier.edit("pol.md", '"id": POL-001', "id: POL-001")
    dossier.sign("tidy")
    state = f"asserted, commit {dossier.id()} is signed, but the digest existed before, in pol.md"
    assert dossier.states()[0].startswith(state)


def test_a_record_in_a_form_without_history_hides_no_approval_in_another_file(dossier):
    dossier.git("rm", "-q", "--cached", "pol.md")
    dossier.edit("pol.md", "id: POL-001", '"id": POL-001')
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10")
    dossier.git("commit", "-q", "-m", "without")
    dossier.commit("forged")
    dossier.edit("pol.md", '"id": POL-001', "id: POL-001")
    (dossier.path / "pol.md").rename(dossier.path / "b.md")
    dossier.sign("tidy")
    assert "is signed, but the digest existed before" in dossier.states()[0]


def in_another_file(name, change=lambda text: text):
    def plant(path, text):
        (path / "pol.md").unlink()
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_text(change(text))
    return plant


def in_place(old, new):
    def plant(path, text):
        assert old in text
        (path / "pol.md").write_text(text.replace(old, new))
    return plant


def as_a_link(path, text):
    (path / "pol.md").unlink()
    (path / "pol.md").symlink_to(text)


# The same approval, committed by a person without a key, in a form that the program does not read as that of the record.
PLANTED = {
    "another kind": in_place("kind: policy", "kind: polcy"),
    "a kind that there is": in_place("kind: policy", "kind: document"),
    "another id": in_place("id: POL-001", "id: POL-009"),
    "conflict markers": in_place("---\nWe", "<<<<<<< a\n=======\n>>>>>>> b\n---\nWe"),
    "broken YAML": in_place("title: AI", "title: [AI"),
    "an indented fence": in_place("---\nkind", " ---\nkind"),
    "comments": lambda path, text: (path / "pol.md").write_text(re.sub(r"^(approvals|  )", r"#\1", text, flags=re.M)),
    "another key": in_place("approvals:", "aprovals:"),
    "another role": in_place("by: ROL-001", "by: ROL-1"),
    "too large": lambda path, text: (path / "pol.md").write_text(text + "x" * (5 << 20)),
    "no Markdown": in_another_file("pol.txt"),
    "a hidden folder": in_another_file(".old/pol.md"),
    "a link": as_a_link,
    "capital digits": lambda path, text: (path / "pol.md").write_text(re.sub(r"digest: (\w+)", lambda m: "digst: " + m[1].upper(), text)),
}


@pytest.mark.parametrize("plant", PLANTED.values(), ids=PLANTED.keys())
def test_a_signed_commit_that_tidies_up_a_planted_approval_proves_nothing(dossier, plant):
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10")
    text = (dossier.path / "pol.md").read_text()
    plant(dossier.path, text)
    dossier.commit("planted")
    for path in [*dossier.path.glob("pol.*"), *dossier.path.glob(".old/*")]:
        path.unlink()
    dossier.write("pol.md", text)
    dossier.sign("tidy")
    assert len(dossier.states()) == 1 and dossier.states()[0].startswith("asserted, "), dossier.states()


def test_a_signed_commit_that_moves_a_workspace_proves_no_approval(dossier):
    dossier.approved()
    names = [path.name for path in dossier.path.iterdir() if path.name != ".git"]
    (dossier.path / "content").mkdir()
    for name in names:
        (dossier.path / name).rename(dossier.path / "content" / name)
    dossier.sign("move")
    assert dossier.states(path=dossier.path / "content")[0].startswith("asserted")


def test_a_second_approval_of_the_same_content_is_proved_too(dossier, keys):
    dossier.edit("roles.yaml", "approves: [document]", "approves: [document, policy]")
    dossier.write("roles.yaml", (dossier.path / "roles.yaml").read_text().replace(
        "    held_by: one\n", "    held_by: one\n    ssh_keys: [" + json.dumps((keys / "other.pub").read_text().strip()) + "]\n"))
    dossier.commit("keys")
    dossier.approved("board")
    dossier.approve("POL-001", "--by", "ROL-002", "--date", "2026-02-11")
    dossier.sign("second", "other")
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-03-11")
    dossier.sign("again", "board")
    assert [state.split(",")[0] for state in dossier.states()] == ["replaced", "proved", "proved"]


def test_no_approval_of_records_with_a_duplicate_id_is_proved(dossier):
    """A forged record with the same id does not get the proof of the genuine record."""
    dossier.approved("board")
    assert dossier.states()[0].startswith("proved")
    genuine = (dossier.path / "pol.md").read_text()
    dossier.write("pol.md", POLICY.replace("We answer", "We never answer"))
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10")
    (dossier.path / "pol.md").rename(dossier.path / "apol.md")
    dossier.write("pol.md", genuine)
    dossier.commit("two")
    shared = "another record has the same id, so it is unknown to which of the two this history belongs"
    assert dossier.states() == [f"asserted, {shared}"]
    page = run("build", dossier.path, "--output", dossier.path.parent / "site", "--as-of", DAY, "--quiet") and (
        dossier.path.parent / "site" / "approvals.html").read_text()
    assert page.count(shared) == 1 and "by the signature of" not in page


def test_an_asserted_approval_does_not_replace_a_proved_one(dossier):
    dossier.approved("board")
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-03-10")
    first, second = dossier.states()
    assert first.startswith("proved") and second == "asserted, it is not in any commit"
    dossier.sign("again")
    assert [state.split(",")[0] for state in dossier.states()] == ["replaced", "proved"]


@pytest.fixture
def moved(dossier):
    """An approval that an unsigned commit added and a signed commit moved to another file."""
    dossier.approved()
    dossier.introduced = dossier.id()
    (dossier.path / "pol.md").rename(dossier.path / "a.md")
    dossier.sign("tidy")
    return dossier


def overwrite(repository, lost, other):
    """Removes an object, or replaces its bytes with those of another object."""
    lost, other = [name and repository.git("rev-parse", name).decode().strip() for name in [lost, other]]
    objects = repository.path / ".git" / "objects"
    target = objects / lost[:2] / lost[2:]
    target.unlink()
    if other:
        target.write_bytes((objects / other[:2] / other[2:]).read_bytes())


@pytest.mark.parametrize("other", [None, "HEAD:docs.yaml"])
def test_no_commit_proves_anything_if_an_older_object_is_missing_or_altered(moved, other):
    unsigned = f"commit {moved.introduced}, which introduced it, is not signed"
    assert moved.states() == [f"asserted, {unsigned}"]
    # The second record with that id is neither in the newest commit nor in the changes of that commit.
    moved.edit("a.md", "  # its name", "")
    moved.sign("tidy more")
    overwrite(moved, "HEAD~2:pol.md", other)
    assert moved.states() == ["asserted, this clone is incomplete or damaged, so it is not known which commit introduced it"]
    done = run("history", "POL-001", moved.path, check=0).stdout.decode()
    assert "This clone is not whole: 1 older text of its files is missing or does not match its hash." in done
    assert moved.history("POL-001") == [("tidy more", "first known"), ("first", "added")]
    done = run("release", "1", moved.path, "--as-of", DAY, check=1).stderr.decode()
    assert "This clone is not whole" in done and "`git fsck` lists them" in done
    # A tag does not depend on earlier commits.
    moved.sign_tag("v1", record="a.md")
    assert moved.states()[0].startswith("proved, by the signature of tag v1")


def test_an_altered_earlier_folder_proves_nothing(moved):
    lines = [line for line in moved.git("ls-tree", "HEAD~1").splitlines(True) if b"pol.md" not in line]
    made = subprocess.run(["git", "-C", moved.path, "mktree"], input=b"".join(lines), capture_output=True, check=True).stdout
    overwrite(moved, "HEAD~1^{tree}", made.decode().strip())
    states = moved.states()
    assert len(states) == 1 and f"commit {moved.id()} is signed, but not all earlier files can be searched" in states[0], states


def test_files_of_git_beside_the_objects_are_not_trusted(moved):
    said = moved.states()
    moved.git("commit-graph", "write", "--reachable")
    graph = next((moved.path / ".git" / "objects" / "info").glob("commit-graph*"))
    graph.chmod(0o644)
    bytes_ = bytearray(graph.read_bytes())
    # The parents of commits: "none" for all of them.
    none = (0x70000000).to_bytes(4, "big")
    for commit in moved.git("rev-list", "HEAD").decode().split():
        tree = bytes.fromhex(moved.git("rev-parse", commit + "^{tree}").decode().strip())
        at = bytes_.find(tree)
        assert at > 0
        bytes_[at + 20:at + 24] = none
    graph.write_bytes(bytes_)
    assert len(moved.git("log", "--format=%H").split()) == 1, "git itself is misled"
    assert moved.states() == said


def test_merge_squash_and_rebase(dossier):
    dossier.git("switch", "-q", "-c", "side")
    dossier.approved("board")
    signed = dossier.id()
    dossier.git("switch", "-q", "main")
    dossier.edit("docs.yaml", "Three gates", "Four gates")
    dossier.commit("main")
    main = dossier.id()
    dossier.git("merge", "-q", "--no-ff", "-m", "merge", "side")
    assert dossier.states()[0].startswith(f"proved, by the signature of commit {signed}")
    dossier.git("reset", "-q", "--hard", main)
    dossier.git("merge", "-q", "--squash", "side")
    dossier.commit("squash")
    assert dossier.states() == [f"asserted, commit {dossier.id()}, which introduced it, is not signed"]
    dossier.git("switch", "-q", "side")
    dossier.git("rebase", "-q", main)
    assert dossier.states() == [f"asserted, commit {dossier.id()}, which introduced it, is not signed"]


def test_a_shallow_clone_and_no_repository(dossier, tmp_path):
    dossier.approved("board")
    dossier.edit("docs.yaml", "Three gates", "Four gates")
    dossier.commit("later")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{dossier.path}", str(clone)], check=True)
    assert "this clone is shallow" in dossier.states(path=clone)[0]
    subprocess.run(["rm", "-rf", str(clone / ".git")], check=True)
    assert "the history is not available: the records are not in a git repository" in dossier.states(path=clone)[0]


def test_no_code_of_the_repository_is_run(dossier, tmp_path):
    dossier.approved("board")
    mark, tool = tmp_path / "ran", tmp_path / "tool"
    tool.write_text(f"#!/bin/sh\ntouch {mark}\n")
    tool.chmod(0o755)
    for name in ["gpg.program", "gpg.ssh.program", "gpg.ssh.defaultKeyCommand", "core.fsmonitor", "core.sshCommand"]:
        dossier.git("config", name, str(tool))
    dossier.write("ssh-keygen", tool.read_text())
    (dossier.path / "ssh-keygen").chmod(0o755)
    done = run("show", "POL-001", ".", "--as-of", DAY, cwd=dossier.path, env={"PATH": f".:{os.environ['PATH']}"}, check=0)
    assert b": proved, " in done.stdout and not mark.exists()


# What ends an approval


def test_a_stale_approval_shows_the_changed_fields(dossier):
    dossier.approved("board")
    dossier.edit("pol.md", "owner: ROL-002", "owner: ROL-001")
    dossier.edit("pol.md", "We answer", "We try to answer")
    dossier.commit("change")
    signed = dossier.id("HEAD~1")
    said = dossier.states()[0]
    assert said.startswith(
        f"stale, covers the version in commit {signed}; changed since then: Owner, Text; that version was approved by the signature of commit {signed}")
    shown = json.loads(run("show", "POL-001", dossier.path, "--as-of", DAY, "--format", "json").stdout)["approvals"][0]
    assert (shown["state"], shown["proof"]["commit"][:12], shown["changed"]) == ("stale", signed, ["Owner", "Text"])
    assert {"approval-stale", "suspect-dependants"} <= dossier.rules()
    said = run("show", "DOC-001", dossier.path, "--as-of", DAY, check=0).stdout.decode()
    assert "POL-001 was changed after it was approved; this record is referenced by it in `processes`" in said
    # After a new approval, the earlier one is replaced and no record is suspect.
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-04-01")
    dossier.sign("again")
    assert dossier.states()[0] == "replaced, the same role approved it again on 2026-04-01"
    assert dossier.states()[1].startswith("proved")
    assert not {"approval-stale", "suspect-dependants"} & dossier.rules()


def test_a_record_as_json(dossier):
    def shown(record, check=0):
        done = run("show", record, dossier.path, "--as-of", DAY, "--format", "json", check=check)
        return json.loads(done.stdout) if check == 0 else done.stderr.decode()

    dossier.approved("board")
    whole = shown("POL-001")
    assert list(whole) == ["schema", "tool", "version", "as_of", "id", "kind", "title", "status", "path", "digest", "fields", "approvals", "suspect",
                           "refers_to", "referred_to_by", "diagnostics"]
    assert (whole["schema"], whole["id"], whole["kind"], whole["title"]) == (1, "POL-001", "policy", "AI policy")
    assert whole["path"] == f"{dossier.path}/pol.md" and whole["fields"] == {
        "owner": "ROL-002", "effective": "2026-03-01", "processes": ["DOC-001"]}
    approval, = whole["approvals"]
    assert (approval["by"], approval["date"], approval["state"], approval["holds"]) == ("ROL-001", "2026-02-10", "proved", True)
    assert approval["digest"] == whole["digest"]
    assert approval["proof"]["commit"].startswith(dossier.id()) and approval["proof"]["fingerprint"] in approval["reason"]
    assert {"field": "processes", "written": "DOC-001", "to": {"type": "record", "id": "DOC-001", "title": "Gate procedure"}} in whole["refers_to"]
    dossier.edit("pol.md", "owner: ROL-002", "owner: ROL-001")
    dossier.edit("pol.md", "We answer", "We try to answer")
    dossier.commit("change")
    approval, = shown("POL-001")["approvals"]
    assert (approval["state"], approval["holds"], approval["changed"]) == ("stale", False, ["Owner", "Text"])
    assert approval["changed_since"].startswith(dossier.id("HEAD~1")) and approval["proof"]["commit"] == approval["changed_since"]
    assert "approval-stale" in [d["rule"] for d in shown("POL-001")["diagnostics"]]
    document = shown("DOC-001")
    assert document["suspect"] == [{"record": "POL-001", "relation": "carries-out", "field": "processes"}]
    assert {"field": "processes", "from": {"type": "record", "id": "POL-001", "title": "AI policy"}} in document["referred_to_by"]
    # The other record of the register has its own diagnostics.
    assert "approval-stale" not in [d["rule"] for d in document["diagnostics"]]
    assert "error: --format json needs a record, and `A.6.2.4` is not one" in shown("A.6.2.4", check=2)
    assert "there is no record" in shown("POL-999", check=2)


def test_lapsed_and_not_yet(dossier):
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10", "--until", "2026-05-31")
    dossier.sign("approve")
    assert dossier.states(day="2026-05-31")[0].startswith("proved") and "approval-lapsed" not in dossier.rules("2026-05-31")
    assert dossier.states() == ["lapsed, it was valid until 2026-05-31"] and "approval-lapsed" in dossier.rules()
    assert dossier.states(day="2026-02-01") == ["not yet, it is dated after the as-of date"]
    dossier.edit("pol.md", "    until: 2026-05-31\n", "")
    dossier.edit("roles.yaml", "title: Board\n", "title: Board\n    retired: 2026-06-01\n")
    assert dossier.states() == ["lapsed, ROL-001 is not effective (retired: 2026-06-01)"] and "approval-lapsed" in dossier.rules()
    dossier.write("roles.yaml", roles(dossier.keys, "board").replace("approves: [policy, document]", "approves: [document]")
                  .replace("approves: [document]\n  - id: ROL-003", "approves: [policy]\n  - id: ROL-003"))
    assert dossier.states() == ["lapsed, ROL-001 may not approve this kind of record"]


def test_an_approval_without_a_digest_covers_every_version(dossier):
    dossier.edit("pol.md", "processes:", "approvals: [{by: ROL-001, date: 2026-02-10}]\nprocesses:")
    dossier.sign("approve")
    assert dossier.states() == ["asserted, it has no digest, so it does not say which version was approved"]


# Number of approvals


def test_a_quorum(dossier):
    dossier.write("dossier.yaml", "organisation: Example\napprovals: [{kind: document, quorum: 2, not: [owner]}]\n")
    dossier.approve("DOC-001", "DOC-002", "--by", "ROL-001", "--date", "2026-02-10")
    assert "quorum-missing" in dossier.rules()
    dossier.approve("DOC-001", "DOC-002", "--by", "ROL-002", "--date", "2026-02-10")
    assert "quorum-missing" not in dossier.rules()
    # These do not count: the approval of the owner, a second one with the same name, and one of another version.
    before = (dossier.path / "docs.yaml").read_text()
    dossier.edit("docs.yaml", "title: Gate procedure\n", "title: Gate procedure\n    owner: ROL-002\n")
    assert "quorum-missing" in dossier.rules()
    dossier.write("docs.yaml", before.replace("date: 2026-02-10", "date: 2026-02-10, name: Ada").replace("\n        date: 2026-02-10, name: Ada", "\n        date: 2026-02-10\n        name: Ada"))
    assert "quorum-missing" in dossier.rules()
    dossier.write("docs.yaml", before.replace("Three gates", "Four gates"))
    assert "quorum-missing" in dossier.rules()
    dossier.write("docs.yaml", before)
    # Two roles with one key count once.
    dossier.edit("roles.yaml", "    held_by: one\n", "    held_by: one\n    ssh_keys: [" + json.dumps(
        (dossier.keys / "board.pub").read_text().strip().rsplit(" ", 1)[0] + " another comment") + "]\n")
    assert "quorum-missing" in dossier.rules()
    for demand, said in [("{kind: documnt}", "unknown-kind"), ("{kind: document, quorum: 3, roles: [ROL-001]}", "bad-declaration"),
                         ("{kind: document, quorum: 0}", "bad-declaration"), ("{kind: document, roles: [ROL-009]}", "quorum-missing"),
                         ("{kind: document}, {kind: document}", "bad-declaration"), ("{kind: document, not: [me]}", "unknown-word")]:
        dossier.write("dossier.yaml", f"organisation: Example\napprovals: [{demand}]\n")
        assert said in dossier.rules(), demand


# How an approval is written

FORMS = {
    "block": "approvals:\n  - by: ROL-002\n    date: 2026-01-10  # first\n    note: >\n      two\n      lines\n# end\n",
    "braces": "approvals:\n  - {by: ROL-002, date: 2026-01-10, note: \"a ] b\"}  # first\n",
    "indent": "approvals:\n- by: ROL-002\n  date: 2026-01-10\n",
    "list": "approvals: [{by: ROL-002, date: 2026-01-10, note: it's, name: 'x ] y'}]\n",
    "lines": "approvals: [\n  {by: ROL-002,\n   date: 2026-01-10},\n]\n",
    "empty list": "approvals: []  # none\n",
    "nothing": "approvals:  # none\n",
    "null": "approvals: null\n",
    "long note": "approvals:\n  - by: ROL-002\n    date: 2026-01-10\n    note: a note that\n      goes on\n",
    "no key": "",
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_only_the_approval_is_added(tmp_path, keys, end):
    (tmp_path / "roles.yaml").write_text(roles(keys, "board"))
    (tmp_path / "docs.yaml").write_text(DOCUMENTS)
    (tmp_path / "dossier.yaml").write_text("organisation: Example\n")
    before = {}
    for number, form in enumerate(FORMS):
        text = POLICY.replace("processes:", FORMS[form] + "processes:").replace("POL-001", f"POL-{number}").replace("\n", end)
        mark = "\ufeff" if form in ("block", "no key") else ""
        before[form] = (mark + text).encode()
        (tmp_path / f"pol-{number}.md").write_bytes(before[form])
    ids = [f"POL-{number}" for number in range(len(FORMS))]
    approval = ["--by", "ROL-001", "--date", "2026-02-10", "--directory", tmp_path]

    def files():
        return {form: (tmp_path / f"pol-{number}.md").read_bytes() for number, form in enumerate(FORMS)}

    dry = run("approve", *ids, *approval, "--dry-run", check=0)
    assert files() == before and dry.stdout.count(b"+++ ") == len(FORMS)
    run("approve", *ids, *approval, "--name", 'A. "B": c', "--note", "# no", check=0)
    after = files()
    for number, form in enumerate(FORMS):
        # Every earlier byte is still there, in its order, except a replaced `null`.
        rest = iter(after[form])
        assert all(byte in rest for byte in before[form].replace(b" null", b"")), form
        assert after[form].count(b"\r") == after[form].count(b"\n") * (end == "\r\n"), form
    again = run("approve", *ids, *approval, check=0)
    assert again.stderr.count(b"already") == len(FORMS) and files() == after
    for number in [0, 9]:
        shown = run("show", f"POL-{number}", tmp_path, "--as-of", DAY, check=0).stdout.decode()
        assert 'Name: A. "B": c' in shown and "Note: # no" in shown and "ROL-001 2026-02-10: asserted" in shown


def test_if_one_record_is_refused_none_is_approved(dossier):
    before = [(dossier.path / name).read_bytes() for name in ["docs.yaml", "pol.md"]]
    dossier.approve("DOC-001", "DOC-002", "POL-001", "--by", "ROL-002", "--date", "2026-02-10", check=2)
    assert before == [(dossier.path / name).read_bytes() for name in ["docs.yaml", "pol.md"]]
    dossier.approve("DOC-001", "DOC-002", "POL-001", "doc-001", "--by", "ROL-001", "--date", "2026-02-10")
    assert [len(dossier.states(i)) for i in ["DOC-001", "DOC-002", "POL-001"]] == [1, 1, 1]


def test_an_approval_with_a_future_date_is_reported_as_not_counting_yet(dossier):
    done = run("approve", "POL-001", "--by", "ROL-001", "--date", "2027-03-01", "--directory", dossier.path,
               env={"SOURCE_DATE_EPOCH": "1782777600"}, check=0)
    assert "2027-03-01 is after 2026-06-30: the approval does not count until then" in done.stderr.decode()
    assert dossier.states() == ["not yet, it is dated after the as-of date"]
    done = run("approve", "POL-001", "--by", "ROL-001", "--directory", dossier.path, env={"SOURCE_DATE_EPOCH": "1782777600"}, check=0)
    assert "does not count" not in done.stderr.decode()


def test_refusals(dossier):
    dossier.write("bad.md", "---\nkind: policy\nid: POL-009\ntitle: No day\n---\nText.\n")
    dossier.write("other.md", "---\nkind: policy\nid: POL-008\ntitle: A\neffective: 2026-01-01\nretired: 2026-02-01\n---\nText.\n")
    for arguments, said in [
        (["POL-01", "--by", "ROL-001"], "did you mean `POL-001`"), (["POL-001", "--by", "ROL-01"], "no role `ROL-01`"),
        (["POL-001", "--by", "POL-001"], "is not a role"), (["rol-001", "--by", "ROL-001"], "cannot approve itself"),
        (["POL-001", "ROL-001", "--by", "ROL-001"], "cannot approve itself"), (["POL-001", "--by", "ROL-002"], "may not approve records of kind policy; ROL-001 may"),
        (["POL-001", "--by", "ROL-003"], "role ROL-003 has no holder"), (["POL-001", "--by", "ROL-004"], "not effective on 2026-02-10"),
        (["POL-009", "--by", "ROL-001"], "cannot be read completely"), (["POL-008", "--by", "ROL-001"], "retired, superseded or rejected"),
        (["POL-001", "--by", "ROL-001", "--until", "2026-02-01"], "before its own date"), (["POL-001", "--by", "ROL-001", "--note", " "], "empty"),
    ]:
        done = dossier.approve(*arguments, "--date", "2026-02-10", check=2)
        assert said in done.stderr.decode(), done.stderr.decode()
    assert "approvals" not in "".join((dossier.path / name).read_text() for name in ("pol.md", "roles.yaml", "other.md"))
    # On an earlier date the policy was not retired, and the role was effective. Today they are not.
    for arguments, said in [
        (["POL-008", "--by", "ROL-001"], "retired, superseded or rejected"),
        (["POL-001", "--by", "ROL-004"], "role ROL-004 is not effective on 2026-06-30"),
    ]:
        done = run("approve", *arguments, "--date", "2026-01-30", "--directory", dossier.path,
                   env={"SOURCE_DATE_EPOCH": "1782777600"}, check=2)
        assert said in done.stderr.decode(), done.stderr.decode()
    dossier.write("dossier.yaml", "organisation: Example\nadopt: [{files: \"adr/*.md\", kind: decision}]\n")
    dossier.write("adr/0001-text.md", "# Text in git\n\nWe decided it.\n")
    done = dossier.approve("DEC-adr-0001-text", "--by", "ROL-001", "--date", "2026-02-10", check=2)
    assert "is adopted" in done.stderr.decode()


def test_a_file_that_changed_meanwhile_or_is_read_only_stays_complete(dossier):
    (dossier.path / "docs.yaml").chmod(0o640)
    dossier.approve("DOC-001", "--by", "ROL-001", "--date", "2026-02-10")
    assert (dossier.path / "docs.yaml").stat().st_mode & 0o777 == 0o640
    assert not [p.name for p in dossier.path.iterdir() if p.name.startswith(".dossier-")]


# What the site shows


def test_the_site_shows_the_status_of_approvals(dossier, tmp_path):
    dossier.approved("board")
    dossier.approve("DOC-001", "--by", "ROL-002", "--date", "2026-02-10")
    dossier.commit("document")
    dossier.edit("pol.md", "We answer", "We try to answer")
    site = tmp_path / "site"
    run("build", dossier.path, "--output", site, "--as-of", DAY)
    page = (site / "approvals.html").read_text()
    plain = re.sub(r"</?a\b[^>]*>", "", page)
    assert re.search(r"<th scope=\"row\">stale</th><td class=\"number\">1 of 2</td>", plain)
    for figure, count in (("approvals.stale", 1), ("approvals.all", 2)):
        assert f'data-figure="{figure}" data-count="{count}" href="figures/{figure}.html">{count}</a>' in page
        assert (site / "figures" / f"{figure}.html").is_file()
    assert "is not signed" in page and "Dependent records" in page and 'href="approvals.html"' in (site / "index.html").read_text()
    record = next(site.rglob("doc-001.html")).read_text()
    assert "This record depends on records that changed after their approval:" in record
    assert "it changed after its approval by Board on 10 February 2026" in record
    assert "POL-001 changed after its approval by Board on 10 February 2026. The current text is not approved. Changed: the text." in page
    run("build", dossier.path, "--output", site, "--as-of", DAY, "--no-history")
    assert "The git history was not read" in (site / "approvals.html").read_text()


def verified(dossier, name, check=0):
    done = run("verify", dossier.path / "releases" / name, "--sources", dossier.path, "--format", "json", check=check)
    findings = json.loads(done.stdout)["releases"][0]["findings"]
    return [(f["state"], f["sentence"]) for f in findings if f["code"].startswith(("approval", "repository"))]


def test_verify_reports_whether_approvals_of_a_release_are_proved(dossier):
    dossier.approved("board")
    run("release", "1", dossier.path, "--as-of", DAY, check=0)
    assert verified(dossier, "1") == [
        ("proved", "1 of 1 approvals are proved: the record has the approved content, in a commit signed with a key that the role lists"),
    ]
    dossier.commit("release")
    dossier.approve("DOC-001", "--by", "ROL-002", "--date", "2026-02-10")
    assert verified(dossier, "1", check=4) == [("not-checked", "approvals not checked: the sources differ from the release")]
    dossier.commit("approve another, unsigned")
    run("release", "2", dossier.path, "--as-of", DAY, check=0)
    # A tag that was added later is not part of the release.
    dossier.sign_tag("v2", record="docs.yaml")
    assert verified(dossier, "2") == [
        ("proved", "1 of 2 approvals are proved: the record has the approved content, in a commit signed with a key that the role lists"),
        ("asserted", f"the other approvals in the sources, as of {DAY}: 1 asserted"),
    ]


def test_verify_reports_a_damaged_repository(dossier):
    """Also if the missing object is neither a record's file nor one of its folders."""
    dossier.write("notes.txt", "x")
    dossier.approved("board")
    dossier.git("rm", "-q", "notes.txt")
    dossier.commit("without notes")
    run("release", "1", dossier.path, "--as-of", DAY, check=0)
    lost = dossier.git("rev-parse", "HEAD~1:notes.txt").decode().strip()
    (dossier.path / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    proved = "1 of 1 approvals are proved: the record has the approved content, in a commit signed with a key that the role lists"
    assert verified(dossier, "1", check=4) == [
        ("failed", f"the git repository of the sources is damaged: missing blob {lost}"), ("proved", proved),
    ]


def test_outdated_branch_names_are_not_damage(dossier):
    dossier.approved("board")
    run("release", "1", dossier.path, "--as-of", DAY, check=0)
    folder = dossier.path / ".git" / "refs" / "remotes" / "origin"
    folder.mkdir(parents=True)
    (folder / "HEAD").write_text("ref: refs/remotes/origin/gone\n")
    (folder / "lost").write_text("1" * 40 + "\n")
    assert [state for state, _ in verified(dossier, "1")] == ["proved"]


def test_verify_reports_an_approval_with_a_forged_signature(dossier):
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10")
    dossier.sign("approve")
    forged = dossier.git("cat-file", "commit", "HEAD").replace(b"\napprove", b"\napproved by all")
    name = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin"], cwd=dossier.path, input=forged, capture_output=True, check=True).stdout
    dossier.git("reset", "-q", "--hard", name.decode().strip())
    run("release", "1", dossier.path, "--as-of", DAY, check=0)
    states = verified(dossier, "1", check=4)
    assert states[0][0] == "failed" and states[0][1].startswith("an approval of policy POL-001 is not genuine: "), states


def test_a_release_does_not_depend_on_tags(dossier, tmp_path):
    dossier.approved()
    run("release", "1", dossier.path, "--as-of", DAY, check=0)
    dossier.commit("release")
    dossier.sign_tag("v1")
    assert dossier.states()[0].startswith("proved")
    run("publish", dossier.path, "--to", tmp_path / "pub", check=0)
    page = (tmp_path / "pub" / "versions" / "1" / "approvals.html").read_text()
    assert "0 of 1" in page or "asserted" in page


def test_an_approval_with_other_content_is_not_the_same(dossier):
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10", "--name", "Ann")
    before = (dossier.path / "pol.md").read_bytes()
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10")
    done = dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10", "--until", "2026-12-31", check=2)
    assert b"with another name, note or end" in done.stderr and (dossier.path / "pol.md").read_bytes() == before


def test_a_key_that_its_own_commit_added_is_reported(dossier):
    dossier.write("roles.yaml", roles(dossier.keys, "board", "other"))
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10")
    dossier.sign("approve", "other")
    assert dossier.states()[0].startswith("proved") and dossier.states()[0].endswith(", added to the role in the same commit")


def test_the_page_lists_every_role_whose_approval_is_stale(dossier, tmp_path):
    dossier.approve("DOC-001", "--by", "ROL-001", "--date", "2026-02-10")
    dossier.approve("DOC-001", "--by", "ROL-002", "--date", "2026-02-11")
    dossier.commit("approve")
    dossier.edit("docs.yaml", "Three gates.", "Four gates.")
    dossier.commit("change")
    run("build", dossier.path, "--output", tmp_path / "site", "--as-of", DAY, "--quiet")
    section = (tmp_path / "site" / "approvals.html").read_text().split("Changed after approval")[1].split("</section>")[0]
    assert "DOC-001 changed after its approval by Board on 10 February 2026 and by Head of AI on 11 February 2026." in section
