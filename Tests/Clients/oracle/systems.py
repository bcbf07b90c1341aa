"""AI systems: in scope and in use, and the people who watch over them."""

from .broken import broken
from .days import has_happened
from .status import is_known


def in_scope(workspace, as_of):
    return [r for r in workspace.of_kind("ai-system") if is_known(r, as_of) and r["in_scope"] is not False]


def in_use(workspace, as_of):
    return [r for r in in_scope(workspace, as_of) if is_in_use(r, as_of)]


def is_in_use(record, as_of):
    """Its own fields say that it is in use."""
    is_deployed = record["deployed"] is None or has_happened(record["deployed"], as_of) or broken("deployed")
    return record["lifecycle"] in ("deployment", "operation") and is_deployed


def meets_people(record):
    """A disclosure is needed: its risk class asks for it, or it works on personal data of people whom it affects directly."""
    direct = any(p.get("effect") == "direct" for p in record["affected_parties"] or [])
    personal = any(i.get("personal_data") for i in record["inputs"] or [])
    return record["risk_class"] in ("high", "limited") or (direct and personal)


def overseers(workspace, as_of):
    """The roles that review AI systems in use, in the order of the records."""
    named = [r for s in in_use(workspace, as_of) for r in workspace.targets(s, "oversight.reviewer")]
    return [r for r in workspace.of_kind("role") if r in named and r.is_decodable]


def suppliers_in_use(workspace, as_of):
    named = [r for s in in_scope(workspace, as_of) for r in workspace.targets(s, "suppliers")]
    return [r for r in workspace.of_kind("supplier") if r in named and is_known(r, as_of)]
