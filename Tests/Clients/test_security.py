"""Faults that somebody found by attacking the program. Each is a test of its whole class, with a harmless case beside it."""

import csv
import fcntl
import io
import json
import os
import pathlib
import re
import stat
import subprocess
import sys
import threading
import time
import zipfile

import pytest

from conftest import AS_OF, ROOT, binary, run
from test_build import tree
from test_history import RISK, Repository

HOSTILE = json.loads((ROOT / "Tests/DossierTesting/hostile-text.json").read_text())
IS_ROOT = os.geteuid() == 0


@pytest.fixture
def small(tmp_path):
    """A small workspace."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "dossier.yaml").write_text("organisation: Ex\n")
    return folder


def build(folder, output, *more, check=0, **rest):
    return run("build", folder, "--output", output, "--as-of", AS_OF, *more, check=check, **rest)


# Attachments

ACTIVE = [
    "evil.html~", "pic.svg!", "a.js~", "x.php", "x.php.txt", "x.phtml", "x.jsp", "x.asp", "x.cgi", "x.py", "y.html.en", "y.html.bak",
    "y.html.foo", "noext", "z.rdf", "z.atom", "z.mml", "z.xbl", "z.dtd", "h.hta", "h.htc", "u.url", "l.lnk", "d.desktop", "e.exe", "s.svgz",
    "p.shtml", "A.HTML", "b.Svg", "c.xhtml;x", "d.html%00.txt", "o.xlsm", "w.wasm", "g.gz", "m.webmanifest",
]
PASSIVE = {"report.pdf": "report.pdf", "table.csv": "table.csv", "Picture.PNG": "picture.png", "plain.txt": "plain.txt", "data.json": "data.json"}
# The list of docs/attachments.md.
EXTENSIONS = set(
    "pdf docx xlsx pptx odt ods odp png jpg jpeg gif webp avif bmp tif tiff mp3 m4a ogg oga wav flac mp4 webm ogv mov txt text log csv tsv json md zip bin".split())


def test_every_attachment_has_one_passive_extension(small, tmp_path):
    (small / "w.asp").mkdir()
    names = ACTIVE + list(PASSIVE) + ["w.asp/y.html"]
    for i, name in enumerate(names):
        (small / name).write_text("<html><script>alert(1)</script></html>")
        (small / f"p{i}.md").write_text(f"# Page {i}\n\n[f](<{name.replace('%', '%25').replace(';', '%3B')}>)\n")
    out = tmp_path / "site"
    build(small, out, "--quiet", check=None)
    files = [p for p in (out / "files").rglob("*") if p.is_file()]
    assert len(files) == len(names), sorted(p.name for p in files)
    for path in files:
        parts = path.relative_to(out).parts
        assert all("." not in part for part in parts[:-1])
        stem, *endings = path.name.split(".")
        assert len(endings) == 1 and endings[0] in EXTENSIONS, path
    for name in PASSIVE.values():
        assert (out / "files" / name).exists()
    assert (out / "files" / "evil-html.txt").read_text().startswith("<html>")
    documented = re.search(r"## Extensions that are kept\n(.*?)\n## ", (ROOT / "docs/attachments.md").read_text(), re.S).group(1)
    assert set(re.findall(r"`([a-z0-9]+)`", documented)) == EXTENSIONS


def test_evidence_in_a_package_does_not_run_when_it_is_opened(small, tmp_path):
    for i, name in enumerate(["tool.exe", "page.hta", "link.url", "app.desktop", "sheet.csv"]):
        (small / name).write_text("x")
        (small / f"e{i}.md").write_text(
            f"---\nkind: evidence\nid: EVD-00{i}\ntitle: E\ncontrols: [A.6.2.4]\ncollected: 2026-01-01\ncollected_by: ROL-001\nfile: {name}\n---\nx\n")
    run("package", small, "--output", tmp_path / "p.zip", "--as-of", AS_OF, "--quiet")
    names = [n for n in zipfile.ZipFile(tmp_path / "p.zip").namelist() if "/evidence/" in n and not n.endswith(("/", ".html", ".md"))]
    endings = sorted(n.rsplit(".", 1)[1] for n in names if "/evidence/" in n and "/site/" not in n)
    assert endings == ["bin", "csv", "txt", "txt", "txt"], names


# Output folders

def facts(path):
    """Everything about a folder that a build must not change."""
    found = {}
    for p in [path, *sorted(path.rglob("*"))]:
        s = p.lstat()
        found[str(p.relative_to(path))] = (s.st_mode, s.st_uid, s.st_gid, s.st_ino, s.st_mtime_ns)
    return found


DOTS = {
    "dotfiles of a home": [".bashrc", ".ssh/id"], "a volume": [".Trash/x"], "only a README": ["README.md"], "only a CNAME": ["CNAME"],
    "only .nojekyll": [".nojekyll"], "well-known files": [".well-known/security.txt"], "an empty folder": [".cache/"], "a file": ["thesis.txt"],
    "a hidden file": [".thesis"],
}


@pytest.mark.parametrize("entries", DOTS.values(), ids=DOTS.keys())
def test_a_folder_with_any_entry_is_not_empty(small, tmp_path, entries):
    home = tmp_path / "home"
    for name in entries:
        target = home / name
        if name.endswith("/"):
            target.mkdir(parents=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("k")
    home.chmod(0o700)
    before = facts(home)
    done = build(small, home, check=3)
    assert b"is not a dossier site" in done.stderr and b"--force" in done.stderr
    assert facts(home) == before and sorted(os.listdir(tmp_path)) == ["home", "small"]


def test_an_empty_folder_is_used_and_keeps_its_mode_and_owner(small, tmp_path):
    out = tmp_path / "out"
    out.mkdir(mode=0o750)
    if IS_ROOT:
        os.chown(out, 65534, 65534)
    os.setxattr(out, "user.note", b"mine") if has_attributes(tmp_path) else None
    build(small, out)
    found = out.stat()
    assert stat.S_IMODE(found.st_mode) == 0o750
    if IS_ROOT:
        assert (found.st_uid, found.st_gid) == (65534, 65534)
    if has_attributes(tmp_path):
        assert os.getxattr(out, "user.note") == b"mine"


def has_attributes(folder):
    try:
        probe = folder / "probe"
        probe.write_text("")
        os.setxattr(probe, "user.x", b"1")
        return True
    except OSError:
        return False
    finally:
        probe.unlink(missing_ok=True)


def test_what_is_replaced_keeps_its_mode_owner_and_attributes(small, tmp_path):
    out = tmp_path / "out"
    build(small, out)
    page, folder = out / "index.html", out / "assets"
    page.chmod(0o640)
    folder.chmod(0o2770)
    out.chmod(0o2711)
    attributes = has_attributes(tmp_path)
    for path in (page, folder, out):
        if IS_ROOT:
            mode = stat.S_IMODE(path.stat().st_mode)
            os.chown(path, 65534, 65533)
            path.chmod(mode)
        if attributes:
            os.setxattr(path, "user.note", b"kept")
    inode = page.stat().st_ino
    for _ in range(2):
        build(small, out)
        for path, mode in ((page, 0o640), (folder, 0o2770), (out, 0o2711)):
            found = path.stat()
            assert stat.S_IMODE(found.st_mode) == mode, path
            if IS_ROOT:
                assert (found.st_uid, found.st_gid) == (65534, 65533), path
            if attributes:
                assert os.getxattr(path, "user.note") == b"kept", path
    assert page.stat().st_ino != inode


@pytest.mark.skipif(subprocess.run(["which", "setfacl"], capture_output=True).returncode != 0, reason="no setfacl")
def test_access_control_lists_are_kept(small, tmp_path):
    out = tmp_path / "out"
    build(small, out)
    if subprocess.run(["setfacl", "-m", "u:65534:rwx,d:u:65534:r-x", str(out)]).returncode != 0:
        pytest.skip("no access control lists here")
    def lists():
        return subprocess.run(["getfacl", "-pn", str(out)], capture_output=True, check=True).stdout
    before = lists()
    build(small, out)
    assert lists() == before and b"65534" in before


def test_files_that_a_command_rewrites_keep_their_attributes(content, tmp_path):
    path = content / "dossier-baseline.jsonl"
    run("check", content, "--as-of", AS_OF, "--update-baseline", check=None)
    if not path.exists():
        pytest.skip("the baseline has another name")
    path.chmod(0o600)
    if IS_ROOT:
        os.chown(path, 65534, 65534)
    (content / "bad.md").write_text("---\nkind: risk\nid: RSK-900\n---\n")
    run("check", content, "--as-of", AS_OF, "--update-baseline", check=None)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    if IS_ROOT:
        assert path.stat().st_uid == 65534


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["plain", "force"])
def test_homes_repositories_and_system_folders_are_never_replaced(small, tmp_path, force):
    top = tmp_path / "people"
    home = top / "ada"
    (home / ".ssh").mkdir(parents=True)
    repo = Repository(tmp_path / "repo")
    repo.write("a", "x")
    repo.commit("first")
    bare = tmp_path / "bare"
    subprocess.run(["git", "init", "-q", "--bare", str(bare)], check=True)
    before = (facts(top), tree(repo.path))
    env = {"HOME": str(home)}
    for target, reason in [
        (home, "it is the home folder"), (top, "it contains the home folder"), (tmp_path / "repo", "contains .git"),
        (repo.path / ".git", ".git folder"), (repo.path / ".git" / "objects", ".git folder"), (repo.path / ".git" / "refs" / "tags", ".git folder"),
        (repo.path / ".git" / "new", ".git folder"), (bare, ".git folder"),
        ("/proc", "/proc"), ("/sys", "/sys"), ("/dev", "/dev"), ("/proc/self/fd", "/proc"), ("/sys/kernel", "/sys"), ("/proc/new", "/proc"),
    ]:
        done = build(small, target, *force, check=3, env=env, timeout=60)
        assert reason in done.stderr.decode(), (target, done.stderr)
    assert (facts(top), tree(repo.path)) == before
    # A folder in a home is an ordinary folder.
    build(small, home / "site", *force, env=env)


@pytest.mark.skipif(not IS_ROOT, reason="mounting needs root")
@pytest.mark.parametrize("force", [(), ("--force",)], ids=["plain", "force"])
@pytest.mark.parametrize("kind", ["tmpfs", "bind"])
def test_mount_points_are_never_replaced(small, tmp_path, force, kind):
    out, other = tmp_path / "out", tmp_path / "other"
    other.mkdir()
    (other / "precious.txt").write_text("x")
    build(small, out)
    (out / "assets" / "volume").mkdir()
    (out / "volume").mkdir()
    for place in (out / "volume", out / "assets" / "volume", out):
        command = ["mount", "-t", "tmpfs", "tmpfs", str(place)] if kind == "tmpfs" else ["mount", "--bind", str(other), str(place)]
        if subprocess.run(command, capture_output=True).returncode != 0:
            pytest.skip("this machine does not let us mount")
        try:
            (place / "kept.txt").write_text("x")
            done = build(small, out, *force, check=3)
            assert b"mounted" in done.stderr or b"does not list" in done.stderr or b"not a dossier site" in done.stderr
            assert (place / "kept.txt").read_text() == "x"
        finally:
            subprocess.run(["umount", str(place)], check=True)
    assert (other / "precious.txt").read_text() == "x"


def test_a_site_to_which_somebody_added_a_file_is_not_replaced(small, tmp_path):
    out = tmp_path / "site"
    build(small, out)
    before = tree(out)
    for name in ["notes.txt", ".htaccess", "assets/mine.css", "assets/x/y.txt", ".well-known/.htaccess", ".well-known/page.html", "manifest"]:
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine")
        done = build(small, out, check=3)
        assert f"contains {name.removesuffix('/y.txt')}, which its site.json does not list" in done.stderr.decode(), name
        assert path.read_text() == "mine"
        path.unlink()
        while path.parent != out and not any(path.parent.iterdir()):
            path = path.parent
            path.rmdir()
    build(small, out)
    assert tree(out) == before
    (out / "notes.txt").write_text("mine")
    build(small, out, "--force")
    assert tree(out) == before


def test_a_site_lists_its_files(site):
    marker = json.loads((site / "site.json").read_text())
    assert marker["files"] == sorted(tree(site)) and marker["dossier-site"] == 1


# What a new site keeps

def stranger(folder, marker):
    """A site that came with somebody else's folder."""
    (folder / ".x").mkdir(parents=True)
    (folder / "site.json").write_text(marker)
    (folder / ".htaccess").write_text("AddType text/html .txt")
    (folder / ".user.ini").write_text("auto_prepend_file=x")
    (folder / "CNAME").write_text("evil.example\n")
    (folder / ".etc").symlink_to("/etc")
    (folder / ".x" / "evil.html").write_text("<script>1</script>")
    os.mkfifo(folder / ".pipe")
    (folder / ".well-known" / "deep").mkdir(parents=True)
    (folder / ".well-known" / "deep" / "security.txt").write_text("Contact: x\n")
    (folder / ".well-known" / "page.html").write_text("<script>1</script>")
    (folder / ".well-known" / ".htaccess").write_text("x")
    (folder / ".well-known" / "link").symlink_to("/etc/passwd")
    os.mkfifo(folder / ".well-known" / "pipe")


