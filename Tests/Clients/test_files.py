"""Files: what a build refuses to replace, what it keeps, and what happens if nothing can be written."""

import json
import os
import shutil
import stat
import subprocess

import pytest

from conftest import AS_OF, CONTENT, binary, run
from test_build import tree

MARKER = '{\n  "dossier-site": 1,\n  "tool": "dossier"\n}\n'


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["plain", "force"])
@pytest.mark.parametrize(
    "output, cwd, reason",
    [
        ("content", ".", "is the workspace folder"),
        ("alias", ".", "is the workspace folder"),
        (".", "elsewhere", "is the current folder"),
        ("..", "elsewhere", "it contains the "),
        ("elsewhere", "elsewhere/deep", "it contains the current folder"),
        ("content/risks", ".", "contains rsk-"),
        ("repository", ".", "contains .git"),
        ("a-file", ".", "it is not a folder"),
        ("pipe", ".", "it is not a folder"),
    ],
)
def test_folders_that_the_user_works_with_are_never_replaced(tmp_path, content, output, cwd, reason, force):
    (tmp_path / "alias").symlink_to("content")
    (tmp_path / "elsewhere" / "deep").mkdir(parents=True)
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / "site.json").write_text(MARKER)
    (tmp_path / "a-file").write_text("x")
    os.mkfifo(tmp_path / "pipe")
    before, names = tree(tmp_path), sorted(os.listdir(tmp_path))
    target = output if output in (".", "..") else tmp_path / output
    done = run("build", content, "--output", target, "--as-of", AS_OF, *force, cwd=tmp_path / cwd, check=3, timeout=60)
    assert reason in done.stderr.decode() and done.stderr.startswith(b"error: cannot build into")
    assert tree(tmp_path) == before and sorted(os.listdir(tmp_path)) == names


def test_a_site_inside_the_workspace_is_replaced_but_never_read(content):
    run("build", ".", "--output", "public", "--as-of", AS_OF, cwd=content, check=0)
    (content / "public" / "README.md").write_text("# A page?\n\n[nowhere](nowhere.md)\n")
    before = run("check", "--as-of", AS_OF, cwd=content, check=0)
    assert b"nowhere" not in before.stderr
    assert b"public" not in run("check", "--as-of", AS_OF, "--format", "json", cwd=content, check=0).stdout
    run("build", ".", "--output", "other", "--as-of", AS_OF, cwd=content, check=0)
    run("build", ".", "--output", "public", "--as-of", AS_OF, cwd=content, check=0)
    assert (content / "public" / "README.md").exists()


INCIDENT = "---\nkind: incident\nid: INC-900\ntitle: Wrong refund\nstatus: nonsense\n---\n"
REGISTER = "kind: incident\nrecords:\n  - id: INC-900\n    title: Wrong refund\n    status: nonsense\n"


@pytest.mark.parametrize("name, text, marker, listed", [
    ("inc/i.md", INCIDENT, "inc/site.json", None),
    ("inc/i.md", INCIDENT, "inc/site.json", ["i.md", "site.json"]),
    ("inc/deep/er/i.md", INCIDENT, "inc/site.json", ["deep/er/i.md"]),
    ("inc/README.md", INCIDENT, "inc/site.json", []),
    ("inc/i.yaml", REGISTER, "inc/site.json", ["i.yaml"]),
    ("releases/9/i.md", INCIDENT, "releases/9/manifest", None),
])
def test_a_marker_hides_no_record(content, name, text, marker, listed):
    """Anybody can add a marker to a folder of records."""
    def found():
        said = json.loads(run("check", content, "--as-of", AS_OF, "--format", "json").stdout)
        return sorted(d["rule"] for d in said["diagnostics"] if name in json.dumps(d))

    (content / name).parent.mkdir(parents=True, exist_ok=True)
    (content / name).write_text(text)
    before = found()
    assert before
    is_release = marker.endswith("manifest")
    lists = {} if listed is None else {"files": listed}
    (content / marker).write_text("# dossier manifest 1\n" if is_release else json.dumps({"dossier-site": 1, **lists}))
    assert found() == before
    # Pages that the site lists are not read.
    if listed and not is_release:
        (content / "inc" / "page.md").write_text("# Page\n\n[nowhere](nowhere.md)\n")
        (content / marker).write_text(json.dumps({"dossier-site": 1, "files": [*listed, "page.md"]}))
        assert b"nowhere" not in run("check", content, "--as-of", AS_OF).stderr and found() == before


