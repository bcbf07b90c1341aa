"""Risks: scores, limits and acceptances."""

from .broken import broken
from .days import has_happened, has_passed
from .shapes import Unreadable, integer, shape


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


def acceptance(record, as_of):
    given = record["acceptance"]
    if not given or not record.is_decodable:
        return "missing"
    if not has_happened(given["date"], as_of):
        return "not-yet"
    if "until" in given and has_passed(given["until"], as_of):
        return "expired"
    if "score" in given and given["score"] < score(record) and not broken("outgrown"):
        return "outgrown"
    return "valid"
