"""The definition in `docs/approvals.md`, rule by rule and without regard to speed.

Each method implements the rules whose numbers it names. `DOSSIER_HISTORIES_BREAK=RULE` leaves one rule out (`broken.py`).
"""

import base64
import re
from dataclasses import dataclass

from .broken import broken
from .objects import FILE, LINK
from .reading import is_record_file
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
        """Rule 9, first two sentences."""
        keys = [place.record.key for place in self.repository.sources] + self.repository.unread
        return keys.count(self.record.key) == 1

    def is_whole(self):
        """Rule 9, second sentence."""
        return not any(commit.tree.lacks for commit in self.repository.commits.values())

    def introduces(self, commit, text, approval):
        parents = [self.repository.commits[id].tree for id in commit.parents]
        return (
            approval in text.record.approvals
            and (self.is_first(commit, approval) or broken("10"))
            and (self.matches(approval[2], text.record) or broken("11"))
            and text.record.kind == self.record.kind
            and (len(self.texts(commit)) == 1 or broken("12-commit"))
            and (all(len(parent.texts(self.record.id)) <= 1 for parent in parents) or broken("12-parents"))
            and self.is_written_out(commit, text, approval)
            and (not self.is_converted([commit.tree, *parents]) or broken("13-converted"))
            and (self.is_new(commit, text, approval) or broken("13"))
        )

    def is_first(self, commit, approval):
        """Rule 10, second sentence."""
        return not any(approval in t.record.approvals for c in self.repository.ancestors(commit) for t in self.texts(c))

    def is_written_out(self, commit, text, approval):
        """Rule 13, first sentence."""
        return mentions(commit.tree.bytes(text.path), approval) >= sum(a[2] == approval[2] for a in text.record.approvals)

    def is_converted(self, trees):
        """Rule 13, last item."""
        return any(
            path.rpartition("/")[2].lower() == ".gitattributes" and b"working-tree-encoding" in (tree.bytes(path) or b"")
            for tree in trees for path, leaf in tree.leaves.items() if leaf.mode in (FILE, LINK)
        )

    def is_new(self, commit, text, approval):
        """Rules 13, 14 and 17: whether no ancestor mentions the digest, except in earlier approvals of the record."""
        earlier, ancestors = {}, self.earlier_commits(commit)
        for old in ancestors:
            if any(old.tree.bytes(p) is None for p, leaf in old.tree.leaves.items() if leaf.mode in (FILE, LINK)):
                return False
            paths = self.mentioning(old.tree, approval)
            if paths:
                earlier[old.id] = self.earlier_approvals(old.tree, paths, text, approval)
        if broken("14"):
            return not earlier
        return (
            None not in earlier.values()
            and (not earlier or len(commit.parents) == 1 or broken("14-merge"))
            and (broken("14-removed") or all(
                old.id in earlier and begins(earlier[old.id], earlier[id])
                for old in ancestors for id in old.parents if id in earlier
            ))
        )

    def earlier_commits(self, commit):
        if broken("13-parents"):
            return [self.repository.commit(id) for id in commit.parents]
        if broken("13-every-parent"):
            first = [self.repository.commit(id) for id in commit.parents[:1]]
            return first + [a for parent in first for a in self.repository.ancestors(parent)]
        return self.repository.ancestors(commit)

    def mentioning(self, tree, approval):
        files = {p: leaf for p, leaf in tree.leaves.items() if leaf.mode in (FILE, LINK) and mentions(tree.bytes(p), approval)}
        return [p for p, leaf in files.items() if is_record_file(p, leaf) or not broken("13-extension")]

    def earlier_approvals(self, tree, paths, text, approval):
        """Rule 14: the approvals of the record in an ancestor that mentions the digest. None if a mention is not allowed."""
        path, leaf = paths[0], tree.leaves[paths[0]]
        if len(paths) > 1 or not is_record_file(path, leaf):
            return None
        texts = [r for r in tree.records_in(path) if r.is_text and r.key == self.record.key]
        if len(texts) != 1 or texts[0].kind != self.record.kind:
            return None
        own = texts[0].approvals
        is_all = mentions(tree.bytes(path), approval) == sum(a[2] == approval[2] for a in own) or broken("14-mentions")
        is_same = self.matches(approval[2], texts[0]) or broken("14-text")
        return own if is_all and is_same and (begins(text.record.approvals, own) or broken("14-list")) else None

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


def mentions(bytes, approval):
    """Rule 13: how often a file contains the digits of a digest, without `<` after them."""
    end = "" if broken("13-tag") else "(?!<)"
    return len(re.findall(f"(?i){approval[2]}{end}".encode(), bytes))


def begins(list, start):
    return list[:len(start)] == start


def fingerprints(role):
    return {fingerprint(base64.b64decode(key.split()[1])) for key in role.keys} if role else set()
