"""Kinds and rules that an organisation declares in dossier.yaml work in all commands like built-in ones."""

import json

import jsonschema
import pytest

from conftest import CONTENT, AS_OF, run

DECLARED = """\
organisation: Skyview Ltd
kinds:
  - name: drone
    prefix: DRN
    meaning: An aircraft without a crew.
    section: systems
    clauses: [A.4.2]
    requires: [owner]
    fields:
      - {name: serial_number, type: text, required: true, meaning: the number on its plate, example: A-17}
      - {name: class, type: word, words: [c0, c1, c2], meaning: how heavy it is}
      - {name: pilot, type: record, kinds: [role], meaning: who flies it}
      - {name: flights, type: list of date, meaning: when it flew}
      - {name: remarks, type: prose, meaning: what else is to be known}
checks:
  - id: x-heavy-drones-flown
    kind: drone
    where:
      - {field: class, is: c2}
    requires:
      - {field: pilot}
      - {field: flights, within: P1Y}
    severity: error
    message: a heavy drone has a pilot and has flown within a year
    help: name the pilot, or retire the drone
    clauses: ["7.2"]
"""

ROLES = "kind: role\nrecords:\n  - {id: ROL-001, title: Chief pilot, accountable_for: [flights]}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "dossier.yaml").write_text(DECLARED)
    (tmp_path / "roles.yaml").write_text(ROLES)
    (tmp_path / "drones.yaml").write_text(
        "kind: drone\nrecords:\n"
        "  - {id: DRN-001, title: Yard camera, owner: ROL-001, serial_number: A-1, class: c2, flights: [2024-01-01]}\n"
        "  - {id: DRN-002, title: Toy, owner: ROL-001, serial_number: A-2, class: c0, remarks: '[[DRN-001]]'}\n"
    )
    return tmp_path


def check(folder, *arguments):
    return json.loads(run("check", folder, "--as-of", AS_OF, "--format", "json", *arguments).stdout)["diagnostics"]


def test_a_declared_rule_reports_and_is_explained(folder):
    said = [d for d in check(folder) if d["rule"].startswith("x-")]
    assert [(d["severity"], d["headline"]) for d in said] == [
        ("error", "drone DRN-001: a heavy drone has a pilot and has flown within a year")
    ] * 2
    assert [d["rule"] for d in check(folder) if d["severity"] == "error"] == ["x-heavy-drones-flown"] * 2
    text = run("explain", "x-heavy-drones-flown", "--directory", folder, check=0).stdout.decode()
    assert "declared in dossier.yaml" in text
    flat = " ".join(text.split())
    assert "`class` is `c2`" in flat and "`flights` is at most P1Y before the as-of date" in flat and "Relates to ISO/IEC 42001 7.2" in flat
    assert "Bad:" not in text
    assert b"x-heavy-drones-flown" in run("explain", "--directory", folder, check=0).stdout
    assert run("explain", "x-heavy-drones-flown", "--directory", folder / "..").returncode == 2


def test_sarif_contains_the_rule(folder):
    log = json.loads(run("check", folder, "--as-of", AS_OF, "--format", "sarif").stdout)
    rules = {r["id"]: r for r in log["runs"][0]["tool"]["driver"]["rules"]}
    assert "x-heavy-drones-flown" in rules
    for result in log["runs"][0]["results"]:
        assert result["ruleId"] in rules


def test_schema_and_new(folder):
    assert b"drone " in run("schema", "--directory", folder, check=0).stdout
    schema = json.loads(run("schema", "drone", "--directory", folder, check=0).stdout)
    validator = jsonschema.Draft202012Validator(schema)
    record = {"kind": "drone", "id": "DRN-9", "title": "t", "owner": "ROL-001", "serial_number": "A-9", "class": "c1"}
    assert validator.is_valid(record)
    for wrong in ({"class": "c9"}, {"flights": "2026-01-01"}, {"serial_number": ""}, {"colour": "red"}):
        assert not validator.is_valid(record | wrong)
    made = run("new", "drone", "--title", "Third", "--directory", folder, check=0).stdout.decode().strip()
    assert made.endswith("drones/drn-003.md")
    # Only missing content is reported.
    assert [d["rule"] for d in check(folder) if "drn-003" in d["primary"]["path"]] == ["placeholder-text"]
    done = run("new", "drne", "--directory", folder)
    assert done.returncode == 2 and b"did you mean `drone`" in done.stderr
    assert run("schema", "drone", cwd=folder.parent).returncode == 2


def test_show_and_pages(folder):
    card = run("show", "DRN-001", folder, check=0).stdout.decode()
    assert "serial_number: A-1" in card and "DRN-002 (remarks)  Toy" in card
    out = folder / "site"
    run("build", folder, "--as-of", AS_OF, "--output", out, check=1)
    register = (out / "drones" / "index.html").read_text()
    assert all(words in register for words in ("Serial number", "Class", "Pilot", "Flights", "Yard camera"))
    page = (out / "drones" / "drn-001.html").read_text()
    assert "the number on its plate" in page and "drn-002.html" in page
    assert "x-heavy-drones-flown" in (out / "issues-to-fix.html").read_text()
    assert "Drones" in (out / "index.html").read_text()
    assert "drn-001.html" in (out / "roles" / "rol-001.html").read_text()


def test_a_rule_over_the_example(content):
    """Every high-risk system has at least two drift reports."""
    with open(content / "dossier.yaml", "a") as file:
        file.write(
            """
checks:
  - id: x-drift-reports
    kind: ai-system
    where: [{field: risk_class, is: high}, {field: lifecycle, is: operation}]
    requires:
      - {incoming: evidence, at_least: 2, where: [{field: x-type, is: drift-report}, {field: collected, within: 1 year}]}
    message: a high-risk system in operation has two drift reports a year
"""
        )
    said = [d for d in check(content) if d["rule"].startswith("x-")]
    assert [d["headline"].split(":")[0] for d in said] == ["AI system AIS-002", "AI system AIS-003"]
    for number in "12":
        (content / "evidence" / f"drift-{number}.md").write_text(
            f"---\nkind: evidence\nid: EVD-90{number}\ntitle: Drift {number}\ncontrols: [A.6.2.6]\ncollected: 2026-09-0{number}\n"
            "collected_by: ROL-010\nlocation: dashboard\nseen_by: ROL-010\nsystems: [AIS-002]\nx-type: drift-report\n---\n"
        )
    said = [d for d in check(content) if d["rule"].startswith("x-")]
    assert [d["headline"].split(":")[0] for d in said] == ["AI system AIS-003"]


def test_one_worker_and_many_give_the_same_result(folder):
    assert check(folder, "--workers", "1") == check(folder, "--workers", "8")


@pytest.mark.parametrize("reader, links", [(None, 1), ("auditor", 2), ("author", 2), ("everyone", 2)])
def test_the_home_page_links_the_register_for_its_reader(folder, reader, links):
    """Besides the list of all registers, the home page links a register for the reader that the kind states.
    Every link is followed by the number of records, which links the register too."""
    declaration = folder / "dossier.yaml"
    if reader:
        declaration.write_text(declaration.read_text().replace("    prefix: DRN\n", f"    prefix: DRN\n    reader: {reader}\n"))
    out = folder / "site"
    run("build", folder, "--as-of", AS_OF, "--output", out, check=1)
    home = (out / "index.html").read_text()
    number = '<a class="figure-value" data-figure="records.drone" data-count="2" href="drones/index.html">2</a>'
    assert home.count('<a href="drones/index.html">Drones</a>') == home.count(number) == links
    assert home.count('href="drones/index.html"') == 2 * links
