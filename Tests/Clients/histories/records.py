"""Records as the generator knows them, and the bytes of their files."""

import dataclasses
import functools
from dataclasses import dataclass

# Values of covered fields. Few, so that different histories meet the same contents.
TITLES = ["AI policy", "Policy on AI"]
TEXTS = ["We answer for what our systems do.", "We never answer for our systems.", "We try to answer."]
OWNERS = ["ROL-003", "ROL-002"]
# Fields of a record that are written if they have a value.
OPTIONAL = ("owner", "status", "version", "supersedes", "retired", "review_cycle", "reviewed", "next_review")

# Fields that every record of a kind has, besides those of every record.
FIXED = {"policy": {"effective": "2026-01-01"}, "document": {"type": "procedure"}, "model": {"origin": "internal"}}


@dataclass(frozen=True)
class Approval:
    by: str
    date: str
    digest: str
    note: str | None = None

    @property
    def members(self):
        named = {"by": self.by, "date": self.date, "digest": self.digest, "note": self.note}
        return [f"{name}: {value}" for name, value in named.items() if value]


@dataclass(frozen=True)
class Record:
    """A policy, a document, a model or a role. A role has neither owner nor approvals here."""

    kind: str
    id: str
    title: str
    text: str
    owner: str | None = "ROL-003"
    status: str | None = None
    version: str | None = None
    supersedes: str | None = None
    retired: str | None = None
    review_cycle: str | None = None
    reviewed: str | None = None
    next_review: str | None = None
    # Of a model: `retired` ends it.
    state: str | None = None
    approvals: tuple[Approval, ...] = ()
    # Of a role: public keys, and the kinds that it may approve.
    keys: tuple[str, ...] = ()
    approves: tuple[str, ...] = ()
    # A comment. It changes the bytes and nothing else.
    comment: str | None = None
    # In a register: written in braces. The history of such an item is not read.
    in_braces: bool = False

    def but(self, **changes):
        return dataclasses.replace(self, **changes)

    @property
    def fields(self):
        """Its fields as a mapping from names to texts, without the approvals."""
        own = {"kind": self.kind, "id": self.id, "title": self.title}
        own.update({name: getattr(self, name) for name in OPTIONAL if getattr(self, name)})
        own.update(FIXED.get(self.kind, {}))
        if self.state:
            own["state"] = self.state
        return own


@dataclass(frozen=True)
class File:
    """A Markdown file with one record, or a register in block style."""

    kind: str
    records: tuple[Record, ...]
    is_register: bool = False

    @functools.cached_property
    def bytes(self):
        if not self.is_register:
            record, = self.records
            return f"---\nkind: {record.kind}\n{lines(record)}---\n{record.text}\n".encode()
        items = "".join(braces(record) if record.in_braces else item(record) for record in self.records)
        return f"kind: {self.kind}\nrecords:\n{items}".encode()


def lines(record):
    found = [f"{name}: {value}" for name, value in record.fields.items() if name != "kind"]
    if record.comment:
        found[1] += f"  # {record.comment}"
    if record.kind == "role":
        found += ["held_by: three members", "accountable_for: [the policy]"]
        if record.approves:
            found.append(f"approves: [{', '.join(record.approves)}]")
        if record.keys:
            found += ["ssh_keys:", *(f"  - {key}" for key in record.keys)]
    if record.approvals:
        found.append("approvals:")
    for approval in record.approvals:
        first, *rest = approval.members
        found += [f"  - {first}", *(f"    {member}" for member in rest)]
    return "".join(f"{line}\n" for line in found)


def item(record):
    found = (lines(record) + f"text: |\n  {record.text}\n").splitlines()
    return "".join(f"  - {line}\n" if i == 0 else f"    {line}\n" for i, line in enumerate(found))


def braces(record):
    members = [f"{name}: {value}" for name, value in record.fields.items() if name != "kind"]
    if record.approvals:
        members.append(f"approvals: [{', '.join('{' + ', '.join(a.members) + '}' for a in record.approvals)}]")
    return f"  - {{{', '.join(members)}, text: {record.text}}}\n"
