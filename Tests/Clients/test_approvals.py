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
    tag = ["-c", "gpg.format=ssh", "-c", f"user.signingkey={dossier.keys / 'board'}", "tag", "-s", "-m", "approved"]
    dossier.git(*tag, "before", "HEAD~1")
    assert dossier.states()[0].startswith("asserted")
    dossier.git("tag", "-a", "-m", "unsigned", "plain")
    assert dossier.states()[0].startswith("asserted")
    dossier.git(*[a.replace("board", "other") for a in tag], "stranger")
    assert dossier.states()[0].startswith("asserted")
    dossier.git(*tag, "v1")
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
    state = f"asserted, commit {dossier.id()} is signed, but the approval existed before, in a file that this commit changed or removed"
    assert dossier.states() == [state]


def test_a_record_in_a_form_without_history_hides_no_approval_in_another_file(dossier):
    dossier.git("rm", "-q", "--cached", "pol.md")
    dossier.edit("pol.md", "id: POL-001", '"id": POL-001')
    dossier.approve("POL-001", "--by", "ROL-001", "--date", "2026-02-10")
    dossier.git("commit", "-q", "-m", "without")
    dossier.commit("forged")
    dossier.edit("pol.md", '"id": POL-001', "id: POL-001")
    (dossier.path / "pol.md").rename(dossier.path / "b.md")
    dossier.sign("tidy")
    assert "is signed, but the approval existed before" in dossier.states()[0]


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
    "conflict markers": in_place("---\nWe", "    assert "DOC-001 changed after ROL-001 approved it on 10 February 2026, and after ROL-002 approved it on 11 February 2026." in section
