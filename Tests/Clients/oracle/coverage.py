"""Coverage of the frameworks in use."""

import functools

from .broken import broken
from .evidence import evidence_status
from .status import counts

STATES = ["excluded", "planned", "covered", "by-kind", "statement-only", "by-parts", "referred-to", "uncovered"]


def add(found, item, record):
    records = found.setdefault(item.name, [])
    if record not in records:
        records.append(record)


class Coverage:
    """The state of every item that can be covered, and the records that cover it."""

    def __init__(self, workspace, rows, as_of):
        self.workspace, self.as_of = workspace, as_of
        self.lines = {row.control.name: row for row in rows}
        self.state = functools.cache(self._state)
        self.considered = [r for r in workspace.records if self.is_considered(r)]
        # By the name of an item: records that cover it, that otherwise refer to it, and all that refer to it, whatever their status.
        self.covering, self.referring, self.references = {}, {}, {}
        for record in workspace.records:
            for field, type, text in record.references:
                item = workspace.item(text) if type == "item" or (type == "prose" and not workspace.record(text)) else None
                if item is None:
                    continue
                add(self.references, item, record)
                is_line = record.kind.name == "control-implementation" and field == "control"
                if record in self.considered and not is_line:
                    covers = type == "item" and record.kind.covers and field != "regulations"
                    add(self.covering if covers or broken("covers") else self.referring, item, record)

    def is_considered(self, record):
        if record.kind.name == "evidence" and not broken("valid-evidence"):
            return evidence_status(self.workspace, record, self.as_of) == "valid"
        return counts(record, self.as_of)

    def kinds(self, item):
        """The kinds with records that count whose purpose is to cover the item."""
        if item.catalogue != "iso42001":
            return []
        used = {r.kind.name for r in self.considered}
        return [k for k in self.workspace.kinds if k.name in used and item.id in k.clauses]

    def _state(self, item):
        row = self.lines.get(item.name)
        if row and row.state == "excluded":
            return "excluded"
        if row and row.implementation in ("planned", "not-started") and not broken("planned"):
            return "planned"
        if self.covering.get(item.name):
            return "covered"
        if self.kinds(item):
            return "by-kind"
        if row and row.line:
            return "statement-only"
        if self.is_covered_by_parts(item):
            return "by-parts"
        return "referred-to" if self.referring.get(item.name) else "uncovered"

    def is_covered_by_parts(self, item):
        parts = [i for i in self.workspace.catalogues[item.catalogue] if i.parent == item.id and not i.is_withdrawn]
        whole = ("covered", "by-kind", "by-parts", "excluded")
        wanted = any if broken("all-parts") else all
        return bool(parts) and wanted(part.can_be_covered and self.state(part) in whole for part in parts)

    def is_documented_only(self, item):
        """It is covered, and no register and no record of operation covers it or a part of it."""
        return self.state(item) == "covered" and not self.is_operated(item)

    def is_operated(self, item):
        """A register, or a record that is not a policy or document, covers it or a part of it, at any depth."""
        if self.kinds(item) or any(not r.kind.is_controlled for r in self.covering.get(item.name, [])):
            return True
        parts = [i for i in self.workspace.catalogues[item.catalogue] if i.parent == item.id and not i.is_withdrawn]
        return not broken("operated-parts") and any(self.is_operated(part) for part in parts)
