"""A fault at one call: the process is killed, or the disk is full. The old or the new state is complete, and the next run repairs the rest.

`faults/faults.c` counts the calls of a command that change the file system, and makes one of them fail. Here, a few calls of each
command; `make soak` does all of them (DOSSIER_FAULTS=all). `test_kills.py` kills at random moments instead, in large workspaces.
"""

import collections
import dataclasses
import hashlib
import itertools
import os
import pathlib
import re
import shutil
import stat
import subprocess
import tempfile

import pytest

from conftest import binary, fill, run
from ledger import GIT, commit, git
from test_approvals_proof import old_document

ALL = os.environ.get("DOSSIER_FAULTS") == "all"
# The number of calls of each command and mode, if not all.
POINTS = 8
DAY = "2026-10-20"
# Temporary names that dossier gives: `.NAME.dossier-PID-RANDOM` and `.dossier-DIGEST`.
TEMPORARY = re.compile(r"(^|/)\.([^/]+\.)?dossier-[^/]+")
FULL = b"No space left on device"


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    """The library that injects the faults. Swift brings clang."""
    compiler = shutil.which("clang") or shutil.which("cc")
    if compiler is None:
        pytest.skip("there is no C compiler")
    path = tmp_path_factory.mktemp("faults") / "faults.so"
    source = pathlib.Path(__file__).with_name("faults") / "faults.c"
    subprocess.run([compiler, "-Wall", "-Wextra", "-Werror", "-O1", "-shared", "-fPIC", "-o", path, source], check=True)
    return path


def entries(folder):
    """Every entry with its type, permissions and content. Git's own files are left out."""
    found = {}
    for above, folders, files in os.walk(folder):
        if ".git" in folders:
            folders.remove(".git")
        for name in folders + files:
            path = os.path.join(above, name)
            status = os.lstat(path)
            content = None
            if stat.S_ISREG(status.st_mode):
                with open(path, "rb") as file:
                    content = hashlib.sha256(file.read()).digest()
            found[os.path.relpath(path, folder)] = (status.st_mode, content)
    return found


@dataclasses.dataclass
class Command:
    """A command, and the folder `place` with everything that it reads and writes. `start` is a copy of the folder before the command."""

    arguments: list
    start: pathlib.Path
    place: pathlib.Path
    # Folders that appear or change as a whole. All other files are units of their own.
    units: tuple = ()
    # Whether the units are written one after the other. Otherwise a full disk changes none of them.
    has_steps: bool = False
    # The next run after a complete one, if not the same command.
    then: list = None

    def reset(self):
        shutil.rmtree(self.place, ignore_errors=True)
        # Links are enough, because dossier replaces files and never writes into them. The tests check this.
        can_link = os.stat(self.start).st_dev == os.stat(self.place.parent).st_dev
        shutil.copytree(self.start, self.place, symlinks=True, copy_function=os.link if can_link else shutil.copy2)

    def run(self, arguments=None, env={}):
        return run(*(arguments or self.arguments), cwd=self.place, env=GIT | env)

    def counted(self, library, mode="none", call=0):
        """Runs the command with a fault. Returns also the calls that the library counted: fault, name and path."""
        log = self.start.with_name("log")
        log.write_text("")
        done = self.run(env={"LD_PRELOAD": str(library), "DOSSIER_FAULT_PROGRAM": binary().name, "DOSSIER_FAULT_LOG": str(log),
                         "DOSSIER_FAULT_MODE": mode, "DOSSIER_FAULT_CALL": str(call)})
        return done, [line.split(" ", 2) for line in log.read_text(errors="replace").splitlines()]

    def unit(self, path):
        return next((unit for unit in self.units if path == unit or path.startswith(unit + "/")), path)

    def split(self, found):
        """The units of a state, and the names of temporary entries beside them."""
        units, left = collections.defaultdict(dict), []
        for path, entry in found.items():
            if TEMPORARY.search(path):
                left.append(path)
            else:
                units[self.unit(path)][path] = entry
        return units, left


def temporary(calls, outside=None):
    """The temporary entries of these calls that still exist."""
    found = [(path, TEMPORARY.search(path)) for _, _, path in calls]
    paths = {path[:match.end()] for path, match in found if match}
    return sorted(path for path in paths if os.path.lexists(path) and not (outside and path.startswith(f"{outside}/")))