def test_a_file_with_the_name_of_the_marker_is_not_a_marker(tmp_path, content):
    out = tmp_path / "out"
    out.mkdir()
    (out / "site.json").write_text('{"name": "another program"}\n')
    (out / "precious.txt").write_text("x")
    done = run("build", content, "--output", out, "--as-of", AS_OF, check=3)
    assert b"is not a dossier site" in done.stderr and (out / "precious.txt").exists()
    folder = content / "app"
    folder.mkdir()
    (folder / "site.json").write_text('{"name": "another program"}\n')
    (folder / "page.md").write_text("# Page\n\n[nowhere](nowhere.md)\n")
    assert b"dead-link" in run("check", content, "--as-of", AS_OF).stderr


def test_a_pipe_instead_of_the_marker_does_not_block(tmp_path, content):
    (content / "app").mkdir()
    os.mkfifo(content / "app" / "site.json")
    run("check", content, "--as-of", AS_OF, check=0, timeout=60)


def test_kept_files_of_a_site_are_carried_over(tmp_path, content):
    out = tmp_path / "site"
    run("build", content, "--output", out, "--as-of", AS_OF, check=0)
    (out / "README.md").write_text("mine\n")
    (out / "CNAME").write_text("dossier.example\n")
    (out / ".nojekyll").write_text("")
    (out / ".well-known" / "deep").mkdir(parents=True)
    (out / ".well-known" / "deep" / "security.txt").write_text("Contact: x\n")
    (out / ".well-known").chmod(0o700)
    before = (tree(out), (out / "README.md").stat().st_ino)
    for _ in range(2):
        done = run("build", content, "--output", out, "--as-of", AS_OF, check=0, timeout=60)
        assert b"kept from the old" in done.stderr and b".well-known/deep/security.txt, CNAME, README.md" in done.stderr
        assert (tree(out), (out / "README.md").stat().st_ino) == before
        assert stat.S_IMODE((out / ".well-known").stat().st_mode) == 0o700
        assert sorted(os.listdir(tmp_path)) == ["content", "site"]


def test_the_umask_does_not_hide_the_site(tmp_path, content):
    out = tmp_path / "site"
    subprocess.run(
        [str(binary()), "build", str(content), "--output", str(out), "--as-of", AS_OF], umask=0o077, check=True, capture_output=True
    )
    modes = {(p.is_dir(), stat.S_IMODE(p.stat().st_mode)) for p in [out, *out.rglob("*")]}
    assert modes == {(True, 0o755), (False, 0o644)}


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
def test_output_that_cannot_be_written_ends_with_3(content):
    with open("/dev/full", "wb") as full:
        for arguments in (["show", "iso42001", CONTENT], ["check", CONTENT, "--format", "json"], ["--help"]):
            done = subprocess.run([str(binary()), *map(str, arguments)], stdout=full, stderr=subprocess.PIPE, timeout=60)
            assert done.returncode == 3, arguments
            assert b"error: cannot write to standard output: No space left" in done.stderr
        done = subprocess.run([str(binary()), "check", str(CONTENT)], stdout=subprocess.PIPE, stderr=full, timeout=60)
        assert done.returncode == 3


def test_a_closed_output_ends_with_3_and_gets_no_file_of_the_site(tmp_path, content):
    command = f'"{binary()}" check "{content}" --as-of {AS_OF} --format json >&-'
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 3 and b"cannot write to standard output: Bad file descriptor" in done.stderr
    command = f'"{binary()}" build "{content}" --output "{tmp_path}/site" --as-of {AS_OF} >&- 2>&- <&-'
    assert subprocess.run(["sh", "-c", command], timeout=60).returncode == 3
    run("build", content, "--output", tmp_path / "other", "--as-of", AS_OF, check=0)
    assert tree(tmp_path / "site") == tree(tmp_path / "other")


def test_every_message_of_wrong_usage_begins_in_lower_case():
    for arguments in (["chekc"], ["check", "--format", "xml"], ["check", "--nonsense"], ["explain", "unknown-recrod"], ["new"]):
        assert run(*arguments, check=2).stderr.startswith(b"error: "), arguments


def test_init_that_fails_leaves_nothing(tmp_path):
    project = tmp_path / "project"
    (project / "content").mkdir(parents=True)
    (project / "content" / "risks").write_text("a file where a folder must be")
    run("init", project, check=3)
    assert sorted(p.relative_to(project).as_posix() for p in project.rglob("*")) == ["content", "content/risks"]
