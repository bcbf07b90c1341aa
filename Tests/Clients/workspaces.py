"""Random workspaces for the law: every kind of record, every status, dates around the as-of date, and records with errors.

`write(folder, seed)` always writes the same workspace for the same seed.
"""

import calendar
import datetime
import hashlib
import json
import random

from oracle import kinds
from oracle.shapes import Field, Shape

AS_OF = ["2026-06-15", "2026-12-31", "2027-03-01", "2028-02-29", "2026-03-31"]
# Controls and clauses that many records name, so that they meet.
USUAL = ["A.2.2", "A.2.3", "A.5.2", "A.6.2.4", "A.9.2", "A.10.3", "5.2", "6.1.2", "6.1.4", "9.2.2", "7.5.3", "10.2", "A.6.2.6"]
CONTROLS = [
    "A.2.2", "A.2.3", "A.2.4", "A.3.2", "A.3.3", "A.4.2", "A.4.3", "A.5.2", "A.5.3", "A.5.4", "A.5.5", "A.6.1.2", "A.6.1.3",
    "A.6.2.2", "A.6.2.3", "A.6.2.4", "A.6.2.5", "A.6.2.6", "A.7.2", "A.8.2", "A.8.5", "A.9.2", "A.9.3", "A.10.2", "A.10.3",
]
OTHERS = {
    "eu-ai-act": ["Art. 4", "Art. 9", "Art. 14", "Art. 26", "Annex III"], "gdpr": ["Art. 22", "Art. 35"],
    "nist-ai-rmf": ["GOVERN 1.4", "MAP 1.1"], "house-rules": ["H.1", "H.2", "H.1.1", "H.1.2", "H.3", "H.4"],
}
HOSTILE = [
    "<script>alert(1)</script>", "a | b", "{{title}} {{{x}}}", "R&D &amp; \"quotes\"", "\u05e9\u05dc\u05d5\u05dd \U0001F600 e\u0301",
    "---", "'; --",
    "<b data-figure=\"risks.all\" data-count=\"9\">9</b>", "null", "# not a heading", "\\u0000", "]]>", "x" * 300,
]
FACTS = [
    "review-overdue", "never-reviewed", "evidence-missing", "evidence-stale", "evidence-period-lapsed", "evidence-expired",
    "acceptance-expired", "risk-above-tolerable", "metric-in-breach", "approval-stale", "control-unanswered",
]
FAMILIES = ["completeness", "traceability", "currency", "approval", "applicability", "prose", "references", "format"]
DURATIONS = [
    "P1Y", "P6M", "P3M", "P1M", "P12M", "P11M", "P364D", "P365D", "P11M24D", "P11M30D", "P90D", "P2W", "6 months", "quarterly",
    "P1Y6M", "P2Y", "P9999Y",
]
WRONG = ["[]", "~", '""', "a word", "{unknown: 1}", "2026-02-30", "[a, b]", "99", "18.07.2026", "yes"]


def write(folder, seed):
    """Writes a workspace; gives the as-of date and the placeholders that stand for digests, by the id of the record."""
    writer = Writer(folder, random.Random(seed))
    writer.write()
    return writer.as_of.isoformat(), writer.placeholders


def placeholder(id):
    """Stands for the digest of a record until the program has computed it."""
    return hashlib.sha256(f"digest of {id}".encode()).hexdigest()


