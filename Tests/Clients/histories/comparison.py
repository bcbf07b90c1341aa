"""One history: what the program says about its approvals, and where that differs from the definition."""

import pathlib
import shutil
import sys
import tempfile

from . import definition, program
from .grammar import Writer
from .reading import Repository
from .script import script


def examine(binary, folder, seed, whole=0.25):
    """What the program says of each record with approvals, and where that differs from the definition."""
    history = Writer(seed, whole).write()
    repository = Repository(history)
    wanted = definition.statuses(repository)
    if not wanted:
        return {}, []
    place = pathlib.Path(folder) / str(seed)
    place.mkdir()
    try:
        history.write(place)
        said = program.statuses(binary, place, sorted(wanted))
    finally:
        shutil.rmtree(place)
    return said, list(differences(repository, said))


def differences(repository, said):
    """Where program and definition differ, each in a line."""
    for id, wanted in definition.statuses(repository).items():
        found = said.get(id, [])
        if len(found) != len(wanted):
            yield f"{id}: {len(found)} approvals, {len(wanted)} in the definition"
        for i, (status, shown) in enumerate(zip(wanted, found), 1):
            if status.state != shown.state:
                yield f"{id}#{i}: {shown.state} ({shown.reason}); by the definition {status}"
            elif shown.proof and shown.proof not in status.commits | status.tags:
                yield f"{id}#{i}: {shown.state}, with the proof {shown.proof}; by the definition {status}"


def main():
    """Shows what differs for one history, and prints the script that makes it."""
    binary, seed = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        _, found = examine(binary, folder, seed)
    print(script(Writer(seed).write(), seed))
    print("".join(f"# {line}\n" for line in found or ["no difference"]), end="")


if __name__ == "__main__":
    main()
