"""Releases, published versions and their verification: with real git and real ssh-keygen."""

import fcntl
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import time
import xml.etree.ElementTree

import pytest

from conftest import binary, run
from ledger import GIT, VERSIONS, by_hand, commit, day, git, key, verify, workspace
from test_build import tree


@pytest.fixture
def repo(tmp_path):
    return workspace(tmp_path / "repo")


def entries(manifest):
    """The path of each file with its size and digest, read without our program."""
    lines = manifest.read_text().splitlines()
    found = {}
    for size, line in zip(lines, lines[1:]):
        match = re.fullmatch(r"(\\?)([0-9a-f]{64})  (.+)", line)
        if match:
            name = match[3].replace("\\\\", "\\") if match[1] else match[3]
            found[name] = (int(size.removeprefix("# size ")), match[2])
    return found


def head(manifest):
    return dict(line[2:].split(" ", 1) for line in manifest.read_text().splitlines() if re.match(r"# [a-z-]+ ", line) and not line.startswith("# size"))


# The content of a release


def test_six_releases(six):
    status, failed, findings = verify(six / "pub", "--allowed-signers", six / "signers")
    assert (status, failed) == (0, [])
    assert not [f for f in findings if f["state"] == "not-checked" and f["code"] != "sources"]
    for i, version in enumerate(VERSIONS):
        assert verify(six / "pub" / "versions" / version)[:2] == (0, [])
        sealed = six / "repo" / "content" / "releases" / version
        assert sorted(p.name for p in sealed.iterdir()) == ["manifest", "manifest.sig", "seal", "seal.sig"]
        said = head(sealed / "manifest")
        assert said["version"] == version and said["as-of"] == day(i) and said["tree"] == "clean" and said["allowed"] == "nothing"
        if i == 0:
            assert said["previous"] == "none"
        else:
            before = six / "repo" / "content" / "releases" / VERSIONS[i - 1] / "manifest"
            assert said["previous"] == f"{VERSIONS[i - 1]} {hashlib.sha256(before.read_bytes()).hexdigest()}"
        assert git(six / "repo", "rev-parse", f"{version}~").strip() == said["commit"]


def test_the_manifest_lists_every_file_and_no_release(six):
    version = six / "pub" / "versions" / VERSIONS[-1]
    listed = entries(version / "manifest")
    site = {n: v for n, v in listed.items() if not n.startswith("SOURCES/")}
    there = {p.relative_to(version).as_posix(): p for p in version.rglob("*") if p.is_file() and p.parent != version or p.suffix in (".html", ".json")}
    for name, path in there.items():
        assert site.pop(name) == (path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())
    assert not site
    sources = {n.removeprefix("SOURCES/") for n in listed if n.startswith("SOURCES/")}
    content = six / "repo" / "content"
    assert sources == {p.relative_to(content).as_posix() for p in content.rglob("*") if p.is_file() and "releases" not in p.parts}
    assert list(listed) == sorted(listed, key=str.encode)


def test_the_merkle_root_is_that_of_rfc_6962(six):
    """Computed again from the document, not with our code."""

    def root(leaves):
        if len(leaves) == 1:
            return hashlib.sha256(b"\0" + leaves[0]).digest()
        half = 1
        while half * 2 < len(leaves):
            half *= 2
        return hashlib.sha256(b"\1" + root(leaves[:half]) + root(leaves[half:])).digest()

    manifest = six / "pub" / "versions" / "2.0" / "manifest"
    body = manifest.read_bytes().split(b"\n#\n", 1)[1]
    lines = body.splitlines(keepends=True)
    leaves = [a + b for a, b in zip(lines[::2], lines[1::2])]
    assert root(leaves).hex() == head(manifest)["merkle-root"]


@pytest.mark.parametrize("version", VERSIONS)
def test_ordinary_tools_verify_a_version(six, version):
    done = by_hand(six / "pub" / "versions" / version, six / "signers")
    assert done.returncode == 0, done.stderr.decode()


