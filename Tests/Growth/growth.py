"""How the cost grows when one element of an input is repeated.

For each element in `CASES`, a workspace with n and one with 4 n of it are checked (or built). The slope is the logarithm of the ratio of
their costs to the base 4: 1 is linear, 2 is quadratic. The cost of a workspace with one element is subtracted, and 4 n is so large that
the rest is not lost in the noise. `python growth.py BINARY [WORD]` prints the slopes of CPU time and memory of all elements, or of those
whose name contains WORD. It marks slopes above 1.15, and costs above 1 s or 256 MB. `Tests/Clients/test_growth.py` fails above 1.6.
"""

import contextlib
import datetime
import functools
import inspect
import itertools
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import signed

AS_OF = "2026-10-31"
# The smallest cost from which a slope says something, in seconds and in MB.
LEAST = (0.04, 8.0)
# The largest cost of one input within the limits of `docs/limits.md`, in seconds and in MB.
MOST = (1.0, 256.0)

KIND = (
    "kinds:\n  - {name: thing, prefix: THG, meaning: x, section: systems, fields: ["
    "{name: links, type: list of record, kinds: [thing], meaning: x}, {name: word, type: word, words: [one, two], meaning: x},"
    "{name: words, type: list of text, meaning: x}]}\n"
)
CONFIGURATION = "organisation: Example\n" + KIND
RISK = "---\nkind: risk\nid: RSK-001\ntitle: t\n{0}---\n{1}\n"


def register(lines, head="   title: t\n"):
    return {"r.yaml": "kind: thing\nrecords:\n - id: THG-1\n" + head + lines}


def entries(lines, kind="thing"):
    return {"r.yaml": f"kind: {kind}\nrecords:\n{lines}"}


def repeat(text, n):
    """`text` n times; `{i}` is the number."""
    return "".join(text.replace("{i}", str(i)) for i in range(n))


def catalogue(n, labels="a{i}, b{i}"):
    return (
        'kind: catalogue\nname: hh\ntitle: t\npublisher: p\nedition: "1"\nitems:\n'
        + repeat('  - {id: "H.{i}", kind: control, title: t, labels: [' + labels + "]}\n", n)
    )


def metric(number, file="m.csv"):
    return (
        f"---\nkind: metric\nid: MTR-{number}\ntitle: t\nunit: ratio\nfrequency: P1D\nsource: {{file: {file}}}\ngroup_column: group\n"
        "threshold: {warn: 0.90, fail: 0.85, direction: higher-is-better}\n---\nx\n"
    )


def risks(n):
    return entries(repeat(
        " - {id: RSK-{i}, title: t, systems: [AIS-1], category: security, inherent: {likelihood: 4, impact: 4}, treatment: mitigate}\n", n), "risk")


def readings(n, groups):
    """Readings in so many groups, one a day and group."""
    return "date,group,value\n" + "".join(
        f"{datetime.date(2020, 1, 1) + datetime.timedelta(i // groups)},g{i % groups},0.{i % 10}\n" for i in range(n))


def metrics_in_groups(metrics, groups):
    files = {f"m{i}.md": metric(i, f"m{i}.csv") for i in range(metrics)}
    return files | {f"m{i}.csv": readings(3 * groups, groups) for i in range(metrics)}


def own_checks(checks, records):
    return {
        "dossier.yaml": CONFIGURATION + "checks:\n" + repeat(
            "  - {id: x-c{i}, kind: thing, message: m, requires: [{field: word}]}\n", checks),
        **entries(repeat(" - {id: THG-{i}, title: t}\n", records))}


def entry(number, word):
    return f" - id: THG-{number}\n   title: t\n   words: [{word}]\n"


def commits_of_register(commits, records):
    """Commits that change one entry each."""
    words = [0] * records
    for commit in range(commits):
        words[commit * 7919 % records] = commit
        yield entries("".join(entry(i, f"w{word}") for i, word in enumerate(words)))


def commits_at_both_ends(commits, records):
    """Commits that change the first and the last entry of a register."""
    middle = "".join(entry(i, "w") for i in range(records))
    for commit in range(commits):
        yield entries(entry("first", f"w{commit}") + middle + entry("last", f"w{commit}"))


def commits_of_files(commits, records):
    """Commits that change one file each."""
    def text(number, word):
        return {f"r{number}.md": f"---\nkind: thing\nid: THG-{number}\ntitle: t\nwords: [{word}]\n---\nx\n"}

    yield {name: content for i in range(records) for name, content in text(i, "w").items()}
    for commit in range(commits):
        yield text(commit * 7919 % records, f"w{commit}")


