"""What the program says about a workspace, and where it differs from what the oracle says."""

import collections
import datetime
import html
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass

import counts as page_counts
import workspaces
from conftest import binary
from oracle import diagnostics, reading, readiness
from oracle.approvals import has_ended, is_stale_record
from oracle.evidence import evidence_status, is_lapsed
from oracle.figures import Assessment
from oracle.reviews import is_latest_assessment
from oracle.risks import acceptance, limit, score
from oracle.status import counts, is_effective, is_known, status
from oracle.systems import in_scope, is_in_use


@dataclass
class Case:
    """One workspace, and everything the program wrote about it."""

    seed: int
    folder: object
    as_of: datetime.date
    workspace: object
    # Digests by the id of a record, as `dossier show` gives them.
    digests: dict
    baseline: list
    figures: dict
    # Page, name, count and the page to which it links, of each figure on a page.
    shown: list
    # By page: the members that it lists.
    listed: dict
    # Page and text of each number that counts something and is no figure.
    unmarked: list
    check: dict
    raw: list
    judged: list
    readiness: dict
    package: dict

    def __repr__(self):
        return f"workspace {self.seed}"


def run(*arguments, accept=(0, 1)):
    done = subprocess.run([str(binary()), *map(str, arguments)], capture_output=True, text=True, timeout=120)
    assert done.returncode in accept, (arguments, done.returncode, done.stderr[-2000:])
    return done.stdout


def case(folder, seed):
    """Writes a workspace and runs the program on it."""
    source = folder / "content"
    as_of, placeholders = workspaces.write(source, seed)
    digests = put_digests(source, placeholders, as_of)
    workspace = reading.read(source)
    options = (source, "--as-of", as_of, "--no-history")
    raw = diagnostics.from_sarif(without_rules(source, options), source, workspace)
    baseline = write_baseline(source, options, seed)
    judged = diagnostics.from_sarif(run("check", *options, "--format", "sarif"), source, workspace)
    run("build", *options, "--output", folder / "site", "--quiet")
    run("package", source, "--as-of", as_of, "--output", folder / "package.zip", "--quiet")
    shown, listed, unmarked = pages(folder / "site")
    return Case(
        seed, source, datetime.date.fromisoformat(as_of), workspace, digests, baseline,
        json.loads((folder / "site" / "figures.json").read_text()), shown, listed, unmarked,
        json.loads(run("check", *options, "--format", "json")), raw, judged,
        json.loads(run("check", *options, "--readiness", "--format", "json")), package(folder / "package.zip"),
    )


def put_digests(source, placeholders, as_of):
    """Puts the digests of records in the place of what stands for them."""
    digests = {}
    for id, text in placeholders.items():
        shown = json.loads(run("show", id, source, "--as-of", as_of, "--format", "json"))
        digests[shown["id"]] = shown["digest"]
        for path in [*source.rglob("*.md"), *source.rglob("*.yaml")]:
            written = path.read_text()
            if text in written:
                path.write_text(written.replace(text, shown["digest"]))
    return digests


def without_rules(source, options):
    """What every rule says at its own severity."""
    path = source / "dossier.yaml"
    written = path.read_text()
    path.write_text(re.sub(r"^rules:\n(  .*\n)*", "", written, flags=re.M))
    said = run("check", *options, "--format", "sarif")
    path.write_text(written)
    return said


def write_baseline(source, options, seed):
    """Some of the problems there are."""
    rng = random.Random(seed)
    if rng.random() < 0.4:
        return []
    run("check", *options, "--write-baseline")
    path = source / "dossier-baseline.json"
    baseline = json.loads(path.read_text())
    baseline["problems"] = [p for p in baseline["problems"] if rng.random() < 0.4]
    path.write_text(json.dumps(baseline))
    return baseline["problems"]


ELEMENT = re.compile(r"<(/a|[a-z0-9]+)\b([^<>]*)>([^<]*)")
ATTRIBUTE = re.compile(r"([a-z-]+)=\"([^\"]*)\"")