def test_a_later_release_does_not_read_the_earlier_ones(six):
    assert "releases/" not in (six / "pub" / "versions" / "2.2" / "index.html").read_text()
    done = run("check", six / "repo" / "content", "--as-of", day(5), "--format", "json")
    assert b"releases/" not in done.stdout


def test_an_ordinary_folder_called_releases_is_read(tmp_path):
    (tmp_path / "c" / "releases" / "one").mkdir(parents=True)
    (tmp_path / "c" / "releases" / "one" / "note.md").write_text("# A note\n\n[gone](gone.md)\n")
    assert b"releases/one/note.md" in run("check", tmp_path / "c", "--as-of", day(0)).stderr


# Refusals


def test_errors_are_refused_unless_allowed_and_then_recorded(repo):
    (repo / "content" / "handbook" / "bad.md").write_text("# Bad\n\n[[RSK-999]]\n")
    commit(repo, "bad")
    done = run("release", "1", cwd=repo, check=1)
    assert b"RSK-999" in done.stderr and b"--allow-errors" in done.stderr
    assert not (repo / "content" / "releases").exists()
    run("release", "1", "--allow-errors", cwd=repo, check=0)
    said = head(repo / "content" / "releases" / "1" / "manifest")
    assert said["errors"] == "1" and said["allowed"] == "errors"


def touch(repo):
    (repo / "content" / "handbook" / "index.md").write_text("# Other\n")


def untracked(repo):
    (repo / "content" / "handbook" / "new.md").write_text("# New\n")


def ignored(repo):
    (repo / ".gitignore").write_text("new.md\n")
    commit(repo, "ignore")
    untracked(repo)


def staged(repo):
    touch(repo)
    git(repo, "add", "-A")


def removed(repo):
    (repo / "content" / "handbook" / "back\\slash.txt").unlink()


def overlooked(repo):
    git(repo, "update-index", "--assume-unchanged", "content/handbook/index.md")
    touch(repo)


def skipped(repo):
    git(repo, "update-index", "--skip-worktree", "content/handbook/index.md")
    touch(repo)


@pytest.mark.parametrize("change", [touch, untracked, ignored, staged, removed, overlooked, skipped])
def test_an_unclean_tree_is_refused_unless_allowed_and_then_recorded(repo, change):
    change(repo)
    done = run("release", "1", "--quiet", cwd=repo, check=1)
    assert b"handbook/" in done.stderr and b"--allow-dirty" in done.stderr
    assert not (repo / "content" / "releases").exists()
    run("release", "1", "--allow-dirty", cwd=repo, check=0)
    said = head(repo / "content" / "releases" / "1" / "manifest")
    assert said["tree"] == "unclean" and said["allowed"] == "unclean-tree"


def test_files_that_are_not_sources_do_not_make_the_tree_unclean(repo):
    (repo / "notes.txt").write_text("outside\n")
    (repo / "content" / ".hidden").write_text("not read\n")
    run("release", "1", cwd=repo, check=0)
    # A release that is not committed yet does not make it unclean either.
    run("release", "2", cwd=repo, check=0)
    assert head(repo / "content" / "releases" / "2" / "manifest")["tree"] == "clean"


def test_outside_git_and_before_the_first_commit(tmp_path):
    run("init", tmp_path / "plain", check=0)
    run("release", "1", cwd=tmp_path / "plain", check=0)
    said = head(tmp_path / "plain" / "content" / "releases" / "1" / "manifest")
    assert (said["commit"], said["tree"]) == ("none", "unknown")
    run("init", tmp_path / "new", check=0)
    git(tmp_path / "new", "init", "-q")
    run("release", "1", cwd=tmp_path / "new", check=1)
    run("release", "1", "--allow-dirty", cwd=tmp_path / "new", check=0)
    assert head(tmp_path / "new" / "content" / "releases" / "1" / "manifest")["tree"] == "unclean"


def test_a_repository_that_git_refuses_is_not_treated_as_missing(repo):
    (repo / ".git" / "HEAD").write_text("garbage\n")
    assert b"git" in run("release", "1", cwd=repo, check=3).stderr


