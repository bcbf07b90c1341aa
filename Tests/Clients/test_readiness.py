"""The checklists and the auditor's questions: the command, its JSON, and the page."""

import json
import re
import shutil

import html5lib
import pytest

from conftest import AS_OF, CONTENT, run

GOLDEN = CONTENT.parent / "Tests/Clients/goldens/readiness-2026-10-31.txt"


def readiness(folder, *more):
    done = run("check", folder, "--as-of", AS_OF, "--readiness", *more)
    return done.stdout.decode()


def questions(folder):
    lists = json.loads(readiness(folder, "--format", "json"))["lists"]
    return {question["id"]: question for entry in lists for question in entry["questions"]}


def test_the_report_of_the_example_is_the_reviewed_one():
    assert readiness(CONTENT) == GOLDEN.read_text(encoding="utf-8")


def test_the_summary_is_on_standard_error_and_the_status_is_that_of_check(content):
    done = run("check", content, "--as-of", AS_OF, "--readiness", check=0)
    summary = re.compile(rb"\d+ records and \d+ pages as of ")
    assert summary.match(done.stderr) and not summary.search(done.stdout)
    (content / "bad.md").write_text("---\nkind: risk\nid: RSK-900\n---\n")
    run("check", content, "--as-of", AS_OF, "--readiness", check=1)
    assert run("check", content, "--as-of", AS_OF, "--readiness", "--quiet", check=1).stderr == b""


@pytest.mark.parametrize("more", [["--fix"], ["--write-baseline"], ["--format", "sarif"], ["--format", "concise"]])
def test_options_that_exclude_each_other_are_refused(content, more):
    done = run("check", content, "--readiness", *more, check=2)
    assert b"--readiness" in done.stderr
    assert not (content / "dossier-baseline.json").exists()


def test_json_lists_records_and_rules_behind_each_answer():
    whole = json.loads(readiness(CONTENT, "--format", "json"))
    assert whole["schema"] == 1 and whole["as_of"] == AS_OF
    assert [len(entry["questions"]) for entry in whole["lists"]] == [8, 7, 7, 6]
    assert sum(whole["counts"].values()) == whole["total"] == 28
    for question in questions(CONTENT).values():
        assert question["clauses"] and question["parts"]
        for part in question["parts"]:
            assert 0 < part["answered"] <= part["total"]


@pytest.mark.parametrize(
    "gone, question",
    [
        ("management-reviews", "audit-review"),
        ("audits", "audit-findings"),
        ("suppliers", "audit-suppliers"),
        ("risks", "implement-assessments"),
        ("nonconformities", "operate-nonconformities"),
    ],
)
def test_removed_records_make_an_answer_missing(content, gone, question):
    assert questions(content)[question]["state"] != "missing"
    shutil.rmtree(content / gone)
    found = questions(content)[question]
    assert found["state"] == "missing"
    assert any(part["answered"] == 0 and "dossier new" in part["next"] for part in found["parts"])


def test_the_baseline_makes_nothing_good(content):
    path = next((content / "impact-assessments").glob("aia-002-*.md"))
    path.write_text(re.sub(r"^conclusion:.*\n(?:  .*\n)*", "", path.read_text(), flags=re.M))
    before = questions(content)["audit-assessments"]
    assert before["state"] == "issues-to-fix"
    run("check", content, "--as-of", AS_OF, "--write-baseline", "--quiet")
    after = questions(content)["audit-assessments"]
    assert after["state"] == "covered-by-an-exception" and not after["open"]
    assert {entry["reason"] for entry in after["suppressed"]} == {"known from the baseline"}


@pytest.fixture(scope="module")
def page(site):
    text = (site / "readiness.html").read_text(encoding="utf-8")
    return text, html5lib.HTMLParser(namespaceHTMLElements=False).parse(text)


def test_the_page_shows_the_result_of_the_command(page):
    text, root = page
    found = questions(CONTENT)
    shown = {
        e.get("id"): e.find("h3/span").text for e in root.iter("article") if (e.get("class") or "") == "question"
    }
    assert shown == {name: question["state"].replace("-", " ") for name, question in found.items()}
    assert "As of 31 October 2026" in text
    for question in found.values():
        for part in question["parts"]:
            counts = [
                f'data-figure="readiness.{part["measure"]}{ending}" data-count="{part[key]}"'
                for ending, key in [("", "answered"), (".total", "total")]
                # The total of this part is always the number of answers.
                if (part["measure"], key) != ("findings-recent", "total")
            ]
            assert all(count in text for count in counts), part["measure"]


def test_the_page_never_says_more_than_was_proved(page):
    words = re.sub(r"<[^>]*>", " ", page[0]).lower()
    assert not re.search(r"\bcompliant\b|\bcertified\b|90 days|%", words[words.index("readiness"):])


def test_the_first_page_links_to_readiness(site):
    home = (site / "index.html").read_text(encoding="utf-8")
    way = home[home.index("For the auditor"):]
    note = re.search(r'href="readiness.html">Readiness</a> <span class="note">(.*?) questions have complete evidence', way)[1]
    assert re.fullmatch(r"\d+ of 28", re.sub("<[^>]*>", "", note))
    assert 'aria-current="page">Readiness' in (site / "readiness.html").read_text(encoding="utf-8")


def test_an_empty_folder_has_no_complete_answer(tmp_path):
    (tmp_path / "dossier.yaml").write_text("organisation: Q\n")
    assert {question["state"] for question in questions(tmp_path).values()} == {"missing"}
