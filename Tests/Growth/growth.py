"""How the cost grows when one element of an input is repeated.

For each element in `CASES`, a workspace with n and one with 4 n of it are checked (or built). The slope is the logarithm of the ratio of
their costs to the base 4: 1 is linear, 2 is quadratic. The cost of an empty workspace is subtracted. `python growth.py BINARY` prints all
slopes of CPU time and memory; `Tests/Clients/test_growth.py` fails above 1.6.
"""

import contextlib
import math
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

AS_OF = "2026-10-31"
# The smallest cost from which a slope says something, in seconds and in MB.
LEAST = (0.05, 8.0)

KIND = (
    "kinds:\n  - {name: thing, prefix: THG, meaning: x, section: systems, fields: ["
    "{name: links, type: list of record, kinds: [thing], meaning: x}, {name: word, type: word, words: [one, two], meaning: x},"
    "{name: words, type: list of text, meaning: x}]}\n"
)
CONFIGURATION = "organisation: Example\n" + KIND
RISK = "---\nkind: risk\nid: RSK-001\ntitle: t\n{0}---\n{1}\n"


def register(lines, head="   title: t\n"):
    return {"r.yaml": "kind: thing\nrecords:\n - id: THG-1\n" + head + lines}


def repeat(text, n):
    """`text` n times; `{i}` is the number."""
    return "".join(text.replace("{i}", str(i)) for i in range(n))


def catalogue(n):
    return (
        'kind: catalogue\nname: hh\ntitle: t\npublisher: p\nedition: "1"\nitems:\n'
        + repeat('  - {id: "H.{i}", kind: control, title: t, labels: [a{i}, b{i}]}\n', n)
    )


def readings(n):
    return "date,group,value\n" + "".join(f"2026-0{1 + i % 9}-0{1 + i % 9},g{i // 50},0.{i % 10}\n" for i in range(n))


METRIC = (
    "---\nkind: metric\nid: MTR-001\ntitle: t\nowner: ROL-001\nunit: \"1\"\nfrequency: P1M\nthreshold: {fail: \"> 0.95\"}\n"
    "source: {file: m.csv, date: date, value: value, group: group}\n---\nx\n"
)

