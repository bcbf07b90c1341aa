"""Single changes to the example that an auditor would object to: each gives its rule at its line, and nothing else that is new."""

import json
import re

import pytest

from conftest import AS_OF, CONTENT, run

CASES = []


def case(rule, path, edit, line, also=(), place=None):
    """`edit` is (pattern, replacement) in `path`; the message stands on the line with `line` in `place`, or in `path`."""
    CASES.append(pytest.param(rule, path, edit, line, set(also), place or path, id=f"{rule}-{len(CASES)}"))


RISK = "risks/rsk-006-*.md"
CREDIT = "systems/ais-002-*.md"

# Traceability
case("risk-untreated", "risks/rsk-001-*.md", (r"controls: .*\nresidual:\n.*\n.*\n", ""), "treatment: mitigate")
case("high-risk-without-control", RISK, (r"treatment: mitigate\ncontrols: .*", "treatment: transfer"), "inherent:", also=["residual-without-control"])
case("residual-above-inherent", "risks/rsk-001-*.md", (r"(residual:\n  likelihood: )2", r"\g<1>5"), "residual:", also=["risk-above-tolerable"])
case("residual-missing", "risks/rsk-001-*.md", (r"residual:\n.*\n.*\n", ""), "treatment: mitigate")
case("residual-without-control", RISK, (r"controls: .*\n", ""), "residual:")
case("acceptance-without-end", RISK, (r"  until: .*\n", ""), "acceptance:")
case("impact-unanswered", "impact-assessments/aia-002-*.md", (r"(groups:[\s\S]*?severity: high\n)  mitigations:\n(?:    - .*\n)+  controls: .*\n", r"\1"), "  severity: high", place="impact-assessments/aia-002-*.md")
case("impact-of-other-system", RISK, (r"impacts: .*", "impacts: [AIA-002, AIA-003]"), "impacts:")
case("nonconformity-without-cause", "nonconformities/ncr-001-*.md", (r"cause: .*\n", ""), "id: NCR-001")
case("closed-before-done", "corrective-actions.yaml", (r"    done: 2026-05-06\n", ""), "status: closed")
case("action-ineffective", "corrective-actions.yaml", (r"(id: CAR-003[\s\S]*?)effective: true", r"\1effective: false"), "effective: false")
case("one-sided-link", "audits/findings.yaml", (r"    nonconformity: NCR-005\n", ""), "source:", place="nonconformities/ncr-005-*.md")
case("finding-without-nonconformity", "audits/findings.yaml", (r"(id: FND-010[\s\S]*?type: )observation", r"\1major"), "type: major")
case("incident-without-action", "incidents/inc-001-*.md", (r"actions: .*\n", ""), "resolved:", also=["action-without-source"])
case("incident-without-risk", "incidents/inc-002-*.md", (r"risks: .*\n", ""), "severity: high")
case("model-without-data", "models/mdl-002-*.md", (r"  data: .*\n", ""), "id: MDL-002")
case("training-data-unlisted", CREDIT, (r"training_data: .*", "training_data: [DTS-003, DTS-004]"), "training_data:")
case("supplier-without-responsibilities", "suppliers/sup-003-*.md", (r"responsibilities:\n(?:  - .*\n)+", ""), "id: SUP-003")
case("policy-without-process", "policies/pol-003-*.md", (r"processes: .*\n", ""), "id: POL-003")
case("gate-missing", "gates.yaml", (r"system: AIS-005\n    stage: operation", "system: AIS-005\n    stage: data"), "lifecycle: operation", place="systems/ais-005-*.md")
case("gate-unmet", "gates.yaml", (r"(id: GTE-002[\s\S]*?done: )true", r"\1false"), "Wrong answers below 2 %")
case("gate-refused", "gates.yaml", (r"(id: GTE-008[\s\S]*?decision: )go", r"\1no-go"), "decision: no-go")
case("objective-unmeasured", "measurements/mtr-001.csv", (r"\A([^\n]*\n)[\s\S]*", r"\1"), "metric: MTR-001", place="objectives.yaml")
case("objective-missed", "objectives.yaml", (r"(id: OBJ-007[\s\S]*?value: )14([\s\S]*?by: )2026-12-31", r"\g<1>12\g<2>2026-10-15"), "by: 2026-10-15")
case("metric-in-breach", "measurements/mtr-012.csv", (r"2026-10-31,99.2", "2026-10-31,92.0"), "warn: 98, fail: 95", place="metrics.yaml")
case("readings-unreadable", "measurements/mtr-012.csv", (r"2026-09-30,99.0", "2026-09-30,?"), "mtr-012.csv", place="metrics.yaml", also=["readings-gap"])

