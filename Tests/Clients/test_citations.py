"""Citations of clauses, controls and articles in prose, over texts by other authors. Skipped if the texts are not available."""

import collections
import json
import pathlib
import re
import time

import pytest

from conftest import CONTENT, ROOT, run

SHARED = ROOT.parent / "shared"
CORPORA = SHARED / "corpora"
SEEDS = SHARED / "seeds"
CATALOGUES = ROOT / "Sources" / "DossierRecords" / "Catalogues" / "Data"
corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not beside the project")
seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the source articles are not beside the project")


def said(folder):
    done = run("check", folder, "--format", "json")
    found = collections.defaultdict(list)
    for d in json.loads(done.stdout)["diagnostics"]:
        found[d["rule"]].append(d)
    return found


def cited(diagnostic):
    return re.search(r" cites (clause \S+|Art\. \S+?|[^,]+?)(?:,| as | with )", diagnostic["headline"]).group(1)


def underlined(folder, diagnostic):
    """The bytes of the file that the diagnostic underlines."""
    primary = diagnostic["primary"]
    data = (pathlib.Path(folder) / primary["path"]).read_bytes()
    return data[primary["byte_start"] : primary["byte_end"]].decode()


def controls():
    text = (CATALOGUES / "iso42001.yaml").read_text(encoding="utf-8")
    return set(re.findall(r'- id: "(A[.0-9]*)"', text))


@corpora
def test_wrong_citations_of_the_agent_aims_are_reported():
    folder = CORPORA / "aims-llm-agent-mcp"
    # Counted here again without the program: every position, file by file and line by line.
    known = controls()
    places = []
    for path in sorted(folder.rglob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for match in re.finditer(r"\bA\.\d+(?:\.\d+)*", line):
                if match.group() not in known:
                    places.append((str(path.relative_to(folder)), number, match.group()))
    # Numbers below the depth of the standard are notes.
    all_found = said(folder)
    assert all(d["severity"] == "note" for d in all_found["deep-citation"])
    found = all_found["unknown-citation"] + all_found["deep-citation"]
    ours = [(str(pathlib.Path(d["primary"]["path"]).relative_to(folder)), d["primary"]["line"], cited(d)) for d in found]
    annex = [place for place in ours if place[2].startswith("A.")]
    assert sorted(annex) == sorted(places)
    assert (len({p[2] for p in annex}), len(annex)) == (59, 88)
    clauses = collections.Counter(place[2] for place in ours if not place[2].startswith("A."))
    assert clauses == {"clause 8.5": 2, "clause 9.4": 2}
    for d in found:
        assert underlined(folder, d) == cited(d).removeprefix("clause ")


@corpora
@pytest.mark.parametrize(
    "name", ["policies-catalyzeio", "handbook-18f", "site-policy-github", "isms-registers-cenedril", "adr-mixed", "model-cards-a"]
)
def test_texts_with_right_citations_or_none_have_no_diagnostic(name):
    found = said(CORPORA / name)
    assert found["unknown-citation"] == found["citation-title"] == found["deep-citation"] == []


@seeds
def test_the_source_articles(tmp_path):
    for path in SEEDS.glob("*.txt"):
        (tmp_path / f"{path.stem}.md").write_bytes(path.read_bytes())
    found = said(tmp_path)
    unknown = sorted(cited(d) for d in found["unknown-citation"])
    assert unknown == ["B.6.2", "B.6.2", "B.6.3", "B.7.4", "B.8.2", "clause 8.5"]
    eight = next(d for d in found["unknown-citation"] if cited(d) == "clause 8.5")
    assert eight["primary"]["text"] == "this is the title of A.8.5 (Information for interested parties)"
    titles = {cited(d): underlined(tmp_path, d) for d in found["citation-title"]}
    assert titles == {
        "clause 8.4": "AI system data",
        "A.5": "AI Policy",
        "A.6": "AI Objectives",
        "A.7": "AI System Documentation",
        "A.8": "AI Impact Assessment",
        "A.9": "AI Supplier Relationships",
        "A.10": "AI System Monitoring",
    }
    for d in found["unknown-citation"]:
        assert underlined(tmp_path, d) == cited(d).removeprefix("clause ")


def test_the_example_has_no_wrong_citation():
    found = said(CONTENT)
    assert found["unknown-citation"] == [] and found["citation-title"] == []


@pytest.mark.parametrize(
    "text",
    ["A.1.1.1 ", "clause 8.5, ", "ISO 42001 A.2.1-", "A\\.2 &amp; A.2.1 *x* ", "Art. 9 of the [[A.2.1]] A.9.9 (A.2 — "],
    ids=["ids", "list", "range", "escapes", "mixture"],
)
def test_time_is_proportional_to_the_length_of_a_text(tmp_path, text):
    times = []
    for size in (1 << 16, 1 << 18):
        folder = tmp_path / str(size)
        folder.mkdir()
        line = text * (2000 // len(text)) + "\n"
        (folder / "a.md").write_text("ISO/IEC 42001\n\n" + line * (size // len(line)), encoding="utf-8")
        started = time.monotonic()
        run("check", folder, "--format", "json")
        times.append(time.monotonic() - started)
    # Four times the text. Quadratic cost would be sixteen times as high.
    assert times[1] < 8 * times[0] + 1, times
