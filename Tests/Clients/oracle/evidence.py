"""Evidence: whether it is valid, and whether it is fresh for a control."""

import hashlib

from .broken import broken
from .days import after, has_passed
from .status import counts, is_known, status

YEAR = (12, 0)
STATUSES = ["valid", "expired", "not-collected", "file-differs", "undecoded", "not-effective"]


def evidence_status(workspace, record, as_of):
    if status(record, as_of) == "not-yet-effective":
        return "not-collected"
    if not counts(record, as_of):
        return "not-effective"
    if not record.is_decodable and not broken("undecoded-evidence"):
        return "undecoded"
    if file_differs(workspace, record):
        return "file-differs"
    if record["valid_until"] and has_passed(record["valid_until"], as_of):
        return "expired"
    return "valid"


def file_differs(workspace, record):
    """False also if there is no file, or no SHA-256 to compare it with."""
    if not record["sha256"] or not record["file"] or broken("file-differs"):
        return False
    path = (workspace.folder / record.path).parent / record["file"]
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() != record["sha256"]


def last_day(record, line):
    """The last day on which it is fresh for the control of an SoA line; None if nothing limits it."""
    if record["valid_until"]:
        return record["valid_until"]
    end = covered_until(record)
    cycle = line["review_cycle"] if line else None
    if cycle and after(end, cycle) < after(end, YEAR) and not broken("short-cycle"):
        return after(end, cycle)
    return after(end, YEAR) if record["period"] else None


def covered_until(record):
    return record["period.to"] or record["collected"]


def is_lapsed(record, as_of):
    """It covers only days more than a year ago."""
    return has_passed(covered_until(record), after(as_of, (-12, 0)))


def is_fresh(workspace, record, line, as_of):
    day = last_day(record, line)
    return evidence_status(workspace, record, as_of) == "valid" and not (day and has_passed(day, as_of))


def evidence_of(workspace, control, line, as_of):
    """Evidence that names the control, or that its SoA line names."""
    named = workspace.targets(line, "evidence") if line else []
    return [
        r for r in workspace.of_kind("evidence")
        if is_known(r, as_of) and (control in workspace.items(r, "controls") or r in named)
    ]
