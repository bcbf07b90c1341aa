"""Writes the content that `make bench` builds: the same records for dossier and for Hugo, from a fixed seed.

    python3 generate.py SYSTEMS OUT

For each system ten records (one system, one model, one dataset, three risks, one impact assessment, one evidence record, one
oversight event, one change), and once: roles, policies and the 38 control implementations. Every record refers to others in its
front matter and in its prose.
"""

import pathlib
import random
import sys

WORDS = """assessment review threshold monitoring applicant decision evidence model drift record reviewer quarter sample control
system owner limit change approval data training validation report measure group outcome appeal channel notice release rollback
supplier contract figure interval error rate baseline window trend cause action finding register scope boundary purpose use""".split()

CONTROLS = """A.2.2 A.2.3 A.2.4 A.3.2 A.3.3 A.4.2 A.4.3 A.4.4 A.4.5 A.4.6 A.5.2 A.5.3 A.5.4 A.5.5 A.6.1.2 A.6.1.3 A.6.2.2 A.6.2.3
A.6.2.4 A.6.2.5 A.6.2.6 A.6.2.7 A.6.2.8 A.7.2 A.7.3 A.7.4 A.7.5 A.7.6 A.8.2 A.8.3 A.8.4 A.8.5 A.9.2 A.9.3 A.9.4 A.10.2 A.10.3
A.10.4""".split()


class Writer:
    def __init__(self, out):
        self.random = random.Random(42001)
        self.dossier = out / "dossier"
        self.hugo = out / "hugo" / "content"
        self.count = 0

    def sentence(self):
        words = [self.random.choice(WORDS) for _ in range(self.random.randint(8, 18))]
        return " ".join(words).capitalize() + "."

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.random.randint(3, 6)))

    def prose(self, references, table):
        """Three sections with emphasis, a list, a table and references, as Markdown with `{id}` in place of each reference."""
        a, b = (references * 2)[:2]
        parts = ["## What it is", self.paragraph(), f"It follows {{{a}}} and is *reviewed* with **{{{b}}}**."]
        parts += ["## How it works", "\n".join(f"- {self.sentence()}" for _ in range(4)), self.paragraph()]
        if table:
            rows = "\n".join(f"| {self.random.choice(WORDS)} | {self.random.randint(1, 99)} | {self.sentence()} |" for _ in range(5))
            parts.append("| measure | value | remark |\n|---|---:|---|\n" + rows)
        parts += ["## What remains", self.paragraph(), f"See also {{{a}}} and `{self.random.choice(WORDS)}`."]
        return "\n\n".join(parts)

    def record(self, kind, id, title, fields, references, table=False):
        """`fields` are lines of YAML, and `references` are the ids in them."""
        prose = self.prose(references, table)
        head = [f"kind: {kind}", f"id: {id}", f'title: "{title}"'] + fields
        self.write(self.dossier / kind / f"{id.lower()}.md", head, prose, lambda ref: f"[[{ref}]]")
        named = ", ".join(f'"{ref}"' for ref in references)
        # Hugo resolves references through its own page index: a shortcode in prose, a list in front matter.
        self.write(self.hugo / kind / f"{id.lower()}.md", head + [f"references: [{named}]"], prose, lambda ref: '{{< ref-id "' + ref + '" >}}')
        self.count += 1

    def write(self, path, head, prose, link):
        path.parent.mkdir(parents=True, exist_ok=True)
        body = prose
        for part in set(word for word in prose.replace("}", "{").split("{")[1::2]):
            body = body.replace("{" + part + "}", link(part))
        path.write_text("---\n" + "\n".join(head) + "\n---\n\n" + body + "\n", encoding="utf-8")