def pages(site):
    """Every figure on every page with its count and link, the members that each figure's page lists, and counts without a name.

    The count is what a reader sees; `data-count` must be the same.
    """
    shown, listed, unmarked = [], {}, []
    for path in sorted(site.rglob("*.html")):
        text = path.read_text()
        page = path.relative_to(site).as_posix()
        unmarked += [(page, words) for words in page_counts.unmarked(page, text)]
        if "data-figure" not in text and "data-member" not in text:
            continue
        link = None
        for tag, inside, words in ELEMENT.findall(text):
            attributes = {name: html.unescape(value) for name, value in ATTRIBUTE.findall(inside)}
            if tag == "a":
                link = attributes.get("href")
            elif tag == "/a":
                link = None
            if "data-figure" in attributes:
                target = (path.parent / link.split("#")[0]).resolve() if link else None
                count = attributes.get("data-count") if words.strip() == attributes.get("data-count") else f"{words!r}"
                shown.append((page, attributes["data-figure"], count, target))
            if "data-member" in attributes:
                listed.setdefault(path.resolve(), []).append(attributes["data-member"])
    return shown, listed, unmarked


def package(path):
    """The reports of a package and the figures of its site, as JSON."""
    with zipfile.ZipFile(path) as archive:
        wanted = [n for n in archive.namelist() if re.search(r"/(reports/[a-z-]+|site/figures)\.json$", n)]
        return {name.rsplit("/", 1)[1].removesuffix(".json"): json.loads(archive.read(name)) for name in wanted}


# The law.


def differences(case):
    """Where program and oracle differ, each in a line."""
    facts = Assessment(case.workspace, case.as_of, case.digests)
    expected = facts.figures()
    counted, aside = diagnostics.apply(case.raw, case.workspace, case.as_of, case.baseline)
    expected.update(diagnostic_figures(case))
    yield from figure_differences(case, expected)
    yield from page_differences(case, expected)
    yield from rule_differences(case, facts, expected)
    yield from judging_differences(case, counted, aside)
    yield from readiness_differences(case, facts, expected)
    yield from package_differences(case, facts)


def diagnostic_figures(case):
    """What the program reports after levels, exceptions and baseline, counted."""
    open = [d for d in case.judged if not d.is_suppressed]
    found = {f"diagnostics.{s}": sum(d.severity == s for d in open) for s in diagnostics.SEVERITIES}
    found["diagnostics.suppressed"] = sum(d.is_suppressed for d in case.judged)
    errors = {d.record for d in open if d.severity == "error"}
    warnings = {d.record for d in open if d.severity == "warning"}
    ids = [r.id for r in case.workspace.records]
    found["records.with-error"] = [i for i in ids if i in errors]
    found["records.with-warning"] = [i for i in ids if i in warnings]
    found["records.without"] = [i for i in ids if i not in errors | warnings]
    questions = [q for part in case.readiness["lists"] for q in part["questions"]]
    shown = [q["id"] for q in questions if q["state"] == "complete-evidence"]
    for state in readiness.STATES:
        found[f"readiness.{state}"] = [q["id"] for q in questions if q["state"] == state]
    for name, start in readiness.LISTS.items():
        found[f"readiness.{name}.questions"] = [id for id in readiness.QUESTIONS if id.startswith(start)]
        found[f"readiness.{name}.complete-evidence"] = [id for id in shown if id.startswith(start)]
    found["diagnostics.without-question"] = without_question(case, open, questions)
    return found


def without_question(case, open, questions):
    """How many errors and warnings belong to no question. One that a level or profile lowers to a note is among them."""
    belonging = {
        (p["rule"], diagnostics.relative(p["path"], case.folder), p["line"], p["headline"], p["column"])
        for q in questions for p in q["open"]
    }
    left = [d for d in open if {d.severity, diagnostics.rules().get(d.rule, (None, "note"))[1]} != {"note"}]
    for rule, path, line, headline, _ in belonging:
        # In SARIF, more follows the headline.
        found = (d for d in left if (d.rule, d.path, d.line) == (rule, path, line) and d.headline.startswith(headline))
        if same := next(found, None):
            left.remove(same)
    return len(left)


def figure_differences(case, expected):
    """`figures.json` has every figure with its members, and no other."""
    if case.figures.get("figures-format") != 1 or case.figures.get("as_of") != case.as_of.isoformat():
        yield "figures.json has another form or date"
    found = case.figures["figures"]
    for name in sorted(found.keys() | expected.keys()):
        wanted, entry = expected.get(name), found.get(name)
        if wanted is None:
            yield f"{name}: the oracle has no such figure; figures.json says {entry['count']}"
        elif entry is None:
            yield f"{name}: not in figures.json; the oracle says {wanted}"
        elif isinstance(wanted, int):
            if entry["count"] != wanted:
                yield f"{name}: figures.json says {entry['count']}, the oracle {wanted}"
        elif entry["count"] != len(wanted) or entry["members"] != wanted:
            yield f"{name}: figures.json says {entry['members']}, the oracle {wanted}"
    if list(found) != sorted(found):
        yield "figures.json is not sorted by name"


