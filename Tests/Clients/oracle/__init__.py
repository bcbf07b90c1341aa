"""A second implementation of `docs/assessment.md`, written from the definitions alone.

The tests compare the program with it. It shares no code with the program: it reads a workspace with PyYAML and decides every fact
in the plainest way. The data it brings along are the kinds of record (`kinds.py`, from `docs/kinds.md`), the profiles
(`diagnostics.py`), the severities of the rules (from `docs/rules.md`) and the catalogues of the program.
"""
