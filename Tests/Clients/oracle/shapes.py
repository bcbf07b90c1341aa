"""What a field may hold, how its value is read from YAML, and which references it makes.

A value that cannot be read is as good as not written. Two things make a record undecodable: a required field of its kind is
missing or cannot be read, or a list of its kind is written as something else. An unreadable limit does the same.
"""

import datetime
import re
from dataclasses import dataclass, field


class Scalar(str):
    """A YAML scalar as it was written; `plain` if it has no quotes."""

    plain = True


def is_null(node):
    return isinstance(node, Scalar) and node.plain and node in ("", "~", "null")


class Unreadable(Exception):
    """The value does not fit its field."""


@dataclass
class Shape:
    """The type of a value: a word such as `date`, `map` or `list`. `words` are those it may be, or the limits of a number."""

    type: str
    words: tuple = ()
    item: "Shape" = None
    fields: list = field(default_factory=list)


@dataclass
class Field:
    name: str
    shape: Shape
    required: bool
    # A limit: if it is written and cannot be read, the mapping cannot be decoded.
    is_limit: bool = False


def shape(text):
    if text.startswith("["):
        return Shape("list", item=shape(text[1:-1]))
    if ".." in text:
        low, high = text.split("..")
        return Shape("integer", words=(int(low), int(high)))
    if "|" in text:
        return Shape("word", words=tuple(text.split("|")))
    if text.startswith("@"):
        return Shape("record", words=(text[1:],) if text[1:] else ())
    return Shape(text)


def fields(table):
    """Reads a table of fields, one a line: `acceptance.until? date`, `stages[].name! text`. `!` is required, `?` a limit."""
    result = []
    for line in table.strip().splitlines():
        path, text = line.split(None, 1)
        parts = path.rstrip("!?").replace("[]", "").split(".")
        level = result
        for part in parts[:-1]:
            parent = next(f for f in level if f.name == part).shape
            level = (parent.item or parent).fields
        level.append(Field(parts[-1], shape(text.strip()), path.endswith("!"), path.endswith("?")))
    return result


def read(shape, node):
    """The value of a node; raises `Unreadable`."""
    if shape.type == "list":
        if not isinstance(node, list):
            raise Unreadable
        items = []
        for item in node:
            try:
                if not is_null(item):
                    items.append(read(shape.item, item))
            except Unreadable:
                pass
        return items
    if shape.type == "map":
        if not isinstance(node, dict):
            raise Unreadable
        values, complete = read_fields(shape.fields, node)
        if not complete:
            raise Unreadable
        return values
    if not isinstance(node, Scalar) or is_null(node) or not node.strip():
        raise Unreadable
    return SCALARS.get(shape.type, text)(node, shape)


def read_fields(fields, node):
    """The readable fields of a mapping, and whether nothing makes it undecodable."""
    values, complete = {}, True
    for f in fields:
        written = node.get(f.name)
        if f.name not in node or (is_null(written) and not f.required):
            complete = complete and not (f.required and f.name not in node)
            continue
        try:
            value = read(f.shape, written)
        except Unreadable:
            complete = complete and not f.required and f.shape.type != "list" and not f.is_limit
            continue
        if f.required and written == []:
            complete = False
        elif value != [] and value != {}:
            values[f.name] = value
    return values, complete


def references(fields, node, path=""):
    """Every reference in the fields of a mapping: its path without positions, its type, and what is written there."""
    for f in fields:
        if isinstance(node, dict) and f.name in node:
            yield from _references(f.shape, node[f.name], path + f.name)


def _references(shape, node, path):
    if shape.type == "list":
        for item in node if isinstance(node, list) else []:
            yield from _references(shape.item, item, path)
    elif shape.type == "map":
        yield from references(shape.fields, node, path + ".")
    elif isinstance(node, Scalar) and not is_null(node) and node.strip():
        if shape.type in ("record", "item", "file"):
            yield path, shape.type, str(node)
        elif shape.type == "prose":
            for target in prose_references(node):
                yield path, "prose", target


def prose_references(markdown):
    return re.findall(r"\[\[([^\[\]\n|#]+)\]\]", markdown)


# Scalars.


def text(node, shape):
    return str(node)


def word(node, shape):
    if node not in shape.words:
        raise Unreadable
    return str(node)


def boolean(node, shape):
    if node not in ("true", "false"):
        raise Unreadable
    return node == "true"


def integer(node, shape):
    if not re.fullmatch(r"-?[0-9]+", node):
        raise Unreadable
    value = int(node)
    if shape.words and not shape.words[0] <= value <= shape.words[1]:
        raise Unreadable
    return value


def number(node, shape=None):
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", node) or len(node.lstrip("-")) > 30:
        raise Unreadable
    return float(node)


def date(node, shape=None):
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node):
        raise Unreadable
    try:
        return datetime.date.fromisoformat(node)
    except ValueError:
        raise Unreadable from None


def time(node, shape):
    """Of a moment only its day matters here."""
    if not re.fullmatch(r".{10}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})", node):
        raise Unreadable
    return date(Scalar(node[:10]))


def duration(node, shape=None):
    """Months and days."""
    words = {"weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "half-yearly": "P6M", "yearly": "P1Y", "annually": "P1Y"}
    text = words.get(node, str(node))
    spoken = re.fullmatch(r"([0-9]+) (day|week|month|year)s?", text)
    if spoken:
        text = f"P{spoken[1]}{spoken[2][0].upper()}"
    found = re.fullmatch(r"P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?", text)
    if not found or not any(int(part or 0) for part in found.groups()):
        raise Unreadable
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    return years * 12 + months, weeks * 7 + days


def digest(node, shape):
    if not re.fullmatch(r"[0-9a-f]{64}", node):
        raise Unreadable
    return str(node)


SCALARS = {
    "word": word, "bool": boolean, "integer": integer, "number": number, "date": date, "time": time, "duration": duration,
    "digest": digest,
}