def branches_of_register(branches, records):
    """Branches from the first commit that change one entry each, and their merges. Yields the parents of each commit too."""
    def text(changed):
        return entries("".join(entry(i, "w1" if i in changed else "w") for i in range(records)))

    yield text([])
    first, tip = 1, 1
    for branch in range(branches):
        yield text([branch]), [first]
    for branch in range(branches):
        yield text(range(branch + 1)), [tip, first + 1 + branch]
        tip = first + 1 + branches + branch


def side(n):
    """Two numbers with the product n, such as those of checks and records, are this large."""
    return math.isqrt(n)


# The name of the element: the number with which to begin, and the files of a workspace with n of it. For a history, the
# files that each commit writes. A command other than `check` follows.
CASES = {
    # Keys and values
    "unknown keys in front matter": (1500, lambda n: {"a.md": RISK.format(repeat("k{i}: 1\n", n), "x")}),
    "unknown keys in a register": (10000, lambda n: register(repeat("   k{i}: 1\n", n))),
    "unknown keys in dossier.yaml": (10000, lambda n: {"dossier.yaml": CONFIGURATION + repeat("k{i}: 1\n", n)}),
    "one key many times": (10000, lambda n: register("   title: t\n" * n, "")),
    "misspelled keys": (1000, lambda n: entries(repeat(" - {ID: RSK-{i}, Title: t}\n", n), "risk")),
    "approvals of one entry": (
        4000, lambda n: register("   approvals:\n" + repeat("    - {by: ROL-{i}, date: 2026-01-01}\n", n))),
    "approvals with other digests, and text": (
        700, lambda n: register(
            "   x-text: " + "word " * n + "\n   approvals:\n" + repeat("    - {by: ROL-1, date: 2026-01-01, digest: %064x}\n" % 7, n))),
    "approvals by one role": (
        4000, lambda n: register("   approvals:\n" + "    - {by: ROL-1, date: 2026-01-01}\n" * n)),
    "unknown keys of list items": (
        600, lambda n: {"a.md": RISK.format("approvals:\n" + repeat("  - {by: ROL-1, k{i}: 1}\n", n), "x")}),
    "unknown keys of one list item": (
        1500, lambda n: {"a.md": RISK.format("approvals:\n  - by: ROL-1\n" + repeat("    k{i}: 1\n", n), "x")}),
    "texts in one list": (20000, lambda n: register("   words:\n" + repeat("    - w{i}\n", n))),
    "unknown words": (2500, lambda n: entries(repeat(" - {id: THG-{i}, title: t, word: thre{i}}\n", n))),
    "fields of a kind": (
        1500, lambda n: {"dossier.yaml": CONFIGURATION.replace(
            "fields: [", "fields: [" + repeat("{name: f{i}, type: text, meaning: x},\n", n))}),
    # References
    "correct references in one list": (10000, lambda n: register("   links:\n" + "    - THG-1\n" * n)),
    "references to missing records": (5000, lambda n: register("   links:\n" + repeat("    - THG-9{i}\n", n))),
    "references from record to record": (
        2500, lambda n: entries(repeat(" - {id: THG-1{i}, title: t, links: [THG-1{i}, THG-10]}\n", n))),
    "a chain of records": (
        2500, lambda n: entries(" - {id: THG-0, title: t}\n" + "".join(
            f" - {{id: THG-{i}, title: t, links: [THG-{i - 1}]}}\n" for i in range(1, n)))),
    "references in a text": (3000, lambda n: {"r.md": "---\nkind: thing\nid: THG-1\ntitle: t\n---\n" + "[[THG-1]] [[THG-2]]\n\n" * n}),
    # Records
    "entries of a register": (2500, lambda n: entries(repeat(" - {id: THG-{i}, title: t}\n", n))),
    "incomplete entries": (1500, lambda n: entries(repeat(" - {id: RSK-{i}, title: t}\n", n), "risk")),
    "risks without links": (1500, risks),
    "entries in flow style": (
        2500, lambda n: {"r.yaml": "kind: thing\nrecords: [\n" + repeat(" {id: THG-{i}, title: t, k: 1},\n", n) + "]\n"}),
    "entries with the same id": (2500, lambda n: entries(" - {id: THG-1, title: t}\n" * n)),
    "entries with a text": (1500, lambda n: entries(repeat(" - {id: THG-{i}, title: t, text: \"a *b* [c](d.md)\"}\n", n))),
    "files": (1500, lambda n: {f"r{i}.md": f"---\nkind: thing\nid: THG-{i}\ntitle: t\n---\nx\n" for i in range(n)}),
    "exceptions": (
        700, lambda n: risks(n) | {"e.yaml": "kind: exception\nrecords:\n" + repeat(
            " - {id: EXC-{i}, title: t, rule: risk-untreated, records: [RSK-{i}], reason: r, until: 2027-01-01, approved_by: ROL-1}\n", n)}),
    "own checks": (100, lambda n: own_checks(n, 500)),
    "own checks × records": (40_000, lambda n: own_checks(max(1, side(n) // 4), 4 * side(n))),
    # Catalogues and citations
    "items of a catalogue": (2500, lambda n: {"c.yaml": catalogue(n)}),
    "labels of an item": (10000, lambda n: {"c.yaml": catalogue(1, repeat("l{i},\n    ", n))}),
    "wrong items": (
        400, lambda n: {"c.yaml": catalogue(4000), "r.md": "\n\n".join(f"[[hh:H.9{i:05}]] [[hh:H.8{i:04}x]]" for i in range(n))}),
    "citations": (2000, lambda n: {"r.md": "# ISO/IEC 42001\n\n" + repeat("Clause 6.1.{i} and A.6.2.4.\n\n", n)}),
    # Markdown
    "links to one long definition": (
        700, lambda n: {"a.md": "[a]: /" + "u" * 2000 + "\n\n" + "\n\n".join(["[a] " * 100] * (n // 100))}),
    "dead links": (4000, lambda n: {"a.md": repeat("[a](b{i}.md)\n\n", n)}),
    "dead anchors": (4000, lambda n: {"a.md": "# t\n\n" + repeat("[a](#b{i})\n\n", n)}),
    "headings": (8000, lambda n: {"a.md": repeat("## t\n\n", n)}),
    "footnotes": (1200, lambda n: {"a.md": repeat("a[^{i}]\n\n", n) + repeat("[^{i}]: b\n\n", n)}),
    "rows of a table": (3000, lambda n: {"a.md": "|a|b|\n|-|-|\n" + repeat("|{i}|x|\n", n)}),
    # Metrics
    "readings of a metric": (10000, lambda n: {"m.md": metric(1), "m.csv": readings(n, 50)}),
    "groups of a metric": (2500, lambda n: {"m.md": metric(1), "m.csv": readings(n * 2, n)}),
    "metrics": (100, lambda n: {f"m{i}.md": metric(i, f"m{i}.csv") for i in range(n)} | {f"m{i}.csv": readings(100, 5) for i in range(n)}),
    "metrics × groups": (2500, lambda n: metrics_in_groups(side(n), side(n))),
    # Histories
    "commits of a register": (300, lambda n: commits_of_register(n, 500)),
    "commits × entries of a register": (200_000, lambda n: commits_of_register(side(n), side(n))),
    "commits at both ends of a register": (300, lambda n: commits_at_both_ends(n, 500)),
    "open branches × entries of a register": (50_000, lambda n: branches_of_register(side(n) // 2, 2 * side(n))),
    "commits × records": (200_000, lambda n: commits_of_files(side(n), side(n))),
    "second approvals of a register × commits": (
        900, lambda n: signed.second_approvals_of_a_register(side(n), side(n), public_key())),
    "second approvals of files × commits": (400, lambda n: signed.second_approvals_of_files(side(n), side(n), public_key())),
    # Other commands
    "fixes": (
        700, lambda n: entries(repeat(" - {ID: RSK-{i}, Title: t, Status: Draft}\n", n), "risk"), ["check", "c", "--fix", "--dry-run"]),
    "records of a site": (
        250, lambda n: {f"r{i}.md": f"---\nkind: thing\nid: THG-{i}\ntitle: t\n---\nx\n" for i in range(n)},
        ["build", "c", "--output", "site"]),
    "references to one page of a site": (
        700, lambda n: entries(" - {id: THG-1, title: t}\n" + repeat(" - {id: THG-1{i}, title: t, links: [THG-1]}\n", n)),
        ["build", "c", "--output", "site"]),
    "metrics × groups of a site": (
        400, lambda n: metrics_in_groups(side(n), side(n)), ["build", "c", "--output", "site"]),
    "the history of a record": (300, lambda n: commits_of_register(n, 500), ["history", "THG-1", "c"]),
}


@functools.cache
def key():
    """The path of a new SSH key."""
    path = pathlib.Path(tempfile.mkdtemp()) / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path], check=True)
    return path


def public_key():
    return " ".join(key().with_suffix(".pub").read_text().split()[:2])


def commit(folder, versions):
    """Writes a repository with a commit for each version of the files, and checks out the last."""
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    start = 0
    for is_signed, group in itertools.groupby(versions, lambda version: isinstance(version, signed.Signed)):
        for part in ([version] for version in group) if is_signed else [group]:
            start += write(folder, part, start)
            if is_signed:
                sign(folder)
    subprocess.run(["git", "-C", folder, "reset", "-q", "--hard"], check=True)


def sign(folder):
    """Replaces the last commit with the same commit, signed."""
    settings = ["-c", "gpg.format=ssh", "-c", f"user.signingkey={key()}", "-c", "user.name=A", "-c", "user.email=a@example.com"]
    subprocess.run(["git", "-C", folder, "reset", "-q", "--soft", "main"], check=True)
    subprocess.run(["git", "-C", folder, "read-tree", "main"], check=True)
    subprocess.run(["git", "-C", folder, *settings, "commit", "-q", "--amend", "--no-edit", "-S", "--allow-empty"], check=True)


def write(folder, versions, start):
    """Adds a commit for each version. `start` is the number of earlier commits. Returns the number of new ones."""
    number = -1
    # The texts are written one after the other, because a process counts the memory of the process that starts it.
    with subprocess.Popen(["git", "-C", folder, "fast-import", "--quiet"], stdin=subprocess.PIPE) as git:
        for number, version in enumerate(versions):
            files, parents = version if isinstance(version, tuple) else (version, [number - 1] if number else [])
            date = 1735689600 + 60 * (start + number)
            head = f"commit refs/heads/main\nmark :{number + 1}\ncommitter A <a@example.com> {date} +0000\ndata 1\nc\n"
            if start and not number:
                head += "from refs/heads/main^0\n"
            head += "".join(f"{'merge' if i else 'from'} :{parent + 1}\n" for i, parent in enumerate(parents))
            git.stdin.write(head.encode())
            for name, text in files.items():
                git.stdin.write(f"M 100644 inline {name}\ndata {len(text.encode())}\n{text}\n".encode())
    if git.returncode:
        raise RuntimeError(f"git fast-import has exit status {git.returncode}")
    return number + 1


def cost(binary, files, command=None):
    """The CPU seconds and the peak memory in MB."""
    folder = pathlib.Path(tempfile.mkdtemp(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None))
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, folder)
        (folder / "c").mkdir()
        command = [str(binary), *(command or ["check", "c"])]
        if inspect.isgenerator(files):
            commit(folder / "c", itertools.chain([{"dossier.yaml": CONFIGURATION}], files))
        else:
            command += ["--no-history"]
            for name, text in {"dossier.yaml": CONFIGURATION, **files}.items():
                (folder / "c" / name).write_text(text)
        if "history" not in command:
            command += ["--as-of", AS_OF, "--quiet"]
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise RuntimeError(f"{command} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def slopes(binary, name, tries=1):
    """The slopes of time and memory, and the costs of the larger input. Of several tries, the least of each cost."""
    start, files, *command = CASES[name]
    command = command[0] if command else None

    def least(n):
        pairs = [cost(binary, files(n), command) for _ in range(tries)]
        return [min(values) for values in zip(*pairs)]

    empty = least(1)
    small, large = least(start), least(4 * start)
    found = []
    for a, b, none, smallest in zip(small, large, empty, LEAST):
        # What is lost in the noise counts as the smallest cost.
        found.append(math.log(max(b - none, smallest) / max(a - none, smallest), 4))
    return found, large, 4 * start


def main():
    binary = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release/dossier").resolve()
    word = sys.argv[2] if len(sys.argv) > 2 else ""
    print(f"{'element':38} {'n':>7} {'CPU s':>7} {'MB':>6}  slope of time, memory")
    for name in (name for name in CASES if word in name):
        (time, memory), (seconds, megabytes), n = slopes(binary, name, tries=3)
        mark = " <--" if max(time, memory) > 1.15 or seconds > MOST[0] or megabytes > MOST[1] else ""
        print(f"{name:38} {n:7} {seconds:7.2f} {megabytes:6.0f}  {time:5.2f} {memory:5.2f}{mark}", flush=True)


if __name__ == "__main__":
    main()
