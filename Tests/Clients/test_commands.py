"""The commands from outside: their output, its stream, and the exit status."""

import json
import os
import subprocess

import pytest

from conftest import AS_OF, CONTENT, binary, run


def test_help_and_version():
    for arguments in (["--help"], ["help", "check"], ["build", "--help"]):
        assert b"dossier" in run(*arguments, check=0).stdout
    assert run("--version", check=0).stdout.strip().count(b".") == 2


def test_wrong_usage_ends_with_2():
    for arguments in (["chekc"], ["check", "--format", "xml"], ["check", "--as-of", "yesterday"], ["explain", "unknown-recrod"],
                      ["schema", "rsik"], ["show", "RSK-99999", CONTENT], ["new", "risk", "RSK 1", "--directory", CONTENT]):
        done = run(*arguments, check=2)
        assert done.stderr and not done.stdout, arguments
    assert b"did you mean `unknown-record`" in run("explain", "unknown-recrod").stderr


def test_environment_ends_with_3(tmp_path):
    assert b"cannot open the folder" in run("check", tmp_path / "nowhere", check=3).stderr
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "precious.txt").write_text("x")
    done = run("build", CONTENT, "--output", taken, "--as-of", AS_OF, check=3)
    assert b"precious.txt" in done.stderr and (taken / "precious.txt").exists()
    assert b"--force" in done.stderr
    run("build", CONTENT, "--output", taken, "--as-of", AS_OF, "--force", check=0)
    assert (taken / "index.html").exists()


def test_check_writes_nothing(content):
    before = sorted((p, p.stat().st_mtime_ns) for p in content.rglob("*"))
    run("check", content, "--as-of", AS_OF, check=0)
    assert sorted((p, p.stat().st_mtime_ns) for p in content.rglob("*")) == before


def test_strict_fails_on_warnings(content):
    (content / "handbook" / "html.md").write_text("# HTML\n\n<v>x</v>\n")
    run("check", content, "--as-of", AS_OF, check=0)
    run("check", content, "--as-of", AS_OF, "--strict", check=1)


def test_build_with_errors_shows_them_and_ends_with_1(content, tmp_path):
    (content / "bad.md").write_text("---\nkind: concern\nid: CNC-900\ntitle: Bad\nraised: soon\n---\n")
    out = tmp_path / "out"
    run("build", content, "--output", out, "--as-of", AS_OF, check=1)
    assert "bad-date" in (out / "issues-to-fix.html").read_text()


def test_every_rule_explains_itself():
    listed = [line.split()[0] for line in run("explain", check=0).stdout.decode().splitlines() if line.startswith("  ")]
    assert len(listed) >= 25 and len(set(listed)) == len(listed)
    for rule in listed:
        text = run("explain", rule, check=0).stdout.decode()
        assert "Bad:" in text and "Good:" in text and "\x1b" not in text


def test_show_a_record_a_control_and_a_catalogue():
    text = run("show", "RSK-006", CONTENT, "--as-of", AS_OF, check=0).stdout.decode()
    assert "AIS-002" in text and "referred to by" in text
    text = run("show", "A.6.2.4", CONTENT, "--as-of", AS_OF, check=0).stdout.decode()
    assert "SOA-A-6-2-4" in text and "verification" in text
    assert run("show", "iso42001", CONTENT, check=0).stdout.decode().count("\n") > 90


def test_new_takes_the_next_free_id_and_the_right_folder(content):
    printed = run("new", "risk", "--directory", content, "--print", check=0).stdout.decode()
    assert "id: RSK-029" in printed
    path = run("new", "risk", "--title", "A: new \"risk\"", "--directory", content, check=0).stdout.decode().strip()
    assert path.endswith("risks/rsk-029.md") and os.path.exists(path)
    assert b"exists already" in run("new", "risk", "rsk-029", "--directory", content, check=2).stderr


