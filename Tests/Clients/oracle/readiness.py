"""Readiness: how much of what auditors ask for is on record (`docs/readiness.md`).

A need counts records, or asks something of each record of a base. What lacks is a gap only if the need must be whole.
"""

from dataclasses import dataclass, field

from . import risks, systems
from .broken import broken
from .days import after, has_happened, has_passed
from .metrics import has_readings
from .status import counts, is_known


@dataclass
class Count:
    """What answers a need and what does not. `stated` are answers in `dossier.yaml`."""

    answered: list = field(default_factory=list)
    lacking: list = field(default_factory=list)
    must_be_whole: bool = False
    stated: list = field(default_factory=list)


class Needs:
    """All needs on one date. `assessment` gives the statement and the approvals."""

    def __init__(self, assessment):
        self.assessment = assessment
        self.workspace, self.as_of = assessment.workspace, assessment.as_of

    def known(self, kind):
        return [r for r in self.workspace.of_kind(kind) if is_known(r, self.as_of)]

    def targets(self, record, field):
        """The records that count and to which a field refers."""
        return [r for r in self.workspace.targets(record, field) if counts(r, self.as_of) or broken("any-target")]

    def naming(self, kind, field, record):
        """Records of a kind that count and refer to a record in a field."""
        return [r for r in self.known(kind) if record in self.workspace.targets(r, field)]

    def records(self, kind, holds=lambda r: True, among=lambda r: True):
        meant = [r for r in self.workspace.of_kind(kind) if among(r)]
        good = [r for r in meant if (is_known(r, self.as_of) or (broken("drafts-count") and r.is_decodable)) and holds(r)]
        return Count(good, [r for r in meant if r not in good])

    def each(self, base, holds, must_be_whole=True):
        """None if there is nothing to ask it of."""
        good = [r for r in base if holds(r)]
        return Count(good, [r for r in base if r not in good], must_be_whole) if base else None

    def texts(self, *items, kinds=None):
        """Controlled documents that implement one of the items, or a part of one."""
        kinds = kinds or [k.name for k in self.workspace.kinds if k.is_controlled]

        def implements(record):
            found = self.workspace.items(record, "implements")
            return any(
                i.catalogue == "iso42001" and (i.id == wanted or i.id.startswith(wanted + ".")) for i in found for wanted in items
            )

        counts = [self.records(kind, among=implements) for kind in kinds]
        return Count(sum((c.answered for c in counts), []), sum((c.lacking for c in counts), []))

    def is_of_last_year(self, record):
        year_ago = after(self.as_of, (-12, 0))
        return not has_passed(record["date"], year_ago)

    # The needs, by name.

    def all(self):
        """The needs by name; None for one that cannot be asked of anything."""
        return {name: getattr(self, name.replace("-", "_"))() for names in TOPICS.values() for name in names}

    def context_external(self):
        return self.records("context-issue", among=lambda r: r["origin"] == "external")

    def context_internal(self):
        return self.records("context-issue", among=lambda r: r["origin"] == "internal")

    def interested_parties(self):
        return self.records("interested-party")

    def scope(self):
        count = self.records("document", among=lambda r: r["type"] == "scope")
        if self.workspace.configuration.get("scope"):
            count.stated = ["dossier.yaml"]
        return count

    def ai_policies(self):
        return self.texts("5.2", "A.2.2", kinds=["policy"])

    def ai_policies_approved(self):
        """Policies that implement the very clause or control."""

        def implements(record):
            return any(i.name in ("iso42001:5.2", "iso42001:A.2.2") for i in self.workspace.items(record, "implements"))

        def is_approved(record):
            return any(s in ("proved", "asserted") for s in self.assessment.approval_statuses(record))

        return self.each([r for r in self.known("policy") if implements(r)], is_approved)

    def roles(self):
        return self.records("role")

    def roles_held(self):
        return self.each(self.known("role"), lambda r: r["held_by"] is not None)

    def systems(self):
        return self.records("ai-system")

    def systems_owned(self):
        return self.each(systems.in_scope(self.workspace, self.as_of), lambda r: self.targets(r, "owner"))

    def risk_methods(self):
        return self.texts("6.1.2", "6.1.3", "8.2")

    def impact_methods(self):
        return self.texts("6.1.4", "8.4", "A.5")

    def risks(self):
        return self.records("risk")

    def impact_assessments(self):
        return self.records("impact-assessment")

    def systems_with_risks(self):
        return self.each(systems.in_scope(self.workspace, self.as_of), lambda r: self.naming("risk", "systems", r))

    def systems_with_impact_assessment(self):
        return self.each(
            systems.in_scope(self.workspace, self.as_of), lambda r: self.naming("impact-assessment", "system", r))

    def statement_lines(self):
        rows = self.assessment.rows
        decided = [r.control for r in rows if r.state != "undecided" or (r.line and broken("undecoded-line"))]
        return Count(decided, [r.control for r in rows if r.control not in decided], True)

    def lines(self, rows):
        """The SoA lines of rows, in the order of the records."""
        return [r for r in self.workspace.of_kind("control-implementation") if any(row.line is r for row in rows)]

    def controls_implemented(self):
        base = self.lines([r for r in self.assessment.rows if r.state == "applicable"])
        return self.each(base, lambda line: line["implementation"] == "implemented")

    def controls_with_fresh_evidence(self):
        rows = [r for r in self.assessment.rows if r.state == "applicable" and r.implementation == "implemented"]
        return self.each(self.lines(rows), lambda line: any(r.has_fresh_evidence for r in rows if r.line is line))

    def gates(self):
        return self.records("lifecycle-gate")

    def systems_with_gate(self):
        def is_let_in(system):
            return any(
                g["stage"] in ("deployment", "operation") and g["decision"] != "no-go"
                for g in self.naming("lifecycle-gate", "system", system)
            )

        return self.each(systems.in_use(self.workspace, self.as_of), is_let_in)

    def models(self):
        return self.records("model")

    def models_with_training_data(self):
        base = [r for r in self.known("model") if r["origin"] == "internal"]
        return self.each(base, lambda r: self.targets(r, "training.data"))

    def systems_with_reviewer(self):
        return self.each(
            systems.in_use(self.workspace, self.as_of), lambda r: self.targets(r, "oversight.reviewer"), False)

    def high_risk_with_override(self):
        base = [r for r in systems.in_scope(self.workspace, self.as_of) if r["risk_class"] == "high"]

        def can_override(system):
            powers = system["oversight.can"] or []
            return ("override" in powers or "stop" in powers) and self.targets(system, "oversight.reviewer")

        return self.each(base, can_override)

    def oversight_events_recent(self):
        return self.records("oversight-event", self.is_of_last_year)

    def overseers_trained(self):
        def is_trained(role):
            trainings = self.naming("training", "roles", role)
            return any(not (t["valid_until"] and has_passed(t["valid_until"], self.as_of)) for t in trainings)

        return self.each(systems.overseers(self.workspace, self.as_of), is_trained)

    def disclosures(self):
        return self.records("disclosure")

    def systems_disclosed(self):
        base = [r for r in systems.in_use(self.workspace, self.as_of) if systems.meets_people(r)]

        def is_disclosed(system):
            named = self.workspace.targets(system, "disclosure")
            return self.naming("disclosure", "systems", system) or any(d in named for d in self.known("disclosure"))

        return self.each(base, is_disclosed)

    def suppliers(self):
        return self.records("supplier")

    def suppliers_assessed(self):
        def is_assessed(supplier):
            day = supplier["assessment.date"]
            return day and has_happened(day, self.as_of)

        return self.each(systems.suppliers_in_use(self.workspace, self.as_of), is_assessed)

    def suppliers_with_responsibilities(self):
        return self.each(systems.suppliers_in_use(self.workspace, self.as_of), lambda r: r["responsibilities"])

    def metrics(self):
        return self.records("metric")

    def metrics_with_readings(self):
        return self.each(self.known("metric"), lambda r: has_readings(self.workspace, r, self.as_of))

    def systems_with_metric(self):
        return self.each(systems.in_use(self.workspace, self.as_of), lambda r: self.naming("metric", "systems", r))

    def objectives(self):
        return self.records("objective")

    def objectives_measured(self):
        def is_measured(objective):
            metrics = [r for r in self.targets(objective, "metric") if r.kind.name == "metric"]
            return any(has_readings(self.workspace, r, self.as_of) for r in metrics)

        return self.each(self.known("objective"), is_measured)

    def audit_programmes(self):
        return self.texts("9.2")

    def audits_recent(self):
        return self.records("audit", self.is_of_last_year)

    def findings(self):
        """Of the audits of the last twelve months."""
        audits = [r for r in self.known("audit") if self.is_of_last_year(r)]
        return [r for r in self.known("audit-finding") if any(a in audits for a in self.workspace.targets(r, "audit"))]

    def findings_recent(self):
        """None if no audit was held: nothing can be missing then."""
        has_audit = any(self.is_of_last_year(r) for r in self.known("audit"))
        return Count(self.findings(), []) if has_audit else None

    def findings_followed_up(self):
        def is_followed_up(finding):
            return finding["type"] not in ("minor", "major") or self.targets(finding, "nonconformity")

        return self.each(self.findings(), is_followed_up)

    def actions_on_time(self):
        followed = [n for f in self.findings() for n in self.workspace.targets(f, "nonconformity")]
        named = [a for n in followed for a in self.workspace.targets(n, "actions")]
        base = [r for r in self.workspace.records if r in named]

        def is_on_time(action):
            if action.kind.name != "corrective-action" or not is_known(action, self.as_of):
                return False
            is_done = action["done"] and has_happened(action["done"], self.as_of)
            return is_done or not has_passed(action["due"], self.as_of)

        return self.each(base, is_on_time)

    def management_reviews_recent(self):
        return self.records("management-review", self.is_of_last_year)

    def nonconformities(self):
        return self.records("nonconformity")

    def nonconformities_with_action(self):
        return self.each(
            self.known("nonconformity"), lambda r: r["cause"] is not None and self.targets(r, "actions"), False)

    def is_done(self, action):
        return action["done"] and has_happened(action["done"], self.as_of)

    def actions_done(self):
        return self.records("corrective-action", self.is_done)

    def actions_effective(self):
        def is_effective(action):
            day = action["effectiveness.date"] or action["done"]
            return action["effectiveness.effective"] is True and has_happened(day, self.as_of)

        return self.each([r for r in self.known("corrective-action") if self.is_done(r)], is_effective, False)

    def management_reviews_with_improvements(self):
        return self.records("management-review", lambda r: r["outputs.improvements"] is not None)


