"""Catalogues and crosswalks in the terminal: verified, listed, shown."""

import json
import re

import pytest

from conftest import AS_OF, CONTENT, ROOT, run

DATA = ROOT / "Sources" / "DossierRecords" / "Catalogues" / "Data"
FILES = sorted(DATA.glob("*.yaml"))


def test_everything_is_verified_with_its_asserted_counts(tmp_path):
    done = run("catalogue", "verify", cwd=tmp_path, check=0)
    text = done.stdout.decode()
    assert len(FILES) == 12
    for path in FILES:
        assert re.search(rf"^{path.stem}  ", text, re.M), path
    for counts in ("clause 36 (36 asserted)", "control 38 (38 asserted)", "article 119 (119 asserted)", "control 93 (93 asserted)",
                   "article 99 (99 asserted)", "criterion 61 (61 asserted)", "subcategory 72 (72 asserted)"):
        assert counts in text, counts
    assert "verified  " in text and "caution   " in text and "published mapping, " in text
    assert b"0 errors, 0 warnings" in done.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_files_outside_a_workspace_are_verified(path, tmp_path):
    copy = tmp_path / "own.yaml"
    text = path.read_text()
    if "--" not in path.stem:
        # The name of a built-in catalogue is taken. Names of crosswalks need not be unique.
        text = text.replace(f'name: "{path.stem}"', 'name: "own-copy"').replace(f"name: {path.stem}\n", 'name: "own-copy"\n')
    copy.write_text(text)
    run("catalogue", "verify", copy, cwd=tmp_path, check=0)


@pytest.mark.parametrize(
    "stem, old, new, rule",
    [
        ("gdpr", 'parent: "I"', 'parent: "XLII"', "unknown-item"), ("soc2", '- id: "CC1.2"', '- id: "CC1.1"', "duplicate-item"),
        ("soc2", "criterion: 61", "criterion: 62", "catalogue-count"), ("iso42001--gdpr", None, None, "unknown-item"),
        ("iso42001--gdpr", "target: ", "target: x-", "unknown-catalogue"), ("soc2", 'name: "soc2"', 'name: "gdpr"', "duplicate-catalogue"),
    ],
)
def test_errors_are_reported_at_their_position(stem, old, new, rule, tmp_path):
    text = (DATA / f"{stem}.yaml").read_text()
    if old is None:
        old = re.search(r'to: "?Art\. \d+"?', text).group()
        new = 'to: "Art. 777"'
    if old not in text:
        old = next(m.group() for m in [re.search(r"parent: .+", text)] if m)
    assert old in text
    broken = text.replace(old, new, 1)
    if rule != "duplicate-catalogue" and stem == "soc2" or stem == "gdpr":
        broken = re.sub(r"(?m)^name: .*$", 'name: "own-copy"', broken, count=1)
    path = tmp_path / "own.yaml"
    path.write_text(broken)
    done = run("catalogue", "verify", path, "--format", "json", cwd=tmp_path, check=1)
    said = json.loads(done.stdout)["diagnostics"]
    assert rule in {d["rule"] for d in said}, said
    concise = run("catalogue", "verify", path, "--format", "concise", cwd=tmp_path, check=1).stderr.decode()
    assert re.search(rf"{re.escape(str(path))}:\d+:\d+: error", concise)


