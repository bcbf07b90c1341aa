"""Metrics: readings and limits."""

import csv
import datetime
import io
import json

from .broken import broken
from .days import after, has_happened
from .shapes import Scalar, Unreadable, date, number


def breach(workspace, record, as_of):
    """`fail`, `warn` or None."""
    threshold = record["threshold"] or {}
    direction = threshold.get("direction")
    latest = latest_readings(readings(workspace, record), as_of)
    for level in ("fail", "warn"):
        limit = threshold.get(level)
        if limit is None or direction is None:
            continue
        if direction == "higher-is-better":
            is_reached = any(value <= limit for value in latest)
        else:
            is_reached = any(value >= limit for value in latest)
        if is_reached:
            return level
    return None


def is_late(workspace, record, as_of):
    """The latest reading of a group is too old for the frequency: by more than three quarters of a period."""
    if not record["frequency"]:
        return False
    last = {}
    for day, group, _ in readings(workspace, record):
        if has_happened(day, as_of):
            last[group] = max(day, last.get(group, day))
    for day in last.values():
        due = after(day, record["frequency"])
        if due and (as_of - due).days > (due - day).days * 3 // 4 and not broken("late"):
            return True
    return False


def latest_readings(readings, as_of):
    """The latest value of each group."""
    known = [r for r in readings if has_happened(r[0], as_of)]
    if broken("latest-of-group"):
        return [value for day, _, value in known if day == max(r[0] for r in known)]
    return list({group: value for _, group, value in sorted(known, key=lambda r: r[0])}.values())


def has_readings(workspace, record, as_of):
    return any(has_happened(day, as_of) for day, _, _ in readings(workspace, record))


def readings(workspace, record):
    """(day, group, value): one for each day and group."""
    source = record["source"]
    if not record.is_decodable or not source:
        return []
    path = (workspace.folder / record.path).parent / source["file"]
    if not path.is_file():
        return []
    collected = {}
    for row in rows(path, source):
        column, _, wanted = source.get("filter", "").partition("=")
        if wanted and row.get(column.strip()) != wanted.strip():
            continue
        try:
            day = month_or_day(row[source.get("date_column", "date")])
            value = number(Scalar(row[source.get("value_column", "value")]))
        except (KeyError, Unreadable):
            continue
        group = row.get(record["group_column"]) if record["group_column"] else None
        collected.setdefault((day, group), []).append(value)
    combine = {
        "latest": lambda v: v[-1], "mean": lambda v: sum(v) / len(v), "sum": sum, "min": min, "max": max, "count": len,
    }[source.get("aggregation", "latest")]
    return [(day, group, combine(values)) for (day, group), values in collected.items()]


def rows(path, source):
    text = path.read_text()
    if source.get("format", "jsonl" if path.suffix == ".jsonl" else "csv") == "csv":
        return list(csv.DictReader(io.StringIO(text, newline="")))
    return [json.loads(line, parse_int=str, parse_float=str) for line in text.splitlines() if line.strip()]


def month_or_day(text):
    """`2026-03` is the last day of that month."""
    if len(text) == 7:
        return after(date(Scalar(text + "-01")), (1, 0)) - datetime.timedelta(days=1)
    return date(Scalar(text))
