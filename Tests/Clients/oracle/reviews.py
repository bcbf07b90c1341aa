"""Reviews: which records must be reviewed, and whether they are."""

from .approvals import dated
from .broken import broken
from .days import after, has_happened, has_passed
from .status import day_of, is_effective, is_known


def usable_next_review(record, as_of):
    following, reviewed = record["next_review"], record["reviewed"]
    if following is None or reviewed is None or broken("next-review"):
        return following
    if has_happened(reviewed, as_of):
        return following if reviewed < following else None
    return following if reviewed >= following else None


def must_be_reviewed(workspace, record, as_of):
    if not is_effective(record, as_of):
        return False
    if record.unread & {"reviewed", "next_review", "review_cycle"} and not broken("unreadable-review"):
        return False
    if record.kind.name == "impact-assessment" and not is_latest_assessment(workspace, record, as_of):
        return False
    if record["review_cycle"] or usable_next_review(record, as_of):
        return True
    reviewed = record["reviewed"]
    return bool(record["next_review"] and reviewed and not has_happened(reviewed, as_of))


def is_latest_assessment(workspace, record, as_of):
    if broken("latest-assessment"):
        return True
    systems = {s.id for s in workspace.targets(record, "system")}
    rivals = [
        r for r in workspace.of_kind("impact-assessment")
        if is_known(r, as_of) and systems & {s.id for s in workspace.targets(r, "system")}
    ]
    # `max` would give the first of equal dates.
    latest = sorted(rivals, key=lambda r: r["date"])[-1:]
    return record in latest


def due(record, as_of):
    following = usable_next_review(record, as_of)
    if following:
        return following
    start = last_review(record, as_of)
    if start is None and not broken("first-review"):
        start = max((a["date"] for _, a in dated(record, as_of)), default=day_of(record))
    cycle = record["review_cycle"]
    return after(start, cycle) if start and cycle else None


def last_review(record, as_of):
    reviewed = record["reviewed"]
    return reviewed if reviewed and has_happened(reviewed, as_of) else None


def review(record, as_of):
    """`up-to-date`, `overdue` or `never`."""
    day = due(record, as_of)
    if day and not has_passed(day, as_of):
        return "up-to-date"
    if day and (last_review(record, as_of) or usable_next_review(record, as_of) or broken("never-reviewed")):
        return "overdue"
    return "never"