def test_no_code_of_the_repository_is_run(repo, tmp_path):
    mark = tmp_path / "ran"
    script = tmp_path / "evil"
    script.write_text(f"#!/bin/sh\ntouch {mark}\n")
    script.chmod(0o755)
    git(repo, "config", "core.fsmonitor", str(script))
    run("release", "1", cwd=repo, check=0)
    assert not mark.exists()


def test_git_reads_the_folder_and_not_the_environment(repo, tmp_path):
    other = workspace(tmp_path / "other")
    run("release", "1", cwd=repo, env={"GIT_DIR": str(other / ".git"), "GIT_WORK_TREE": str(other)}, check=0)
    assert head(repo / "content" / "releases" / "1" / "manifest")["commit"] == git(repo, "rev-parse", "HEAD").strip()


def test_a_release_never_changes(six, copy):
    before = tree(copy / "repo" / "content" / "releases")
    for version in ("2.2", "1.0"):
        done = run("release", version, cwd=copy / "repo", check=2)
        assert b"already" in done.stderr
    assert tree(copy / "repo" / "content" / "releases") == before


@pytest.mark.parametrize("name", ["..", "a/b", "latest", ".x", "", "a b"])
def test_invalid_names_are_refused(repo, name):
    run("release", "--", name, cwd=repo, check=2)


def test_two_heads_of_the_chain_are_refused(copy):
    repo = copy / "repo"
    git(repo, "checkout", "-q", "-b", "side", "2.1")
    (repo / "content" / "handbook" / "side.md").write_text("# Side\n")
    commit(repo, "side")
    run("release", "2.1-side", "--quiet", cwd=repo, check=0)
    commit(repo, "side release")
    git(repo, "checkout", "-q", "main")
    git(repo, "-c", "user.name=a", "-c", "user.email=a@b", "merge", "-q", "-m", "both", "side")
    done = run("release", "3", cwd=repo, check=1)
    assert b"there is more than one latest release: 2.1-side, 2.2; a chain has only one" in done.stderr
    assert ("chain-forked", None) in verify(repo / "content" / "releases")[1]


