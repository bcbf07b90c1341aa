"""Diagnostics: what levels, exceptions and the baseline make of them."""

import collections
import functools
import hashlib
import json
import pathlib
import re
from dataclasses import dataclass, replace

from .broken import broken
from .days import has_happened, has_passed
from .status import is_known

RULES = pathlib.Path(__file__).resolve().parents[3] / "docs" / "rules.md"
SEVERITIES = ["note", "warning", "error"]

# What a profile makes of rules and families: level, and the own severity for which it holds.
PROFILES = {
    "certification": {},
    "startup": {
        name: ("note", None) for name in (
            "ai-policy-missing", "audit-coverage", "context-empty", "control-unanswered", "internal-audit-gap",
            "management-review-gap", "objectives-missing", "orphan-record", "procedures-missing",
        )
    },
    "surveillance": {"currency": ("error", "warning"), "exception-unused": ("error", None)},
}
# They are about levels, exceptions and the baseline themselves.
ABOUT_POLICY = {"exception-expired", "exception-unused", "baseline-stale", "locked-rule"}


@dataclass(frozen=True)
class Diagnostic:
    rule: str
    severity: str
    path: str
    line: int
    start: int
    length: int
    headline: str
    # The record it is about; None for a page, a file or the management system as a whole.
    record: str = None
    is_suppressed: bool = False

    @property
    def key(self):
        return self.rule, self.severity, self.path, self.start, self.length, self.headline


@functools.cache
def rules():
    """Family and own severity of every rule, from its reference page."""
    found, family = {}, None
    for line in RULES.read_text().splitlines():
        if line.startswith("## "):
            family = line[3:].strip().lower()
        row = re.match(r"\| \[([a-z-]+)\]\(#[a-z-]+\) \| (note|warning|error) \|", line)
        if row:
            found[row[1]] = (family, row[2])
    return found


def from_sarif(text, folder, workspace):
    """Everything that was said, the suppressed too."""
    found = []
    for result in json.loads(text)["runs"][0]["results"]:
        location = result["locations"][0]["physicalLocation"]
        path = relative(location["artifactLocation"]["uri"], folder)
        region = location["region"]
        headline = result["message"]["text"]
        found.append(
            Diagnostic(
                result["ruleId"], result["level"], path, region["startLine"], region["byteOffset"], region["byteLength"],
                headline, subject(workspace, path, region["startLine"]), bool(result.get("suppressions")),
            )
        )
    return found


def relative(path, folder):
    path = path.removeprefix("file://")
    return path[len(str(folder)) + 1:] if path.startswith(str(folder) + "/") else path


def subject(workspace, path, line):
    """The record in whose lines it is."""
    for record in workspace.records:
        if record.path == path and record.first_line <= line <= record.last_line:
            return record.id
    return None


# What is made of them.


def level(rule, settings):
    """The severity of a rule; None if it is switched off."""
    family, own = rules().get(rule, (None, None))
    named = settings.get("levels") or {}
    profile = PROFILES[settings.get("profile", "certification")]
    wanted = own
    if rule in named:
        wanted = str(named[rule])
    elif family in named:
        wanted = str(named[family])
    elif rule in profile:
        wanted = profile[rule][0]
    elif family in profile and profile[family][1] in (None, own):
        wanted = profile[family][0]
    # What cannot be read is never judged below its own severity.
    if family == "format" and not broken("locked") and (wanted == "off" or SEVERITIES.index(wanted) < SEVERITIES.index(own)):
        return own
    return None if wanted == "off" else wanted


def may_be_set_aside(rule):
    """Errors of format may not: what cannot be read cannot be judged at all."""
    return rules().get(rule) not in [("format", "error")]


def apply(raw, workspace, as_of, baseline=()):
    """What counts and what is set aside, of what every rule says at its own severity."""
    settings = workspace.configuration.get("rules") or {}
    excepted = {
        (str(e["rule"]), record.id)
        for e in workspace.of_kind("exception")
        if is_known(e, as_of) and not has_passed(e["until"], as_of) and has_approval(e, as_of)
        for record in workspace.targets(e, "records")
    }
    left = collections.Counter()
    for problem in baseline:
        left[tuple(problem[k] for k in ("rule", "path", "fingerprint")) + (problem.get("record"),)] += problem["count"]
    counted, aside = [], []
    for diagnostic in raw:
        severity = level(diagnostic.rule, settings)
        if severity is None:
            continue
        diagnostic = replace(diagnostic, severity=severity)
        if may_be_set_aside(diagnostic.rule):
            if (diagnostic.rule, diagnostic.record) in excepted and not broken("exceptions"):
                aside.append(diagnostic)
                continue
            problem = (diagnostic.rule, diagnostic.path, fingerprint(workspace, diagnostic), diagnostic.record)
            if left[problem] > 0 and not broken("baseline"):
                left[problem] -= 1
                aside.append(diagnostic)
                continue
        counted.append(diagnostic)
    return counted, aside


def has_approval(record, as_of):
    """An exception with approvals counts from the first of them."""
    approvals = record["approvals"] or []
    return not approvals or any(has_happened(a["date"], as_of) for a in approvals)


def fingerprint(workspace, diagnostic):
    """Of the underlined text and the key at the start of its line, so that it is the same when lines have moved."""
    file = workspace.folder / diagnostic.path
    data = file.read_bytes() if file.is_file() else b""
    start = data.rfind(b"\n", 0, diagnostic.start) + 1
    line = data[start:].split(b"\n")[0]
    key = re.match(rb"[ -]*([A-Za-z0-9_-]+):", line)
    end = diagnostic.start + diagnostic.length
    # CR LF and CR count as LF. The text may end between CR and LF.
    text = data[diagnostic.start:end - (data[end - 1:end + 1] == b"\r\n")].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return hashlib.sha256((key[1] if key else b"") + b"\0" + text).hexdigest()[:16]