def spread(numbers, count):
    """All numbers, or about `count` of them."""
    return numbers if ALL else numbers[::max(1, len(numbers) // count)]


def faults_for(calls):
    """The mode and the number of each call to disturb. Calls that are rare in the command are always disturbed."""
    # A file in memory is the input of git.
    kinds = [(name, path.startswith("/memfd:")) for _, name, path in calls]
    number = collections.Counter(kinds)
    numbers = range(1, len(calls) + 1)
    rare = [i for i in numbers if number[kinds[i - 1]] <= 3]
    chosen = sorted({*rare, *spread(numbers, POINTS)})
    yield from itertools.product(["kill", "fail", "full"], chosen)
    yield "killed", len(calls)
    yield from (("short", i) for i in spread([i for i in numbers if calls[i - 1][1] == "write"], 3))


class Faults:
    """Disturbs a command at many calls and records what was wrong."""

    def __init__(self, command):
        self.command = command
        command.reset()
        self.old = entries(command.place)
        done = command.run()
        assert done.returncode == 0, done.stderr.decode()[-2000:]
        self.new = entries(command.place)
        assert self.old != self.new
        self.old_units, self.new_units = command.split(self.old)[0], command.split(self.new)[0]
        self.wrong, self.outcomes = [], collections.Counter()

    def state(self, found):
        """`old`, `new`, or `both`: some units are old and some are new. None if a unit is neither."""
        units, left = self.command.split(found)
        kinds = set()
        for unit in set(units) | set(self.old_units) | set(self.new_units):
            now, old, new = units.get(unit), self.old_units.get(unit), self.new_units.get(unit)
            if now != old and now != new:
                return None, left
            if old != new:
                kinds.add("old" if now == old else "new")
        return "both" if len(kinds) == 2 else kinds.pop(), left

    def disturb(self, library, mode, call):
        self.command.reset()
        done, calls = self.command.counted(library, mode, call)
        faulty = [(name, path) for fault, name, path in calls if fault != "pass"]
        if not faulty:
            return
        name, path = faulty[0]
        state, left = self.state(entries(self.command.place))
        self.outcomes[mode, state] += 1

        def wrong(text):
            self.wrong.append(f"{mode} at call {call} ({name} {path}): {text}; {done.stderr.decode(errors='replace')[-300:]!r}")

        if state is None:
            wrong("neither the old nor the new state")
        if mode.startswith("kill"):
            if done.returncode != -9:
                wrong(f"exit status {done.returncode}")
        elif mode == "short" or done.returncode == 0:
            # A call that fails need not end the command. But a success must be one.
            if done.returncode != 0 or state != "new" or b"error: cannot" in done.stderr:
                wrong(f"exit status {done.returncode}, state {state}")
        elif done.returncode != 3 or not re.search(rb"^error: cannot .*: " + FULL, done.stderr, re.M):
            wrong(f"exit status {done.returncode} without the reason")
        elif state != "old" and not (self.command.has_steps or name == "rename"):
            wrong(f"state {state} although the command failed")
        elif not any(self.names(done.stderr.decode(), path) for _, path in faulty):
            # Several threads write files, so several calls can fail.
            wrong("the message does not name the file")
        # A folder of a killed command, or of one that cannot remove it, may stay until the next run.
        left += temporary(calls, outside=self.command.place)
        if left and not mode.startswith("kill") and (name, mode) != ("unlink", "fail"):
            wrong(f"remaining {left}")
        if mode.startswith("kill") or state not in ("old", "new") or left:
            self.repair(wrong, state, calls)

    def names(self, message, path):
        """Whether the message names the file, or what the command writes: a site, a release, a record."""
        if path.startswith("/memfd:"):
            return "cannot run /" in message
        changed = {self.command.unit(name) for name in set(self.old) | set(self.new) if self.old.get(name) != self.new.get(name)}
        folder, name = os.path.split(path)
        # Messages about records name their paths in the workspace.
        names = {folder if TEMPORARY.match(name) else name, *changed, *(unit.removeprefix("content/") for unit in changed)}
        return any(name in message for name in names)

    def repair(self, wrong, state, calls):
        done = self.command.run(self.command.then if state == "new" else None)
        if done.returncode != 0:
            wrong(f"the next run has exit status {done.returncode}: {done.stderr.decode(errors='replace')[-300:]!r}")
        now = entries(self.command.place)
        if now != self.new:
            wrong(f"after the next run, these differ: {sorted(p for p in set(now) | set(self.new) if now.get(p) != self.new.get(p))[:5]}")
        if left := temporary(calls):
            wrong(f"after the next run, {left} remain")


def lay(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


ROLES = "kind: role\nrecords:\n  - id: ROL-001\n    title: Owner\n    accountable_for: [policy]\n"
SMALL = {
    "content/dossier.yaml": "organisation: Ex\n",
    "content/roles.yaml": ROLES,
    "content/index.md": "# Handbook\n\nSee [[ROL-001]].\n",
    "content/logo.png": "an attachment\n",
}


def first_build(start):
    lay(start, SMALL)
    return ["build", "content", "--output", "out/site", "--as-of", DAY, "--no-history"], dict(units=("out/site",))


def rebuild(start):
    command, options = first_build(start)
    run(*command, cwd=start)
    lay(start, {"out/site/README.md": "mine\n", "out/site/.well-known/security.txt": "mine\n", "content/index.md": "# Handbook\n\nChanged.\n"})
    # The new page keeps these permissions.
    (start / "out" / "site" / "index.html").chmod(0o664)
    return command, options


def repository(start):
    lay(start, SMALL)
    git(start, "init", "-q", "-b", "main")
    commit(start, "begin")


def release(start):
    repository(start)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", start / "key"], check=True)
    # The same release again would be refused. `check` reads the history, so it removes temporary folders for git.
    return (["release", "1", "--key", "key", "--as-of", DAY, "--allow-dirty"],
            dict(units=("content/releases/1",), then=["check", "--as-of", DAY]))


def publish(start):
    repository(start)
    for i, version in enumerate(["1", "2"]):
        run("release", version, "--as-of", f"2026-10-2{i}", "--quiet", cwd=start, check=0)
        commit(start, version)
        if version == "1":
            run("publish", "--to", "pub", "--quiet", cwd=start, check=0)
    return ["publish", "--to", "pub"], dict(units=("pub/versions/2",), has_steps=True, then=["check", "--as-of", DAY])


DOCUMENT = "---\nkind: document\nid: DOC-00{0}\ntitle: Procedure {0}\nowner: ROL-001\nstatus: approved\nversion: '1'\n---\n# Procedure\n\nText.\n"


def approve(start):
    lay(start, SMALL | {f"content/documents/doc-{i}.md": DOCUMENT.format(i) for i in (1, 2, 3)})
    (start / "content" / "documents" / "doc-2.md").chmod(0o600)
    return ["approve", "DOC-001", "DOC-002", "DOC-003", "--by", "ROL-001", "--date", DAY], {}


def renew(start):
    lay(start, SMALL | {"content/old.yaml": old_document()})
    return ["approve", "--renew", "--by", "ROL-001"], {}


def fix(start):
    concern = "---\nkind: concern\nID: CNC-00{0}\ntitle: t\nRaised: 2026/5/4\nStatus: \"Closed\"\n---\nSee [[cnc-00{0}]].\n"
    lay(start, SMALL | {f"content/concerns/cnc-{i}.md": concern.format(i) for i in (1, 2, 3)})
    (start / "content" / "concerns" / "cnc-2.md").chmod(0o600)
    return ["check", "--fix", "--as-of", DAY, "--no-history"], {}


def baseline(start):
    lay(start, SMALL | {"content/more.md": "# More\n\n[[RSK-001]]\n"})
    return ["check", "--write-baseline", "--as-of", DAY, "--no-history"], {}


def package(start):
    repository(start)
    return ["package", "content", "--output", "out/p.zip", "--as-of", DAY], {}


COMMANDS = [first_build, rebuild, release, publish, approve, renew, fix, baseline, package]


@pytest.fixture
def scratch(tmp_path):
    """A folder in memory if there is one, because hundreds of sites are written."""
    if not os.access("/dev/shm", os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir="/dev/shm", prefix="dossier-faults-") as folder:
        yield pathlib.Path(folder)


@pytest.fixture
def command(request, scratch):
    start = scratch / "start"
    start.mkdir()
    arguments, options = request.param(start)
    return Command(arguments, start, scratch / "place", **options)


@pytest.mark.parametrize("command", COMMANDS, indirect=True, ids=lambda c: c.__name__)
def test_a_fault_leaves_the_old_or_the_new_state(command, library):
    before = entries(command.start)
    faults = Faults(command)
    command.reset()
    done, calls = command.counted(library)
    assert done.returncode == 0 and entries(command.place) == faults.new, "the same input gives the same bytes"
    # The library does not see the calls of a static program, or of a program that a wrapper starts.
    assert calls, f"no call of {binary()} was counted; DOSSIER must be a dynamically linked program"
    points = list(faults_for(calls))
    for mode, call in points:
        faults.disturb(library, mode, call)
    outcomes = ", ".join(f"{mode} {state} {count}" for (mode, state), count in sorted(faults.outcomes.items(), key=str))
    print(f"{len(calls)} calls, {len(points)} points, {faults.outcomes.total()} faults: {outcomes}")
    assert {"kill", "fail", "full"} <= {mode for mode, _ in faults.outcomes}, outcomes
    # A full disk does not disturb a command that needs no more space. Threads can change the order of calls, so a few other points
    # have no fault, for example a short write at the number of a call that is now no write.
    last = max(i for i, (_, name, _) in enumerate(calls, 1) if name not in ("unlink", "fchmod"))
    expected = sum(mode != "full" or call <= last for mode, call in points)
    assert faults.outcomes.total() >= 0.8 * expected, (expected, outcomes)
    assert entries(command.start) == before, "a file was changed in place"
    assert not faults.wrong, f"{len(faults.wrong)} wrong:\n" + "\n".join(faults.wrong[:40])


@pytest.mark.parametrize("command", COMMANDS, indirect=True, ids=lambda c: c.__name__)
def test_a_full_disk_leaves_the_old_state(command, disk):
    """The same on a file system that is really full, with space for nothing, for one file, and for a part of a site."""
    command.place = disk[0] / "place"
    faults = Faults(command)
    for space in (0, 4 << 10, 400 << 10):
        command.reset()
        fill(disk[0])
        os.truncate(disk[0] / "fill", (disk[0] / "fill").stat().st_size // 4096 * 4096 - space)
        done = command.run()
        now = entries(command.place)
        (disk[0] / "fill").unlink()
        if done.returncode == 0:
            assert now == faults.new and space
            continue
        assert done.returncode == 3 and FULL in done.stderr
        state, left = faults.state(now)
        assert (state == "old" or command.has_steps and state) and not left
        assert command.run().returncode == 0 and entries(command.place) == faults.new
