"""Commands that are interrupted, full disks, hostile and large input: the state afterwards, the messages, and that commands end."""

import os
import shutil
import signal
import subprocess
import time

import pytest

from conftest import binary, fill, run
from ledger import GIT, day, git, verify
from test_build import tree

SIGNED = "1.1"


def interrupted(command, cwd, seconds, number, env):
    process = subprocess.Popen(
        [str(binary()), *map(str, command)], cwd=cwd, env=env, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    time.sleep(seconds)
    process.send_signal(number)
    return process.wait(timeout=60)


def test_a_killed_command_leaves_nothing_in_the_temporary_folder(copy, tmp_path):
    temporary, out = tmp_path / "temporary", tmp_path / "out"
    temporary.mkdir()
    out.mkdir()
    repo = copy / "repo"
    identifier, role = "DOC-001", "ROL-001"
    record = next((repo / "content" / "documents").glob("doc-001-*"))
    env = {**os.environ, **GIT, "TMPDIR": str(temporary)}
    before = sorted(os.listdir(record.parent))
    commands = {
        "verify": ["verify", copy / "pub", "--allowed-signers", copy / "signers"],
        "sources": ["verify", "content/releases/2.2", "--sources", "content"],
        "package": ["package", "content", "--as-of", day(5), "--output", out / "p.zip", "--key", copy / "alice", "--quiet"],
        "prove": ["prove", copy / "pub" / "versions" / SIGNED / "index.html", "--output", out / "proof"],
        "diff": ["diff", "1.0", "2.2", "--as-of", day(5)],
        "history": ["history", identifier],
        "approve": ["approve", identifier, "--by", role, "--date", day(5), "--directory", "content"],
    }
    text = record.read_bytes()
    for name, command in commands.items():
        started = time.monotonic()
        run(*command, cwd=repo, env=env)
        length = time.monotonic() - started
        for i, number in enumerate([signal.SIGINT, signal.SIGTERM, signal.SIGKILL, signal.SIGKILL]):
            if name == "prove":
                (out / "proof").unlink(missing_ok=True)
            record.write_bytes(text)
            interrupted(command, repo, length * (i + 0.5) / 4, number, env)
            assert os.listdir(temporary) == [], name
            assert record.read_bytes() == text or name == "approve"
        record.write_bytes(text)
        run(*command, cwd=repo, env=env)
        assert os.listdir(temporary) == [], name
    assert sorted(os.listdir(out)) == ["p.zip", "proof"] and sorted(os.listdir(record.parent)) == before


def test_files_of_a_killed_writer_are_removed(copy, tmp_path):
    repo = copy / "repo"
    run("package", "content", "--as-of", day(5), "--output", tmp_path / "p.zip", "--quiet", cwd=repo, check=0)
    (tmp_path / ".p.zip.dossier-1-a").write_text("left")
    (tmp_path / ".proof.dossier-1-a").write_text("left")
    (tmp_path / ".proof.dossier-1-a.txt").write_text("somebody's")
    run("package", "content", "--as-of", day(5), "--output", tmp_path / "p.zip", "--quiet", cwd=repo, check=0)
    run("prove", copy / "pub" / "versions" / SIGNED / "index.html", "--output", tmp_path / "proof", check=0)
    left = sorted(name for name in os.listdir(tmp_path) if name != "w")
    assert left == [".proof.dossier-1-a.txt", "p.zip", "proof"]


KEY = "KEY"
SIGNERS = {
    # The lines of the file, further options, the exit status, the code of the failed finding, a part of the message.
    "windows": ('a@x KEY\r\n', [], 0, None, "is signed by a@x"),
    "no line end": ('a@x KEY', [], 0, None, "is signed by a@x"),
    "something else first": ('hello\n\n# x\na@x KEY\n', [], 0, None, "is signed by a@x"),
    "something else last": ('a@x KEY\nhello world\n', [], 0, None, "is signed by a@x"),
    "for git first": ('a@x namespaces="git" KEY\nb@x namespaces="dossier-*" KEY\n', [], 0, None, "is signed by b@x"),
    "for git": ('a@x namespaces="git" KEY\n', [], 4, "signer-unknown", "line 1: key is not permitted for use in signature namespace"),
    "an authority": ('a@x cert-authority KEY\n', [], 4, "signer-unknown", "does not allow as of now"),
    "empty": ('', [], 4, "signer-unknown", "does not allow as of now"),
    "the other way round": ('KEY a@x\n', [], 4, "signer-unknown", "line 1: invalid key"),
    "an unknown option": ('a@x frobnicate KEY\n', [], 4, "signer-unknown", "line 1: bad options"),
    "no day": ('a@x valid-after="2026-10-01" KEY\n', [], 4, "signer-unknown", 'invalid "valid-after" time'),
    "over": ('a@x valid-before="20261101" KEY\n', [], 4, "signer-lapsed", "The file allows the key for a@x on 2026-10-11"),
    "over, on a day": ('a@x valid-before="20261101" KEY\n', ["--signers-on", "2026-10-31"], 0, None, "as of 2026-10-31"),
    "over, too late": ('a@x valid-before="20261101" KEY\n', ["--signers-on", "2026-11-02"], 4, "signer-lapsed", "has expired"),
    "over long ago": ('a@x valid-before="20260101" KEY\n', [], 4, "signer-unknown", "key has expired"),
    "not yet": ('a@x valid-after="20260901" KEY\n', ["--signers-on", "2026-08-31"], 4, "signer-lapsed", "not yet valid"),
}


@pytest.mark.parametrize("case", SIGNERS)
def test_files_of_allowed_signers(six, tmp_path, case):
    text, options, status, code, part = SIGNERS[case]
    signers = tmp_path / "signers"
    signers.write_text(text.replace(KEY, " ".join((six / "alice.pub").read_text().split()[:2])), newline="")
    found, failed, findings = verify(six / "pub" / "versions" / SIGNED, "--allowed-signers", signers, *options)
    said = [f["sentence"] for f in findings if f["code"].startswith("sign")]
    assert found == status and {c for c, _ in failed} == ({code} if code else set()), said
    assert any(part in sentence for sentence in said), said


def test_a_file_that_is_not_a_file_of_signers_is_reported(six, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with open(tmp_path / "large", "wb") as file:
        file.truncate(1 << 30)
    for name in ["pipe", "large", "nothing", "."]:
        done = run("verify", six / "pub" / "versions" / SIGNED, "--allowed-signers", tmp_path / name, timeout=20)
        assert done.returncode == 3 and done.stderr.startswith(b"error: cannot "), (name, done)
    assert run("verify", six / "pub", "--signers-on", "2026-10-31").returncode == 2
    assert run("verify", six / "pub", "--allowed-signers", six / "signers", "--signers-on", "2026-02-30").returncode == 2


def test_a_certificate_can_sign(copy, tmp_path):
    repo, key = copy / "repo", tmp_path / "key"
    for name in ["authority", "key"]:
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / name], check=True)
    subprocess.run(["ssh-keygen", "-q", "-s", tmp_path / "authority", "-I", "x", "-n", "carol@x", f"{key}.pub"], check=True, capture_output=True)
    shutil.copy(key, tmp_path / "key-cert")
    done = run("release", "3", "--key", tmp_path / "key-cert.pub", "--as-of", day(9), "--quiet", cwd=repo)
    if done.returncode:
        # Without an agent, OpenSSH does not always find the private key.
        assert done.returncode == 3 and b"sign with" in done.stderr
        return
    authority = " ".join((tmp_path / "authority.pub").read_text().split()[:2])
    (tmp_path / "signers").write_text(f"*@x cert-authority {authority}\n")
    status, failed, findings = verify(repo / "content" / "releases" / "3", "--allowed-signers", tmp_path / "signers")
    assert (status, failed) == (0, []), [f["sentence"] for f in findings]
    assert any("carol@x" in f["sentence"] for f in findings)


