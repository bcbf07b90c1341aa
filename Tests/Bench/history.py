"""Writes a git repository with a long history, to measure the cost of reading it.

    python3 history.py COMMITS RECORDS FORM OUT

FORM is `files` (a Markdown file each) or `registers` (twenty records to a YAML file). Every commit changes one record, from a fixed
seed; the repository is packed as a clone would be.
"""

import contextlib
import io
import pathlib
import random
import re
import subprocess
import sys

import generate

DAY = 1735689600


def texts(records, form, work):
    """The text of every file by path, without the configuration."""
    with contextlib.redirect_stdout(io.StringIO()):
        generate.main(max(1, records // 10), work)
    files = sorted((work / "dossier").rglob("*.md"))
    if form == "files":
        return {str(p.relative_to(work / "dossier")): p.read_text() for p in files}
    kinds = {}
    for path in files:
        head, prose = path.read_text().removeprefix("---\n").split("\n---\n", 1)
        kind, *fields = head.split("\n")
        item = ["  - " + fields[0]] + ["    " + line for line in fields[1:]]
        item += ["    text: |"] + [("      " + line).rstrip() for line in prose.strip().split("\n")]
        kinds.setdefault(kind, []).append("\n".join(item) + "\n")
    return {
        f"{kind.removeprefix('kind: ')}/{i // 20:03}.yaml": f"{kind}\nrecords:\n" + "".join(items[i:i + 20])
        for kind, items in kinds.items() for i in range(0, len(items), 20)
    }


def changed(text, number, choose):
    """Changes one or two words of one record."""
    place = choose.choice(list(re.finditer("It (follows|succeeds)", text)))
    word = "It succeeds" if place[1] == "follows" else "It follows"
    mark = f"Seen in round {number}. " if number % 7 == 0 else ""
    return text[:place.start()] + mark + word + text[place.end():]


def main(commits, records, form, out):
    work = out / "work"
    files = texts(records, form, work)
    files["dossier.yaml"] = "organisation: Bench Ltd\ntitle: AI management system\n"
    repo = out / form
    subprocess.run(["git", "init", "-q", "-b", "main", str(repo)], check=True)
    choose = random.Random(42001)
    stream = bytearray()

    def commit(number, changes):
        nonlocal stream
        who = f"Author {number % 9} <a{number % 9}@example.com> {DAY + number * 5400} +0000"
        message = f"Change {number}".encode()
        stream += f"commit refs/heads/main\nmark :{number}\nauthor {who}\ncommitter {who}\ndata {len(message)}\n".encode() + message + b"\n"
        for path, text in changes.items():
            data = text.encode()
            stream += f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n"

    commit(1, files)
    names = sorted(name for name in files if name != "dossier.yaml")
    for number in range(2, commits + 1):
        name = choose.choice(names)
        files[name] = changed(files[name], number, choose)
        commit(number, {name: files[name]})
    subprocess.run(["git", "-C", str(repo), "fast-import", "--quiet"], input=bytes(stream), check=True)
    # Plain `gc` does not compress objects of one import stream as deltas of each other, as it does for single commits.
    subprocess.run(["git", "-C", str(repo), "repack", "-a", "-d", "-f", "-q"], check=True)
    subprocess.run(["git", "-C", str(repo), "reset", "-q", "--hard"], check=True)
    return repo


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], pathlib.Path(sys.argv[4]))
