"""Risks: scores, limits and acceptances."""

from .approvals import may_approve
from .broken import broken
from .days import has_happened, has_passed
from .shapes import Unreadable, integer, shape
from .status import counts, status


def limit(workspace, name):
    """`acceptable` or `tolerable` of `dossier.yaml`; None if it is not written."""
    written = (workspace.configuration.get("risk") or {}).get(name)
    try:
        return integer(written, shape("1..25")) if written is not None else None
    except Unreadable:
        return None


def cell(record, name):
    """Likelihood and impact, `inherent` or `residual`; None if they cannot be read. They are read on their own."""
    found = record[name]
    return (found["likelihood"], found["impact"]) if found else None


def product(pair):
    return pair[0] * pair[1] if pair else None


def residual_score(record):
    return product(cell(record, "residual"))


def score(record):
    return residual_score(record) or product(cell(record, "inherent"))


def acceptance(workspace, record, as_of):
    given = record["acceptance"]
    if not given or not record.is_decodable:
        return "missing"
    if not has_happened(given["date"], as_of):
        return "not-yet"
    if "until" in given and has_passed(given["until"], as_of):
        return "expired"
    if "score" in given and given["score"] < score(record) and not broken("outgrown"):
        return "outgrown"
    return "valid" if may_accept(workspace, record, given, as_of) or broken("unauthorised") else "unauthorised"


def may_accept(workspace, record, given, as_of):
    role = workspace.record(given["by"])
    if role is None or role.kind.name != "role":
        return False
    was_retired = status(role, as_of) in ("retired", "superseded") and role["retired"] and role["retired"] > given["date"]
    if not counts(role, as_of) and not was_retired:
        return False
    owners = [r["owner"] for r in [record, *workspace.targets(record, "systems")]]
    highest = limit(workspace, "acceptable")
    is_owner = given["by"].lower() in [owner.lower() for owner in owners if owner]
    if is_owner and (highest is None or score(record) <= highest):
        return True
    return may_approve(workspace, role, "risk", as_of, score(record))
