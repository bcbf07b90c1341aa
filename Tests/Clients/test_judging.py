"""Levels, profiles, exceptions and the baseline: output, pages and exit status."""

import json
import re

import pytest

from conftest import AS_OF, run


@pytest.fixture
def small(tmp_path):
    """Two suppliers without references to them, a dead link, and a role."""
    root = tmp_path / "small"
    root.mkdir()
    (root / "dossier.yaml").write_text("organisation: Q\n")
    (root / "suppliers.yaml").write_text(
        "kind: supplier\nrecords:\n  - {id: SUP-001, title: a, service: b}\n  - {id: SUP-002, title: c, service: d}\n"
    )
    (root / "roles.yaml").write_text("kind: role\nrecords:\n  - {id: ROL-001, title: a, accountable_for: [x]}\n")
    (root / "n.md").write_text("# Note\n\n[x](gone.md)\n")
    return root


def heard(done):
    """The rules of the concise lines about these few records, without those about a complete management system."""
    rules = re.findall(r"^(\S+?):\d+:\d+: (\w+): .*\[([a-z-]+)\]$", done.stderr.decode(), re.M)
    known = ("orphan-record", "dead-link", "locked-rule", "unknown-rule", "exception-expired", "exception-unused", "baseline-stale",
             "missing-field", "unknown-word")
    return sorted((rule, level) for _, level, rule in rules if rule in known)


def check(root, *more, status=None):
    return run("check", root, "--as-of", AS_OF, "--format", "concise", *more, check=status)


def levels(root, text):
    (root / "dossier.yaml").write_text("organisation: Q\nrules:\n" + text)


def test_levels_change_severities_and_the_exit_status(small):
    assert heard(check(small, status=1)) == [("dead-link", "error"), ("orphan-record", "warning"), ("orphan-record", "warning")]
    levels(small, "  levels: {references: note, orphan-record: off}\n")
    assert heard(check(small)) == [("dead-link", "note")]


def test_a_wrong_level_is_reported_at_its_position(small):
    levels(small, "  profile: startap\n  levels:\n    orphan-recrod: off\n    format: off\n    dead-link: hint\n")
    text = check(small, status=1).stderr.decode()
    assert "dossier.yaml:3:12: error" in text and "did you mean `startup`?" in text
    assert "dossier.yaml:5:5: error" in text and "did you mean `orphan-record`?" in text
    assert "dossier.yaml:6:13: error" in text and "cannot be switched off" in text
    assert "dossier.yaml:7:16: error" in text


def test_an_auditor_sees_what_was_switched_off(small, tmp_path):
    levels(small, "  profile: surveillance\n  levels: {dead-link: off}\n")
    run("build", small, "--output", tmp_path / "site", "--as-of", AS_OF)
    page = (tmp_path / "site" / "issues-to-fix.html").read_text()
    table = page[page.index('id="levels"'):]
    assert "<code>surveillance</code>" in table
    row = re.search(r"<tr><th scope=\"row\"><code>dead-link</code></th>.*?</tr>", table).group(0)
    assert "error" in row and ">off<" in row and "set for the rule" in row
    assert "evidence-expired" in table


def test_explain_shows_the_level_in_the_workspace(small):
    levels(small, "  profile: surveillance\n  levels: {dead-link: off}\n")
    told = run("explain", "dead-link", small, check=0).stdout.decode()
    assert "profile surveillance: the rule is switched off" in " ".join(told.split())
    told = run("explain", "evidence-expired", cwd=small, check=0).stdout.decode()
    assert "the rule has the level error, because of the profile surveillance" in " ".join(told.split())
    assert "own level, error" in run("explain", "self-reference", cwd=small, check=0).stdout.decode()


EXCEPTION = """kind: exception
records:
  - id: EXC-001
    title: t
    rule: orphan-record
    records: [SUP-001, SUP-002]
    reason: r
    approved_by: ROL-001
    until: {until}
"""