@pytest.mark.parametrize("kind", [l.split()[0] for l in run("schema").stdout.decode().splitlines()] if binary().exists() else [])
def test_new_writes_a_record_that_can_be_read(kind, content):
    # The placeholders of dates are the as-of date: records dated after it are not effective and not evaluated.
    path = run("new", kind, "--title", "Something", "--as-of", AS_OF, "--directory", content, check=0).stdout.decode().strip()
    done = run("check", content, "--as-of", AS_OF, "--format", "json")
    # Missing content is reported, but nothing is malformed and every reference has a target.
    family, families = "", {}
    for line in run("explain").stdout.decode().splitlines():
        if line.startswith("  "):
            families[line.split()[0]] = family
        else:
            family = line.strip()
    said = {d["rule"] for d in json.loads(done.stdout)["diagnostics"] if d["primary"]["path"] == path}
    # The content for readers is still missing.
    assert "placeholder-text" in said
    said = {rule for rule in said if families[rule] in ("format", "references")}
    assert said <= {"empty-value", "orphan-record", "duplicate-implementation"}, said


def test_init_writes_a_workspace_that_only_reports_placeholders(tmp_path):
    project = tmp_path / "project"
    run("init", project, "--as-of", "2027-05-05", check=0)
    done = run("check", cwd=project, env={"SOURCE_DATE_EPOCH": "1809561600"}, check=0)
    assert b"0 errors, " in done.stderr and b" 0 notes" in done.stderr
    assert b"as of 2027-05-06" in done.stderr
    # Only placeholders are reported: each record with a placeholder once.
    said = json.loads(run("check", "--as-of", "2027-05-06", "--format", "json", cwd=project).stdout)["diagnostics"]
    assert {d["rule"] for d in said} == {"placeholder-text"}
    left = {str(p.relative_to(project)) for p in (project / "content").rglob("*") if p.is_file() and "*Replace " in p.read_text()}
    assert left == {d["primary"]["path"] for d in said} and len(left) > 10
    run("build", "--as-of", "2027-05-06", cwd=project, check=0)
    assert (project / "site" / "index.html").exists()
    assert (project / ".github" / "workflows" / "dossier.yml").exists()
    # Git ignores the site and packages.
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    run("package", "--as-of", "2027-05-06", "--quiet", cwd=project, check=0)
    assert list(project.glob("*.zip"))
    others = subprocess.run(["git", "status", "--porcelain"], cwd=project, capture_output=True, check=True).stdout.decode()
    assert "zip" not in others and "site" not in others
    assert b"already exists" in run("init", project, check=3).stderr
    kinds = {line.split()[0] for line in run("schema").stdout.decode().splitlines()}
    used = set()
    for path in (project / "content").rglob("*"):
        if path.suffix in (".md", ".yaml"):
            for line in path.read_text().splitlines():
                if line.startswith("kind: "):
                    used.add(line[6:].strip())
    assert used == kinds


def test_a_closed_reader_causes_no_crash():
    process = subprocess.Popen([str(binary()), "show", "iso42001", str(CONTENT)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert process.wait(timeout=60) == 0


def test_an_empty_folder_builds_with_an_error(tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    done = run("build", empty, "--output", tmp_path / "out", "--as-of", AS_OF, check=1)
    assert b"this folder has no `dossier.yaml`, no record and no page" in done.stderr
    assert (tmp_path / "out" / "index.html").exists()


def test_show_says_what_the_site_says(content, tmp_path):
    """The status on the date, what makes the record weaker, and what an exception suppresses."""
    text = run("show", "EVD-009", content, "--as-of", AS_OF, check=0).stdout.decode()
    assert f"status on {AS_OF}: effective; expired" in text
    assert "suppressed diagnostics in" in text and "[evidence-expired], excepted by EXC-001 until" in text
    shown = json.loads(run("show", "EVD-009", content, "--as-of", AS_OF, "--format", "json", check=0).stdout)
    assert shown["status"] == "effective" and shown["lapses"] == ["expired"] and shown["diagnostics"] == []
    assert [d["rule"] for d in shown["suppressed"]] == ["evidence-expired"]
    assert shown["suppressed"][0]["suppression"]["exception"] == "EXC-001"
    (content / "pol-900.md").write_text("---\nkind: policy\nid: POL-900\ntitle: Next\neffective: 2027-01-01\n---\nText.\n")
    assert f"status on {AS_OF}: not yet effective" in run("show", "POL-900", content, "--as-of", AS_OF, check=0).stdout.decode()
