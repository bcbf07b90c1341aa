"""Approvals, and which roles may give them. No signature is read here, so that no approval is proved."""

import math
import re

from .broken import broken
from .days import has_happened, has_passed
from .status import counts, is_current, status

STATUSES = ["proved", "asserted", "stale", "lapsed", "replaced", "not-yet"]


def dated(record, as_of):
    """The approvals that were given, each with its position in the list."""
    return [(i, a) for i, a in enumerate(record["approvals"] or []) if has_happened(a["date"], as_of)]


def approval_status(workspace, record, index, as_of, digests):
    approval = record["approvals"][index]
    if not has_happened(approval["date"], as_of):
        return "not-yet"
    for i, other in dated(record, as_of):
        is_later = (other["date"], i) > (approval["date"], index)
        is_as_good = "digest" in other or "digest" not in approval or broken("replaced")
        if is_later and is_as_good and other["by"].lower() == approval["by"].lower():
            return "replaced"
    if "digest" in approval and approval["digest"] != digests(record) and not broken("stale"):
        return "stale"
    if "until" in approval and has_passed(approval["until"], as_of):
        return "lapsed"
    return "asserted" if may_stand(workspace, record, approval, as_of) else "lapsed"


def may_stand(workspace, record, approval, as_of):
    role = workspace.record(approval["by"])
    if role is None or role.kind.name != "role":
        return False
    if not counts(role, as_of):
        was_retired = status(role, as_of) in ("retired", "superseded")
        was_in_office = was_retired and role["retired"] and role["retired"] > approval["date"]
        if record.kind.nature != "event" or not was_in_office or broken("retired-role"):
            return False
    return may_approve(workspace, role, record.kind.name, as_of)


def may_approve(workspace, role, kind, as_of, score=0):
    """If a role that counts says that it approves a kind, only such roles and their deputies do."""
    if broken("authority"):
        return True
    roles = [r for r in workspace.of_kind("role") if r.is_decodable]
    if not any(kind in approved_kinds(r) for r in roles if counts(r, as_of)):
        return True
    served = [r for r in roles if counts(r, as_of) or status(r, as_of) in ("retired", "superseded")]
    able = [r for r in served if approved_kinds(r).get(kind, -1) >= score]
    return role in able or any(role in workspace.targets(r, "deputies") for r in able)


def approved_kinds(role):
    """The highest score by kind: `risk: residual up to 12`. Without a colon there is no limit; with no clear number it is 0."""
    found = {}
    for text in role["approves"] or []:
        kind, colon, rest = text.partition(":")
        numbers = [int(n) for n in re.findall("[0-9]+", rest)]
        limit = (numbers[0] if len(numbers) == 1 and numbers[0] <= 25 else 0) if colon else math.inf
        kind = kind.replace(" ", "").lower()
        found[kind] = max(limit, found.get(kind, 0))
    return found


def needs_approval(workspace, record, as_of):
    """It is under document control, its kind requires approvals, or `dossier.yaml` demands approvals of its kind."""
    if not is_current(record, as_of):
        return False
    if any(str(demand.get("kind")) == record.kind.name for demand in workspace.configuration.get("approvals") or []):
        return True
    if record.kind.name == "document" and record.is_decodable and record["type"] in ("template", "register"):
        return False
    return record.kind.is_controlled or "approvals" in record.kind.requires


def is_stale_record(record, as_of, digests):
    """Every approval that was given for a text was given for another one."""
    bound = [a["digest"] for _, a in dated(record, as_of) if "digest" in a]
    return is_current(record, as_of) and bool(bound) and digests(record) not in bound
