"""Attacks on approvals: random git histories, and a slow second implementation of what proves an approval.

`histories/grammar.py` makes a history from actions: copies, moves, renames, registers, planted and genuine approvals, merges of two and
more branches, reverts, cherry-picks, squashes, folders that no build reads, submodules, keys that roles get and lose, signed tags.
`histories/definition.py` follows the definition in `docs/approvals.md` rule by rule. The program must give every approval the same
status, and show only proofs that the definition allows.

`DOSSIER_HISTORIES` is the number of histories: 300 if it is not set, 20 000 in `make soak`.
`python -m histories.comparison PROGRAM SEED`, run in this folder, prints the differences of one history and a script that makes it.
"""

import collections
import concurrent.futures
import functools
import os
import subprocess

import pytest

from conftest import binary
from histories import broken, definition
from histories.comparison import examine
from histories.edits import EDITS
from histories.grammar import Writer
from histories.objects import SUBMODULE
from histories.reading import Repository
from histories.script import script
from histories.stories import STORIES, WHOLE_COMMITS

NUMBER = int(os.environ.get("DOSSIER_HISTORIES", 300))
# So many histories have every action and every status.
KEPT = 300
# So many histories are searched for one that depends on a rule.
SEARCHED = 2000


def compare(folder, seed):
    try:
        return seed, *examine(str(binary()), folder, seed)
    except Exception as error:
        return seed, {}, [f"{type(error).__name__}: {error}"]


@pytest.fixture(scope="session")
def compared(tmp_path_factory):
    """For each seed: what the program says, and what differs."""
    folder = tmp_path_factory.mktemp("histories")
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        return list(pool.map(functools.partial(compare, folder), range(NUMBER), chunksize=20))


def test_program_and_definition_agree(compared):
    wrong = [(seed, lines) for seed, _, lines in compared if lines]
    if wrong:
        shown = [f"history {seed}: {line}" for seed, lines in wrong[:20] for line in lines]
        seed = min((seed for seed, _ in wrong), key=lambda seed: len(Writer(seed).write().commits))
        head = f"{len(wrong)} of {NUMBER} histories differ: {[seed for seed, _ in wrong[:100]]}"
        pytest.fail("\n".join([head, *shown, f"The shortest of them is {seed}:", script(Writer(seed).write(), seed)]))


def test_the_grammar_reaches_every_action():
    """Otherwise the comparison says nothing about it."""
    seen = collections.Counter()
    for seed in range(KEPT):
        history = Writer(seed).write()
        seen.update(word for words in history.messages.values() for word in words.split(", "))
        seen.update(f"{len(parents)} parents" for parents in history.parents.values())
        leaves = [(path, leaf) for tree in history.trees.values() for path, leaf in tree.items()]
        seen["submodule"] += any(leaf.mode == SUBMODULE for _, leaf in leaves)
        seen["hidden"] += any(part.startswith(".") for path, _ in leaves for part in path.split("/"))
        seen.update({"tag": len(history.tags), "missing": len(history.missing), "uncommitted": history.uncommitted is not None})
    wanted = [action.__name__.replace("_", " ") for story in STORIES for action in story if action not in WHOLE_COMMITS]
    wanted += [action.__name__.replace("_", " ") for action in EDITS] + ["revert", "cherry pick", "squash"]
    wanted += ["2 parents", "3 parents", "hidden", "submodule", "tag", "missing", "uncommitted"]
    assert [name for name in wanted if not seen[name]] == []


def test_the_program_says_every_status(compared):
    if NUMBER < KEPT:
        pytest.skip("too few histories")
    states = collections.Counter(shown.state for _, said, _ in compared for list in said.values() for shown in list)
    tags = sum(bool(shown.proof) and len(shown.proof) < 40 for _, said, _ in compared for list in said.values() for shown in list)
    assert set(states) == {"proved", "asserted", "stale", "replaced"} and tags, (states, tags)


@functools.cache
def repository(seed):
    return Repository(Writer(seed).write())


def states(seed):
    return {id: [status.state for status in found] for id, found in definition.statuses(repository(seed)).items()}


@functools.cache
def unbroken(seed):
    assert "DOSSIER_HISTORIES_BREAK" not in os.environ
    return states(seed)


@pytest.mark.parametrize("rule", broken.NAMES)
def test_a_rule_that_is_left_out_is_noticed(rule, tmp_path, monkeypatch):
    """A rule decides few histories. The first that it decides must show that the program follows the rule."""
    for seed in range(SEARCHED):
        right = unbroken(seed)
        monkeypatch.setenv("DOSSIER_HISTORIES_BREAK", rule)
        if states(seed) != right:
            break
        monkeypatch.delenv("DOSSIER_HISTORIES_BREAK")
    else:
        pytest.fail(f"no history depends on rule {rule}")
    _, found = examine(str(binary()), tmp_path, seed)
    assert found
    monkeypatch.delenv("DOSSIER_HISTORIES_BREAK")
    _, found = examine(str(binary()), tmp_path, seed)
    assert not found


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 4, 5])
def test_git_and_ssh_keygen_make_the_same_history(seed, tmp_path):
    """Ids of commits contain their signatures, so equal ids mean that `ssh-keygen` signs in the same way."""
    history = Writer(seed).write()
    path = tmp_path / "history.sh"
    path.write_text(script(history, seed))
    environment = {**os.environ, "D": "true", "TMPDIR": str(tmp_path)}
    done = subprocess.run(["bash", path], env=environment, capture_output=True, text=True)
    folder = done.stdout.split("\n")[0] + "/r"

    def git(*arguments):
        return subprocess.run(["git", "-C", folder, *arguments], check=True, capture_output=True, text=True).stdout.split()

    assert git("rev-parse", "main") == [history.branches["main"]], done.stderr
    assert set(git("for-each-ref", "--format=%(objectname)", "refs/tags")) == {tag.object or tag.target for tag in history.tags}