TOPICS = {
    "context": ["context-external", "context-internal"],
    "parties": ["interested-parties"],
    "scope": ["scope"],
    "policy": ["ai-policies", "ai-policies-approved"],
    "roles": ["roles", "roles-held"],
    "register": ["systems", "systems-owned"],
    "methods": ["risk-methods", "impact-methods"],
    "assessments": ["risks", "impact-assessments", "systems-with-risks", "systems-with-impact-assessment"],
    "statement": ["statement-lines"],
    "controls": ["controls-implemented", "controls-with-fresh-evidence"],
    "life-cycle": ["gates", "systems-with-gate", "models", "models-with-training-data"],
    "oversight": ["systems-with-reviewer", "high-risk-with-override", "oversight-events-recent", "overseers-trained"],
    "transparency": ["disclosures", "systems-disclosed"],
    "suppliers": ["suppliers", "suppliers-assessed", "suppliers-with-responsibilities"],
    "measurement": ["metrics", "metrics-with-readings", "systems-with-metric"],
    "objectives": ["objectives", "objectives-measured"],
    "audit": ["audit-programmes", "audits-recent"],
    "audit-findings": ["audits-recent", "findings-recent", "findings-followed-up", "actions-on-time"],
    "management-review": ["management-reviews-recent"],
    "nonconformities": ["nonconformities", "nonconformities-with-action"],
    "improvement": ["actions-done", "actions-effective", "management-reviews-with-improvements"],
}

