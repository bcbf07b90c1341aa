"""The digests of a record, computed as the program computes them."""

import functools
import hashlib
import json
import struct

# In the order in which a digest contains them.
ORDER = (
    "kind", "id", "title", "owner", "status", "version", "supersedes", "retired", "review_cycle", "reviewed", "next_review",
    "effective", "type", "origin", "state",
)
# Fields that an approval does not cover.
NOT_COVERED = {"status", "supersedes", "retired", "reviewed", "next_review"}


def whole(fields, text):
    """The digest of all fields, except the approvals, and of the text."""
    return digest(tuple((name, fields[name]) for name in ORDER if name in fields), text)


def covered(fields, text):
    """The digest of the covered fields and of the text."""
    return digest(tuple((name, fields[name]) for name in ORDER if name in fields and name not in NOT_COVERED), text)


def before_its_end(fields, text):
    """The covered digests that a record may have had before a field of its kind ended it."""
    if fields["kind"] != "model" or fields.get("state") != "retired":
        return ()
    without = {name: value for name, value in fields.items() if name != "state"}
    return covered(without, text), *(covered({**without, "state": word}, text) for word in ("registered", "deprecated"))


@functools.cache
def digest(members, text):
    members = (("kind", members[0][1]), *members)
    form = "{" + ",".join(f"{json.dumps(name)}:{json.dumps(value)}" for name, value in members) + "}\n"
    return hashlib.sha256(form.encode() + markup(text.strip())).hexdigest()


def markup(text):
    """The canonical form of one paragraph of plain text."""

    def node(kind, literal=b""):
        return struct.pack("<BBBBIII", kind, 0, 0, 0, 3, 0, len(literal)) + literal + struct.pack("<II", 0, 0)

    assert text and not set(text) & set("*_`[]<>#\\\n"), text
    return node(0) + node(6) + node(13, text.encode())
