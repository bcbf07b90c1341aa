"""The Statement of Applicability: one row for each control of ISO/IEC 42001 Annex A."""

from dataclasses import dataclass

from .broken import broken
from .evidence import evidence_of, is_fresh
from .reading import Item, Record
from .status import counts


@dataclass
class Row:
    control: Item
    line: Record
    # `applicable`, `excluded` or `undecided`
    state: str
    implementation: str
    evidence: list
    has_fresh_evidence: bool


def statement(workspace, as_of):
    return [_row(workspace, item, as_of) for item in workspace.catalogues["iso42001"] if item.kind == "control"]


def _row(workspace, control, as_of):
    lines = [r for r in workspace.of_kind("control-implementation") if control in workspace.items(r, "control")]
    line = next((r for r in lines if counts(r, as_of) or broken("first-line")), None)
    state = "undecided"
    if line and (line.is_decodable or broken("undecoded-line")):
        state = "applicable" if line["applicable"] else "excluded"
    evidence = evidence_of(workspace, control, line, as_of)
    return Row(
        control, line, state, line["implementation"] if state != "undecided" else None, evidence,
        any(is_fresh(workspace, e, line, as_of) for e in evidence),
    )
