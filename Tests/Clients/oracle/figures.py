"""Every figure by its name, with its members in order."""

from . import approvals, evidence, metrics, risks, systems
from .broken import broken
from .coverage import STATES, Coverage
from .crosswalks import Crosswalks
from .readiness import QUESTIONS, Needs
from .reviews import must_be_reviewed, review
from .statement import statement
from .status import STATUSES, counts, is_known, status


class Assessment:
    """All facts about a workspace on one date.

    `digests` holds the digest of each record for which an approval has one: only the program can compute it.
    """

    def __init__(self, workspace, as_of, digests):
        self.workspace, self.as_of, self.digests = workspace, as_of, digests
        self.rows = statement(workspace, as_of)
        self.coverage = Coverage(workspace, self.rows, as_of)
        self.needs = Needs(self).all()

    def digest(self, record):
        return self.digests.get(record.id)

    def approval_statuses(self, record):
        positions = range(len(record["approvals"] or []))
        return [approvals.approval_status(self.workspace, record, i, self.as_of, self.digest) for i in positions]

    def figures(self):
        found = {}
        for part in (
            self._records, self._systems, self._statement, self._reviews, self._risks, self._approvals, self._evidence,
            self._metrics, self._coverage, Crosswalks(self.workspace, self.coverage).figures, self._readiness,
        ):
            found.update(part())
        return found

    def _records(self):
        all = self.workspace.records
        found = {"records.all": ids(all)}
        found.update({f"records.{kind.name}": ids(self.workspace.of_kind(kind.name)) for kind in self.workspace.kinds})
        found.update({f"status.{s}": ids(r for r in all if status(r, self.as_of) == s) for s in STATUSES})
        return found

    def _systems(self):
        return {
            "systems.in-scope": ids(systems.in_scope(self.workspace, self.as_of)),
            "systems.in-use": ids(systems.in_use(self.workspace, self.as_of)),
        }

    def _statement(self):
        applicable = [r for r in self.rows if r.state == "applicable"]
        found = {"statement.controls": names(self.rows)}
        for state in ("applicable", "excluded", "undecided"):
            found[f"statement.{state}"] = names(r for r in self.rows if r.state == state)
        for word in ("implemented", "partial", "planned", "not-started"):
            found[f"statement.{word}"] = names(r for r in applicable if r.implementation == word)
        in_place = [r for r in applicable if r.implementation == "implemented" or broken("in-place")]
        found["statement.fresh-evidence"] = names(r for r in in_place if r.has_fresh_evidence)
        found["statement.stale-evidence"] = names(r for r in in_place if r.evidence and not r.has_fresh_evidence)
        found["statement.no-evidence"] = names(r for r in in_place if not r.evidence)
        found["statement.other-evidence"] = names(r for r in applicable if r not in in_place and r.evidence)
        return found

    def _reviews(self):
        all = [r for r in self.workspace.records if must_be_reviewed(self.workspace, r, self.as_of)]
        found = {"reviews.all": ids(all)}
        for word in ("up-to-date", "overdue", "never"):
            found[f"reviews.{word}"] = ids(r for r in all if review(r, self.as_of) == word)
        return found

    def _risks(self):
        all = [r for r in self.workspace.of_kind("risk") if counts(r, self.as_of)]
        found = {"risks.all": ids(all)}
        acceptable = risks.limit(self.workspace, "acceptable")
        if acceptable is not None:
            scored = [(r, risks.residual_score(r)) for r in all]
            above = [r for r, score in scored if score and (score >= acceptable if broken("limit") else score > acceptable)]
            found["risks.above"] = ids(above)
            found["risks.acceptable"] = ids(r for r, score in scored if score and r not in above)
            found["risks.unscored"] = ids(r for r, score in scored if score is None)
            found["risks.not-accepted"] = ids(r for r in above if risks.acceptance(self.workspace, r, self.as_of) != "valid")
        for name in ("inherent", "residual"):
            for record in all:
                pair = risks.cell(record, name)
                if pair:
                    found.setdefault(f"risks.{name}.{pair[0]}.{pair[1]}", []).append(record.id)
        return found

    def _approvals(self):
        found = {f"approvals.{s}": [] for s in ["all", *approvals.STATUSES]}
        for record in self.workspace.records:
            for i, word in enumerate(self.approval_statuses(record)):
                for name in ("all", word):
                    found[f"approvals.{name}"].append(f"{record.id}#{i + 1}")
        found["approvals.stale-records"] = ids(
            r for r in self.workspace.records if approvals.is_stale_record(r, self.as_of, self.digest))
        found["approvals.missing"] = ids(r for r in self.workspace.records if self.is_unapproved(r))
        return found

    def is_unapproved(self, record):
        """It counts and must have an approval, and has no valid one. What cannot be read may have one."""
        is_readable = record.is_decodable and record.has_common
        if not counts(record, self.as_of) or not is_readable or not approvals.needs_approval(self.workspace, record, self.as_of):
            return False
        return not any(word in ("proved", "asserted") for word in self.approval_statuses(record)) and not broken("unapproved")

    def _evidence(self):
        all = self.workspace.of_kind("evidence")
        found = {"evidence.all": ids(all)}
        for word in evidence.STATUSES:
            found[f"evidence.{word}"] = ids(r for r in all if evidence.evidence_status(self.workspace, r, self.as_of) == word)
        return found

    def _metrics(self):
        known = [r for r in self.workspace.of_kind("metric") if is_known(r, self.as_of)]
        found = {
            f"metrics.{level}": ids(r for r in known if metrics.breach(self.workspace, r, self.as_of) == level)
            for level in ("fail", "warn")
        }
        found["metrics.late"] = ids(r for r in known if metrics.is_late(self.workspace, r, self.as_of))
        return found

    def _coverage(self):
        found = {}
        for catalogue, items in self.workspace.catalogues.items():
            items = [i for i in items if i.can_be_covered]
            found[f"coverage.{catalogue}.total"] = [i.name for i in items]
            for state in STATES:
                found[f"coverage.{catalogue}.{state}"] = [i.name for i in items if self.coverage.state(i) == state]
            found[f"coverage.{catalogue}.documented-only"] = [i.name for i in items if self.coverage.is_documented_only(i)]
            for item in items:
                for record in self.coverage.covering.get(item.name, []):
                    found.setdefault(f"coverage.{catalogue}.{item.id}.{record.kind.name}", []).append(record.id)
            for item in self.workspace.catalogues[catalogue]:
                for record in self.coverage.references.get(item.name, []):
                    found.setdefault(f"references.{catalogue}.{item.id}.{record.kind.name}", []).append(record.id)
        return found

    def _readiness(self):
        found = {"readiness.questions": list(QUESTIONS)}
        for name, count in self.needs.items():
            if count is not None:
                answered = count.stated + [member(r) for r in count.answered]
                found[f"readiness.{name}"] = answered
                found[f"readiness.{name}.total"] = answered + [member(r) for r in count.lacking]
        return found


def ids(records):
    return [r.id for r in records]


def names(rows):
    return [r.control.name for r in rows]


def member(thing):
    return thing.id if hasattr(thing, "own") else thing.name
