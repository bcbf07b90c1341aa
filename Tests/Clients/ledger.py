"""A small management system with six releases, made with real git and real ssh-keygen."""

import json
import os
import pathlib
import subprocess

from conftest import run

VERSIONS = ["1.0", "1.1", "1.2", "2.0", "2.1", "2.2"]
GIT = {
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_AUTHOR_DATE": "2026-10-01T12:00:00Z",
    "GIT_COMMITTER_DATE": "2026-10-01T12:00:00Z", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
}


def git(folder, *arguments):
    done = subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **GIT}, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def commit(folder, message):
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def key(folder, name):
    path = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(path)], check=True)
    return path


def day(i):
    return f"2026-10-{10 + i:02}"


def workspace(folder):
    """A repository in which the starter is committed."""
    folder.mkdir(parents=True)
    run("init", folder, "--as-of", "2026-10-01", check=0)
    (folder / "content" / "handbook" / "back\\slash.txt").write_text("a name that sha256sum escapes\n")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "core.autocrlf", "false")
    commit(folder, "begin")
    return folder


def world(base):
    """`repo` with six releases, `pub` with the six versions, `signers`, the keys `alice` and `mallory`."""
    repo = workspace(base / "repo")
    alice = key(base, "alice")
    key(base, "mallory")
    public = (base / "alice.pub").read_text().split()
    (base / "signers").write_text(f'alice@example.org namespaces="dossier-release" {public[0]} {public[1]}\n')
    for i, version in enumerate(VERSIONS):
        (repo / "content" / "handbook" / f"note-{i}.md").write_text(f"# Note {i}\n\nWritten for {version}.\n")
        commit(repo, f"note {i}")
        run("release", version, "--key", alice, "--as-of", day(i), "--quiet", cwd=repo, check=0)
        run("publish", "--to", base / "pub", cwd=repo, check=0)
        commit(repo, f"release {version}")
        git(repo, "tag", version)
    return base


def verify(path, *more, cwd=None, env=None):
    """The exit status, and the code and path of each failed finding."""
    done = run("verify", path, "--format", "json", *more, cwd=cwd, env=env)
    said = json.loads(done.stdout) if done.stdout else {"releases": [], "findings": []}
    findings = [f for r in said["releases"] for f in r["findings"]] + said["findings"]
    return done.returncode, [(f["code"], f.get("path")) for f in findings if f["state"] == "failed"], findings


def by_hand(folder, signers, signer="alice@example.org"):
    script = pathlib.Path(__file__).with_name("verify-by-hand")
    return subprocess.run([str(script), str(folder), str(signers), signer], capture_output=True)