def test_two_releases_at_once_keep_one_chain(copy):
    repo = copy / "repo"
    releases = repo / "content" / "releases"
    # Both processes have read the state before either of them can write.
    held = os.open(releases, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    made = [
        subprocess.Popen([str(binary()), "release", name, "--quiet"], cwd=repo, stderr=subprocess.PIPE, env={**os.environ, **GIT})
        for name in ("3.0", "3.1")
    ]
    waiting = set()
    until = time.monotonic() + 60
    while len(waiting) < 2 and time.monotonic() < until:
        time.sleep(0.1)
        waiting = {p.pid for p in made if re.search(rf"-> FLOCK .* {p.pid} ", pathlib.Path("/proc/locks").read_text())}
    os.close(held)
    said = [p.communicate()[1] for p in made]
    assert sorted(p.returncode for p in made) == [0, 1], said
    assert any(b"another release was made at the same time; run the command again" in s for s in said)
    assert verify(releases)[:2] == (0, [])
    assert len([p for p in releases.iterdir()]) == len(VERSIONS) + 1


def test_a_name_that_cannot_be_listed_is_refused(repo):
    (repo / "content" / "handbook" / "a\nb.txt").write_text("x")
    commit(repo, "odd")
    assert b"control character" in run("release", "1", "--allow-errors", cwd=repo, check=1).stderr


def test_a_key_that_cannot_sign_leaves_nothing(repo, tmp_path):
    run("release", "1", "--key", tmp_path / "none", cwd=repo, check=3)
    public = key(tmp_path, "only-public").with_suffix(".pub")
    (tmp_path / "only-public").unlink()
    run("release", "1", "--key", public, cwd=repo, env={"SSH_AUTH_SOCK": ""}, check=3)
    assert not [p for p in (repo / "content").rglob("*") if "releases" in p.parts and p.is_file()]


def test_the_agent_signs(repo, tmp_path):
    private = key(tmp_path, "agent-key")
    socket = tmp_path / "s"
    agent = subprocess.Popen(["ssh-agent", "-D", "-a", str(socket)], stdout=subprocess.DEVNULL)
    try:
        while not socket.exists():
            time.sleep(0.02)
        subprocess.run(["ssh-add", "-q", str(private)], env={**os.environ, "SSH_AUTH_SOCK": str(socket)}, check=True)
        private.unlink()
        run("release", "1", "--key", private.with_suffix(".pub"), cwd=repo, env={"SSH_AUTH_SOCK": str(socket)}, check=0)
    finally:
        agent.kill()
        agent.wait()
    assert verify(repo / "content" / "releases" / "1")[:2] == (0, [])


# Reproducible


def test_same_commit_same_manifest(six, tmp_path):
    manifests = set()
    for i, (env, workers) in enumerate(
        [({}, 1), ({"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"}, 2), ({"TZ": "America/Lima", "HOME": "/nonexistent", "USER": "x"}, 8)]
    ):
        clone = tmp_path / f"clone {i} ü"
        git(tmp_path, "clone", "-q", str(six / "repo"), str(clone))
        (clone / "content" / "releases" / ".keep").write_text("")
        run("release", "3.0", "--workers", workers, cwd=clone, env={"SOURCE_DATE_EPOCH": "1793404800", **env}, check=0)
        manifests.add((clone / "content" / "releases" / "3.0" / "manifest").read_bytes())
    assert len(manifests) == 1
    assert b"# as-of 2026-10-31\n" in manifests.pop()


# Publishing


def test_publishing_never_changes_existing_versions(six, copy):
    for version in VERSIONS:
        published = tree(six / "pub" / "versions" / version)
        git(copy / "repo", "checkout", "-q", version)
        run("publish", "--to", copy / "again", "--release", version, cwd=copy / "repo", check=0)
        assert tree(copy / "again" / "versions" / version) == published
        before = {p: p.stat().st_mtime_ns for p in (copy / "again" / "versions").rglob("*")}
    run("publish", "--to", copy / "again", cwd=copy / "repo", check=0)
    assert {p: p.stat().st_mtime_ns for p in (copy / "again" / "versions").rglob("*")} == before
    assert tree(copy / "again") == tree(six / "pub")


def test_the_lists_lead_to_the_versions(six):
    listed = json.loads((six / "pub" / "versions.json").read_text())
    assert [v["version"] for v in listed["versions"]] == VERSIONS[::-1] and listed["latest"] == "2.2"
    assert [v.get("superseded_by") for v in listed["versions"]] == [None, "2.2", "2.1", "2.0", "1.2", "1.1"]
    for version in listed["versions"]:
        assert (six / "pub" / version["path"] / "index.html").is_file()
    script = (six / "pub" / "versions.js").read_text()
    assert json.loads(script.removeprefix("globalThis.dossierVersions = ").rstrip(";\n")) == listed
    feed = xml.etree.ElementTree.parse(six / "pub" / "versions.atom").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    assert [e.find(atom + "title").text for e in feed.findall(atom + "entry")] == VERSIONS[::-1]
    ids = [e.text for e in feed.iter(atom + "id")]
    assert len(set(ids)) == 7 and all(i.startswith("urn:uuid:") for i in ids)
    page = (six / "pub" / "latest" / "index.html").read_text()
    target = re.search(r'url=([^"]+)"', page)[1]
    assert (six / "pub" / "latest" / target).resolve() == six.resolve() / "pub" / "versions" / "2.2" / "index.html"


def test_other_sources_are_not_published(copy):
    (copy / "repo" / "content" / "handbook" / "index.md").write_text("# Changed since\n")
    done = run("publish", "--to", copy / "new", cwd=copy / "repo", check=1)
    assert b"handbook/index.md" in done.stderr and b"; check out the first later commit that contains releases/2.2" in done.stderr
    assert not (copy / "new" / "versions").exists()


def test_another_release_of_that_name_is_not_published(copy):
    repo = copy / "repo"
    shutil.rmtree(repo / "content" / "releases" / "2.2")
    run("release", "2.2", "--as-of", "2026-10-30", "--allow-dirty", cwd=repo, check=0)
    before = tree(copy / "pub")
    assert b"must not change" in run("publish", "--to", copy / "pub", cwd=repo, check=1).stderr
    assert tree(copy / "pub") == before


def test_a_damaged_release_is_not_published(copy):
    path = copy / "repo" / "content" / "releases" / "2.2" / "manifest.sig"
    path.write_bytes((copy / "repo" / "content" / "releases" / "2.1" / "manifest.sig").read_bytes())
    assert b"damaged" in run("publish", "--to", copy / "new", cwd=copy / "repo", check=1).stderr


def test_not_into_the_folder_that_is_read(copy):
    run("publish", "--to", copy / "repo" / "content" / "public", cwd=copy / "repo", check=2)


# A full disk


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs root")
def test_a_full_disk_leaves_the_old_state(copy):
    repo, disk = copy / "repo", copy / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(disk)], capture_output=True).returncode != 0:
        pytest.skip("this machine does not let us mount")
    try:
        pub = disk / "pub"
        shutil.copytree(copy / "pub" / "versions" / "2.1", pub / "versions" / "2.1")
        before = tree(pub)
        with open(disk / "ballast", "wb") as file:
            try:
                file.write(b"x" * (12 << 20))
            except OSError:
                pass
        os.truncate(disk / "ballast", (disk / "ballast").stat().st_size - (700 << 10))
        done = run("publish", "--to", pub, cwd=repo, check=3)
        assert b"No space left" in done.stderr and tree(pub) == before
        assert os.listdir(pub / "versions") == ["2.1"]
        (disk / "ballast").unlink()
        run("publish", "--to", pub, cwd=repo, check=0)
        assert verify(pub)[:2] == (0, [])
    finally:
        subprocess.run(["umount", str(disk)])


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs root")
def test_a_full_disk_leaves_no_partial_release(six, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(disk)], capture_output=True).returncode != 0:
        pytest.skip("this machine does not let us mount")
    try:
        repo = disk / "repo"
        shutil.copytree(six / "repo", repo, symlinks=True)
        before = tree(repo)
        # No space at all, space for the folders, for a part of the manifest, for all but the signatures.
        for room in (0, 8 << 10, 24 << 10):
            with open(disk / "ballast", "wb") as file:
                try:
                    file.write(b"x" * (12 << 20))
                except OSError:
                    pass
            os.truncate(disk / "ballast", (disk / "ballast").stat().st_size // 4096 * 4096 - room)
            done = run("release", "3", "--key", six / "alice", "--as-of", day(9), cwd=repo, check=3)
            assert b"No space left" in done.stderr
            (disk / "ballast").unlink()
            assert tree(repo) == before and sorted(os.listdir(repo / "content" / "releases")) == VERSIONS
        run("release", "3", "--key", six / "alice", "--as-of", day(9), cwd=repo, check=0)
        assert verify(repo / "content" / "releases")[:2] == (0, [])
    finally:
        subprocess.run(["umount", str(disk)])


# Proofs


def test_one_page_is_proved_alone(six, tmp_path):
    for name in ("index.html", "manifest.sig"):
        if name == "manifest.sig":
            run("prove", six / "pub" / "versions" / "1.1" / name, check=1)
            continue
        shutil.copy(six / "pub" / "versions" / "1.1" / name, tmp_path / "page")
        run("prove", six / "pub" / "versions" / "1.1" / name, "--output", tmp_path / "p", check=0)
        for more in ([], ["--allowed-signers", six / "signers"]):
            status, failed, findings = verify(tmp_path / "page", "--proof", tmp_path / "p", *more)
            assert (status, failed) == (0, []) and {"file", "proof", "signature"} <= {f["code"] for f in findings if f["state"] == "proved"}
        assert len((tmp_path / "p").read_bytes()) < 3000


def test_a_single_file_needs_its_proof(six, tmp_path):
    page = six / "pub" / "versions" / "1.1" / "index.html"
    said = run("verify", page, check=4).stdout.decode()
    assert "this is not a ZIP archive; verify a single file with a proof" in said and "--proof" in said
    (tmp_path / "p").write_text("mine\n")
    said = run("prove", page, "--output", tmp_path / "p", check=3).stderr.decode()
    assert "it already exists; remove it" in said and "--force" not in said and (tmp_path / "p").read_text() == "mine\n"


@pytest.mark.parametrize("name, reason", [("latest", "is reserved for the newest version"), ("a b", "use letters"), (".1", "begin with"),
                                          ("1.", "end with"), ("1" * 65, "at most 64")])
def test_a_refused_name_is_explained(tmp_path, name, reason):
    assert reason in run("release", name, tmp_path, check=2).stderr.decode()


def test_a_release_outside_git_reports_that_it_records_no_commit(tmp_path):
    (tmp_path / "page.md").write_text("# Page\n\n<v>raw</v>\n")
    assert "cannot release while there are warnings" in run("release", "1.0", tmp_path, "--strict", check=1).stderr.decode()
    assert not (tmp_path / "releases").exists()
    assert "the release records no commit: the sources are outside git" in run("release", "1.0", tmp_path, check=0).stderr.decode()


def test_a_source_is_proved_alone(six, tmp_path):
    source = six / "repo" / "content" / "handbook" / "back\\slash.txt"
    run("prove", source, check=2)
    done = run("prove", source, "--release", six / "repo" / "content" / "releases" / "2.2", check=0)
    (tmp_path / "p").write_bytes(done.stdout)
    assert b"SOURCES/handbook/back\\\\slash.txt" in done.stdout
    assert verify(source, "--proof", tmp_path / "p", "--allowed-signers", six / "signers")[:2] == (0, [])


def test_without_the_signature_no_unsigned_proof_is_made(copy):
    version = copy / "pub" / "versions" / "2.2"
    signature = version / "seal.sig"
    text = signature.read_text()
    signature.write_text(text + "more\n")
    assert b"seal.sig is not a signature" in run("prove", version / "index.html", check=1).stderr
    signature.unlink()
    done = run("prove", version / "index.html", check=1)
    assert b"seal.sig is missing" in done.stderr and not done.stdout
    signature.mkdir()
    done = run("prove", version / "index.html", check=3)
    assert b"seal.sig" in done.stderr and not done.stdout


@pytest.mark.parametrize("change", ["file", "line", "node", "leaf", "seal", "signature", "cut", "strip", "other", "stranger", "more", "last"])
def test_a_manipulated_proof_fails(six, tmp_path, change):
    page, proof = tmp_path / "page", tmp_path / "p"
    shutil.copy(six / "pub" / "versions" / "1.1" / "index.html", page)
    run("prove", six / "pub" / "versions" / "1.1" / "index.html", "--output", proof, check=0)
    text = proof.read_text()
    signers = six / "signers"
    expected = {"file": "file-changed", "line": "proof-root", "node": "proof-root", "leaf": "proof-root", "seal": "signature-invalid",
                "signature": "signature-invalid", "cut": "proof-malformed", "strip": "signature-missing", "other": "file-changed",
                "stranger": "signer-unknown", "more": "proof-malformed", "last": "proof-malformed"}[change]
    if change == "file":
        page.write_bytes(page.read_bytes() + b" ")
    if change == "line":
        page.write_bytes(b"<p>forged</p>")
        text = re.sub(r"# size \d+\n[0-9a-f]{64}", f"# size 13\n{hashlib.sha256(b'<p>forged</p>').hexdigest()}", text, count=1)
    if change == "node":
        text = re.sub(r"# node ([0-9a-f])", lambda m: "# node " + ("0" if m[1] != "0" else "1"), text, count=1)
    if change == "leaf":
        text = re.sub(r"# leaf (\d+)", lambda m: f"# leaf {int(m[1]) ^ 1}", text)
    if change == "seal":
        text = text.replace("# warnings ", "# warnings 1")
    if change == "signature":
        text = text.replace(text.splitlines()[-3], text.splitlines()[-3][::-1])
    if change == "cut":
        text = text[: text.index("# merkle-root") + 30]
    if change == "more":
        text += "approved by nobody\n"
    if change == "last":
        text = text[:-1] + "X"
    if change == "strip":
        text = text[: text.index("-----BEGIN")]
    if change == "other":
        page.write_bytes((six / "pub" / "versions" / "1.1" / "issues-to-fix.html").read_bytes())
    if change == "stranger":
        public = (six / "mallory.pub").read_text().split()
        signers = tmp_path / "signers"
        signers.write_text(f"alice@example.org {public[0]} {public[1]}\n")
    proof.write_text(text)
    status, failed, _ = verify(page, "--proof", proof, "--allowed-signers", signers)
    assert status == 4 and expected in [c for c, _ in failed], failed


# The page


def test_the_commands_work_as_printed(six, tmp_path):
    page = (pathlib.Path(__file__).parents[2] / "docs" / "manifest.md").read_text()
    blocks = re.findall(r"^```\n(.*?)^```", page, re.M | re.S)
    assert len(blocks) == 2
    script = "".join(blocks).replace("SIGNERS", str(six / "signers")).replace("/tmp/listed", str(tmp_path / "listed"))
    for version in VERSIONS:
        done = subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], cwd=six / "pub" / "versions" / version, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        lines = done.stdout.splitlines()
        assert lines[0].startswith('Good "dossier-release" signature for alice@example.org')
        before = lines[1].removeprefix("# previous ").split(" ")
        assert before == ["none"] or f"{before[1]}  ../{before[0]}/manifest" in lines
    # The sources, as the page describes in a sentence.
    git(tmp_path, "clone", "-q", str(six / "repo"), str(tmp_path / "clone"))
    command = re.search(r"`(sed -nE [^`]*? FILE .*?)`", page, re.S)[1].replace("\n", " ").replace("FILE", "content/releases/2.2/manifest")
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=tmp_path / "clone", capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_a_release_runs_no_filter_and_compares_bytes(repo, tmp_path):
    marker = tmp_path / "ran"
    (repo / ".gitattributes").write_text("* filter=evil\n")
    git(repo, "config", "filter.evil.clean", f"sh -c 'touch {marker}; cat'")
    git(repo, "config", "filter.evil.process", f"touch {marker}")
    git(repo, "config", "core.trustctime", "false")
    git(repo, "config", "core.checkStat", "minimal")
    path = repo / "content" / "roles.yaml"
    if not path.exists():
        path = next(p for p in sorted(repo.rglob("*.yaml")) if ".git" not in p.parts)
    status = path.stat()
    text = path.read_bytes()
    path.write_bytes(text[:-2] + bytes([text[-2] ^ 1]) + text[-1:])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    done = run("release", "9", "--allow-errors", "--as-of", day(1), cwd=repo)
    assert done.returncode == 1 and path.name.encode() in done.stderr.split(b"these files differ from the last commit")[1]
    run("release", "9", "--allow-errors", "--allow-dirty", "--as-of", day(1), cwd=repo, check=0)
    assert not marker.exists()