@pytest.mark.parametrize("listed", [False, True])
def test_a_new_site_keeps_only_plain_files_with_fixed_names(small, tmp_path, listed):
    out = tmp_path / "site"
    # The stranger can also list the files, so that they look like ours.
    files = [".htaccess", ".x/evil.html", ".etc", ".pipe", ".well-known/page.html", ".user.ini"] if listed else []
    stranger(out, json.dumps({"dossier-site": 1, "files": ["site.json", *files]}))
    done = build(small, out, check=3, timeout=60)
    assert b"which its site.json does not list" in done.stderr
    done = build(small, out, "--force", timeout=60)
    hidden = sorted(str(p.relative_to(out)) for p in out.rglob("*") if p.relative_to(out).parts[0].startswith(".") and not p.is_dir())
    assert hidden == [".well-known/deep/security.txt"]
    assert (out / "CNAME").read_text() == "evil.example\n"
    assert "kept from the old" in done.stderr.decode() and ".well-known/deep/security.txt, CNAME" in done.stderr.decode()
    assert not any(p.is_symlink() or stat.S_ISFIFO(p.lstat().st_mode) for p in out.rglob("*"))


def test_nothing_is_reported_when_nothing_is_kept(small, tmp_path):
    assert b"kept" not in build(small, tmp_path / "site").stderr
    assert b"kept" not in build(small, tmp_path / "site").stderr