def test_an_exception_suppresses_and_is_shown(small, tmp_path):
    (small / "exceptions.yaml").write_text(EXCEPTION.format(until="2026-12-31"))
    done = check(small, status=1)
    assert heard(done) == [("dead-link", "error")]
    assert re.search(r"; 2 excepted$", done.stderr.decode().splitlines()[-1])
    data = json.loads(run("check", small, "--as-of", AS_OF, "--format", "json").stdout)
    assert [d["suppression"] for d in data["suppressed"]] == [
        {"kind": "exception", "exception": "EXC-001", "until": "2026-12-31"}] * 2
    sarif = json.loads(run("check", small, "--as-of", AS_OF, "--format", "sarif").stdout)["runs"][0]["results"]
    silent = [r for r in sarif if "suppressions" in r]
    assert [r["ruleId"] for r in silent] == ["orphan-record"] * 2
    assert silent[0]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "excepted by EXC-001 until 2026-12-31"}]
    run("build", small, "--output", tmp_path / "site", "--as-of", AS_OF)
    for page in ("issues-to-fix.html", "suppliers/sup-001.html"):
        text = (tmp_path / "site" / page).read_text()
        assert "Excepted by" in text and "EXC-001" in text and "until 31 December 2026" in text


def test_an_expired_or_unused_exception_is_reported(small):
    (small / "exceptions.yaml").write_text(EXCEPTION.format(until="2026-10-30"))
    done = check(small, status=1)
    assert heard(done) == [
        ("dead-link", "error"), ("exception-expired", "error"), ("orphan-record", "warning"), ("orphan-record", "warning")]
    assert b"2 diagnostics of `orphan-record` are reported again" in done.stderr
    (small / "exceptions.yaml").write_text(EXCEPTION.format(until="2026-12-31").replace("orphan-record", "self-reference"))
    assert ("exception-unused", "warning") in heard(check(small, status=1))
    (small / "exceptions.yaml").write_text(EXCEPTION.format(until="2026-12-31").replace("orphan-record", "missing-field"))
    assert ("locked-rule", "error") in heard(check(small, status=1))


def test_the_baseline_lets_only_new_problems_count(small, tmp_path):
    (small / "bad.md").write_text("---\nkind: concern\nid: CNC-001\ntitle: t\n---\n")
    done = check(small, "--write-baseline", status=1)
    assert heard(done) == [("missing-field", "error")], "what cannot be read is not taken up"
    assert re.search(rb"^\d+ problems written to .*dossier-baseline.json$", done.stderr, re.M)
    (small / "bad.md").unlink()
    first = (small / "dossier-baseline.json").read_bytes()
    assert json.loads(first)["dossier-baseline"] == 1
    done = check(small, status=0)
    assert re.search(r"; \d+ known from the baseline$", done.stderr.decode().splitlines()[-1])
    check(small, "--no-baseline", status=1)
    (small / "n.md").write_text("# Note\n\nNew lines.\n\n[x](gone.md)\n")
    check(small, status=0)
    (small / "n.md").write_text("[x](gone.md) [x](gone.md)\n")
    assert heard(check(small, status=1)) == [("dead-link", "error")]
    (small / "n.md").write_text("# Note\n")
    assert heard(check(small, status=0)) == [("baseline-stale", "note")]
    (small / "n.md").write_text("# Note\n\n[x](gone.md)\n")
    check(small, "--write-baseline", status=0)
    assert (small / "dossier-baseline.json").read_bytes() == first
    run("build", small, "--output", tmp_path / "site", "--as-of", AS_OF, check=0)
    assert "Known from the baseline" in (tmp_path / "site" / "issues-to-fix.html").read_text()
    run("build", small, "--output", tmp_path / "site2", "--as-of", AS_OF, "--no-baseline", check=1)


@pytest.mark.parametrize("text", ["", "[", "null", '{"dossier-baseline": 9}', "\x00", '{"dossier-baseline": 1, "problems": 3}'])
def test_a_baseline_that_cannot_be_read_hides_nothing(small, text):
    (small / "dossier-baseline.json").write_text(text)
    done = check(small, status=1)
    assert b"dossier-baseline.json:" in done.stderr and ("dead-link", "error") in heard(done)
