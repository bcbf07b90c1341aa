"""OSCAL catalogues: the import contains what other tools count in the file. Other files are refused with a position."""

import json
import re
import shutil
import subprocess

import pytest
import yaml

from conftest import AS_OF, ROOT, run

OSCAL = ROOT.parent / "shared" / "corpora" / "oscal"
REV5 = OSCAL / "nist" / "nist.gov" / "SP800-53" / "rev5" / "json"
LOW = REV5 / "NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json"
PRIVACY = REV5 / "NIST_SP-800-53_rev5_PRIVACY-baseline-resolved-profile_catalog-min.json"
BASIC = OSCAL / "nist" / "examples" / "catalog" / "json" / "basic-catalog.json"
corpora = pytest.mark.skipif(not OSCAL.is_dir(), reason="the corpora are not beside the project")

SAMPLE = {
    "catalog": {
        "uuid": "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724",
        "metadata": {"title": "House rules", "last-modified": "2026-02-01T13:57:28Z", "version": "1.0", "oscal-version": "1.1.2"},
        "groups": [
            {
                "id": "h",
                "title": "People",
                "controls": [
                    {
                        "id": "h-1",
                        "title": "A person can stop {{ insert: param, h-1_prm_1 }}",
                        "params": [{"id": "h-1_prm_1", "label": "every system"}],
                        "props": [{"name": "label", "value": "H-1"}],
                        "parts": [{"name": "statement", "prose": "SECRET PROSE"}],
                        "controls": [{"id": "h-1.1", "title": "At once", "props": [{"name": "label", "value": "H-1(1)"}]}],
                    },
                    {
                        "id": "h-2",
                        "title": "Somebody is asked",
                        "props": [{"name": "status", "value": "withdrawn"}],
                        "links": [{"rel": "incorporated-into", "href": "#h-1"}],
                    },
                ],
            }
        ],
    }
}


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "house-rules.json"
    path.write_text(json.dumps(SAMPLE, indent=2))
    return path


@pytest.fixture
def workspace(tmp_path):
    folder = tmp_path / "aims"
    folder.mkdir()
    (folder / "dossier.yaml").write_text("organisation: Example Ltd\n")
    return folder


def items(path):
    return yaml.safe_load(path.read_text())["items"]


def expected(path):
    """The ids in the order of the file, read by jq if it is installed, else by Python."""
    if shutil.which("jq"):
        program = "[.catalog | recurse(.groups[]?, .controls[]?) | select(has(\"id\")) | .id]"
        return json.loads(subprocess.run(["jq", program, path], capture_output=True, check=True).stdout)
    found = []

    def walk(node):
        if "id" in node:
            found.append(node["id"])
        for child in node.get("groups", []) + node.get("controls", []):
            walk(child)

    walk(json.loads(path.read_text())["catalog"])
    return found


@corpora
@pytest.mark.parametrize("path", [LOW, PRIVACY, BASIC], ids=["low", "privacy", "basic"])
def test_catalogues_of_nist_are_imported_whole(path, workspace):
    run("import", "oscal", path, workspace, "--name", "nist", check=0)
    written = workspace / "catalogues" / "nist.yaml"
    assert [item["id"] for item in items(written)] == expected(path)
    source = {}

    def walk(node, parent):
        for key in ("groups", "controls"):
            for child in node.get(key, []):
                source[child["id"]] = (child["title"], parent, "group" if key == "groups" else "control")
                walk(child, child["id"])

    walk(json.loads(path.read_text())["catalog"], None)
    assert {i["id"]: (i["title"], i.get("parent"), i["kind"]) for i in items(written)} == source
    done = run("check", workspace, "--as-of", AS_OF, check=0)
    assert b"0 errors, 0 warnings" in done.stderr
    verified = run("catalogue", "verify", written, check=0)
    assert f"items     {len(source)}".encode() in verified.stdout and b"0 errors" in verified.stderr


@corpora
def test_other_oscal_models_are_refused_by_name():
    known = {
        "profile": "this OSCAL profile is not resolved", "component-definition": "a component definition",
        "system-security-plan": "a system security plan", "assessment-plan": "an assessment plan",
        "assessment-results": "a set of assessment results", "plan-of-action-and-milestones": "a plan of action",
    }
    seen = {}
    for path in sorted(OSCAL.rglob("*.json")):
        model = next(iter(json.loads(path.read_text())))
        if model == "catalog":
            continue
        seen[model] = seen.get(model, 0) + 1
        done = run("import", "oscal", path, "--output", "/nonexistent/x.yaml", "--format", "json", check=1)
        said = json.loads(done.stdout)["diagnostics"]
        assert [d["rule"] for d in said] == ["oscal-model"], path
        assert known.get(model, "not OSCAL: its first key is `organization-defaults`") in said[0]["headline"], path
        if model == "profile":
            assert "`NIST_SP-800-53_rev5_catalog.json`" in said[0]["headline"]
        place = run("import", "oscal", path, "--output", "/nonexistent/x.yaml", "--format", "concise").stderr.decode()
        assert re.match(re.escape(str(path)) + r":[12]:[23]: error", place), place
    assert seen["profile"] == 6 and len(seen) == 7