class Writer:
    def __init__(self, folder, rng):
        self.folder, self.rng = folder, rng
        self.as_of = datetime.date.fromisoformat(rng.choice(AS_OF))
        self.frameworks = [name for name in ("eu-ai-act", "gdpr", "nist-ai-rmf") if rng.random() < 0.3]
        self.has_own_catalogue = rng.random() < 0.3
        self.declared = [k for k in DECLARED if rng.random() < 0.3]
        # Errors gather in some workspaces, and old records in others.
        self.errors = rng.choice([0, 0, 0.05, 0.2])
        self.age = rng.choice([0.2, 0.2, 1])
        self.ids = {}
        self.placeholders = {}

    def write(self):
        self.folder.mkdir(parents=True)
        self.configuration()
        if self.has_own_catalogue:
            self.file("catalogues/house.yaml", HOUSE_RULES)
        known = kinds.KINDS + [kind for kind, _ in self.declared]
        theme = self.rng.choice(THEMES)
        weights = [theme.get(k.name, WEIGHTS.get(k.name, 1)) for k in known]
        chosen = self.rng.choices(known, weights, k=self.rng.choice([self.rng.randint(5, 60), self.rng.randint(30, 60)]))
        for kind in chosen:
            self.ids.setdefault(kind.name, []).append(self.new_id(kind))
        for kind in known:
            if kind.name in self.ids:
                self.records(kind)
        if self.rng.random() < 0.5:
            self.file("handbook/README.md", "# Handbook\n\nSee [[A.5.2]] and <b>the rest</b>.\n")

    def file(self, path, text):
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)

    def chance(self, probability):
        return self.rng.random() < probability

    # dossier.yaml

    def configuration(self):
        lines = [f"organisation: {self.text()}"]
        if self.chance(0.5):
            lines.append(f"scope: {self.text()}")
        names = self.frameworks[:]
        lines.append(f"catalogues: [{', '.join(['iso42001', *names])}]")
        both = ("acceptable", "tolerable")
        limits = self.rng.choice([(), ("acceptable",), both, both, ("tolerable",)])
        if limits:
            low = self.rng.randint(2, 9)
            values = {"acceptable": low, "tolerable": low + self.rng.randint(1, 9)}
            lines.append("risk: {" + ", ".join(f"{name}: {values[name]}" for name in limits) + "}")
        if self.declared:
            lines.append("kinds:")
            lines += [text for _, text in self.declared]
        if self.chance(0.6):
            levels = self.rng.sample(FACTS + FAMILIES + ["orphan-record", "text-missing"], self.rng.randint(0, 4))
            lines.append("rules:")
            lines.append(f"  profile: {self.rng.choice(['startup', 'certification', 'surveillance'])}")
            if levels:
                named = ", ".join(f"{name}: {self.rng.choice(['off', 'note', 'warning', 'error'])}" for name in levels)
                lines.append(f"  levels: {{{named}}}")
        self.file("dossier.yaml", "\n".join(lines) + "\n")

    # Records

    def new_id(self, kind):
        taken = [id.lower() for ids in self.ids.values() for id in ids]
        while True:
            number = self.rng.randint(1, 120)
            id = f"{kind.prefix}-{self.rng.choice([str(number), f'{number:03}', f'A-{number}'])}"
            if id.lower() not in taken:
                return id

    def records(self, kind):
        register, has_register = [], self.chance(0.5)
        for id in self.ids[kind.name]:
            fields = self.fields(kind, id)
            if has_register and self.chance(0.8):
                register.append(fields + ([("text", self.prose())] if self.chance(0.2) else []))
            else:
                body = "\n".join(f"{name}: {value}" for name, value in [("kind", kind.name), *fields])
                text = self.rng.choice(["", "\nSee [[A.5.2]].\n", f"\n# {self.words()}\n\n{self.words()}\n"])
                self.file(f"{kind.name}/{id.lower()}.md", f"---\n{body}\n---\n{text}")
        if register:
            if self.chance(0.05):
                register.append(register[0])
            items = "".join(
                "  - " + "\n    ".join(f"{name}: {value}" for name, value in fields) + "\n" for fields in register)
            self.file(f"{kind.name}.yaml", f"kind: {kind.name}\nrecords:\n{items}")

    def fields(self, kind, id):
        """Names and values of one record, in YAML."""
        found = [("id", id)]
        for field in kinds.COMMON:
            chance = COMMON_CHANCE.get(field.name, 0.1) * (self.age if field.name in ("status", "retired") else 1)
            if field.name == "review_cycle" and kind.name == "control-implementation":
                chance = 0.7
            if field.name not in ("kind", "id") and (field.required or field.name in kind.requires or self.chance(chance)):
                found.append((field.name, self.field(kind, id, field)))
        for field in kind.fields:
            if field.required or self.chance(CHANCE.get(f"{kind.name}.{field.name}", 0.4)):
                found.append((field.name, self.field(kind, id, field)))
        # A record that is no longer used mostly says since when.
        if dict(found).get("status") in ("retired", "superseded") and "retired" not in dict(found):
            if self.chance(0.6):
                found.append(("retired", self.date()))
        if self.chance(self.errors) and len(found) > 2:
            found.remove(self.rng.choice(found[1:]))
        if self.chance(self.errors):
            at = self.rng.randrange(1, len(found))
            found[at] = (found[at][0], self.rng.choice(WRONG))
        return found

    def field(self, kind, id, field):
        for name in (f"{kind.name}_{field.name}".replace("-", "_"), f"any_{field.name}"):
            if hasattr(self, name):
                return getattr(self, name)(id)
        return self.value(field.shape, kind)

    def value(self, shape, kind=None):
        if shape.type == "list":
            return "[" + ", ".join(self.value(shape.item, kind) for _ in range(self.rng.randint(1, 3))) + "]"
        if shape.type == "map":
            fields = [f for f in shape.fields if f.required or self.chance(0.6)] or shape.fields[:1]
            values = [(f.name, "soon" if f.is_limit and self.chance(0.05) else self.value(f.shape, kind)) for f in fields]
            return "{" + ", ".join(f"{name}: {value}" for name, value in values) + "}"
        if shape.type == "word":
            return self.rng.choice(shape.words)
        if shape.type == "integer":
            return str(self.rng.randint(*shape.words)) if shape.words else str(self.rng.randint(0, 99))
        if shape.type == "record":
            return self.reference(shape.words)
        if shape.type == "file":
            return "files/missing.txt"
        return getattr(self, shape.type)()

    # Values

    def words(self):
        return self.rng.choice(["what is done", "each release is tested", "the head of data", "credit scoring", "a second look"])

    def text(self):
        return json.dumps(self.rng.choice(HOSTILE) if self.chance(0.05) else self.words(), ensure_ascii=False)

    def prose(self):
        return json.dumps(self.rng.choice(["As [[A.6.2.4]] asks.", "Nothing to add.", "See [[eu-ai-act:Art. 14]]."]))

    def day(self):
        offset = self.rng.choice([0, 0, 1, -1, -1, 30, -30, -400, 400, -10, None, None, None, self.rng.randint(-900, 300)])
        if offset is not None:
            return self.as_of + datetime.timedelta(days=offset)
        # One review cycle ago, or a day before or after that.
        months = self.rng.choice([1, 3, 6, 11, 12, 12, 12, 24])
        return shifted(self.as_of, -months) + datetime.timedelta(days=self.rng.choice([-1, 0, 0, 1]))

    def date(self):
        return self.day().isoformat()

    def time(self):
        return f"{self.date()}T{self.rng.choice(['10:00Z', '23:30-05:00', '00:10+02:00', '12:00:59Z'])}"

    def duration(self):
        return self.rng.choice(DURATIONS)

    def bool(self):
        return self.rng.choice(["true", "false"])

    def number(self):
        return self.rng.choice(["1", "2.5", "-3", "0.10"])

    def digest(self):
        return hashlib.sha256(str(self.rng.random()).encode()).hexdigest()

    def item(self):
        if self.chance(0.15):
            names = self.frameworks + (["house-rules"] if self.has_own_catalogue else [])
            if names:
                name = self.rng.choice(names)
                id = self.rng.choice(OTHERS[name])
                return json.dumps(id if name == "nist-ai-rmf" and self.chance(0.3) else f"{name}:{id}")
        if self.chance(0.03):
            return self.rng.choice(["A.99", "no-such:1", "a.5.2", '"iso42001:A.2.2"'])
        return json.dumps(self.rng.choice(USUAL if self.chance(0.7) else CONTROLS))

    def reference(self, wanted=()):
        pools = [self.ids.get(name, []) for name in wanted] if wanted else list(self.ids.values())
        pool = [id for ids in pools for id in ids]
        if not pool or self.chance(0.04):
            return f"{dict((k.name, k.prefix) for k in kinds.KINDS).get(wanted[0] if wanted else '', 'XXX')}-999"
        id = self.rng.choice(pool)
        return id.lower() if self.chance(0.03) else id

    # Common fields

    def any_title(self, id):
        return self.text()

    def any_version(self, id):
        return '"1.0"'

    def any_status(self, id):
        if self.chance(0.02):
            return "Retired"
        words = ["draft", "proposed", "accepted", "active", "active", "closed", "closed", "rejected", "superseded", "retired"]
        return self.rng.choice(words)

    def any_supersedes(self, id):
        return self.reference(())

    def any_approvals(self, id):
        given = []
        for _ in range(self.rng.choice([0, 1, 1, 1, 2, 3]) or 1):
            parts = {"by": self.reference(("role",)), "date": self.date()}
            if self.chance(0.4):
                parts["digest"] = self.rng.choice([placeholder(id), placeholder(id), self.digest()])
                if parts["digest"] == placeholder(id):
                    self.placeholders[id] = parts["digest"]
            if self.chance(0.2):
                parts["until"] = self.date()
            if self.chance(0.1):
                parts["name"] = self.text()
            # An approval that cannot be read keeps its number.
            if self.chance(self.errors):
                parts[self.rng.choice(["by", "date"])] = "[]"
            given.append("{" + ", ".join(f"{k}: {v}" for k, v in parts.items()) + "}")
        return "[" + ", ".join(given) + "]"

    # Fields of kinds

    def role_approves(self, id):
        kinds = ["policy", "document", "Risk: residual up to 12", "risk", "evidence", "impact-assessment", "lifecycle-gate"]
        return "[" + ", ".join(json.dumps(k) for k in self.rng.sample(kinds, self.rng.randint(1, 2))) + "]"

    def control_implementation_control(self, id):
        if self.chance(0.06):
            return self.item()
        return json.dumps(self.rng.choice([c for c in USUAL if c.startswith("A.")] if self.chance(0.6) else CONTROLS))

    def control_implementation_applicable(self, id):
        return "true" if self.chance(0.85) else "false"

    def control_implementation_implementation(self, id):
        return self.rng.choice(["implemented"] * 4 + ["partial", "planned", "not-started"])

    def ai_system_lifecycle(self, id):
        return self.rng.choice(["operation", "operation", "deployment", "design", "development", "decommissioned"])

    def ai_system_in_scope(self, id):
        return "true" if self.chance(0.7) else "false"

    def ai_system_oversight(self, id):
        return f"{{reviewer: {self.reference(('role',))}, can: [{self.rng.choice(['review', 'override', 'stop'])}]}}"

    def lifecycle_gate_stage(self, id):
        return self.rng.choice(["deployment", "operation", "operation", "design"])

    def lifecycle_gate_decision(self, id):
        return self.rng.choice(["go", "go", "conditional-go", "no-go"])

    def model_origin(self, id):
        return self.rng.choice(["internal", "internal", "supplier"])

    def policy_implements(self, id):
        return "[" + ", ".join([self.rng.choice(["5.2", "A.2.2", "A.2.3", "9.2.2"]), self.item()]) + "]"

    def instruction_implements(self, id):
        return self.document_implements(id)

    def document_implements(self, id):
        return "[" + ", ".join([self.rng.choice(["6.1.2", "8.2", "A.5.3", "9.2.1", "9.2"]), self.item()]) + "]"

    def ai_system_role(self, id):
        return "[provider]"

    def supplier_assessment(self, id):
        result = self.rng.choice(["accepted", "accepted-with-conditions", "rejected"])
        return f"{{date: {self.date()}, by: {self.reference(('role',))}, result: {result}}}"

    def training_valid_until(self, id):
        return (self.as_of + datetime.timedelta(days=self.rng.choice([-1, 0, 90, 400]))).isoformat()

    def corrective_action_effectiveness(self, id):
        day = f", date: {self.date()}" if self.chance(0.6) else ""
        return f"{{checked_by: {self.reference(('role',))}, effective: {self.bool()}{day}}}"

    def evidence_file(self, id):
        self.file(f"files/{id.lower()}.txt", f"Seen by {self.words()}\n")
        self.file(f"evidence/files/{id.lower()}.txt", f"Seen by {self.words()} \n")
        return f"files/{id.lower()}.txt"

    def evidence_sha256(self, id):
        """Of the file that lies beside a register, of the one beside a Markdown file, or of neither."""
        files = [self.folder / "files" / f"{id.lower()}.txt", self.folder / "evidence" / "files" / f"{id.lower()}.txt"]
        found = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.exists()]
        return self.rng.choice((found or [self.digest()]) * 3 + [self.digest()])

    def risk_acceptance(self, id):
        parts = [f"by: {self.reference(('role',))}", f"date: {self.date()}", f"rationale: {self.text()}"]
        if self.chance(0.5):
            parts.append(f"score: {self.rng.randint(1, 25)}")
        if self.chance(0.6):
            parts.append(f"until: {self.date()}")
        return "{" + ", ".join(parts) + "}"

    def metric_source(self, id):
        names = ["date", "value", "group", "site"]
        rows = [",".join(names)]
        for _ in range(self.rng.randint(0, 8)):
            day = self.date() if self.chance(0.8) else self.date()[:7]
            value = self.rng.choice(["1", "2", "2.5", "3", "4", "5", "n/a"])
            rows.append(f"{day},{value},{self.rng.choice(['a', 'b', ''])},{self.rng.choice(['x', 'y'])}")
        text, end = "\n".join(rows) + "\n", "csv"
        if self.chance(0.2):
            records = [dict(zip(names, row.split(","))) for row in rows[1:]]
            text, end = "".join(json.dumps(record) + "\n" for record in records), "jsonl"
        for folder in ("", "metric/"):
            self.file(f"{folder}readings/{id.lower()}.{end}", text)
        parts = [f"file: readings/{id.lower()}.{end}"]
        if self.chance(0.3):
            parts.append(f"aggregation: {self.rng.choice(['latest', 'mean', 'sum', 'min', 'max', 'count'])}")
        if self.chance(0.2):
            parts.append('filter: "site = x"')
        return "{" + ", ".join(parts) + "}"

    def metric_threshold(self, id):
        parts = []
        if self.chance(0.9):
            parts.append(f"warn: {self.rng.choice(['2', '2.5', '3'])}")
        if self.chance(0.8):
            parts.append(f"fail: {self.rng.choice(['2', '3', '4'])}")
        if self.chance(0.9) or not parts:
            parts.append(f"direction: {self.rng.choice(['higher-is-better', 'lower-is-better'])}")
        return "{" + ", ".join(parts) + "}"

    def metric_group_column(self, id):
        return "group"

    def exception_rule(self, id):
        """A rule that has something to say about one of the kinds there are."""
        self.excepted = self.rng.choice([pair for pair in EXCEPTIONS if not pair[1] or pair[1] in self.ids] or EXCEPTIONS)
        return self.excepted[0]

    def exception_records(self, id):
        kind = self.excepted[1]
        return "[" + ", ".join(self.reference((kind,) if kind else ()) for _ in range(self.rng.randint(1, 6))) + "]"

    def exception_until(self, id):
        return (self.as_of + datetime.timedelta(days=self.rng.choice([-400, -1, 0, 1, 90, 400, 400]))).isoformat()