def page_differences(case, expected):
    """Every number on a page is a figure, has the count of the oracle, and leads to a page that lists exactly its members."""
    for page, words in case.unmarked:
        yield f"{page}: a number that is no figure: {words[:100]}"
    registers = {f"records.{kind.name}" for kind in case.workspace.kinds}
    for page, name, count, target in case.shown:
        wanted = expected.get(name)
        number = wanted if isinstance(wanted, int) else None if wanted is None else len(wanted)
        if number is None:
            yield f"{page}: {name} is a figure without a definition"
        elif count != str(number):
            yield f"{page}: {name} is {count}, the oracle says {number}"
        elif target is None or not target.exists():
            yield f"{page}: {name} leads to no list ({target})"
        elif (target.parent.name == "figures" or name in registers) and case.listed.get(target, []) != wanted:
            yield f"{target.name}: lists {case.listed.get(target, [])}, the oracle says {wanted}"


def says_when_reviewed(record):
    """Readable or not."""
    names = {"review_cycle", "next_review"}
    return bool(names & record.unread) or any(record[name] for name in names)


def is_unreadable(record):
    return not record.is_decodable or "status" in record.unread or "retired" in record.unread


# The kinds that may supply what a rule reports as missing.
SUPPLIERS = {("approval-lapsed",): ["role"]}


def rule_differences(case, facts, expected):
    """Rules that report exactly a fact say it of the records, or controls, for which it is true."""
    workspace, as_of = case.workspace, case.as_of

    def said(*rules):
        return sorted(d.record for d in case.raw if d.rule in rules)

    def lines(*names):
        wanted = set(expected["statement.implemented"]).intersection(*(expected[n] for n in names))
        return sorted(r.line.id for r in facts.rows if r.control.name in wanted)

    known_risks = [r for r in workspace.of_kind("risk") if is_known(r, as_of)]
    tolerable = limit(workspace, "tolerable")
    reviewable = in_scope(workspace, as_of) + known_risks + [
        r for r in workspace.of_kind("impact-assessment")
        if is_effective(r, as_of) and is_latest_assessment(workspace, r, as_of) and not r["next"]
    ]

    def is_unapproved(record):
        words = facts.approval_statuses(record)
        return (
            not {"proved", "asserted"} & set(words) and not is_stale_record(record, as_of, facts.digest)
            and any(has_ended(workspace, record, i, as_of, facts.digest) for i in range(len(words)))
        )

    exact = {
        ("review-overdue",): sorted(expected["reviews.overdue"]),
        ("evidence-missing",): lines("statement.no-evidence"),
        ("evidence-stale", "evidence-period-lapsed"): lines("statement.stale-evidence"),
        ("evidence-period-lapsed",): sorted(
            r.line.id for r in facts.rows
            if r.control.name in set(expected["statement.implemented"]) & set(expected["statement.stale-evidence"])
            and any(not e["valid_until"] for e in r.evidence) and all(is_lapsed(e, as_of) for e in r.evidence)
        ),
        ("evidence-expired",): sorted(expected["evidence.expired"]),
        ("approval-lapsed",): sorted(r.id for r in workspace.records if counts(r, as_of) and is_unapproved(r)),
        ("review-undefined",): sorted(r.id for r in reviewable if not says_when_reviewed(r)),
        ("system-ended-in-use",): sorted(
            r.id for r in workspace.of_kind("ai-system")
            if r.is_decodable and status(r, as_of) in ("closed", "retired", "rejected") and is_in_use(r, as_of)
        ),
        ("acceptance-expired",): sorted(r.id for r in known_risks if acceptance(workspace, r, as_of) == "expired"),
        # What is still being treated has no residual score yet.
        ("risk-above-tolerable",): sorted(
            r.id for r in known_risks
            if tolerable is not None and score(r) > tolerable and (r["residual"] or r["treatment"] == "accept")
        ),
        ("approval-stale",): sorted(expected["approvals.stale-records"]),
    }
    # A rule on absence does not report what a record with errors may supply.
    is_unsure = any(is_unreadable(r) for r in workspace.of_kind("evidence"))
    for rules, wanted in exact.items():
        # A record with errors may supply what such a rule reports as missing.
        if any(is_unreadable(r) for kind in SUPPLIERS.get(rules, ()) for r in workspace.of_kind(kind)):
            continue
        if is_unsure and rules[0].startswith("evidence-") and set(said(*rules)) <= set(wanted):
            continue
        if said(*rules) != wanted:
            yield f"{', '.join(rules)}: reported for {said(*rules)}, true of {wanted}"
    # Of many reviews that are dated after the as-of date one diagnostic tells.
    ahead = [i for i in expected["reviews.never"] if workspace.record(i)["reviewed"]]
    wanted = sorted(i for i in expected["reviews.never"] if len(ahead) <= 10 or i not in ahead[1:])
    if said("never-reviewed") != wanted:
        yield f"never-reviewed: reported for {said('never-reviewed')}, true of {wanted}"
    if not set(said("metric-in-breach")) <= set(expected["metrics.fail"]):
        yield f"metric-in-breach: reported for {said('metric-in-breach')}, true of {expected['metrics.fail']}"
    numbers = [int(re.match(r"([0-9]+) of", d.headline)[1]) for d in case.raw if d.rule == "control-unanswered"]
    # A control whose line cannot be decoded is undecided too, but it has a line.
    unanswered = sum(row.line is None for row in facts.rows)
    if numbers != ([unanswered] if unanswered else []):
        yield f"control-unanswered: reports {numbers} controls, {unanswered} have no line"


