"""Histories with approvals that two roles sign one after the other."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Clients"))

from histories import digests  # noqa: E402


class Signed(dict):
    """The files of a commit that is signed with the key."""


def roles(key):
    return "kind: role\nrecords:\n" + "".join(
        f"  - id: ROL-00{i}\n    title: Role {i}\n    status: active\n    accountable_for: [approvals]\n    ssh_keys:\n      - {key}\n" for i in (1, 2))


def item(number, approvers, reviewed="2026-01-01", indent="    "):
    fields = {"id": f"DOC-{number}", "title": f"Document {number}", "status": "active", "reviewed": reviewed}
    digest = digests.covered({"kind": "document", **fields}, "x")
    lines = [f"{name}: {value}" for name, value in fields.items()]
    if approvers:
        lines += ["approvals:"] + [f"  - {{by: ROL-00{i}, date: 2026-02-0{i}, digest: {digest}}}" for i in range(1, approvers + 1)]
    return "".join(f"{indent}{line}\n" for line in lines)


def register(records, approvers, reviewed={}):
    items = (item(i, approvers, reviewed.get(i, "2026-01-01")) for i in range(records))
    return {"docs.yaml": "kind: document\nrecords:\n" + "".join("  - " + text[4:] + "    text: x\n" for text in items)}


def second_approvals_of_a_register(records, commits, key):
    """One commit has the first approval of all records, one the second. Reviews come between them."""
    yield {"roles.yaml": roles(key), **register(records, 0)}
    yield Signed(register(records, 1))
    reviewed = {}
    for commit in range(commits):
        reviewed[commit % records] = f"2026-03-{commit % 28 + 1:02}"
        yield register(records, 1, reviewed)
    yield Signed(register(records, 2, reviewed))


def second_approvals_of_files(records, commits, key):
    """Each record has a file, and its second approval has a commit. Other commits come before them."""
    def file(number, approvers):
        return {f"d{number}.md": "---\nkind: document\n" + item(number, approvers, indent="") + "---\nx\n"}

    def all(approvers):
        return {name: text for i in range(records) for name, text in file(i, approvers).items()}

    yield {"roles.yaml": roles(key), **all(0)}
    yield Signed(all(1))
    for commit in range(commits):
        yield {"notes.txt": f"{commit}\n"}
    for number in range(records):
        yield Signed(file(number, 2))
