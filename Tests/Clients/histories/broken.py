"""Leaves out one rule of the definition on purpose. The comparison must then find a difference, which shows that it tests the rule."""

import os

# By the number of the rule in `docs/approvals.md`.
NAMES = [
    "6-end", "6-whole", "7", "9", "10", "11", "12-commit", "12-parents", "13", "13-converted", "13-every-parent",
    "13-extension", "13-parents", "13-tag", "14", "14-list", "14-mentions", "14-merge", "14-removed", "14-text", "15",
    "16-ancestor", "16-history", "16-now", "19", "19-word", "20", "replaced",
]


def broken(name):
    assert name in NAMES
    return os.environ.get("DOSSIER_HISTORIES_BREAK") == name