def judging_differences(case, counted, aside):
    """Levels, exceptions and baseline make of what the rules say what they should."""

    def keys(found):
        return collections.Counter(d.key for d in found if d.rule not in diagnostics.ABOUT_POLICY)

    for name, wanted, is_suppressed in (("reported", counted, False), ("suppressed", aside, True)):
        found = keys(d for d in case.judged if d.is_suppressed == is_suppressed)
        for key in (keys(wanted) - found).keys():
            yield f"{key[0]} in {key[2]}:{key[3]} is not {name} at severity {key[1]}"
        for key in (found - keys(wanted)).keys():
            yield f"{key[0]} in {key[2]}:{key[3]} is {name} at severity {key[1]}, and should not be"
    for severity in diagnostics.SEVERITIES:
        number = sum(d.severity == severity and not d.is_suppressed for d in case.judged)
        if case.check["counts"].get(severity, 0) != number:
            yield f"check --format json counts {case.check['counts']}, SARIF has {number} of severity {severity}"


def readiness_differences(case, facts, expected):
    """`check --readiness` has the numbers of the figures, and the state that follows from them."""
    for question in (q for part in case.readiness["lists"] for q in part["questions"]):
        id = question["id"]
        names = [n for n in readiness.TOPICS[readiness.QUESTIONS[id]] if facts.needs[n] is not None]
        found = [(p["answered"], p["total"]) for p in question["parts"]]
        wanted = [(len(expected[f"readiness.{n}"]), len(expected[f"readiness.{n}.total"])) for n in names]
        if found != wanted:
            yield f"readiness {id}: {found}, the oracle says {list(zip(names, wanted))}"
        forgiven = {p.get("subject") for p in question["suppressed"]}
        is_off = bool(question["doubts"])
        if readiness.doubts(facts, id) and not is_off:
            yield f"readiness {id}: evaluated, although there is nothing to compare the records with"
        state = readiness.state(facts.needs, id, bool(question["open"]), bool(question["suppressed"]), is_off, forgiven)
        if state != question["state"]:
            yield f"readiness {id}: {question['state']}, the oracle says {state}"


def package_differences(case, facts):
    if case.package["figures"]["figures"] != case.figures["figures"]:
        yield "the package has other figures than the site"
    words = {"applicable": "yes", "excluded": "no", "undecided": "not stated"}
    rows = {row["control"]: row for row in case.package["control-coverage"]["rows"]}
    for row in facts.rows:
        found = rows.get(row.control.id)
        if found is None:
            yield f"the package has no row for {row.control.id}"
            continue
        valid = [r for r in row.evidence if evidence_status(case.workspace, r, case.as_of) == "valid"]
        wanted = (words[row.state], (row.implementation or "not stated").replace("-", " "), str(len(row.evidence)), str(len(valid)))
        said = tuple(found[name] for name in ("applicable", "implementation", "evidence", "counts"))
        if said != wanted:
            yield f"control coverage of {row.control.id}: {said}, the oracle says {wanted}"


def main():
    """Shows what differs for one workspace, and keeps it."""
    seed = int(sys.argv[1])
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp())
    for line in differences(case(folder, seed)):
        print(line)
    print(folder)


if __name__ == "__main__":
    main()
