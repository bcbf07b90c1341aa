"""Reads commits, trees and records from git objects. It shares nothing with the generator but the names of the fields."""

import functools
import re
from dataclasses import dataclass

import yaml

from . import digests
from .objects import FILE, headers
from .signing import BEGIN, signer

MEMBERS = ("by", "date", "digest", "name", "until", "note")


@dataclass(frozen=True)
class Record:
    """A record in a file."""

    kind: str
    id: str
    covered: str
    whole: str
    # Of a record that a field of its kind has ended: the covered digests with other words in that field.
    before_its_end: tuple
    # Each with its six members in their order, None if there is none.
    approvals: tuple
    keys: tuple
    # Whether history is read from it: front matter, or an item in block style.
    is_text: bool

    @property
    def key(self):
        return self.id.lower()


@functools.cache
def records(bytes, extension):
    """The records of a file, in its order."""
    text = bytes.decode()
    try:
        if extension == "md":
            if not text.startswith("---\n") or "\n---\n" not in text:
                return ()
            head, _, body = text[4:].partition("\n---\n")
            return record(yaml.load(head, yaml.CBaseLoader), None, body, True),
        whole = yaml.load(text, yaml.CBaseLoader)
        if not isinstance(whole, dict) or "records" not in whole:
            return ()
        items = next(value for name, value in yaml.compose(text, yaml.CBaseLoader).value if name.value == "records").value
        return tuple(
            record(fields, whole["kind"], fields["text"], not node.flow_style) for fields, node in zip(whole["records"], items)
        )
    except yaml.YAMLError:
        return ()


def record(fields, kind, text, is_text):
    fields = {"kind": kind, **fields}
    approvals = tuple(tuple(a.get(name) for name in MEMBERS) for a in fields.get("approvals", []))
    return Record(
        fields["kind"], fields["id"], digests.covered(fields, text), digests.whole(fields, text), digests.before_its_end(fields, text),
        approvals, tuple(fields.get("ssh_keys", [])), is_text,
    )


@dataclass(frozen=True)
class Place:
    """A record and its file."""

    path: str
    object: str
    record: Record


def is_record_name(path):
    """Whether a file with this name can contain records, in a folder that a build reads."""
    return path.endswith((".md", ".yaml", ".yml"))


def is_record_file(path, leaf):
    return leaf.mode == FILE and is_record_name(path) and not any(p.startswith(".") for p in path.split("/"))


class Tree:
    """The files of a commit or of the working tree, in a store from which some objects are missing."""

    def __init__(self, leaves, store, missing):
        self.leaves, self.store, self.missing = leaves, store, missing
        self.objects = {leaf.object for leaf in leaves.values()}

    def bytes(self, path):
        """The bytes of a file or link. None if the object is missing."""
        object = self.leaves[path].object
        return None if object in self.missing else self.store.body(object, "blob")

    def paths(self):
        return sorted(self.leaves, key=str.encode)

    def records_in(self, path):
        """The records of a file, if it is a record file."""
        if not is_record_file(path, self.leaves[path]) or self.bytes(path) is None:
            return ()
        return records(self.bytes(path), path.rpartition(".")[2])

    @functools.cached_property
    def lacks(self):
        """Whether a record file is missing."""
        return any(is_record_file(p, leaf) and leaf.object in self.missing for p, leaf in self.leaves.items())

    @functools.cached_property
    def places(self):
        """All records in record files."""
        return [Place(p, self.leaves[p].object, r) for p in self.paths() for r in self.records_in(p)]

    def texts(self, id):
        return [p for p in self.places if p.record.key == id.lower() and p.record.is_text]

    def sources(self):
        """The records that a build reads. Files with front matter and registers count in the folder of a site too."""
        return self.places

    def unread(self):
        """The ids of records that cannot be read: front matter in a file with the name of a register."""
        for path, leaf in self.leaves.items():
            if is_record_file(path, leaf) and not path.endswith(".md") and not self.records_in(path):
                id = re.search(rb"\A---\n(?:.*\n)*?id: (\S+)\n", self.bytes(path) or b"")
                if id:
                    yield id.group(1).decode().lower()


class Repository:
    """The commits that lead to the checked-out commit, and the annotated tags."""

    def __init__(self, history):
        self.store, self.missing, self.head = history.store, history.missing, history.branches["main"]
        self.commits, open = {}, [self.head]
        while open:
            id = open.pop()
            if id not in self.commits:
                self.commits[id] = self.commit(id)
                open += self.commits[id].parents
        tree = Tree(history.working_tree, self.store, set())
        self.sources, self.unread = tree.sources(), list(tree.unread())
        self.tags = {tag.name: Tag(self, tag.object) for tag in history.tags if tag.object}

    def commit(self, id):
        return self.commits.get(id) or Commit(self.store, self.missing, id)

    def ancestors(self, commit):
        """The proper ancestors of a commit, which can be outside the history."""
        found, open = {}, list(commit.parents)
        while open:
            id = open.pop()
            if id not in found:
                found[id] = self.commit(id)
                open += found[id].parents
        return list(found.values())


class Commit:
    def __init__(self, store, missing, id):
        body = store.body(id, "commit")
        found, message = headers(body)
        self.id = id
        self.parents = [value.decode() for name, value in found if name == "parent"]
        self.tree = Tree(store.leaves(next(value.decode() for name, value in found if name == "tree")), store, missing)
        signatures = [value for name, value in found if name == "gpgsig"]
        lines = [f"{name} ".encode() + value.replace(b"\n", b"\n ") + b"\n" for name, value in found if name != "gpgsig"]
        # The fingerprint of the key that signed it.
        self.signer = signer(signatures[0] + b"\n", b"".join(lines) + b"\n" + message) if signatures else None


class Tag:
    def __init__(self, repository, id):
        payload, begin, rest = repository.store.body(id, "tag").partition(BEGIN)
        found, self.message = headers(payload)
        self.commit = repository.commit(next(value.decode() for name, value in found if name == "object"))
        self.signer = signer(begin + rest, payload) if begin else None
