"""Single changes of the example to which an auditor would object. Each gives its rule at its line and no other new diagnostic."""

import concurrent.futures
import json
import os
import queue
import re
import shutil

import pytest

from conftest import AS_OF, CONTENT, run
from objections import CASES


def messages(folder):
    done = run("check", folder, "--as-of", AS_OF, "--format", "json")
    return json.loads(done.stdout)["diagnostics"]


class Copies:
    """Copies of the example, one for each core. A change is made in one of them, evaluated and undone."""

    def __init__(self, folder, count):
        self.free = queue.SimpleQueue()
        for number in range(count):
            shutil.copytree(CONTENT, folder / str(number))
            self.free.put(folder / str(number))

    def judge(self, path, edit):
        """The diagnostics after the change, how often the pattern matched (once is right), and the evaluated lines."""
        copy = self.free.get()
        try:
            file = find(copy, path)
            before = file.read_bytes()
            text, count = re.subn(*edit, before.decode("utf-8"), count=1, flags=re.M)
            file.write_text(text, encoding="utf-8")
            try:
                return messages(copy), count, text.splitlines()
            finally:
                file.write_bytes(before)
        finally:
            self.free.put(copy)


def find(folder, pattern):
    return min(folder.glob(pattern))


@pytest.fixture(scope="session")
def before():
    return {(d["rule"], d["headline"]) for d in messages(CONTENT)}


@pytest.fixture(scope="session")
def judged(request, tmp_path_factory):
    """The result of each selected case, computed in parallel."""
    wanted = {item.callspec.params["number"] for item in request.session.items if item.name.startswith("test_objection[")}
    cores = os.cpu_count() or 1
    copies = Copies(tmp_path_factory.mktemp("copies"), cores)
    with concurrent.futures.ThreadPoolExecutor(cores) as pool:
        yield {n: pool.submit(copies.judge, *CASES[n][1:3]) for n in sorted(wanted)}
        pool.shutdown(cancel_futures=True)


NUMBERED = [pytest.param(n, id=f"{case[0]}-{n}") for n, case in enumerate(CASES)]


@pytest.mark.parametrize("number", NUMBERED)
def test_objection(number, judged, before):
    rule, path, edit, line, also, place = CASES[number]
    said, count, text = judged[number].result()
    assert count == 1, edit
    # An edit makes approvals stale. Only the cases about stale approvals expect these diagnostics.
    sealed = {"approval-stale", "suspect-dependants"} - {rule}
    new = [d for d in said if (d["rule"], d["headline"]) not in before and d["rule"] not in sealed]
    shown = [f'{d["rule"]} {d["primary"]["path"]}:{d["primary"]["line"]} {d["headline"]}' for d in new]
    lines = text if place == path else find(CONTENT, place).read_text(encoding="utf-8").splitlines()
    own = [d for d in new if d["rule"] == rule]
    assert own, shown
    here = find(CONTENT, place).name
    # A mapping over several lines is underlined at the start of its value, below its key.
    ends = [d["primary"]["line"] for d in own if d["primary"]["path"].endswith(here)]
    said = [text for end in ends for text in lines[max(end - 2, 0) : end]]
    assert any(line in text for text in said), (shown, said)
    assert {d["rule"] for d in new} - {rule} == also, shown


def test_a_year_later_only_the_expected_is_overdue():
    """The reviewed list of what will be overdue in a year if nothing is done."""
    golden = CONTENT.parent / "Tests/Clients/goldens/example-2027-10-31.txt"
    done = run("check", CONTENT, "--as-of", "2027-10-31", "--format", "concise", "--quiet")
    found = re.sub(r"(?m)^.*?content/", "", done.stderr.decode())
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("day", ["0001-01-01", "2025-06-30", "2026-04-01", "9999-12-31"])
def test_every_as_of_date_is_possible(day):
    done = run("check", CONTENT, "--as-of", day, "--format", "json")
    found = json.loads(done.stdout)["diagnostics"]
    # Nothing has expired before it began.
    rules = {d["rule"] for d in found}
    if day < "2025":
        assert not {r for r in rules if r.endswith(("-overdue", "-expired", "-outdated"))}
