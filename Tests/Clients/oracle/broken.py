"""Breaks one definition on purpose: `DOSSIER_LAW_BREAK=NAME`. The law must then fail, which shows that it tests the definition."""

import os

NAMES = [
    "all-parts",
    "authority",
    "baseline",
    "closed-event",
    "covers",
    "deadline-day",
    "deployed",
    "drafts-count",
    "ended-by",
    "event-day",
    "exceptions",
    "file-differs",
    "first-line",
    "first-review",
    "inherent",
    "latest-assessment",
    "latest-of-group",
    "limit",
    "locked",
    "need-whole",
    "never-reviewed",
    "next-review",
    "not-yet-effective",
    "outgrown",
    "planned",
    "replaced",
    "retired-later",
    "retired-role",
    "short-cycle",
    "stale",
    "undecoded-evidence",
    "undecoded-line",
    "valid-evidence",
]


def broken(name):
    assert name in NAMES
    return os.environ.get("DOSSIER_LAW_BREAK") == name
