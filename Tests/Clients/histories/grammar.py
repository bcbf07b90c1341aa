"""Random histories from a grammar of git actions. The same seed always gives the same history."""

import random

from . import digests
from .branches import BRANCHING, TAGGING, merge_of
from .edits import EDITS, HOLDERS, REVIEWED, UNCOMMITTED, approve, plant, write_a_record
from .history import History
from .paths import MARKDOWN, MARKERS, REGISTERS, is_live
from .records import TEXTS, TITLES, File, Record
from .signing import line
from .stories import AT_THE_END, STORIES, WHOLE_COMMITS

KINDS = ("policy", "document", "model")


class Writer:
    """Writes one history. `whole` is the share of new approvals with a digest as version 0.1 wrote it."""

    def __init__(self, seed, whole=0.25):
        self.rng = random.Random(seed)
        self.whole = whole
        self.history = History()
        # An edit that is left in the working tree.
        self.last = None

    # Chance

    def chance(self, share):
        return self.rng.random() < share

    def one(self, items):
        items = list(items)
        return self.rng.choice(items) if items else None

    def weighted(self, weights):
        return self.rng.choices(list(weights), list(weights.values()))[0]

    # Looking around

    def live(self, tree, kinds=KINDS):
        """Files of records that a build reads, or would read without a marker of a site."""
        found = {p: self.history.file(leaf) for p, leaf in sorted(tree.items())}
        return [p for p, file in found.items() if file and file.kind in kinds and is_live(p, file)]

    def place(self, tree, kinds=KINDS):
        """A record that a build reads: its path and its index in the file."""
        # Policies are in the middle of most stories.
        wanted = ("policy",) if "policy" in kinds and self.chance(0.75) else kinds
        path = self.one(self.live(tree, wanted)) or self.one(self.live(tree, kinds))
        return (path, self.rng.randrange(len(self.record_file(tree, path).records))) if path else None

    def record_file(self, tree, path):
        return self.history.file(tree[path])

    def put(self, tree, path, file):
        """Puts a file at a path. A folder or a file that is in the way goes."""
        for other in [p for p in tree if p.startswith(path + "/") or path.startswith(p + "/")]:
            del tree[other]
        tree[path] = self.history.leaf(file)

    def change(self, tree, place, **changes):
        path, index = place
        file = self.record_file(tree, path)
        records = [r.but(**changes) if i == index else r for i, r in enumerate(file.records)]
        self.put(tree, path, File(file.kind, tuple(records), file.is_register))

    def remove(self, tree, place):
        path, index = place
        file = self.record_file(tree, path)
        records = file.records[:index] + file.records[index + 1:]
        if records:
            self.put(tree, path, File(file.kind, records, file.is_register))
        else:
            del tree[path]

    def record(self, tree, place):
        return self.record_file(tree, place[0]).records[place[1]]

    def covered(self, record):
        return digests.covered(record.fields, record.text)

    def digest(self, record):
        form = digests.whole if self.chance(self.whole) else digests.covered
        return form(record.fields, record.text)

    def some_digest(self):
        """A digest that is in a file, or one that could be."""
        named = [a.digest for file in self.history.files.values() for r in file.records for a in r.approvals]
        text = self.one(TEXTS)
        return self.one(named[-6:]) or self.digest(Record("policy", "POL-001", TITLES[0], text))

    # The story

    def write(self):
        history = self.history
        tree = {}
        self.put(tree, "dossier.yaml", "organisation: Example\n")
        keys = {name: (line(holder),) for name, holder in HOLDERS.items()}
        if self.chance(0.1):
            keys["ROL-001"] = ()
        roles = [
            Record("role", "ROL-001", "Board", "x", None, keys=keys["ROL-001"], approves=KINDS),
            Record("role", "ROL-002", "Head", "x", None, keys=keys["ROL-002"], approves=KINDS),
            Record("role", "ROL-003", "Owner", "x", None),
        ]
        if self.chance(0.5):
            self.put(tree, "roles.yaml", File("role", tuple(roles), True))
        else:
            for role in roles:
                self.put(tree, f"roles/{role.id.lower()}.md", File("role", (role,)))
        for path, text in MARKERS.items():
            if self.chance(0.3):
                self.put(tree, path, text)
        policy = Record("policy", "POL-001", TITLES[0], TEXTS[0], reviewed=self.one([None, *REVIEWED["reviewed"]]))
        if self.chance(0.75):
            self.put(tree, self.one(MARKDOWN[:3]), File("policy", (policy,)))
        elif self.chance(0.5):
            more = (Record("policy", "POL-002", TITLES[1], TEXTS[2]),)
            self.put(tree, self.one(REGISTERS), File("policy", (policy, *more), True))
        if self.chance(0.5):
            document = Record("document", "DOC-001", TITLES[0], TEXTS[1])
            self.put(tree, "docs.yaml", File("document", (document,), True))
        if self.chance(0.3):
            model = Record("model", "MDL-001", TITLES[0], TEXTS[1], version="A", state=self.one([None, "registered"]))
            self.put(tree, "models.yaml", File("model", (model,), True))
        history.commit(tree, "base", signer=self.one([None, None, "board"]))
        for action in self.plan():
            if action is None:
                self.step()
            elif action in WHOLE_COMMITS:
                action(self)
            else:
                self.edit(action)
        self.come_home()
        for _ in range(20):
            # A history without an approval at its end tells nothing.
            if not any(r.approvals for p in self.live(history.tree) for r in self.record_file(history.tree, p).records):
                self.edit(self.one([write_a_record, approve, plant]))
        if self.last or self.chance(0.15):
            tree = dict(history.tree)
            (self.last or self.weighted(UNCOMMITTED))(self, tree)
            history.uncommitted = tree
        if self.chance(0.03):
            self.lose_an_object()
        return history

    def plan(self):
        """Steps of some stories in their order, and between them random steps, which are None."""
        steps = [None] * self.rng.randint(2, 14)
        for story in self.rng.sample(STORIES, self.one([0, 1, 2, 2, 3])):
            # What comes after a story often hides it, so most stories come late.
            at = max(self.rng.randint(0, len(steps)), self.rng.randint(0, len(steps)))
            for action in story:
                if action in AT_THE_END and self.chance(0.5):
                    self.last = action
                else:
                    steps.insert(at, action)
                    at = min(at + 1 + self.one([0, 0, 0, 1, 2]), len(steps))
        return steps

    def step(self):
        """Makes a random commit. Some actions change nothing, or only the branch or the tags."""
        number = len(self.history.commits)
        for _ in range(3):
            action = self.weighted(BRANCHING if self.chance(0.3) else TAGGING if self.chance(0.1) else EDITS)
            self.edit(action) if action in EDITS else action(self)
            if len(self.history.commits) > number:
                break

    def edit(self, action):
        """Makes one commit of an edit, sometimes together with others."""
        tree = dict(self.history.tree)
        words = [action.__name__.replace("_", " ")]
        person = action(self, tree)
        while self.chance(0.2):
            more = self.weighted(EDITS)
            words.append(more.__name__.replace("_", " "))
            person = more(self, tree) or person
        # A commit that changes nothing is rare.
        if tree != self.history.tree or self.chance(0.05):
            self.save(tree, ", ".join(words), person)

    def save(self, tree, words, person=None, merged=()):
        """Commits as the person of an action, or as anyone."""
        author, signer = person or self.someone()
        self.history.commit(tree, words, signer=signer, author=author, merged=merged)

    def someone(self):
        return self.one([
            ("joe", None), ("joe", None), ("joe", None), ("mallory", None), ("mallory", "mallory"), ("board", "board"), ("board", "board"),
            ("board", "board"), ("head", "head"), ("deputy", "deputy"),
        ])

    def lose_an_object(self):
        """An older version of a file of records is missing from the clone."""
        history = self.history
        now = {leaf.object for leaf in [*history.tree.values(), *history.working_tree.values()]}
        old = {leaf.object for c in history.ancestors(history.head) for p, leaf in history.trees[c].items() if history.file(leaf)}
        if lost := self.one(sorted(old - now)):
            history.missing.add(lost)

    def come_home(self):
        """Brings most branches into `main`, which is checked out at the end."""
        history = self.history
        history.current = "main"
        names = [name for name in sorted(history.branches) if name != "main" and self.chance(0.6)]
        for group in [names] if self.chance(0.4) else [[name] for name in names]:
            merge_of(self, *group)
