"""`check --fix`: what is fixed, what is not changed, and that no other byte changes."""

import os
import random
import re
import shutil
import subprocess

import pytest

from conftest import AS_OF, CONTENT, run

DATES = ("reviewed", "date", "until", "due", "done", "collected", "effective", "deployed", "next", "found", "raised")
WORDS = ("status", "treatment", "category", "lifecycle", "risk_class", "audience", "type")


def tree(root):
    return {str(p.relative_to(root)): (p.read_bytes(), p.stat().st_mode) for p in sorted(root.rglob("*")) if p.is_file()}


def check(root, *more, status=None):
    return run("check", root, "--as-of", AS_OF, "--format", "concise", *more, check=status)


@pytest.fixture
def one(tmp_path):
    root = tmp_path / "one"
    root.mkdir()
    (root / "dossier.yaml").write_text("organisation: Q\n")
    (root / "c.md").write_bytes(
        b"\xef\xbb\xbf---\r\nkind: concern # what\r\nID: CNC-001\r\ntitle:   t\r\nRaised:  2026/5/4   # when\r\nStatus: \"Closed\"\r\n---\r\n"
        b"See [[cnc-001]], [[A-6-2-4]] and [it](old/rules.md).\r\n")
    os.chmod(root / "c.md", 0o640)
    (root / "new").mkdir()
    (root / "new" / "rules.md").write_text("# Rules\n")
    return root


FIXED = (
    b"\xef\xbb\xbf---\r\nkind: concern # what\r\nid: CNC-001\r\ntitle:   t\r\nraised:  2026-05-04   # when\r\nstatus: \"closed\"\r\n---\r\n"
    b"See [[CNC-001]], [[A.6.2.4]] and [it](old/rules.md).\r\n")


def test_fix_changes_only_what_is_wrong(one):
    before = tree(one)
    done = check(one, "--fix")
    assert re.search(rb"^\d+ problems fixed in 1 file$", done.stderr, re.M)
    after = tree(one)
    assert after.pop("c.md") == (FIXED, before.pop("c.md")[1])
    assert after == before
    done = check(one, "--fix")
    assert b"nothing to fix" in done.stderr and tree(one)["c.md"][0] == FIXED


def test_dry_run_prints_a_patch_and_writes_nothing(one):
    before = tree(one)
    done = run("check", "one", "--as-of", AS_OF, "--fix", "--dry-run", cwd=one.parent, check=1)
    assert tree(one) == before
    assert done.stdout.startswith(b"--- one/c.md\n+++ one/c.md\n@@ ") and b"can be fixed in 1 file" in done.stderr
    if shutil.which("patch"):
        subprocess.run(["patch", "-p0", "--binary", "-s"], input=done.stdout, cwd=one.parent, check=True)
        assert tree(one)["c.md"][0] == FIXED


def test_suggested_fixes_are_not_applied(one):
    text = "---\nkind: concern\nid: CNC-002\ntitle: t\nraised: 04/05/2026\nstaus: closed\nhandled_by: ROL-1\n---\n[x](rulez.md)\n"
    (one / "d.md").write_text(text)
    check(one, "--fix", status=1)
    assert (one / "d.md").read_text() == text


def test_options_that_exclude_each_other_are_wrong_usage(one):
    for options in (["--dry-run"], ["--fix", "--write-baseline"], ["--fix", "--dry-run", "--format", "json"]):
        run("check", one, *options, check=2)


def test_a_folder_that_cannot_be_written_ends_with_3(one):
    if os.geteuid() == 0:
        pytest.skip("nothing is forbidden to root")
    os.chmod(one, 0o555)
    try:
        check(one, "--fix", status=3)
    finally:
        os.chmod(one, 0o755)


def test_approved_records_and_collected_evidence_are_not_changed(one):
    page = b"See [[a-6-2-4]].\n"
    (one / "e.md").write_bytes(page)
    digest = subprocess.run(["sha256sum", one / "e.md"], capture_output=True, check=True).stdout.split()[0].decode()
    (one / "evidence.yaml").write_text(
        "kind: evidence\nrecords:\n  - id: EVD-001\n    title: t\n    controls: [A.6.2.4]\n    file: e.md\n"
        f"    sha256: {digest}\n    collected: 2026-05-04\n    collected_by: ROL-001\n")
    done = check(one, "--fix")
    assert (one / "e.md").read_bytes() == page and b"is not changed: it is evidence" in done.stderr


def spoil(text, chance):
    """Writes some values of a front matter in other spellings with the same meaning."""
    head, body = re.match(r"(---\n.*?\n---\n)(.*)", text, re.S).groups()
    lines, block = [], None
    for line in head.split("\n"):
        indent = len(line) - len(line.lstrip())
        if block is not None and (indent > block or not line.strip()):
            lines.append(line)
            continue
        block = indent if re.search(r": [|>]", line) else None
        found = re.match(r"^(\s*(?:- )?)([a-z_]+):( ?)(.*)$", line)
        if found and chance():
            start, key, gap, value = found.groups()
            change = chance.choice(["key", "date", "word", "id", "item"])
            if change == "key" and not key.startswith("x"):
                key = chance.choice([key.capitalize(), key.upper(), key.replace("_", "-")])
            elif change == "date" and key in DATES and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                year, month, day = value.split("-")
                value = chance.choice([f"{year}/{month}/{day}", f"{year}{month}{day}", f"{year}-{int(month)}-{int(day)}"])
            elif change == "word" and key in WORDS and re.fullmatch(r"[a-z-]+", value):
                value = chance.choice([value.upper(), value.replace("-", "_")])
            elif change == "id" and key != "id" and re.fullmatch(r"\[?[A-Z]{3}-\d{3}(, [A-Z]{3}-\d{3})*\]?", value):
                value = chance.choice([value.lower(), value.replace("-", "_")])
            elif change == "item" and key == "controls" and start == "":
                value = re.sub(r"\bA\.(\d+)\.(\d+)\b(?!\.)", r"A-\1-\2", value)
            line = f"{start}{key}:{gap}{value}"
        lines.append(line)
    return "\n".join(lines) + body


class Chance(random.Random):
    def __call__(self):
        return self.random() < 0.15


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_other_spellings_in_the_example_are_fixed_byte_for_byte(content, seed):
    chance = Chance(seed)
    right = tree(content)
    spoilt = 0
    for path in sorted(content.rglob("*.md")):
        text = path.read_text()
        if text.startswith("---\nkind:"):
            new = spoil(text, chance)
            spoilt += new != text
            path.write_text(new)
    assert spoilt > 80
    done = check(content, "--fix")
    # Approved records are not changed.
    approved = [path for path in right if f"{path} is not changed: ".encode() in done.stderr]
    assert len(approved) < 10
    wrong = {name: data for name, data in tree(content).items() if data != right[name] and name not in approved}
    assert not wrong, (sorted(wrong), done.stderr.decode()[-3000:])
    assert tree(CONTENT).keys() == right.keys()