QUESTIONS = {
    "audit-register": "register", "audit-policy": "policy", "audit-assessments": "assessments", "audit-statement": "statement",
    "audit-oversight": "oversight", "audit-findings": "audit-findings", "audit-review": "management-review",
    "audit-suppliers": "suppliers",
    "prepare-context": "context", "prepare-parties": "parties", "prepare-scope": "scope", "prepare-policy": "policy",
    "prepare-roles": "roles", "prepare-register": "register", "prepare-methods": "methods",
    "implement-assessments": "assessments", "implement-statement": "statement", "implement-controls": "controls",
    "implement-life-cycle": "life-cycle", "implement-oversight": "oversight", "implement-transparency": "transparency",
    "implement-suppliers": "suppliers",
    "operate-measurement": "measurement", "operate-objectives": "objectives", "operate-audit": "audit",
    "operate-review": "management-review", "operate-nonconformities": "nonconformities", "operate-improvement": "improvement",
}

# The lists of the readiness page, and how the ids of their questions begin.
LISTS = {"auditor": "audit-", "preparation": "prepare-", "implementation": "implement-", "operation": "operate-"}

STATES = ["missing", "issues-to-fix", "not-evaluated", "covered-by-an-exception", "complete-evidence"]


def state(needs, question, weighty, suppressed, is_off, forgiven):
    """The worst state that applies.

    `weighty` says whether a rule has an error or warning about the question, `suppressed` whether one is excepted or known from the
    baseline, `is_off` whether one of its rules is switched off; `forgiven` are the ids of the records of the suppressed diagnostics.
    """
    counts = [c for c in (needs[name] for name in TOPICS[QUESTIONS[question]]) if c]
    states = [part_state(c, forgiven) for c in counts]
    if not counts or "missing" in states:
        return "missing"
    if weighty or "issues-to-fix" in states:
        return "issues-to-fix"
    if is_off:
        return "not-evaluated"
    return "covered-by-an-exception" if suppressed else "complete-evidence"


def part_state(count, forgiven):
    if not count.answered and not count.stated:
        return "missing"
    if not count.lacking or (not count.must_be_whole and not broken("need-whole")):
        return "complete-evidence"
    # An exception refers to records, so it does not cover controls.
    is_forgiven = all(hasattr(r, "own") and r.id in forgiven for r in count.lacking)
    return "covered-by-an-exception" if is_forgiven else "issues-to-fix"


def doubts(assessment, question):
    """Whether there is nothing to compare the records with."""
    topic = QUESTIONS[question]
    workspace = assessment.workspace
    if topic in ("assessments", "methods"):
        return risks.limit(workspace, "acceptable") is None or risks.limit(workspace, "tolerable") is None
    if topic == "oversight":
        return not any(r["risk_class"] == "high" for r in systems.in_scope(workspace, assessment.as_of))
    return False