# Approval
case("policy-unapproved", "policies/pol-003-*.md", (r"approvals:\n(?:  - .*\n)+", "approvals:\n  - {by: ROL-001, date: 2026-11-24}\n"), "effective:")
case("approved-after-effective", "policies/pol-003-*.md", (r"effective: .*", "effective: 2025-08-01"), "date: 2025-09-24")
case("approver-without-authority", "policies/pol-002-*.md", (r"by: ROL-001, date: 2026-10-28", "by: ROL-008, date: 2026-10-28"), "by: ROL-008")
case("approver-without-authority", "changes.yaml", (r"(id: CHG-010[\s\S]*?approved_by: )ROL-002", r"\1ROL-012"), "approved_by: ROL-012")
case("approver-without-authority", "exceptions.yaml", (r"approved_by: ROL-002", "approved_by: ROL-012"), "approved_by:")
case("approver-is-owner", "policies/pol-003-*.md", (r"owner: .*", "owner: ROL-001"), "date: 2026-05-27")
case("approver-vacant", "roles.yaml", (r'    held_by: "Managing Board, .*\n', ""), "id: ROL-001")
case("approver-retired", "roles.yaml", (r"(id: ROL-009[\s\S]*?status: )active", r"\1retired\n    retired: 2026-05-01"), "by: ROL-009", place="impact-assessments/aia-009-*.md", also=["retired-reference", "approver-without-authority", "approver-retired"])
case("approval-stale", "policies/pol-003-*.md", (r"date: 2026-05-27,", f"date: 2026-05-27, digest: {'0' * 64},"), "digest:")
case("risk-above-tolerable", RISK, (r"(residual:\n  likelihood: )2", r"\g<1>4"), "residual:", also=["acceptance-without-authority"])
case("risk-unaccepted", RISK, (r"acceptance:\n(?:  .*\n)+", ""), "residual:")
case("acceptance-without-authority", RISK, (r"  by: ROL-001", "  by: ROL-003"), "by: ROL-003")
case("acceptance-by-own-owner", CREDIT, (r"owner: ROL-003", "owner: ROL-001"), "by: ROL-001", place=RISK, also=["acceptance-by-own-owner"])
case("auditor-not-independent", "soa/a-6-2-4.md", (r"owner: .*", "owner: ROL-012"), "auditors: [ROL-012]", place="audits/aud-002.md")
case("auditor-not-independent", "systems/ais-005-*.md", (r"owner: .*", "owner: ROL-012"), "auditors: [ROL-012]", place="audits/aud-002.md", also=["auditor-not-independent"])
case("gate-unsigned", "gates.yaml", (r"(id: GTE-008[\s\S]*?)    approved_by: .*\n", r"\1"), "id: GTE-008")
case("gate-signed-by-other", "gates.yaml", (r"(id: GTE-008[\s\S]*?    approved_by: ).*", r"\1ROL-012"), "approved_by: ROL-012")
case("change-unapproved", "changes.yaml", (r"(id: CHG-004[\s\S]*?)    approved_by: .*\n", r"\1"), "id: CHG-004")
case("review-without-top-management", "management-reviews/mrv-001.md", (r"attended: \[ROL-001, ", "attended: ["), "attended:")
case("document-unapproved", "documents/doc-008-*.md", (r"approvals:\n(?:  - .*\n)+", ""), "id: DOC-008")
case("oversight-self-reviewed", "oversight.yaml", (r"reviewed_by: ROL-003", "reviewed_by: ROL-014"), "reviewed_by: ROL-014")
case("effectiveness-self-checked", "corrective-actions.yaml", (r"checked_by: ROL-012", "checked_by: ROL-013"), "checked_by: ROL-013")
case("supplier-rejected", "suppliers/sup-002-*.md", (r"result: .*", "result: rejected"), "suppliers: [SUP-002]", place="systems/ais-003-*.md")
case("exception-self-approved", "evidence/evd-009-*.md", (r"owner: .*\n|^audience:", lambda m: "owner: ROL-002\n" + ("audience:" if m.group().startswith("aud") else "")), "approved_by: ROL-002", place="exceptions.yaml")

