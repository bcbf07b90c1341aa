"""Reads a workspace: `dossier.yaml`, records in Markdown with front matter, registers in YAML, catalogues, and every other file."""

import functools
import pathlib
import re
from dataclasses import dataclass, field

import yaml

from . import kinds
from .shapes import Field, Scalar, is_null, prose_references, read_fields, references, shape

# The same parser in C, where it is installed.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
CATALOGUES = pathlib.Path(__file__).resolve().parents[3] / "Sources" / "DossierRecords" / "Catalogues" / "Data"


@dataclass
class Record:
    id: str
    kind: kinds.Kind
    path: str
    first_line: int
    last_line: int
    common: dict
    own: dict
    # Whether every required field of its kind is there and can be read.
    is_decodable: bool
    # Whether its common fields, for example `title`, can be read. If not, nobody can read its approvals.
    has_common: bool
    # The names of its fields that have a value that cannot be read.
    unread: set
    # (field without positions, `record` or `item` or `file` or `prose`, what is written)
    references: list

    def __getitem__(self, name):
        """The value of a field, with dots before its parts; None if it is not written or cannot be read."""
        value = {**self.common, **self.own}
        for part in name.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        return value


@dataclass(frozen=True)
class Item:
    catalogue: str
    id: str
    kind: str
    parent: str
    is_withdrawn: bool

    @property
    def name(self):
        return f"{self.catalogue}:{self.id}"

    @property
    def can_be_covered(self):
        return self.kind != "group" and not self.is_withdrawn


@dataclass
class Workspace:
    folder: pathlib.Path
    configuration: dict
    kinds: list
    catalogues: dict
    records: list = field(default_factory=list)

    def of_kind(self, name):
        return [r for r in self.records if r.kind.name == name]

    def record(self, id):
        """Ids are compared without regard to case."""
        return next((r for r in self.records if r.id.lower() == id.lower()), None)

    def item(self, text):
        """The item that a reference names: with its catalogue before a colon, else of ISO/IEC 42001, else of the only other one.

        The case of letters does not matter.
        """
        name, colon, id = text.partition(":")
        if colon:
            return next((i for i in self.catalogues.get(name, []) if i.id.lower() == id.strip().lower()), None)
        found = [i for items in self.catalogues.values() for i in items if i.id.lower() == text.lower()]
        own = [i for i in found if i.catalogue == "iso42001"]
        return own[0] if own else found[0] if len(found) == 1 else None

    def targets(self, record, field):
        """The records to which a field refers, each once."""
        found = [self.record(text) for name, type, text in record.references if name == field and type == "record"]
        return list({r.id: r for r in found if r}.values())

    def items(self, record, field):
        found = [self.item(text) for name, type, text in record.references if name == field and type == "item"]
        return [i for i in found if i]


def read(folder):
    folder = pathlib.Path(folder)
    configuration = _yaml((folder / "dossier.yaml").read_text()) or {}
    known = kinds.KINDS + [_declared(node) for node in configuration.get("kinds", [])]
    names = ["iso42001"] + [str(n) for n in configuration.get("catalogues", []) if n != "iso42001"]
    catalogues = {name: _catalogue(name) for name in names if (CATALOGUES / f"{name}.yaml").exists()}
    workspace = Workspace(folder, configuration, known, catalogues)
    taken = set()
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).parts):
        if path.suffix not in (".md", ".yaml") or path.name == "dossier.yaml":
            continue
        for record in _records(path, path.relative_to(folder).as_posix(), known, catalogues):
            if record.id.lower() not in taken:
                taken.add(record.id.lower())
                workspace.records.append(record)
    order = [kind.name for kind in known]
    workspace.records.sort(key=lambda r: (order.index(r.kind.name), natural(r.id)))
    return workspace


def natural(id):
    """Numbers in ids compare as numbers; every other character by its code."""
    parts = re.findall(r"[0-9]+|[^0-9]", id)
    return [(ord("0"), int(part)) if part.isdigit() else (ord(part), 0) for part in parts], id


@functools.cache
def _catalogue(name):
    return _items(_yaml((CATALOGUES / f"{name}.yaml").read_text()))


