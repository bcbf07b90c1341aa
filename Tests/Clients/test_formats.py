"""Every output format, read by a client of that format."""

import datetime
import json
import re
import urllib.parse

import jsonschema
import junitparser
import pytest
import yaml
from sarif_pydantic import Sarif

from conftest import AS_OF, CONTENT, run


@pytest.fixture
def broken(content):
    (content / "bad.md").write_text(
        "---\nkind: risk\nid: RSK-900\ntitle: '::error::x %0A, <b>\"]]>'\nsystems: [AIS-0O2]\ncategory: securty\n---\n\n"
        "::stop-commands::x\n\n<v>x</v> [[RSK-9999]]\n",
        encoding="utf-8",
    )
    return content


def output(folder, form):
    done = run("check", folder, "--as-of", AS_OF, "--format", form)
    assert done.returncode == 1
    return done


def test_sarif(broken):
    text = output(broken, "sarif").stdout
    document = json.loads(text)
    log = Sarif.model_validate(document)
    results = log.runs[0].results
    assert {"unknown-record", "unknown-word", "missing-field", "raw-html"} <= {r.rule_id for r in results}
    driver = document["runs"][0]["tool"]["driver"]
    for result in document["runs"][0]["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1 and region["startColumn"] >= 1
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert not re.match(r"[a-z]+:", uri) and "\\" not in uri


def test_junit(broken, tmp_path):
    out = tmp_path / "junit.xml"
    out.write_bytes(output(broken, "junit").stdout)
    report = junitparser.JUnitXml.fromfile(str(out))
    assert report.failures == report.tests > 3
    # Suggestions are in the text of a failure, not only in other formats.
    failures = [failure for suite in report for case in suite for failure in case.result]
    assert any("did you mean AIS-002" in failure.text for failure in failures)


def test_gitlab(broken):
    issues = json.loads(output(broken, "gitlab").stdout)
    assert len({i["fingerprint"] for i in issues}) == len(issues)
    assert any("did you mean AIS-002" in i["description"] for i in issues)
    for issue in issues:
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1 and not issue["location"]["path"].startswith("./")


def test_github_commands_cannot_be_injected(broken):
    text = output(broken, "github").stdout.decode()
    for line in text.splitlines():
        assert re.match(r"::(error|warning|notice) file=[^:]*?,line=\d+,endLine=\d+,col=\d+", line.replace("%3A", "")), line
    assert "::stop-commands::" not in text


def test_text_goes_to_standard_error_with_a_marked_position(broken):
    done = output(broken, "text")
    text = done.stderr.decode()
    assert done.stdout == b"" and "did you mean AIS-002" in text and "^^^^^^^" in text
    assert "\x1b" not in text
    assert "\x1b" in run("check", broken, "--color", "always", "--as-of", AS_OF).stderr.decode()


def test_json_has_the_records_that_a_diagnostic_is_about(broken):
    diagnostics = json.loads(output(broken, "json").stdout)["diagnostics"]
    own = [d for d in diagnostics if d["primary"]["path"].endswith("bad.md") and d["rule"] != "yaml-syntax"]
    assert own and all(d["records"][0] == "RSK-900" for d in own)
    shown = json.loads(run("show", "RSK-900", broken, "--as-of", AS_OF, "--format", "json", check=0).stdout)
    assert all(d["records"][0] == "RSK-900" for d in shown["diagnostics"])
    assert sorted(d["fingerprint"] for d in shown["diagnostics"]) == sorted(d["fingerprint"] for d in own)


SUMMARY = {
    "type": "object",
    "additionalProperties": False,
    "required": ["schema", "tool", "version", "counts", "fixable", "rules"],
    "properties": {
        "schema": {"const": 1},
        "tool": {"const": "dossier"},
        "version": {"type": "string"},
        "counts": {"type": "object", "required": ["error", "warning", "note"]},
        "fixable": {"type": "integer"},
        "rules": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["rule", "severity", "count", "files", "first"],
                "properties": {
                    "rule": {"type": "string"},
                    "severity": {"enum": ["error", "warning", "note"]},
                    "count": {"type": "integer", "minimum": 1},
                    "files": {"type": "integer", "minimum": 1},
                    "first": {"type": "object", "required": ["path", "line", "column", "headline"]},
                },
            },
        },
    },
}


def test_the_summary_counts_what_check_reports(broken):
    diagnostics = json.loads(output(broken, "json").stdout)["diagnostics"]
    done = run("check", broken, "--as-of", AS_OF, "--summary", "--format", "json", check=1)
    summary = json.loads(done.stdout)
    jsonschema.validate(summary, SUMMARY)
    counts = {}
    for d in diagnostics:
        counts.setdefault(d["rule"], []).append((d["primary"]["path"], d["primary"]["line"], d["primary"]["column"]))
    assert {r["rule"]: r["count"] for r in summary["rules"]} == {rule: len(places) for rule, places in counts.items()}
    for rule in summary["rules"]:
        first = rule["first"]
        assert (first["path"], first["line"], first["column"]) == counts[rule["rule"]][0]
        assert rule["files"] == len({path for path, _, _ in counts[rule["rule"]]})
    assert summary["rules"][0]["severity"] == "error"