# Git

SETTINGS = [
    ("fsck.skipList", "{secret}"), ("core.attributesFile", "{secret}"), ("core.excludesFile", "{secret}"), ("mailmap.file", "{secret}"),
    ("mailmap.blob", "HEAD:a"), ("include.path", "{secret}"), ("includeIf.gitdir:**.path", "{secret}"), ("core.worktree", "{elsewhere}"),
    ("core.bare", "true"), ("blame.ignoreRevsFile", "{secret}"), ("diff.orderFile", "{secret}"), ("commit.template", "{secret}"),
    ("fsck.missingEmail", "error"), ("fsck.badDate", "nonsense"), ("core.repositoryFormatVersion", "0"), ("log.date", "nonsense"),
    ("log.excludeDecoration", "x"), ("i18n.logOutputEncoding", "UTF-16"), ("core.quotePath", "true"), ("diff.renames", "copies"),
    ("format.pretty", "nonsense"), ("core.abbrev", "4"), ("log.date", "iso"), ("core.sparseCheckout", "true"), ("tag.sort", "nonsense"),
    ("core.commentChar", "nonsense"), ("color.ui", "nonsense"), ("pager.log", "false"), ("gc.auto", "1"), ("transfer.hideRefs", "refs"),
]


@pytest.mark.parametrize("place", ["repository", "user"])
@pytest.mark.parametrize("setting, value", SETTINGS, ids=[s for s, _ in SETTINGS])
def test_no_setting_of_git_changes_a_result(tmp_path, setting, value, place):
    repo = Repository(tmp_path / "repo")
    repo.write("dossier.yaml", "organisation: Example\n")
    repo.write("risks/a.md", RISK)
    repo.commit("first")
    repo.write("risks/a.md", RISK.replace("five", "six"))
    repo.commit("second")
    secret = tmp_path / "secret"
    secret.write_text("hunter2-secret\n")
    (tmp_path / "elsewhere").mkdir()
    expected = run("history", "RSK-001", repo.path, "--format", "json", check=0).stdout
    value = value.format(secret=secret, elsewhere=tmp_path / "elsewhere")
    env = {}
    if place == "repository":
        with open(repo.path / ".git" / "config", "a") as config:
            section, name = setting.rsplit(".", 1)
            head, _, sub = section.partition(".")
            config.write(f'[{head}{f" {chr(34)}{sub}{chr(34)}" if sub else ""}]\n\t{name} = {value}\n')
    else:
        subprocess.run(["git", "config", "--file", str(tmp_path / "user"), setting, value], check=True)
        env = {"GIT_CONFIG_GLOBAL": str(tmp_path / "user")}
    for arguments in (["history", "RSK-001", repo.path, "--format", "json"], ["diff", "HEAD~1", "HEAD", "--directory", repo.path, "--as-of", AS_OF]):
        done = run(*arguments, env=env, check=0)
        assert b"hunter2" not in done.stdout + done.stderr
        if arguments[0] == "history":
            assert done.stdout == expected


