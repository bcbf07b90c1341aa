"""The definition in `docs/approvals.md`, rule by rule and without regard to speed.

Each method implements the rules whose numbers it names. `DOSSIER_HISTORIES_BREAK=RULE` leaves one rule out (`broken.py`).
"""

import base64
import re
from dataclasses import dataclass

from .broken import broken
from .objects import FILE, LINK
from .reading import is_record_file, is_record_name
from .signing import fingerprint


@dataclass(frozen=True)
class Status:
    state: str
    # The commits and tags that prove the approval.
    commits: frozenset
    tags: frozenset


def statuses(repository):
    """For each record of the sources with approvals, by its id in small letters: the status of each approval."""
    found = {}
    for place in repository.sources:
        if place.record.key not in found:
            found[place.record.key] = Approvals(repository, place).statuses() if place.record.approvals else []
    return {key: list for key, list in found.items() if list}


class Approvals:
    """The approvals of one record of the sources."""

    def __init__(self, repository, place):
        self.repository, self.place, self.record = repository, place, place.record

    def statuses(self):
        own = [self.own(approval) for approval in self.record.approvals]
        return [Status("replaced", s.commits, s.tags) if self.is_replaced(i, own) else s for i, s in enumerate(own)]

    def is_replaced(self, index, own):
        """A later approval of the same role replaces it. One that is not proved does not replace one that is."""
        by, date = self.record.approvals[index][:2]
        return any(
            other[0] == by and (other[1], i) > (date, index)
            and (own[index].state != "proved" or own[i].state == "proved" or broken("replaced"))
            for i, other in enumerate(self.record.approvals)
        )

    def own(self, approval):
        """The status without regard to other approvals."""
        commits = frozenset(c.id for c in self.repository.commits.values() if self.commit_proves(c, approval))
        tags = frozenset(name for name, tag in self.repository.tags.items() if self.tag_proves(tag, approval))
        state = "proved" if commits | tags else "asserted"
        return Status(state if self.covers(approval) else "stale", commits, tags)

    def texts(self, commit):
        return commit.tree.texts(self.record.id)

    # Which content an approval covers

    def matches(self, digest, record):
        """Rule 6."""
        return (
            digest == record.covered
            or digest == record.whole and not broken("6-whole")
            or digest in record.before_its_end and not broken("6-end")
        )

    def covers(self, approval):
        """Rules 7 and 8."""
        return self.matches(approval[2], self.record) or not broken("7") and any(
            text.record.whole == approval[2] and self.matches(text.record.covered, self.record)
            for commit in self.repository.commits.values() for text in self.texts(commit)
        )

    # When a commit proves an approval

    def commit_proves(self, commit, approval):
        return (
            (self.is_one_record() and self.is_whole() or broken("9"))
            and any(self.introduces(commit, text, approval) for text in self.texts(commit))
            and self.is_signed(commit, approval)
        )

    def is_one_record(self):
        """Rule 9, first sentence."""
        return sum(place.record.key == self.record.key for place in self.repository.sources) == 1

    def is_whole(self):
        """Rule 9, second sentence."""
        return not any(commit.tree.lacks for commit in self.repository.commits.values())

    def introduces(self, commit, text, approval):
        parents = [self.repository.commits[id].tree for id in commit.parents]
        if broken("every-parent"):
            parents = parents[:1]
        return (
            approval in text.record.approvals
            and (self.is_first(commit, approval) or broken("10"))
            and (self.matches(approval[2], text.record) or broken("11"))
            and text.record.kind == self.record.kind
            and (len(self.texts(commit)) == 1 or broken("12-commit"))
            and (all(len(parent.texts(self.record.id)) <= 1 for parent in parents) or broken("12-parents"))
            and (not any(text.object in parent.objects for parent in parents) or broken("13"))
            and not any(self.is_moved(commit.tree, parent, text, approval) for parent in parents)
        )

    def is_first(self, commit, approval):
        """Rule 10, second sentence."""
        return not any(approval in t.record.approvals for c in self.repository.ancestors(commit) for t in self.texts(c))

    def is_moved(self, tree, parent, text, approval):
        """Rules 14 and 17: whether a file of the parent held the approval, or is missing."""
        if broken("14"):
            return False
        for path, leaf in parent.leaves.items():
            if leaf.mode not in (FILE, LINK) or broken("14-changed") and tree.leaves.get(path) == leaf:
                continue
            if self.is_in_kept_site(tree, parent, path) and not broken("14-site"):
                continue
            if broken("14-extension") and not is_record_file(path, leaf):
                continue
            if parent.bytes(path) is None or self.holds(parent, path, text, approval):
                return True
        return False

    def is_in_kept_site(self, tree, parent, path):
        """Rule 14, last item."""
        is_page = not is_record_name(path) or broken("14-site-record")
        return parent.is_in_site(path) and path in tree.leaves and tree.leaves[path].mode in (FILE, LINK) and is_page

    def holds(self, parent, path, text, approval):
        found = [a for record in parent.records_in(path) for a in record.approvals]
        with_digest = [a for a in found if a[2] == approval[2]]
        mentions = len(re.findall(f"(?i){approval[2]}".encode(), parent.bytes(path)))
        return (
            approval in found and not broken("14-has")
            or any(a != approval and a not in text.record.approvals for a in with_digest) and not broken("14-other")
            or mentions > len(with_digest) and not broken("14-mentions")
        )

    def is_signed(self, commit, approval):
        """Rules 15 and 16."""
        if commit.signer is None:
            return broken("15")
        return self.is_listed(commit.signer, approval[0], commit)

    def is_listed(self, key, role, commit):
        """Rule 16."""
        now = next((p.record for p in self.repository.sources if p.record.key == role.lower() and p.record.kind == "role"), None)
        history = self.repository.commits
        commits = history.values() if broken("16-ancestor") else [commit, *self.repository.ancestors(commit)]
        texts = [text.record for c in commits if c.id in history for text in c.tree.texts(role)]
        return (key in fingerprints(now) or broken("16-now")) and (any(key in fingerprints(t) for t in texts) or broken("16-history"))

    # When a tag proves an approval

    def tag_proves(self, tag, approval):
        """Rules 9, 16 and 18 to 20."""
        digest = rb"(?<![0-9A-Za-z])%s(?![0-9A-Za-z])" % approval[2].encode()
        if not re.search(approval[2].encode() if broken("19-word") else digest, tag.message) and not broken("19"):
            return False
        if not self.is_one_record() or tag.signer is None or not self.is_listed(tag.signer, approval[0], tag.commit):
            return False
        tree = tag.commit.tree
        return self.place.path in tree.leaves and any(
            record.key == self.record.key and record.kind == self.record.kind and approval in record.approvals
            and (self.matches(approval[2], record) or broken("20"))
            for record in tree.records_in(self.place.path)
        )


def fingerprints(role):
    return {fingerprint(base64.b64decode(key.split()[1])) for key in role.keys} if role else set()