def write(path, text=""):
    path.unlink(missing_ok=True)
    path.write_text(text)


def pipe(path):
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def sparse(path, size):
    with open(path, "ab") as file:
        file.truncate(size)


def lines(path, lines):
    head = path.read_bytes().split(b"\n#\n")[0] + b"\n#\n"
    path.write_bytes(head + b"".join(b"# size 1\n%s  %s\n" % (b"a" * 64, name.encode()) for name in lines))


HOSTILE = {
    # The manipulation of a published version; code, path and a part of the message.
    "a manifest of 1 GB": (lambda v: sparse(v / "manifest", 1 << 30), "manifest-missing", "manifest", "larger than 256 MiB"),
    "a path of 1 MB": (lambda v: lines(v / "manifest", ["x/" * 500_000 + "y"]), "manifest-malformed", "manifest", "line is longer than"),
    "deep paths": (lambda v: lines(v / "manifest", [f"{i:05}/" + "x/" * 2000 + "y" for i in range(1000)]), "manifest-malformed", "manifest", "differs from the seal"),
    "paths that begin alike": (lambda v: lines(v / "manifest", ["a" * i for i in range(1, 4000)]), "manifest-malformed", "manifest", "differs from the seal"),
    "a pipe for the manifest": (lambda v: pipe(v / "manifest"), "manifest-missing", "manifest", "not a regular file"),
    "a pipe for the signature": (lambda v: pipe(v / "manifest.sig"), "signature-invalid", "manifest.sig", "not a readable file"),
    "a signature of 1 GB": (lambda v: sparse(v / "seal.sig", 1 << 30), "signature-invalid", "seal.sig", "larger than 64 KiB"),
    "a seal of 1 GB": (lambda v: sparse(v / "seal", 1 << 30), "seal-changed", "seal", "differs from the head"),
    "a pipe for a page": (lambda v: pipe(v / "index.html"), "file-special", "index.html", "no longer a regular file"),
    "a page of 1 TB": (lambda v: sparse(v / "index.html", 1 << 40), "file-changed", "index.html", "1099511627776 bytes"),
    "1 TB too much": (lambda v: sparse(v / "new", 1 << 40), "file-extra", "new", "not in the manifest"),
    "a link in a circle": (lambda v: (v / "loop").symlink_to("loop"), "file-special", "loop", "not a regular file"),
    "a name that is not UTF-8": (lambda v: open(bytes(v) + b"/\xff.txt", "w").close(), "file-special", "\ufffd.txt", "not UTF-8"),
    "a line break": (lambda v: write(v / "a\nb"), "file-extra", "a<U+000A>b", "not in the manifest"),
    "writing to the left": (lambda v: write(v / "x\u202egnp.html"), "file-extra", "x<U+202E>gnp.html", "not in the manifest"),
    "a separator of lines": (lambda v: write(v / "a\u2028b"), "file-extra", "a<U+2028>b", "not in the manifest"),
    "very deep folders": (lambda v: os.makedirs(v / "/".join(["d"] * 500)), "file-extra", "/".join(["d"] * 65), "deeper than any folder of a release"),
}