def shifted(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


# Rules and the kinds about which they mostly speak.
EXCEPTIONS = [
    ("review-overdue", ""), ("never-reviewed", ""), ("evidence-expired", "evidence"), ("risk-incomplete", "risk"),
    ("document-uncontrolled", "document"), ("control-owner-missing", "control-implementation"), ("unknown-record", ""),
    ("evidence-missing", "control-implementation"), ("approval-stale", ""), ("metric-in-breach", "metric"), ("wrong-type", ""),
    ("risk-above-tolerable", "risk"), ("dates-out-of-order", ""), ("policy-without-process", "policy"),
]

WEIGHTS = {
    "evidence": 6, "control-implementation": 6, "risk": 4, "role": 4, "policy": 3, "document": 3, "metric": 3,
    "impact-assessment": 3, "ai-system": 3, "exception": 3,
}
# Kinds that refer to each other, so that references meet.
THEMES = [
    {},
    {
        "ai-system": 10, "role": 5, "lifecycle-gate": 8, "disclosure": 6, "training": 6, "metric": 6, "supplier": 6, "model": 5,
        "dataset": 5, "impact-assessment": 4, "oversight-event": 3,
    },
    {
        "audit": 8, "audit-finding": 8, "nonconformity": 8, "corrective-action": 10, "management-review": 6, "objective": 6,
        "metric": 8,
    },
    {"policy": 8, "document": 8, "role": 8, "risk": 10, "control-implementation": 20, "evidence": 20},
]
COMMON_CHANCE = {
    "owner": 0.4, "status": 0.45, "approvals": 0.4, "retired": 0.15, "review_cycle": 0.4, "reviewed": 0.5, "next_review": 0.25,
}
CHANCE = {
    "control-implementation.evidence": 0.6, "risk.residual": 0.75, "risk.acceptance": 0.6, "evidence.file": 0.6,
    "evidence.sha256": 0.6,
    "evidence.valid_until": 0.5, "evidence.period": 0.5, "metric.source": 0.9, "metric.threshold": 0.9, "role.approves": 0.35,
    "policy.implements": 0.8, "document.implements": 0.8, "ai-system.oversight": 0.7, "ai-system.suppliers": 0.7,
    "ai-system.deployed": 0.5, "ai-system.risk_class": 1, "supplier.assessment": 0.8, "supplier.responsibilities": 0.6,
    "corrective-action.done": 0.7, "corrective-action.effectiveness": 0.7, "audit-finding.nonconformity": 0.7,
    "nonconformity.cause": 0.7, "management-review.outputs": 0.8, "model.training": 0.8, "objective.metric": 0.8,
    "disclosure.live_since": 0.7,
}

HOUSE_RULES = """\
kind: catalogue
name: house-rules
title: House rules for AI
publisher: Example Ltd
edition: "2026"
items:
  - {id: "H", kind: group, title: Decisions}
  - {id: "H.1", kind: control, parent: "H", title: Nobody is refused by a machine alone}
  - {id: "H.1.1", kind: control, parent: "H.1", title: A person looks at each refusal}
  - {id: "H.1.2", kind: control, parent: "H.1", title: The person can decide otherwise}
  - {id: "H.1.3", kind: control, parent: "H.1", title: Gone, withdrawn: "H.1.2"}
  - {id: "H.2", kind: control, parent: "H", title: A person can stop every system}
  - {id: "H.3", kind: control, parent: "H", title: Has a group, withdrawn: "H.2"}
  - {id: "H.4", kind: control, parent: "H", title: Outer}
  - {id: "H.4.1", kind: control, parent: "H.4", title: Inner}
"""


DECLARED = [
    (
        kinds.Kind(
            "flight", "FLT", kinds.EVENT,
            [
                Field("flown_on", Shape("date"), True), Field("state", Shape("word", words=("open", "void")), False),
                Field("tests", Shape("list", item=Shape("item")), False), Field("pilot", Shape("record", words=("role",)), False),
            ],
        ),
        """\
  - name: flight
    prefix: FLT
    meaning: One flight of an aircraft without a crew.
    nature: event
    date: flown_on
    ended_by: {field: state, is: void}
    clauses: [A.9.4, A.6.2.6]
    fields:
      - {name: flown_on, type: date, required: true, meaning: when it was flown}
      - {name: state, type: word, words: [open, void], meaning: whether the report is valid}
      - {name: tests, type: list of item, meaning: the controls it tries}
      - {name: pilot, type: record, kinds: [role], meaning: who flew it}""",
    ),
    (
        kinds.Kind(
            "instruction", "INS", kinds.DOCUMENT, [Field("implements", Shape("list", item=Shape("item")), False)],
            is_controlled=True,
        ),
        """\
  - name: instruction
    prefix: INS
    meaning: How one person does one task.
    traits: [controlled-document]
    fields:
      - {name: implements, type: list of item, meaning: the clauses and controls that it implements}""",
    ),
    (
        kinds.Kind(
            "wish", "WSH", kinds.DOCUMENT,
            [Field("asks", Shape("list", item=Shape("item")), True), Field("due", Shape("date"), False)],
        ),
        """\
  - name: wish
    prefix: WSH
    meaning: A wish of a customer.
    traits: [covers-nothing]
    clauses: [4.2]
    fields:
      - {name: asks, type: list of item, required: true, meaning: the controls that would fulfil it}
      - {name: due, type: date, meaning: when it is wanted}""",
    ),
]
