"""Status of a record."""

from .broken import broken
from .days import has_happened

STATUSES = ["draft", "proposed", "effective", "closed", "rejected", "superseded", "retired", "unreadable", "not-yet-effective"]


def day_of(record):
    """The date of the record, which a trait of its kind names."""
    return record[record.kind.date] if record.kind.date else None


def status(record, as_of):
    if record.unread & {"status", "retired"} and not broken("unreadable-status"):
        return "unreadable"
    written = record["status"]
    if written in ("draft", "proposed", "rejected"):
        return written
    retired = record["retired"]
    if retired and has_happened(retired, as_of):
        return "superseded" if written == "superseded" else "retired"
    if written in ("retired", "superseded") and (not retired or broken("retired-later")):
        return written
    day = day_of(record)
    if day and not has_happened(day, as_of) and not broken("not-yet-effective"):
        return "not-yet-effective"
    if record.kind.ended_by and not broken("ended-by"):
        field, word = record.kind.ended_by
        if record[field] == word:
            return "retired"
    return "closed" if written == "closed" else "effective"


def is_effective(record, as_of):
    return status(record, as_of) == "effective"


def counts(record, as_of):
    """It is effective, or a closed event."""
    if broken("closed-event"):
        return is_effective(record, as_of)
    return is_effective(record, as_of) or (status(record, as_of) == "closed" and record.kind.nature == "event")


def is_current(record, as_of):
    return status(record, as_of) not in ("rejected", "superseded", "retired")


def is_known(record, as_of):
    """It counts, and its fields can be relied on."""
    return counts(record, as_of) and record.is_decodable