def test_catalogues_of_the_workspace_are_verified_by_name(tmp_path):
    assert run("catalogue", "verify", "gdpr", cwd=tmp_path, check=0).stdout.startswith(b"gdpr  ")
    assert b"did you mean `gdpr`" in run("catalogue", "verify", "gdrp", cwd=tmp_path, check=2).stderr
    (tmp_path / "dossier.yaml").write_text("organisation: Example Ltd\n")
    own = tmp_path / "house.yaml"
    own.write_text('kind: catalogue\nname: house\ntitle: House\npublisher: E\nedition: "1"\ncounts: {kind: {control: 2}}\n'
                   "items:\n  - {id: H.1, kind: control, title: One}\n")
    done = run("catalogue", "verify", cwd=tmp_path, check=1)
    assert b"control 1 (2 asserted)" in done.stdout and b"[catalogue-count]" in done.stderr
    assert b"control 1 (2 asserted)" in run("catalogue", "verify", "house", cwd=tmp_path, check=1).stdout
    assert b"house" in run("catalogue", "list", tmp_path, check=0).stdout
    # A catalogue that cannot be read is listed too.
    own.write_text("kind: catalogue\nname: house\n")
    assert b"cannot be read" in run("catalogue", "verify", cwd=tmp_path, check=1).stdout


def test_other_files_are_not_catalogues(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("a: 1\n")
    assert b"[unknown-kind]" in run("catalogue", "verify", path, cwd=tmp_path, check=1).stderr
    run("catalogue", "verify", tmp_path / "nothing.yaml", cwd=tmp_path, check=3)


def test_show_an_item_of_a_catalogue():
    text = run("show", "iso42001", "A.6.2.4", CONTENT, "--as-of", AS_OF, check=0).stdout.decode()
    assert "SOA-A-6-2-4" in text and "kinds that usually cover it: " in text
    assert "mappings to other frameworks" in text and "eu-ai-act:Art. 15" in text and "published mapping: " in text
    assert run("show", "iso42001", "iso42001:A.6.2.4", CONTENT, check=0).stdout.decode() == text
    text = run("show", "iso42001", "A6.2.4", CONTENT, check=0).stdout.decode()
    assert "`A6.2.4` is written `A.6.2.4`" in text


def test_show_understands_common_spellings(tmp_path):
    (tmp_path / "dossier.yaml").write_text("organisation: E\ncatalogues: [eu-ai-act]\n")
    text = run("show", "Art. 14", tmp_path, "--as-of", AS_OF, check=0).stdout.decode()
    assert text.startswith("eu-ai-act:Art. 14  ") and "`Art. 14` is written `eu-ai-act:Art. 14`" in text and "applies from" in text
    assert run("show", "Article 14", tmp_path, check=0).stdout.decode().startswith("eu-ai-act:Art. 14  ")


def test_show_reports_what_does_not_exist(tmp_path):
    assert b"did you mean `A.6.2.8` (" in run("show", "iso42001", "A.6.2.9", CONTENT, check=2).stderr
    assert b"no catalogue `iso4200`" in run("show", "iso4200", "A.6.2.4", CONTENT, check=2).stderr
    assert b"not in use here" in run("show", "gdpr", tmp_path, check=2).stderr


def test_show_reports_an_id_that_two_laws_have(tmp_path):
    (tmp_path / "dossier.yaml").write_text("organisation: E\ncatalogues: [eu-ai-act, gdpr]\n")
    assert b"is in eu-ai-act and gdpr" in run("show", "Art. 5", tmp_path, check=2).stderr
    assert run("show", "gdpr", "Art. 5", tmp_path, check=0).stdout.startswith(b"gdpr:Art. 5  ")


def test_the_outline_counts_the_records_that_refer_to_each_item():
    lines = run("show", "iso42001", CONTENT, "--as-of", AS_OF, check=0).stdout.decode().splitlines()
    (line,) = [line for line in lines if line.strip().startswith("A.6.2.4 ")]
    assert int(line.split()[-1]) >= 1 and line.startswith("    ")
    counts = "\n".join(lines[1:4])
    found = re.fullmatch(
        r"(\d+) of 74 clauses and controls are covered by a record, (\d+) of these by policies or documents only\n"
        r"(\d+) are covered by their parts\n(\d+) are planned or not started according to their SoA lines",
        counts,
    )
    assert found, counts
    covered, by_documents, by_parts, planned = map(int, found.groups())
    assert covered + by_parts + planned == 74 and by_documents < covered
