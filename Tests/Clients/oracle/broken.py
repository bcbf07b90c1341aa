"""Breaks one definition on purpose: `DOSSIER_LAW_BREAK=NAME`. The law must then fail, which shows that it tests the definition."""

import os

NAMES = []


def broken(name):
    return os.environ.get("DOSSIER_LAW_BREAK") == name