@corpora
def test_oscal_in_yaml_is_refused():
    paths = sorted((OSCAL / "nist").rglob("*.yaml"))
    assert paths
    for path in paths:
        assert b"this is YAML; only OSCAL in JSON is supported" in run("import", "oscal", path, "--name", "x", check=1).stderr


@corpora
def test_an_imported_catalogue_works_like_any_other(content, tmp_path):
    run("import", "oscal", LOW, content, "--name", "nist-800-53-low", check=0)
    page = content / "handbook" / "nist.md"
    page.write_text("# Accounts\n\nWho has an account: [[nist-800-53-low:ac-2]].\n")
    run("check", content, "--as-of", AS_OF, check=0)
    out = tmp_path / "out"
    run("build", content, "--output", out, "--as-of", AS_OF, check=0)
    listed = re.sub(r"<[^>]+>", "", (out / "frameworks" / "index.html").read_text())
    assert "0 of 149 controls are covered by a record\n149 are not referred to by any record" in listed
    assert "Account Management" in (out / "frameworks" / "nist-800-53-low" / "ac-2.html").read_text()
    assert "frameworks/nist-800-53-low/ac-2.html" in (out / "pages" / "handbook" / "nist.html").read_text()
    # Common spellings are understood and corrected.
    page.write_text("# Accounts\n\nWho has an account: [[nist-800-53-low:AC-02]].\n")
    said = json.loads(run("check", content, "--as-of", AS_OF, "--format", "json").stdout)["diagnostics"]
    spelling = [d for d in said if d["rule"] == "reference-spelling"]
    assert [f["replacement"] for d in spelling for f in d["fixes"]] == ["nist-800-53-low:ac-2"]


def test_only_ids_labels_and_titles_are_imported(sample, workspace):
    done = run("import", "oscal", sample, workspace, check=0)
    written = workspace / "catalogues" / "house-rules.yaml"
    assert done.stdout.decode().strip() == str(written)
    text = written.read_text()
    assert "SECRET PROSE" not in text
    found = {item["id"]: item for item in items(written)}
    assert found["h-1"]["title"] == "A person can stop [every system]"
    assert found["h-1.1"]["parent"] == "h-1" and found["h-1.1"]["labels"] == ["H-1(1)"]
    assert found["h-2"]["withdrawn"] == "incorporated into h-1"
    (workspace / "index.md").write_text("# A\n\n[[house-rules:h-2]] and [[house-rules:H-1(1)]]\n")
    said = json.loads(run("check", workspace, "--format", "json").stdout)["diagnostics"]
    assert sorted(d["rule"] for d in said) == ["reference-spelling", "withdrawn-item"]
    text = run("show", "house-rules", "H-1(1)", workspace, check=0).stdout.decode()
    assert "house-rules:h-1.1" in text and "`H-1(1)` is written `h-1.1`" in text


def test_the_same_file_gives_the_same_bytes(sample, workspace, tmp_path):
    run("import", "oscal", sample, workspace, check=0)
    other = tmp_path / "other.yaml"
    run("import", "oscal", sample, workspace, "--name", "other", "--output", other, check=0)
    assert other.read_text() == (workspace / "catalogues" / "house-rules.yaml").read_text().replace('name: "house-rules"', 'name: "other"')


def test_nothing_is_overwritten_and_no_name_taken_twice(sample, workspace, tmp_path):
    written = workspace / "catalogues" / "house-rules.yaml"
    run("import", "oscal", sample, workspace, check=0)
    before = written.read_bytes()
    assert b"--force" in run("import", "oscal", sample, workspace, check=3).stderr
    done = run("import", "oscal", sample, workspace, "--output", tmp_path / "x.yaml", check=2)
    assert b"house-rules.yaml; choose another" in done.stderr and not (tmp_path / "x.yaml").exists()
    run("import", "oscal", sample, workspace, "--force", check=0)
    assert written.read_bytes() == before
    for name in ("gdpr", "Big", "8", "a b"):
        assert not run("import", "oscal", sample, workspace, "--name", name, check=2).stdout
    assert sorted(p.name for p in written.parent.iterdir()) == ["house-rules.yaml"]


def test_missing_files_end_with_3(workspace, tmp_path):
    for path in (tmp_path / "nothing.json", tmp_path):
        run("import", "oscal", path, workspace, "--name", "x", check=3)


def test_positions_in_json_are_lines_and_columns(workspace, tmp_path):
    path = tmp_path / "x.json"
    path.write_text(json.dumps(SAMPLE, indent=2).replace('"id": "h-2"', '"id": "H-1"'))
    done = run("import", "oscal", path, workspace, "--format", "json", check=1)
    (said,) = json.loads(done.stdout)["diagnostics"]
    line = path.read_text().split("\n").index('            "id": "H-1",') + 1
    assert said["rule"] == "duplicate-item"
    place = said["primary"]
    assert str(line) in json.dumps(place), place
    assert not (workspace / "catalogues").exists()
