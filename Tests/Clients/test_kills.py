"""Commands killed at random moments: the old or the new state is complete, and running the command again succeeds.

Every fourth kill here; `make soak` does all two hundred (DOSSIER_KILLS=all).
"""

import os
import random
import shutil
import signal
import subprocess
import time

from conftest import AS_OF, binary, run
from ledger import VERSIONS, day, verify
from test_build import tree

EVERY = 1 if os.environ.get("DOSSIER_KILLS") == "all" else 4


def moments(seed, count, writing):
    """Moments as shares of the run: over the whole run, and as many again while it writes, from `writing` to shortly after the end."""
    rng = random.Random(seed)
    all_of_them = [rng.uniform(0, 1.05) if i % 2 else rng.uniform(writing, 1.05) for i in range(count)]
    return all_of_them[::EVERY]


def length_of(command, cwd, reset):
    lengths = []
    for _ in range(3):
        reset()
        started = time.monotonic()
        run(*command, cwd=cwd, check=0)
        lengths.append(time.monotonic() - started)
    return sorted(lengths)[1]


def killed(command, cwd, seconds):
    """Whether the command was still running at that moment."""
    process = subprocess.Popen([str(binary()), *map(str, command)], cwd=cwd, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    time.sleep(seconds)
    was_running = process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    return was_running


def soak(seed, count, writing, command, cwd, reset, look):
    """`reset` creates the old state. `look` requires the old or the new state and returns which. Then the command runs again."""
    length = length_of(command, cwd, reset)
    struck, outcomes = 0, []
    for share in moments(seed, count, writing):
        reset()
        was_running = killed(command, cwd, share * length)
        struck += was_running
        # The machine has become faster, so the next moments are earlier.
        length *= 1 if was_running else 0.93
        outcomes.append(look())
        run(*command, cwd=cwd, check=None)
        assert look() == "new"
    print(f"{count} kills, every {EVERY}: {struck} while it ran, {outcomes.count('old')} old, {outcomes.count('new')} new; a run takes {length:.3f} s")
    assert struck > len(outcomes) / 3, "the moments were chosen too late"
    assert "old" in outcomes


def test_a_killed_build(content, tmp_path):
    place, old = tmp_path / "place", tmp_path / "old"
    place.mkdir()
    out = place / "site"
    run("build", content, "--output", old, "--as-of", AS_OF, check=0)
    (content / "handbook" / "index.md").write_text("# Changed\n\nAll is new.\n")
    run("build", content, "--output", tmp_path / "new", "--as-of", AS_OF)
    states = {"old": tree(old), "new": tree(tmp_path / "new")}

    def reset():
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(old, out)

    def look():
        now = tree(out)
        return next(name for name, state in states.items() if state == now)

    soak(1, 70, 0.4, ["build", content, "--output", out, "--as-of", AS_OF, "--quiet"], tmp_path, reset, look)
    assert os.listdir(place) == ["site"], "what killed ones left is swept away"


def test_a_killed_release(six, tmp_path):
    shutil.copytree(six, tmp_path / "w", symlinks=True)
    repo, releases = tmp_path / "w" / "repo", tmp_path / "w" / "repo" / "content" / "releases"
    command = ["release", "3", "--key", six / "alice", "--as-of", day(9), "--quiet"]
    before = tree(releases)
    run(*command, cwd=repo, check=0)
    whole = tree(releases)

    def look():
        now = {name: digest for name, digest in tree(releases).items() if not name.startswith(".")}
        assert now in (before, whole)
        return "new" if now == whole else "old"

    soak(2, 70, 0.6, command, repo, lambda: shutil.rmtree(releases / "3", ignore_errors=True), look)
    shutil.rmtree(releases / "3")
    run(*command, cwd=repo, check=0)
    assert sorted(os.listdir(releases)) == sorted(VERSIONS + ["3"]) and verify(releases)[:2] == (0, [])


def test_a_killed_publication(six, tmp_path):
    old, pub = tmp_path / "old", tmp_path / "pub"
    # The state before the last version: published version by version into a separate folder.
    shutil.copytree(six / "pub", old)
    shutil.rmtree(old / "versions" / "2.2")
    scratch = tmp_path / "scratch"
    shutil.copytree(six / "repo", scratch, symlinks=True)
    subprocess.run(["git", "checkout", "-q", "2.1"], cwd=scratch, check=True)
    run("publish", "--to", old, "--release", "2.1", cwd=scratch, check=0)
    whole, lists = tree(six / "pub"), ["versions.json", "versions.js", "versions-pages.js", "versions.atom", "latest/index.html", "index.html"]

    def reset():
        shutil.rmtree(pub, ignore_errors=True)
        shutil.copytree(old, pub)

    def look():
        now = tree(pub)
        versions = {name: digest for name, digest in now.items() if name.startswith("versions/") and not name.startswith("versions/.")}
        kept = {name: digest for name, digest in whole.items() if name.startswith("versions/") and not name.startswith("versions/2.2/")}
        with_it = {name: digest for name, digest in whole.items() if name.startswith("versions/")}
        assert versions in (kept, with_it), "a version is there whole or not at all, and the earlier ones are as they were"
        # Each list is the old or the new one, and no list is new before the version exists.
        for name in lists:
            assert (pub / name).read_bytes() in ((old / name).read_bytes(), (six / "pub" / name).read_bytes())
            assert versions == with_it or (pub / name).read_bytes() == (old / name).read_bytes()
        return "new" if now == whole else "old"

    soak(3, 60, 0.5, ["publish", "--to", pub, "--quiet"], six / "repo", reset, look)
    assert verify(pub)[:2] == (0, [])