def test_verify_ignores_a_list_of_objects_to_skip(tmp_path):
    repo = Repository(tmp_path / "repo")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "board", "-f", str(tmp_path / "board")], check=True)
    key = (tmp_path / "board.pub").read_text().strip()
    repo.write("dossier.yaml", "organisation: Ex\n")
    repo.write("roles.yaml", f"kind: role\nrecords:\n  - id: ROL-001\n    title: Board\n    accountable_for: [all]\n    ssh_keys: ['{key}']\n")
    policy = "---\nkind: policy\nid: POL-001\ntitle: AI policy\neffective: 2025-01-01\n---\nText.\n"
    repo.write("pol.md", policy)
    repo.commit("base")
    run("approve", "POL-001", "--by", "ROL-001", "--date", "2026-01-05", "--directory", repo.path, check=0)
    repo.git("add", "-A")
    repo.git("-c", "gpg.format=ssh", "-c", f"user.signingkey={tmp_path}/board", "commit", "-q", "-S", "-m", "approve")
    run("release", "1.0", repo.path, "--allow-errors", "--as-of", AS_OF, "--quiet", check=0)
    repo.commit("release")
    release = repo.path / "releases" / "1.0"
    expected = run("verify", release, "--sources", repo.path, check=0).stdout
    assert b"1 of 1 approvals are proved" in expected
    (tmp_path / "secret").write_text("hunter2-secret\n")
    repo.git("config", "fsck.skipList", str(tmp_path / "secret"))
    done = run("verify", release, "--sources", repo.path, check=0)
    assert done.stdout == expected and b"hunter2" not in done.stdout
    # Real damage is still found.
    tip = repo.git("rev-parse", "HEAD:pol.md").decode().strip()
    (repo.path / ".git" / "objects" / tip[:2] / tip[2:]).unlink()
    done = run("verify", release, "--sources", repo.path, check=4)
    assert b"repository of the sources is damaged" in done.stdout or b"missing" in done.stdout