def main(systems, out):
    w = Writer(out)
    roles = [f"ROL-{i:03}" for i in range(1, 13)]
    policies = [f"POL-{i:03}" for i in range(1, 10)]
    for role in roles:
        w.record("role", role, f"Role {role}", ["accountable_for: [the systems of its unit]"], [policies[0]])
    for policy in policies:
        fields = ["effective: 2025-10-01", "approvals:", "  - {by: ROL-001, date: 2025-09-30}", "implements: [A.2.2, A.2.3]"]
        w.record("policy", policy, f"Policy {policy}", fields, ["ROL-001", "ROL-002"], table=True)
    evidence = []
    for n in range(1, systems + 1):
        i = f"{n:05}"
        role = w.random.choice(roles)
        controls = w.random.sample(CONTROLS, 3)
        ais, mdl, dts, aia, evd = (f"{p}-{i}" for p in ("AIS", "MDL", "DTS", "AIA", "EVD"))
        risks = [f"RSK-{i}-{k}" for k in (1, 2, 3)]
        evidence.append((controls[0], evd))
        w.record("ai-system", ais, f"System {n}", [
            f"owner: {role}", f"purpose: {w.sentence()}", "role: [developer, deployer]", "lifecycle: operation", "risk_class: high",
            f"models: [{mdl}]", f"training_data: [{dts}]", "oversight:", "  triggers: [low confidence, complaint]",
            f"  reviewer: {role}", "  can: [review, override]", "reviewed: 2026-03-01", "review_cycle: P1Y"],
            [role, mdl, dts, risks[0]], table=True)
        w.record("model", mdl, f"Model {n}", [
            f"owner: {role}", "version: \"1.2\"", "origin: internal", "intended_use: [rank requests for review]",
            "limitations: [not tested outside Europe]", "metrics:", "  - {name: AUC, value: 0.87, threshold: at least 0.80}",
            "  - {name: recall, value: 0.71, slice: new customers}"], [dts, ais, role])
        w.record("dataset", dts, f"Dataset {n}", [
            f"owner: {role}", f"source: {w.sentence()}", "rights: {lawful_basis: contract}", "retention: 5 years"], [ais, role])
        for k, risk in enumerate(risks):
            w.record("risk", risk, f"Risk {n}.{k + 1}", [
                f"owner: {role}", f"systems: [{ais}]", "category: fairness-and-bias", "inherent: {likelihood: 4, impact: 4}",
                "treatment: mitigate", f"controls: [{', '.join(controls)}]", "residual: {likelihood: 2, impact: 3}",
                f"impacts: [{aia}]"], [ais, aia, role], table=k == 0)
        w.record("impact-assessment", aia, f"Impact of system {n}", [
            f"system: {ais}", "date: 2026-02-01", f"assessor: {role}", "individuals:", f"  effects: [{w.random.choice(WORDS)}]",
            "  severity: moderate", "  mitigations: [review by a person]"], [ais, role, risks[0]], table=True)
        w.record("evidence", evd, f"Evidence {n}", [
            f"controls: [{', '.join(controls)}]", "location: the archive of the unit", "collected: 2026-06-30", f"collected_by: {role}",
            "period: {from: 2026-04-01, to: 2026-06-30}", "valid_until: 2027-06-30", f"systems: [{ais}]"], [ais, role])
        w.record("oversight-event", f"OVS-{i}", f"Review {n}", [
            f"system: {ais}", "date: 2026-05-05", f"reviewer: {role}", "had_information: true", "had_time: true", "override: false"],
            [ais, role])
        w.record("change", f"CHG-{i}", f"Change {n}", [
            "what: model", "date: 2026-01-15", f"systems: [{ais}]", f"assessed_in: [{aia}]", f"approved_by: {role}"], [ais, aia, role])
    for control in CONTROLS:
        id = "SOA-" + control.replace(".", "-")
        own = [e for c, e in evidence if c == control][:5]
        w.record("control-implementation", id, f"How {control} is done", [
            f"control: {control}", "applicable: true", f"justification: {w.sentence()}", "drivers: [risk]",
            "implementation: implemented", "owner: ROL-002"] + ([f"evidence: [{', '.join(own)}]"] if own else []), ["POL-001", "ROL-002"])
    (w.dossier / "dossier.yaml").write_text("organisation: Bench Ltd\ntitle: AI management system\n", encoding="utf-8")
    print(w.count, "records")


if __name__ == "__main__":
    main(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