# The name of the element: the number with which to begin, and the files of a workspace with n of it.
CASES = {
    "unknown keys in front matter": (700, lambda n: {"a.md": RISK.format(repeat("k{i}: 1\n", n), "x")}),
    "unknown keys in a register": (2000, lambda n: register(repeat("   k{i}: 1\n", n))),
    "unknown keys in dossier.yaml": (1000, lambda n: {"dossier.yaml": CONFIGURATION + repeat("k{i}: 1\n", n)}),
    "one key many times": (2500, lambda n: register("   title: t\n" * n, "")),
    "misspelled keys": (700, lambda n: {"r.yaml": "kind: risk\nrecords:\n" + repeat(" - {ID: RSK-{i}, Title: t}\n", n)}),
    "correct references in one list": (3000, lambda n: register("   links:\n" + "    - THG-1\n" * n)),
    "references to missing records": (3000, lambda n: register("   links:\n" + repeat("    - THG-9{i}\n", n))),
    "texts in one list": (5000, lambda n: register("   words:\n" + repeat("    - w{i}\n", n))),
    "unknown words": (700, lambda n: {"r.yaml": "kind: thing\nrecords:\n" + repeat(" - {id: THG-{i}, title: t, word: thre{i}}\n", n)}),
    "entries of a register": (1500, lambda n: {"r.yaml": "kind: thing\nrecords:\n" + repeat(" - {id: THG-{i}, title: t}\n", n)}),
    "entries in flow style": (
        1500, lambda n: {"r.yaml": "kind: thing\nrecords: [\n" + repeat(" {id: THG-{i}, title: t, k: 1},\n", n) + "]\n"}),
    "entries with the same id": (1000, lambda n: {"r.yaml": "kind: thing\nrecords:\n" + " - {id: THG-1, title: t}\n" * n}),
    "files": (300, lambda n: {f"r{i}.md": f"---\nkind: thing\nid: THG-{i}\ntitle: t\n---\nx\n" for i in range(n)}),
    "items of a catalogue": (1000, lambda n: {"c.yaml": catalogue(n)}),
    "wrong items": (
        400, lambda n: {"c.yaml": catalogue(4000), "r.md": "\n\n".join(f"[[hh:H.9{i:05}]] [[hh:H.8{i:04}x]]" for i in range(n))}),
    "citations": (700, lambda n: {"r.md": "# ISO/IEC 42001\n\n" + repeat("Clause 6.1.{i} and A.6.2.4.\n\n", n)}),
    "links to one long definition": (
        700, lambda n: {"a.md": "[a]: /" + "u" * 2000 + "\n\n" + "\n\n".join(["[a] " * 100] * (n // 100))}),
    "dead links": (500, lambda n: {"a.md": repeat("[a](b{i}.md)\n\n", n)}),
    "dead anchors": (500, lambda n: {"a.md": "# t\n\n" + repeat("[a](#b{i})\n\n", n)}),
    "headings": (1000, lambda n: {"a.md": repeat("## t\n\n", n)}),
    "footnotes": (400, lambda n: {"a.md": repeat("a[^{i}]\n\n", n) + repeat("[^{i}]: b\n\n", n)}),
    "rows of a table": (700, lambda n: {"a.md": "|a|b|\n|-|-|\n" + repeat("|{i}|x|\n", n)}),
    "own checks": (
        10, lambda n: {
            "dossier.yaml": CONFIGURATION + "checks:\n" + repeat(
                "  - {id: x-c{i}, kind: thing, message: m, require: [{field: word, set: true}]}\n", n),
            "r.yaml": "kind: thing\nrecords:\n" + repeat(" - {id: THG-{i}, title: t}\n", 300)}),
    "approvals of one record": (
        300, lambda n: {"a.md": RISK.format("approvals:\n" + repeat("  - {by: ROL-{i}, date: 2026-01-01}\n", n), "x")}),
    "readings of a metric": (2000, lambda n: {"m.md": METRIC, "m.csv": readings(n)}),
    "exceptions": (
        300, lambda n: {"e.yaml": "kind: exception\nrecords:\n" + repeat(
            " - {id: EXC-{i}, title: t, rule: orphan-record, records: [EXC-{i}], reason: r, until: 2027-01-01, owner: ROL-1}\n", n)}),
    "fixes": (
        500, lambda n: {"r.yaml": "kind: risk\nrecords:\n" + repeat(" - {ID: RSK-{i}, Title: t, Status: Draft}\n", n)},
        ["check", "c", "--fix", "--dry-run"]),
    "records of a site": (
        60, lambda n: {f"r{i}.md": f"---\nkind: thing\nid: THG-{i}\ntitle: t\n---\nx\n" for i in range(n)},
        ["build", "c", "--output", "site"]),
}


def cost(binary, files, command=None):
    """The CPU seconds and the peak memory in MB."""
    folder = pathlib.Path(tempfile.mkdtemp(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None))
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, folder)
        (folder / "c").mkdir()
        for name, text in {"dossier.yaml": CONFIGURATION, **files}.items():
            (folder / "c" / name).write_text(text)
        command = [str(binary), *(command or ["check", "c"]), "--as-of", AS_OF, "--no-history", "--quiet"]
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
    n = start
    small, large = least(n), least(4 * n)
    found = []
    for a, b, none, smallest in zip(small, large, empty, LEAST):
        # What is lost in the noise counts as the smallest cost.
        found.append(math.log(max(b - none, smallest) / max(a - none, smallest), 4))
    return found, large, 4 * n


def main():
    binary = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release/dossier").resolve()
    print(f"{'element':34} {'n':>7} {'CPU s':>7} {'MB':>6}  slope of time, memory")
    for name in CASES:
        (time, memory), (seconds, megabytes), n = slopes(binary, name, tries=3)
        mark = " <--" if max(time, memory) > 1.15 else ""
        print(f"{name:34} {n:7} {seconds:7.2f} {megabytes:6.0f}  {time:5.2f} {memory:5.2f}{mark}", flush=True)


if __name__ == "__main__":
    main()