@pytest.fixture
def private(tmp_path):
    """Another repository of the user, which a stranger wants to see on pages."""
    repo = Repository(tmp_path / "private")
    repo.write("risks/a.md", RISK)
    repo.commit("secret subject")
    return repo


def plain(tmp_path):
    folder = tmp_path / "stranger"
    (folder / "risks").mkdir(parents=True)
    (folder / "dossier.yaml").write_text("organisation: Ex\n")
    (folder / "risks" / "a.md").write_text(RISK)
    return folder


def git_file(folder, git):
    (folder / ".git").write_text(f"gitdir: {git}\n")


def git_file_relative(folder, git):
    (folder / ".git").write_text(f"gitdir: {os.path.relpath(git, folder)}\n")


def git_link(folder, git):
    (folder / ".git").symlink_to(git)


def common_folder(folder, git):
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    (folder / ".git" / "commondir").write_text(f"{git}\n")


def file_to_own_folder_with_common(folder, git):
    common_folder(folder, git)
    (folder / ".git").rename(folder / ".hidden")
    (folder / ".git").write_text("gitdir: .hidden\n")


def linked(*names):
    def make(folder, git):
        (folder / ".git").mkdir()
        for name in ["HEAD", "objects", "refs"]:
            if name in names:
                (folder / ".git" / name).symlink_to(git / name)
            elif name == "HEAD":
                (folder / ".git" / name).write_text("ref: refs/heads/main\n")
            else:
                (folder / ".git" / name).mkdir()
        if "alternates" in names:
            (folder / ".git" / "objects" / "info").mkdir()
            (folder / ".git" / "objects" / "info" / "alternates").write_text(f"{git}/objects\n")
        if "main" in names:
            (folder / ".git" / "refs" / "heads").mkdir()
            (folder / ".git" / "refs" / "heads" / "main").symlink_to(git / "refs" / "heads" / "main")
        if "heads" in names:
            (folder / ".git" / "refs" / "heads").symlink_to(git / "refs" / "heads")
    return make


