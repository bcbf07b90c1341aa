"""Leaves out one rule of the definition on purpose. The comparison must then find a difference, which shows that it tests the rule."""

import os

# By the number of the rule in `docs/approvals.md`.
NAMES = [
    "6-end", "6-whole", "7", "9", "10", "11", "12-commit", "12-parents", "13", "14", "14-changed", "14-extension", "14-has",
    "14-mentions", "14-other", "14-site", "14-site-record", "15", "16-ancestor", "16-history", "16-now", "19", "19-word", "20", "every-parent", "replaced",
]


def broken(name):
    assert name in NAMES
    return os.environ.get("DOSSIER_HISTORIES_BREAK") == name
