"""Breaks one definition on purpose: `DOSSIER_LAW_BREAK=NAME`. The law must then fail, which shows that it tests the definition."""

import os

NAMES = [
    "all-parts",
    "any-target",
    "authority",
    "baseline",
    "closed-event",
    "covers",
    "deadline-day",
    "deployed",
    "derived",
    "drafts-count",
    "ended-by",
    "event-day",
    "exceptions",
    "file-differs",
    "first-line",
    "first-review",
    "in-place",
    "late",
    "latest-assessment",
    "latest-of-group",
    "limit",
    "locked",
    "need-whole",
    "never-reviewed",
    "next-review",
    "not-yet-effective",
    "operated-parts",
    "outgrown",
    "planned",
    "replaced",
    "retired-later",
    "retired-role",
    "short-cycle",
    "stale",
    "unapproved",
    "undecoded-evidence",
    "undecoded-line",
    "unauthorised",
    "unreadable-review",
    "unreadable-status",
    "valid-evidence",
]


def broken(name):
    assert name in NAMES
    return os.environ.get("DOSSIER_LAW_BREAK") == name
