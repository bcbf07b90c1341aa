"""What the program says about the approvals of a history."""

import json
import subprocess
from dataclasses import dataclass

AS_OF = "2026-10-31"


@dataclass(frozen=True)
class Shown:
    state: str
    # The name of the tag or the id of the commit that proves the approval.
    proof: str | None
    reason: str


def statuses(binary, folder, ids):
    """For each id: the status of each approval."""
    found = {}
    for id in ids:
        shown = json.loads(run(binary, "show", id, folder, "--as-of", AS_OF, "--format", "json"))
        found[id] = [Shown(a["state"], proof(a), a["reason"]) for a in shown["approvals"]]
    return found


def proof(approval):
    found = approval.get("proof")
    return found and (found.get("tag") or found["commit"])


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=120)
    assert done.returncode in (0, 1), (arguments, done.returncode, done.stderr[-2000:])
    return done.stdout