WAYS = {
    "a file": git_file, "a file with a relative path": git_file_relative, "a link": git_link, "a common folder": common_folder,
    "a file to a folder with a common folder": file_to_own_folder_with_common, "linked objects and references": linked("objects", "refs"),
    "linked references and borrowed objects": linked("refs", "alternates"), "a linked branch and borrowed objects": linked("main", "alternates"),
    "linked branches and borrowed objects": linked("heads", "alternates"), "a linked HEAD": linked("HEAD", "objects", "refs"),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_a_git_folder_that_leads_outside_is_reported_and_not_read(tmp_path, private, way):
    folder = plain(tmp_path)
    way(folder, private.path / ".git")
    done = run("history", "RSK-001", folder, check=2)
    assert b"does not belong to the folder" in done.stderr and b"secret subject" not in done.stderr + done.stdout
    build(folder, tmp_path / "site", check=None)
    pages = b"".join(p.read_bytes() for p in (tmp_path / "site").rglob("*") if p.is_file())
    assert b"secret subject" not in pages and b"does not belong to the folder" in pages
    done = run("release", "1.0", folder, "--allow-errors", "--as-of", AS_OF)
    assert done.returncode == 3 and b"does not belong to the folder" in done.stderr
    assert not (folder / "releases").exists()


def test_worktrees_submodules_and_subfolders_of_the_user_are_read(tmp_path, private):
    private.git("worktree", "add", "-q", str(tmp_path / "linked"), "-b", "other")
    outer = Repository(tmp_path / "outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(private.path), "inner")
    outer.commit("outer")
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{private.path}", str(shallow)], check=True)
    (tmp_path / "alias").symlink_to("private")
    own = tmp_path / "own"
    subprocess.run(["git", "clone", "-q", "--shared", str(private.path), str(own)], check=True)
    for folder in [private.path, tmp_path / "linked", outer.path / "inner", shallow, tmp_path / "alias", private.path / "risks", own]:
        done = run("history", "RSK-001", folder, check=0)
        assert b"secret subject" in done.stdout, folder


def test_formats_of_repositories_that_git_supports_are_read(tmp_path):
    repo = tmp_path / "sha256"
    subprocess.run(["git", "init", "-q", "-b", "main", "--object-format=sha256", str(repo)], check=True)
    (repo / "a.md").write_text(RISK)
    subprocess.run(["git", "-C", str(repo), "add", "-A"], check=True)
    subprocess.run(["git", "-C", str(repo), "-c", "user.name=a", "-c", "user.email=a@x", "commit", "-qm", "long ids"], check=True)
    assert b"long ids" in run("history", "RSK-001", repo, check=0).stdout
    subprocess.run(["git", "-C", str(repo), "config", "extensions.unknown", "true"], check=True)
    done = run("history", "RSK-001", repo, check=2)
    assert b"git cannot read the repository" in done.stderr


@pytest.mark.skipif(not IS_ROOT, reason="giving files away needs root")
def test_a_repository_of_another_user_is_refused_unless_the_user_lists_it(tmp_path, private):
    for path in [private.path, private.path / ".git"]:
        os.chown(path, 65534, 65534)
    done = run("history", "RSK-001", private.path, check=2)
    assert b"another user owns" in done.stderr
    # The repository cannot allow itself.
    with open(private.path / ".git" / "config", "a") as config:
        config.write("[safe]\n\tdirectory = *\n")
    run("history", "RSK-001", private.path, check=2)
    for listed, status in [(str(private.path), 0), ("*", 0), (f"{tmp_path}/*", 0), (str(tmp_path), 2), (f"{private.path}x", 2)]:
        (tmp_path / "user").write_text(f"[safe]\n\tdirectory = {listed}\n")
        run("history", "RSK-001", private.path, env={"GIT_CONFIG_GLOBAL": str(tmp_path / "user")}, check=status)
    (tmp_path / "user").write_text("[safe]\n\tdirectory = *\n\tdirectory =\n")
    run("history", "RSK-001", private.path, env={"GIT_CONFIG_GLOBAL": str(tmp_path / "user")}, check=2)


def test_reading_a_repository_leaves_no_temporary_folder(tmp_path, private):
    temporary, memory = tmp_path / "temporary", pathlib.Path("/dev/shm")
    temporary.mkdir()
    place = (memory if os.access(memory, os.W_OK) else temporary) / f"dossier-{os.geteuid()}"
    before = facts(private.path / ".git")
    # A process that was killed left this behind.
    left = place / ".git.dossier-1-a"
    place.mkdir(mode=0o700, exist_ok=True)
    left.mkdir()
    (left / "refs").symlink_to(private.path / ".git" / "refs")
    run("history", "RSK-001", private.path, env={"TMPDIR": str(temporary)}, check=0)
    assert not left.exists() and list(temporary.iterdir()) == [] and facts(private.path / ".git") == before


def test_a_temporary_folder_is_made_again_if_another_process_removes_it(private):
    """Processes that end remove the folder that contains the temporary folders, as soon as it is empty."""
    place = f"/dev/shm/dossier-{os.geteuid()}"
    script = f"import os\nwhile True:\n try: os.rmdir({place!r})\n except OSError: pass"
    with subprocess.Popen([sys.executable, "-c", script]) as other:
        try:
            done = [run("history", "RSK-001", private.path) for _ in range(40)]
        finally:
            other.kill()
    assert {(one.returncode, one.stderr) for one in done} == {(0, b"")}


# Output syntaxes

def test_no_cell_of_a_report_is_a_formula(tmp_path, small):
    titles = [t for t in HOSTILE if t.strip() and len(t) < 200 and not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u200b-\u206f\u061c]", t)]
    for i, title in enumerate(titles):
        (small / f"e{i}.md").write_text(
            f"---\nkind: evidence\nid: EVD-{i:03}\ntitle: {json.dumps(title)}\ncontrols: [A.6.2.4]\ncollected: 2026-01-01\ncollected_by: ROL-001\n---\nx\n")
    run("package", small, "--output", tmp_path / "p.zip", "--as-of", AS_OF, "--quiet")
    archive = zipfile.ZipFile(tmp_path / "p.zip")
    names = [n for n in archive.namelist() if n.endswith(".csv") and "/reports/" in n]
    assert names
    seen = 0
    for name in names:
        text = archive.read(name).decode()
        assert all(line.startswith('"') and line.endswith('"') for line in text.split("\r\n")[:-1] if "\n" not in line), name
        for separator in ",;\t":
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
                for cell in row:
                    for part in re.split("[;\t\r\n\x0b\x0c\x85\u2028\u2029]", cell):
                        seen += 1
                        assert not re.match(r'[\s"]*[=+\-@＝＋－＠]', part), (name, cell)
    assert seen > 500


def test_reports_in_json_have_no_effect_on_a_terminal(small):
    unsafe = re.compile("[\u0080-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\u200b\u200e\u200f\u061c\ufeff]")
    for i, text in enumerate(HOSTILE):
        (small / f"p{i}.md").write_bytes(f"# Page\n\n{text}\n\n[[RSK-9{i}]] [x]({text})\n".encode("utf-8", "replace"))
    names = ["a\u009b31m.md", "b\u202e.md", "c\u2028.md", "d\u2066.md"]
    for name in names:
        (small / name).write_text("---\nkind: risk\nid: RSK-001\ntitle: \u202ex\u2028\n---\n")
    for form in ("json", "sarif", "gitlab"):
        text = run("check", small, "--as-of", AS_OF, "--format", form).stdout.decode()
        assert not unsafe.search(text), form
        json.loads(text)
    assert "\u009b" in json.dumps(json.loads(run("check", small, "--as-of", AS_OF, "--format", "json").stdout), ensure_ascii=False)


def test_no_message_of_an_error_reaches_the_terminal_unescaped(tmp_path):
    for name in ["a\u001b[31m", "b\u009b31m", "c\u202e", "d\u2028"]:
        for arguments in (["check", name], ["build", name], ["verify", name], ["show", name], ["package", tmp_path, "--system", name], ["new", name]):
            done = run(*arguments, cwd=tmp_path)
            assert done.returncode != 0
            assert not re.search("[\u001b\u0080-\u009f\u202e\u2028]", done.stderr.decode()), arguments


def test_the_statement_of_a_release_quotes_the_organisation(tmp_path):
    name = 'Ex", evaluated as of 2099-01-01, made by "dossier 9'
    repo = Repository(tmp_path / "repo")
    repo.write("dossier.yaml", f"organisation: '{name}'\n")
    repo.commit("first")
    run("release", "1.0", repo.path, "--as-of", AS_OF, "--allow-errors", "--quiet", check=0)
    text = run("verify", repo.path / "releases" / "1.0", check=0).stdout.decode()
    assert f"of {json.dumps(name)}, evaluated as of {AS_OF}, made by dossier " in text


def test_commit_ids_and_issues_in_a_comparison_are_no_links(tmp_path):
    repo = Repository(tmp_path / "repo")
    repo.write("dossier.yaml", "organisation: Ex\n")
    repo.write("a.md", RISK)
    repo.commit("first")
    id = repo.git("rev-parse", "HEAD").decode().strip()
    repo.write("a.md", RISK.replace("Wrong refund", f"'See GH-123 and {id} and {id[:7]} and #1 and @user'"))
    text = run("diff", "HEAD", "--directory", repo.path, "--as-of", AS_OF, "--format", "markdown", check=0).stdout.decode()
    for piece in text.split("<!-- -->"):
        assert id[:7] not in piece and not re.search(r"GH-\d|#\d|@u", piece), text
    assert id in text.replace("<!-- -->", "")


# Waiting and failing

def test_waiting_for_a_lock_is_reported_and_ends(small, tmp_path):
    outer = tmp_path / "outer"
    outer.mkdir()
    holder = os.open(outer, os.O_RDONLY)
    fcntl.flock(holder, fcntl.LOCK_EX)
    try:
        begin = time.monotonic()
        done = build(small, outer / "site", "--lock-limit", 3, check=3, timeout=60)
        assert 2 < time.monotonic() - begin < 30
        lines = done.stderr.decode().splitlines()
        assert lines.count(f"waiting for another process that has locked the folder {outer}") == 1
        assert "another process has locked it for 3 seconds" in lines[-1] and os.listdir(outer) == []
        # A lock that is given back in time only delays.
        threading.Timer(2, lambda: fcntl.flock(holder, fcntl.LOCK_UN)).start()
        build(small, outer / "site", "--lock-limit", 30, timeout=60)
        assert os.listdir(outer) == ["site"]
    finally:
        os.close(holder)


def test_publishing_waits_for_a_lock_only_for_a_time(tmp_path):
    repo = Repository(tmp_path / "repo")
    repo.write("dossier.yaml", "organisation: Ex\n")
    repo.commit("first")
    run("release", "1.0", repo.path, "--as-of", AS_OF, "--allow-errors", "--quiet", check=0)
    target = tmp_path / "public"
    target.mkdir()
    holder = os.open(target, os.O_RDONLY)
    fcntl.flock(holder, fcntl.LOCK_EX)
    try:
        done = run("publish", repo.path, "--to", target, "--lock-limit", 2, check=3, timeout=60)
        assert b"another process has locked it" in done.stderr
    finally:
        os.close(holder)
    run("publish", repo.path, "--to", target, check=0)
    holder = os.open(repo.path / "releases", os.O_RDONLY)
    fcntl.flock(holder, fcntl.LOCK_EX)
    try:
        run("release", "2.0", repo.path, "--as-of", AS_OF, "--allow-errors", "--allow-dirty", "--quiet", "--lock-limit", 1, check=3, timeout=60)
    finally:
        os.close(holder)
    assert os.listdir(repo.path / "releases") == ["1.0"]


@pytest.fixture
def full(tmp_path):
    """A file system without space for a file."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not IS_ROOT or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], capture_output=True).returncode != 0:
        pytest.skip("this machine does not let us mount")
    def fill():
        with open(disk / "ballast", "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
    yield disk, fill
    subprocess.run(["umount", str(disk)])


def test_a_command_that_fails_leaves_no_empty_folder(full):
    disk, fill = full
    work = disk / "work"
    work.mkdir()
    (work / "dossier.yaml").write_text("organisation: Ex\n")
    fill()
    before = sorted(p.relative_to(disk) for p in disk.rglob("*"))
    commands = {
        "new": ["new", "risk", "--directory", work],
        "release": ["release", "1.0", work, "--as-of", AS_OF, "--allow-errors"],
        "build": ["build", work, "--output", disk / "a" / "b" / "site", "--as-of", AS_OF],
        "package": ["package", work, "--output", disk / "c" / "d" / "p.zip", "--as-of", AS_OF],
        "init": ["init", disk / "e"],
        "catalogue": ["import", work / "dossier.yaml", "--output", disk / "f" / "x.yaml"],
    }
    for name, command in commands.items():
        done = run(*command, timeout=120)
        assert done.returncode != 0, name
        assert sorted(p.relative_to(disk) for p in disk.rglob("*")) == before, name


def test_a_refused_command_leaves_no_empty_folder(small, tmp_path):
    before = sorted(p.relative_to(tmp_path) for p in tmp_path.rglob("*"))
    for command in (
        ["publish", small, "--to", tmp_path / "x" / "y"], ["package", small, "--output", small / "new" / "p.zip", "--as-of", AS_OF],
        ["build", tmp_path / "gone", "--output", tmp_path / "p" / "q" / "site"],
    ):
        assert run(*command).returncode != 0
        assert sorted(p.relative_to(tmp_path) for p in tmp_path.rglob("*")) == before, command


@pytest.mark.parametrize("folder", ["/proc/self", "/proc", "/proc/self/fd", "/sys", "/sys/kernel", "/dev", "/dev/fd", "/proc/self/task"])
def test_folders_of_the_kernel_are_not_read(tmp_path, folder):
    for command in (["build", folder, "--output", tmp_path / "site"], ["check", folder], ["new", "risk", "--directory", folder]):
        done = run(*command, timeout=30)
        assert done.returncode == 3 and b"it is in /" in done.stderr, (command, done.stderr)
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(not IS_ROOT, reason="mounting needs root")
def test_a_folder_of_the_kernel_inside_the_workspace_is_reported_and_not_read(small):
    (small / "proc").mkdir()
    if subprocess.run(["mount", "-t", "proc", "proc", str(small / "proc")], capture_output=True).returncode != 0:
        pytest.skip("this machine does not let us mount")
    try:
        done = run("check", small, "--as-of", AS_OF, timeout=30)
        assert b"proc" in done.stderr and b"not read" in done.stderr
    finally:
        subprocess.run(["umount", str(small / "proc")], check=True)