def test_hostile_releases_are_reported(six, tmp_path):
    for i, (name, (change, code, path, part)) in enumerate(HOSTILE.items()):
        v = tmp_path / str(i)
        shutil.copytree(six / "pub" / "versions" / SIGNED, v)
        change(v)
        status, failed, findings = verify(v)
        assert status == 4 and (code, path) in failed, (name, failed)
        assert any(part in f["sentence"] for f in findings if f["code"] == code), (name, findings)
        shutil.rmtree(v)


def test_paths_that_are_not_a_release_are_reported(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    for path in [tmp_path / "pipe", tmp_path / "loop", tmp_path / "nothing", "/dev/zero", "x/" * 3000]:
        done = run("verify", path, timeout=20)
        assert done.returncode == 3 and done.stderr.startswith(b"error: cannot open "), (path, done)
    (tmp_path / "empty").write_text("")
    assert verify(tmp_path / "empty")[:2] == (4, [("zip-not-a-zip", None)])


def test_a_file_that_grows_while_it_is_read_is_reported(copy):
    v = copy / "pub" / "versions" / SIGNED
    writer = subprocess.Popen(["sh", "-c", "exec yes >> index.html"], cwd=v, stdout=subprocess.DEVNULL)
    try:
        status, failed, _ = verify(v)
        assert status == 4 and failed == [("file-changed", "index.html")]
    finally:
        writer.kill()
        writer.wait()


@pytest.mark.skipif(os.geteuid() != 0, reason="becoming somebody else needs root")
def test_an_unreadable_file_is_not_reported_as_missing(copy):
    v = copy / "pub" / "versions" / SIGNED
    folder = next(f for f in sorted(v.iterdir()) if f.is_dir())
    (v / "index.html").chmod(0)
    folder.chmod(0)
    for above in [v, *v.parents]:
        above.chmod(above.stat().st_mode | 0o055)
    if shutil.which("setpriv") is None or not os.access(binary(), os.X_OK):
        pytest.skip("there is no setpriv")
    done = subprocess.run(
        ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", str(binary()), "verify", str(v)], capture_output=True
    )
    said = [line.split("  ", 2)[-1].strip() for line in done.stdout.decode().splitlines() if line.startswith("  failed")]
    assert done.returncode == 4 and said == sorted([
        f"{folder.name} cannot be read, so its contents were not checked", "index.html cannot be read"
    ]), (said, done.stderr)


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs root")
@pytest.mark.parametrize("command", ["package", "prove", "approve"])
def test_a_full_or_read_only_disk_leaves_the_old_state(six, tmp_path, disk, command):
    place, remount = disk
    content = place / "content"
    shutil.copytree(six / "repo" / "content", content)
    record = next((content / "documents").glob("doc-001-*"))
    text, out = record.read_bytes(), place / "out"
    call = {
        "package": ["package", six / "repo" / "content", "--as-of", day(5), "--output", out, "--quiet"],
        "prove": ["prove", six / "pub" / "versions" / SIGNED / "index.html", "--output", out],
        "approve": ["approve", "DOC-001", "--by", "ROL-001", "--date", day(5), "--directory", content],
    }[command]
    if command == "package":
        out.write_text("old")
    before = tree(place)
    fill(place)
    full = run(*call)
    assert full.returncode == 3 and b"No space left on device" in full.stderr, full
    (place / "fill").unlink()
    assert tree(place) == before
    remount("ro")
    closed = run(*call)
    assert closed.returncode == 3 and b"Read-only file system" in closed.stderr, closed
    remount("rw")
    assert tree(place) == before
    run(*call, check=0)
    assert record.read_bytes() != text if command == "approve" else out.stat().st_size > 10
    assert not [name for _, _, names in os.walk(place) for name in names if ".dossier-" in name]


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs root")
def test_a_full_temporary_folder_does_not_matter(six, disk):
    place, _ = disk
    fill(place)
    path = six / "pub" / "versions" / SIGNED
    assert verify(path, "--allowed-signers", six / "signers", env={"TMPDIR": str(place)})[:2] == (0, [])


def test_changed_line_ends_are_reported_as_such(copy):
    clone = copy / "clone"
    subprocess.run(["git", "clone", "-q", "-c", "core.autocrlf=true", copy / "repo", clone], check=True, env={**os.environ, **GIT})
    # The .gitattributes of the starter prevents this change.
    assert b"nothing failed" in run("verify", "content/releases", cwd=clone, check=0).stdout
    (clone / ".git" / "info" / "attributes").write_text("* !text\n")
    shutil.rmtree(clone / "content")
    git(clone, "checkout", "-q", "--", "content")
    for command in (["verify", "content/releases"], ["publish", "--to", copy / "other"], ["release", "3", "--as-of", day(9)]):
        done = run(*command, cwd=clone)
        assert done.returncode and b"line ends were changed" in done.stdout + done.stderr, done


def test_a_shallow_clone_gets_a_message_with_the_fix(copy):
    clone = copy / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{copy}/repo", clone], check=True, env={**os.environ, **GIT})
    done = run("publish", "--to", copy / "other", cwd=clone, check=1)
    assert b"is not in this clone, which is shallow; get it with `git fetch --unshallow`" in done.stderr


def test_started_programs_can_be_interrupted(six, tmp_path):
    """The calling program blocks signals, but a passphrase prompt must not outlive the terminal."""
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "ssh-keygen").write_text(f"#!/bin/sh\ngrep SigBlk /proc/self/status >> {tmp_path}/blocked\nexit 1\n")
    (tools / "ssh-keygen").chmod(0o755)
    run("verify", six / "pub" / "versions" / SIGNED, env={"PATH": f"{tools}:{os.environ['PATH']}"}, check=4)
    assert {line.split()[1] for line in (tmp_path / "blocked").read_text().splitlines()} == {"0" * 16}
