"""The law: program and oracle agree on every figure of every random workspace.

`oracle/` implements `docs/assessment.md` a second time. For each workspace that `workspaces.py` writes, the program builds the
site, checks, and packs a package. Every figure in `figures.json`, on every page and in every report must be what the oracle
computes: the same count, the same members. A figure that the oracle does not know fails. Rules that report exactly a fact must
agree with it, and levels, exceptions and the baseline must make of the reports what the oracle makes of them.

A law that cannot fail proves nothing. `DOSSIER_LAW_BREAK=NAME` breaks one definition of the oracle, and the law must then fail;
the last test does so for every name in `oracle/broken.py`. `python Tests/Clients/law.py 7` shows the differences for workspace 7.

`DOSSIER_LAW` is the number of workspaces: 12 if it is not set, 1000 in `make soak`. The tests of broken definitions need 120 or more.
"""

import concurrent.futures
import functools
import os
import shutil

import pytest

import law
from oracle import broken, kinds, readiness
from oracle.approvals import STATUSES as APPROVALS
from oracle.coverage import STATES
from oracle.evidence import STATUSES as EVIDENCE
from oracle.figures import Assessment
from oracle.status import STATUSES

NUMBER = int(os.environ.get("DOSSIER_LAW", 12))
# So many are kept for the tests after the first.
KEPT = 120


def examine(folder, seed):
    """The differences of one workspace, and the workspace itself for the first of them."""
    place = folder / str(seed)
    try:
        case = law.case(place, seed)
        found = list(law.differences(case))
    except Exception as error:
        return seed, [f"{type(error).__name__}: {error}"], None
    if not found and seed >= KEPT:
        shutil.rmtree(place)
    return seed, found, case if seed < KEPT else None


@pytest.fixture(scope="session")
def examined(tmp_path_factory):
    folder = tmp_path_factory.mktemp("law")
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        return list(pool.map(functools.partial(examine, folder), range(NUMBER)))


def test_program_and_oracle_agree(examined):
    found = [f"workspace {seed}: {line}" for seed, lines, _ in examined for line in lines]
    assert not found, "\n".join([f"{len(found)} differences", *found[:30]])


def test_every_figure_has_members_in_some_workspace(examined):
    """Otherwise the law says nothing about it."""
    if len(examined) < KEPT:
        pytest.skip("too few workspaces")
    cases = [case for _, _, case in examined if case]
    seen = set()
    for case in cases:
        facts = Assessment(case.workspace, case.as_of, case.digests)
        seen |= {name for name, members in facts.figures().items() if members}
        seen |= {name for name, members in law.diagnostic_figures(case).items() if members}
    wanted = [f"records.{kind.name}" for kind in kinds.KINDS] + [f"status.{s}" for s in STATUSES]
    wanted += [f"evidence.{s}" for s in EVIDENCE] + [f"approvals.{s}" for s in [*APPROVALS, "stale-records", "missing"] if s != "proved"]
    wanted += [f"coverage.iso42001.{s}" for s in [*STATES, "total", "documented-only"]]
    wanted += [f"readiness.{need}" for needs in readiness.TOPICS.values() for need in needs]
    wanted += [f"statement.{s}" for s in (
        "controls", "applicable", "excluded", "undecided", "implemented", "partial", "planned", "not-started", "fresh-evidence",
        "stale-evidence", "no-evidence", "other-evidence",
    )]
    wanted += [f"reviews.{s}" for s in ("all", "up-to-date", "overdue", "never")]
    wanted += [f"risks.{s}" for s in ("all", "acceptable", "above", "unscored", "not-accepted")]
    wanted += ["systems.in-scope", "systems.in-use", "metrics.fail", "metrics.warn", "metrics.late"]
    # The second pair is related only through a third framework.
    wanted += ["crosswalk.iso42001.gdpr.related", "crosswalk.iso42001.gdpr.covered", "crosswalk.gdpr.eu-ai-act.related"]
    wanted += [f"readiness.{part}.questions" for part in readiness.LISTS]
    assert sorted(set(wanted) - seen) == []


@pytest.mark.parametrize("name", broken.NAMES)
def test_a_broken_definition_is_noticed(name, examined, monkeypatch):
    if len(examined) < KEPT:
        pytest.skip("too few workspaces")
    monkeypatch.setenv("DOSSIER_LAW_BREAK", name)
    assert any(line not in known for _, known, case in examined if case for line in law.differences(case))