def test_check_ends_with_a_summary(broken):
    text = output(broken, "text").stderr.decode()
    summary = run("check", broken, "--as-of", AS_OF, "--summary", check=1)
    assert summary.stdout.decode() in text and summary.stdout.decode().count("\n") <= 24
    assert "what to do first:\n" in text and text.index("what to do first:") > text.rindex("= help")
    assert "what to do first" not in run("check", broken, "--as-of", AS_OF, "--quiet").stderr.decode()
    assert "what to do first" not in output(broken, "concise").stderr.decode()


@pytest.mark.parametrize("option", ["--fix", "--write-baseline", "--readiness", "--format=sarif"])
def test_a_summary_alone_has_no_other_output(broken, option):
    assert run("check", broken, "--summary", option).returncode == 2


def test_concise_lines_have_a_position(broken):
    lines = output(broken, "concise").stderr.decode().splitlines()[:-1]
    assert all(re.match(r".+:\d+:\d+: (error|warning|note): .+ \[[a-z0-9-]+\]$", line) for line in lines)


@pytest.mark.parametrize("name", ["", "work space"])
def test_a_missing_configuration_is_reported_at_a_place_that_exists(tmp_path, name):
    folder = tmp_path / name if name else tmp_path
    folder.mkdir(exist_ok=True)
    (folder / "policy.md").write_text("# AI policy\n", encoding="utf-8")

    def said(form):
        done = run("check", name or ".", "--as-of", AS_OF, "--format", form, cwd=tmp_path, check=0)
        return (done.stdout or done.stderr).decode()

    place = name or "."
    assert said("concise").startswith(f"{place}: note: ")
    assert f"┌─ {place}\n" in said("text")
    assert said("github").startswith("::notice title=missing-configuration::")
    [primary] = [d["primary"] for d in json.loads(said("json"))["diagnostics"]]
    [issue] = json.loads(said("gitlab"))
    assert primary["path"] == issue["location"]["path"] == place and issue["location"]["lines"]["begin"] == 1
    [result] = json.loads(said("sarif"))["runs"][0]["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert "region" not in physical
    uri = physical["artifactLocation"]["uri"]
    assert uri.endswith("/") and (tmp_path / urllib.parse.unquote(uri)).is_dir()
    [case] = [case for suite in junitparser.JUnitXml.fromstring(said("junit").encode()) for case in suite]
    assert case.name == place


class Core(yaml.SafeLoader):
    """Reads YAML with the 1.2 core schema: dates are text."""


Core.yaml_implicit_resolvers = {
    k: [(tag, expression) for tag, expression in v if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:int", "tag:yaml.org,2002:bool")]
    for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?\d+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))


def records(folder):
    for path in sorted(folder.rglob("*.md")):
        match = re.match(r"---\n(.*?)\n---\n", path.read_text(encoding="utf-8"), re.S)
        fields = yaml.load(match[1], Core) if match else None
        if fields and "kind" in fields:
            yield path, fields
    for path in sorted(folder.rglob("*.yaml")):
        register = yaml.load(path.read_text(encoding="utf-8"), Core)
        for record in register.get("records", []):
            yield path, {"kind": register["kind"], **{k: v for k, v in record.items() if k != "text"}}


def schemas():
    names = [line.split()[0] for line in run("schema", check=0).stdout.decode().splitlines()]
    return {name: json.loads(run("schema", name, check=0).stdout) for name in names}


def test_schemas_accept_every_record_of_the_example():
    known = schemas()
    for schema in known.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    count = 0
    for path, fields in records(CONTENT):
        jsonschema.Draft202012Validator(known[fields["kind"]]).validate(fields)
        count += 1
    assert count > 300


@pytest.mark.parametrize(
    "change",
    [
        lambda r: r.pop("treatment"),
        lambda r: r.update(treatment="mitigated"),
        lambda r: r.update(treatmant="mitigate"),
        lambda r: r.update(reviewed="2026-13-45"),
        lambda r: r.update(systems="AIS-002"),
        lambda r: r.update(systems=[]),
        lambda r: r.update(id="RSK 006"),
        lambda r: r.update(inherent={"likelihood": 6, "impact": 3}),
        lambda r: r.update(inherent={"likelihood": 4}),
        lambda r: r.update(review_cycle="half a year"),
        lambda r: r.update(kind="rsik"),
        lambda r: r.update(acceptance={"by": "ROL-001", "date": "2026-01-01"}),
        lambda r: r.update(title=""),
    ],
)
def test_schemas_reject_wrong_values(change):
    schema = json.loads(run("schema", "risk", check=0).stdout)
    record = next(fields for _, fields in records(CONTENT) if fields["id"] == "RSK-006")
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(record)
    change(record)
    assert not validator.is_valid(record)