# Currency
case("never-reviewed", "roles.yaml", (r"(id: ROL-013[\s\S]*?)    reviewed: .*\n", r"\1"), "review_cycle:")
case("reviewer-untrained", "training.yaml", (r"valid_until: 2027-02-09", "valid_until: 2026-10-09"), "reviewer: ROL-006", place="systems/ais-004-*.md")
case("concern-unanswered", "concerns.yaml", (r"status: closed([\s\S]*?)    outcome: .*\n", r"status: active\1"), "raised:")
case("review-overdue", "documents/doc-008-*.md", (r"reviewed: .*", "reviewed: 2025-09-30"), "reviewed: 2025-09-30")
case("stage-overdue", "programme.yaml", (r"planned: 2027-03-08", "planned: 2026-10-19"), "planned: 2026-10-19")
case("certificate-expired", "programme.yaml", (r"expires: .*", "expires: 2026-10-14"), "expires:")
case("action-overdue", "corrective-actions.yaml", (r"due: 2026-12-11", "due: 2026-10-15"), "due: 2026-10-15")
case("action-overdue", "management-reviews/mrv-002.md", (r"    due: 2026-11-30", "    due: 2026-10-30"), "due: 2026-10-30")
case("effectiveness-unchecked", "corrective-actions.yaml", (r"(    done: 2026-03-06\n)    effectiveness:\n(?:      .*\n)+", r"\1"), "done: 2026-03-06")
case("training-expired", "training.yaml", (r"valid_until: 2027-01-13", "valid_until: 2026-10-13"), "valid_until: 2026-10-13")
case("supplier-unassessed", "suppliers/sup-003-*.md", (r"assessment:\n(?:  .*\n)+", ""), "id: SUP-003")
case("supplier-assessment-outdated", "suppliers/sup-003-*.md", (r"  date: .*", "  date: 2025-10-10"), "date: 2025-10-10")
case("readings-gap", "measurements/mtr-003.csv", (r"2026-06-30,.*\n", ""), "frequency: P1M", place="metrics.yaml")
case("audit-coverage", "audits/aud-003.md", (r', "9.2.2"', ""), "organisation:", place="dossier.yaml")
case("acceptance-expired", RISK, (r"  until: .*", "  until: 2026-10-14"), "until: 2026-10-14")
case("impact-assessment-overdue", "impact-assessments/aia-005-*.md", (r"next: .*", "next: 2026-10-21"), "next: 2026-10-21")
case("dates-out-of-order", "incidents/inc-001-*.md", (r"resolved: .*", "resolved: 2026-02-10T10:30Z"), "resolved:")
case("dates-out-of-order", "evidence/evd-020-*.md", (r"collected: .*", "collected: 2026-08-01"), "collected: 2026-08-01")
case("evidence-after-decision", "evidence/evd-019-*.md", (r"collected: .*", "collected: 2026-05-22"), "Validation by someone", place="gates.yaml", also=["evidence-after-decision"])
case("incident-unresolved", "incidents/inc-006-*.md", (r"resolved: .*\n", ""), "detected:")
case("assessment-outdated", "impact-assessments/aia-003-*.md", (r"reviewed: 2026-09-03([\s\S]*?)\ndate: 2026-09-03", r"reviewed: 2026-07-03\1\ndate: 2026-07-03"), "reviewed: 2026-07-03")
case("assessment-outdated", CREDIT, (r"last_change:\n  date: .*", "last_change:\n  date: 2026-10-20"), "reviewed: 2026-08-17", place="impact-assessments/aia-002-*.md", also=["risk-outdated"])
case("risk-outdated", "risks/rsk-016-*.md", (r"reviewed: .*", "reviewed: 2026-03-01"), "reviewed: 2026-03-01")
case("evaluation-outdated", "systems/ais-005-*.md", (r"last_change:\n  date: .*", "last_change:\n  date: 2026-10-20"), "date: 2026-09-14", place="models/mdl-008-*.md", also=["assessment-outdated", "risk-outdated"])


def messages(folder):
    done = run("check", folder, "--as-of", AS_OF, "--format", "json")
    return json.loads(done.stdout)["diagnostics"]


@pytest.fixture(scope="session")
def before():
    return {(d["rule"], d["headline"]) for d in messages(CONTENT)}


@pytest.mark.parametrize("rule, path, edit, line, also, place", CASES)
def test_objection(rule, path, edit, line, also, place, content, before):
    file = next(iter(sorted(content.glob(path))))
    text, count = re.subn(*edit, file.read_text(encoding="utf-8"), count=1, flags=re.M)
    assert count == 1, edit
    file.write_text(text, encoding="utf-8")
    new = [d for d in messages(content) if (d["rule"], d["headline"]) not in before and d["severity"] != "note"]
    shown = [f'{d["rule"]} {d["primary"]["path"]}:{d["primary"]["line"]} {d["headline"]}' for d in new]
    lines = next(iter(sorted(content.glob(place)))).read_text(encoding="utf-8").splitlines()
    own = [d for d in new if d["rule"] == rule]
    assert own, shown
    # A mapping over several lines is underlined where its value begins, under its key.
    said = [lines[d["primary"]["line"] - 1] for d in own] + [lines[d["primary"]["line"] - 2] for d in own]
    assert any(line in text for text in said), (shown, said)
    assert {d["rule"] for d in new} - {rule} <= also, shown


def test_a_year_later_only_the_expected_is_overdue():
    """The reviewed answer to "what will be overdue in a year, if nothing is done?"."""
    golden = CONTENT.parent / "Tests/Clients/goldens/example-2027-10-31.txt"
    done = run("check", CONTENT, "--as-of", "2027-10-31", "--format", "concise", "--quiet")
    found = re.sub(r"(?m)^.*?content/", "", done.stderr.decode())
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("day", ["0001-01-01", "2025-06-30", "2026-04-01", "9999-12-31"])
def test_any_day_can_be_asked_about(day):
    done = run("check", CONTENT, "--as-of", day, "--format", "json")
    found = json.loads(done.stdout)["diagnostics"]
    # Nothing that runs out has run out before it began.
    rules = {d["rule"] for d in found}
    if day < "2025":
        assert not {r for r in rules if r.endswith(("-overdue", "-expired", "-outdated"))}