def test_a_release_whose_commit_was_squashed_away_can_be_published_from_a_clone(repo, tmp_path):
    git(repo, "checkout", "-q", "-b", "work")
    git(repo, "commit", "-q", "--allow-empty", "-m", "on a branch")
    run("release", "1", "--as-of", day(1), cwd=repo, check=0)
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "release 1")
    tree_id = subprocess.run(["git", "rev-parse", "HEAD^{tree}"], cwd=repo, capture_output=True, check=True).stdout.decode().strip()
    base = subprocess.run(["git", "rev-parse", "HEAD~2"], cwd=repo, capture_output=True, check=True).stdout.decode().strip()
    squashed = subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit-tree", "-p", base, "-m", "squashed", tree_id], cwd=repo,
        capture_output=True, check=True).stdout.decode().strip()
    git(repo, "checkout", "-q", "-B", "trunk", squashed)
    run("release", "2", "--as-of", day(2), cwd=repo, check=0)
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "release 2")
    git(repo, "branch", "-q", "-D", "work")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--branch", "trunk", "--single-branch", repo.as_uri(), str(clone))
    run("publish", "--to", tmp_path / "pub", cwd=clone, check=0)
    assert "is not an ancestor of this version" in (tmp_path / "pub" / "versions" / "2" / "since" / "index.html").read_text()