def crosswalk_rows(workspace):
    """Pairs of items of the built-in crosswalks between frameworks in use."""
    for path in sorted(CATALOGUES.glob("*--*.yaml")):
        for source, target in _crosswalk(path):
            one, other = workspace.item(source), workspace.item(target)
            if one and other:
                yield one, other


@functools.cache
def _crosswalk(path):
    node = _yaml(path.read_text())
    return [(f"{node['source']}:{row['from']}", f"{node['target']}:{row['to']}") for row in node["rows"]]


def _records(path, name, known, catalogues):
    text = path.read_text()
    by_name = {kind.name: kind for kind in known}
    if path.suffix == ".md":
        parts = re.match(r"---\n(.*?)^---\n(.*)", text, flags=re.S | re.M)
        node = _yaml(parts[1]) if parts else None
        if isinstance(node, dict) and node.get("kind") in by_name:
            yield from _record(node, by_name[node["kind"]], name, 1, text.count("\n") + 1, parts[2])
        return
    root = yaml.compose(text, Loader=LOADER)
    node = _plain(root)
    if node.get("kind") == "catalogue":
        catalogues[str(node["name"])] = _items(node)
    if node.get("kind") not in by_name:
        return
    written = dict((key.value, value) for key, value in root.value)["records"]
    # The place where each item begins, and the end of the file.
    starts = [item.start_mark.line + 1 for item in written.value] + [text.count("\n") + 2]
    for i, item in enumerate(written.value):
        values = _plain(item)
        yield from _record(values, by_name[node["kind"]], name, starts[i], starts[i + 1] - 1, values.get("text", ""))


def _record(node, kind, path, first, last, text):
    id = node.get("id")
    if not id or not re.fullmatch(r"[A-Za-z]([A-Za-z0-9-]{0,62}[A-Za-z0-9])?", id):
        return
    common, has_common = read_fields(kinds.COMMON, {"kind": Scalar(kind.name), **node})
    if not has_common:
        # Without a title, for example, nobody can say what was approved, and by whom.
        common.pop("approvals", None)
        common.pop("owner", None)
    own, is_decodable = read_fields(kind.fields, node)
    made = list(references(kinds.COMMON, node)) + list(references(kind.fields, node))
    made = [r for r in made if has_common or r[0] != "owner"]
    made += [("text", "prose", target) for target in prose_references(text)]
    known = {f.name for f in kinds.COMMON + kind.fields} - {"kind", "id"}
    unread = {name for name in known & set(node) - set(common) - set(own) if not is_null(node[name]) and node[name] not in ([], {})}
    yield Record(str(id), kind, path, first, last, common, own, is_decodable, has_common, unread, made)


def _items(node):
    name = str(node["name"])
    return [Item(name, str(i["id"]), str(i["kind"]), i.get("parent"), "withdrawn" in i) for i in node["items"]]


def _declared(node):
    """A kind that `dossier.yaml` declares."""
    own = [Field(str(f["name"]), _type(f), f.get("required") == "true") for f in node["fields"]]
    days = [f.name for f in own if f.shape.type in ("date", "time")]
    day = str(node["date"]) if "date" in node else "date" if "date" in days else None
    ending = node.get("ended_by")
    return kinds.Kind(
        str(node["name"]), str(node["prefix"]), str(node.get("nature", "event" if day else "document")), own, date=day,
        ended_by=(str(ending["field"]), str(ending["is"])) if ending else None,
        covers="covers-nothing" not in node.get("traits", []), clauses=tuple(map(str, node.get("clauses", []))),
        is_controlled="controlled-document" in node.get("traits", []),
    )


def _type(node):
    name = str(node["type"]).removeprefix("list of ")
    names = {"timestamp": "time", "boolean": "bool", "record": "@"}
    text = "|".join(node["words"]) if name == "word" else names.get(name, name)
    return shape(f"[{text}]" if name != node["type"] else text)


# YAML: every scalar as it was written.


def _yaml(text):
    root = yaml.compose(text, Loader=LOADER)
    return _plain(root) if root else None


def _plain(node):
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in reversed(node.value)}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    scalar = Scalar(node.value)
    scalar.plain = not node.style
    return scalar
