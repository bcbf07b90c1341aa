"""Random histories from a grammar of git actions. The same seed always gives the same history."""

import random

from . import digests
from .history import History
from .records import OWNERS, TEXTS, TITLES, Approval, File, Record
from .signing import PEOPLE, line

NOTES = [None, None, None, None, "as discussed"]
DATES = ["2026-02-10", "2026-03-11", "2026-04-12"]
REVIEWED = {
    "reviewed": ["2026-05-01", "2026-06-02", "2026-09-03"], "next_review": [None, "2027-06-01"],
    "retired": [None, "2026-08-01", "2027-08-01"], "supersedes": [None, "POL-002", "POL-001"], "status": [None, "active", "superseded"],
}
IDS = {"policy": ["POL-001"] * 8 + ["POL-002"] * 3 + ["pol-001"], "document": ["DOC-001", "DOC-001", "DOC-002"]}
# Whose key a role begins with.
HOLDERS = {"ROL-001": "board", "ROL-002": "head"}
MARKDOWN = ["a/pol.md", "pol.md", "policies/pol-001.md", "policies/zz.md", "zz.md", "deep/er/pol.md"]
REGISTERS = ["a.yaml", "policies.yaml", "policies/all.yaml", "zz.yml"]
# Where a build does not find records.
ASIDE = [
    ".old/pol.md", ".pol.md", "policies/.drafts/p.md", ".github/all.yaml", "pol.txt", "policies/pol.markdown", "pol.md.bak",
    "notes/pol.html", "pol.json", "policies/pol", "site/pol.html", "site/policies/old.md", "releases/1/sources.md",
]
# Files that mark a folder as a site or as a release.
MARKERS = {"site/site.json": '{"dossier-site": 1}\n', "releases/1/manifest": "# dossier manifest 1\n"}


class Writer:
    """Writes one history. `whole` is the share of new approvals with a digest as version 0.1 wrote it."""

    def __init__(self, seed, whole=0.15):
        self.rng = random.Random(seed)
        self.whole = whole
        self.history = History()

    # Chance

    def chance(self, share):
        return self.rng.random() < share

    def one(self, items):
        items = list(items)
        return self.rng.choice(items) if items else None

    def weighted(self, weights):
        return self.rng.choices(list(weights), list(weights.values()))[0]

    # Looking around

    def live(self, tree, kinds=("policy", "document")):
        """Files of records that a build reads, or would read without a marker of a site."""
        found = {p: self.history.file(leaf) for p, leaf in sorted(tree.items())}
        return [p for p, file in found.items() if file and file.kind in kinds and is_live(p, file)]

    def place(self, tree, kinds=("policy", "document")):
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
            Record("role", "ROL-001", "Board", "x", None, keys=keys["ROL-001"], approves=("policy", "document")),
            Record("role", "ROL-002", "Head", "x", None, keys=keys["ROL-002"], approves=("policy", "document")),
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
        policy = Record("policy", "POL-001", TITLES[0], TEXTS[0])
        if self.chance(0.75):
            self.put(tree, self.one(MARKDOWN[:3]), File("policy", (policy,)))
        elif self.chance(0.5):
            more = (Record("policy", "POL-002", TITLES[1], TEXTS[2]),)
            self.put(tree, self.one(REGISTERS), File("policy", (policy, *more), True))
        if self.chance(0.5):
            document = Record("document", "DOC-001", TITLES[0], TEXTS[1])
            self.put(tree, "docs.yaml", File("document", (document,), True))
        history.commit(tree, "base", signer=self.one([None, None, "board"]))
        for _ in range(self.rng.randint(4, 24)):
            self.step()
        self.come_home()
        for _ in range(20):
            # A history without an approval at its end tells nothing.
            if not any(r.approvals for p in self.live(history.tree) for r in self.record_file(history.tree, p).records):
                self.edit(self.weighted(EDITS))
        if self.chance(0.15):
            tree = dict(history.tree)
            self.weighted(UNCOMMITTED)(self, tree)
            history.uncommitted = tree
        if self.chance(0.03):
            self.lose_an_object()
        return history

    def step(self):
        action = self.weighted(BRANCHING if self.chance(0.25) else TAGGING if self.chance(0.1) else EDITS)
        if action in EDITS:
            self.edit(action)
        else:
            action(self)

    def edit(self, action):
        tree = dict(self.history.tree)
        words = [action.__name__.replace("_", " ")]
        person = action(self, tree)
        while self.chance(0.25):
            more = self.weighted(EDITS)
            words.append(more.__name__.replace("_", " "))
            person = more(self, tree) or person
        # A commit that changes nothing is rare.
        if tree == self.history.tree and self.chance(0.8):
            return
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
        for name in sorted(history.branches):
            if name != "main" and self.chance(0.6):
                history.current = "main"
                merge_of(self, name)
        history.current = "main"


def is_live(path, file):
    """Whether the name of a file of records suits its form."""
    is_hidden = any(part.startswith(".") for part in path.split("/"))
    return not is_hidden and path.endswith((".yaml", ".yml") if file.is_register else ".md")


# Edits. Each gives the person who commits, as author and key, or nothing if it can be anyone.


def write_a_record(writer, tree):
    kind = writer.one(["policy", "policy", "document"])
    record = Record(kind, writer.one(IDS[kind]), writer.one(TITLES), writer.one(TEXTS), writer.one(OWNERS))
    register = writer.one(p for p in writer.live(tree, (kind,)) if writer.record_file(tree, p).is_register)
    if register and writer.chance(0.6):
        add_to_register(writer, tree, register, record)
    elif writer.chance(0.5):
        writer.put(tree, writer.one(MARKDOWN), File(kind, (record,)))
    else:
        add_to_register(writer, tree, writer.one(REGISTERS), record)


def add_to_register(writer, tree, path, *records):
    file = writer.history.file(tree[path]) if path in tree else None
    old = list(file.records) if file and file.is_register and file.kind == records[0].kind else []
    for record in records:
        old.insert(writer.rng.randint(0, len(old)), record.but(in_braces=writer.chance(0.08)))
    writer.put(tree, path, File(records[0].kind, tuple(old), True))


def edit_the_text(writer, tree):
    if place := writer.place(tree):
        name, values = writer.one([
            ("title", TITLES), ("text", TEXTS), ("text", TEXTS), ("owner", OWNERS), ("version", [None, "A"]), ("review_cycle", [None, "P1Y"]),
        ])
        writer.change(tree, place, **{name: writer.one(values)})


def review(writer, tree):
    """Changes a field that an approval does not cover."""
    if place := writer.place(tree):
        name = writer.one(list(REVIEWED))
        value = writer.one(REVIEWED[name])
        writer.change(tree, place, **{name: value})


def comment(writer, tree):
    if place := writer.place(tree, writer.one([("policy", "document"), ("role",)])):
        writer.change(tree, place, comment=writer.one([None, "its name", "as printed"]))


def copy(writer, tree):
    if place := writer.place(tree):
        record = writer.record(tree, place)
        if writer.chance(0.4):
            record = record.but(text=writer.one(TEXTS))
        if writer.chance(0.2):
            record = record.but(id=writer.one(IDS[record.kind]))
        put_somewhere(writer, tree, record)


def put_somewhere(writer, tree, record):
    """Puts a record into a file of its own or into a register, where a build finds it or where none does."""
    path = writer.one(ASIDE) if writer.chance(0.35) else writer.one(MARKDOWN + REGISTERS)
    if path.endswith((".yaml", ".yml")):
        add_to_register(writer, tree, path, record)
    else:
        writer.put(tree, path, File(record.kind, (record,)))


def copy_a_file(writer, tree):
    path = writer.one(p for p in sorted(tree) if writer.history.file(tree[p]))
    if path:
        copy_leaf(writer, tree, tree[path])


def move_a_file(writer, tree):
    path = writer.one(p for p in sorted(tree) if (f := writer.history.file(tree[p])) and f.kind != "role")
    if path:
        copy_leaf(writer, tree, tree.pop(path))


def copy_leaf(writer, tree, leaf):
    """Puts a file under a name that suits its form, or where no build reads it."""
    suited = REGISTERS if writer.history.file(leaf).is_register else MARKDOWN
    path = writer.one(ASIDE) if writer.chance(0.35) else writer.one(suited)
    writer.put(tree, path, "")
    tree[path] = leaf


def change_the_id(writer, tree):
    if place := writer.place(tree):
        writer.change(tree, place, id=writer.one(IDS[writer.record(tree, place).kind]))


def change_the_kind(writer, tree):
    """A policy becomes a document of the same id, or the reverse."""
    if place := writer.place(tree):
        record = writer.record(tree, place)
        writer.remove(tree, place)
        put_somewhere(writer, tree, record.but(kind="document" if record.kind == "policy" else "policy"))


def into_a_register(writer, tree):
    if place := writer.place(tree):
        record = writer.record(tree, place)
        writer.remove(tree, place)
        add_to_register(writer, tree, writer.one(REGISTERS), record)


def out_of_a_register(writer, tree):
    places = [p for p in writer.live(tree) if writer.record_file(tree, p).is_register]
    if path := writer.one(places):
        index = writer.rng.randrange(len(writer.record_file(tree, path).records))
        record = writer.record(tree, (path, index))
        writer.remove(tree, (path, index))
        writer.put(tree, writer.one(MARKDOWN), File(record.kind, (record.but(in_braces=False),)))


def rewrite_in_braces(writer, tree):
    """An item of a register is written in braces, or no longer is."""
    places = [p for p in writer.live(tree) if writer.record_file(tree, p).is_register]
    if path := writer.one(places):
        index = writer.rng.randrange(len(writer.record_file(tree, path).records))
        writer.change(tree, (path, index), in_braces=not writer.record(tree, (path, index)).in_braces)


def remove(writer, tree):
    if place := writer.place(tree):
        writer.remove(tree, place)


def remove_a_file(writer, tree):
    path = writer.one(p for p in sorted(tree) if p not in ("dossier.yaml", "roles.yaml") and not p.startswith("roles/"))
    if path:
        del tree[path]


def tidy(writer, tree):
    """Of two files with a record of one id, one is removed or moved, or its record gets another id. Mostly the board does so."""
    found = {}
    for path in writer.live(tree):
        for index, record in enumerate(writer.record_file(tree, path).records):
            found.setdefault(record.id.lower(), []).append((path, index))
    places = writer.one(places for places in found.values() if len(places) > 1)
    if places:
        place = writer.one(places)
        record = writer.record(tree, place)
        what = writer.one(["remove", "remove", "rename", "move"])
        if what == "rename":
            writer.change(tree, place, id=f"{record.id[:-1]}9")
        else:
            writer.remove(tree, place)
        if what == "move":
            put_somewhere(writer, tree, record)
        return ("board", writer.one(["board", "board", "board", None]))


def remove_an_approval(writer, tree):
    if place := writer.place(tree):
        approvals = list(writer.record(tree, place).approvals)
        if approvals:
            approvals.pop(writer.rng.randrange(len(approvals)))
            writer.change(tree, place, approvals=tuple(approvals))


def edit_an_approval(writer, tree):
    """Changes the date or the note of an approval, or its role."""
    if place := writer.place(tree):
        approvals = list(writer.record(tree, place).approvals)
        if approvals:
            index = writer.rng.randrange(len(approvals))
            old = approvals[index]
            new = writer.one([
                Approval(old.by, writer.one(DATES), old.digest, old.note), Approval(old.by, old.date, old.digest, writer.one(NOTES)),
                Approval(writer.one(list(HOLDERS)), old.date, old.digest, old.note),
            ])
            if new not in approvals:
                approvals[index] = new
                writer.change(tree, place, approvals=tuple(approvals))


def with_approval(writer, record, role, digest=None):
    approval = Approval(role, writer.one(DATES), digest or writer.digest(record), writer.one(NOTES))
    return record if approval in record.approvals else record.but(approvals=(*record.approvals, approval))


def approve(writer, tree):
    """The holder of a role's key approves a record and signs the commit. Sometimes the signature is missing or of another key."""
    if place := writer.place(tree):
        role = writer.one(["ROL-001", "ROL-001", "ROL-002"])
        writer.change(tree, place, approvals=with_approval(writer, writer.record(tree, place), role).approvals)
        holder = HOLDERS[role]
        return (holder, holder) if writer.chance(0.8) else (holder, writer.one([None, *PEOPLE]))


def plant(writer, tree):
    """A contributor writes an approval of the board."""
    if place := writer.place(tree):
        record = writer.record(tree, place)
        if writer.chance(0.5):
            record = record.but(text=writer.one(TEXTS))
        digest = writer.some_digest() if writer.chance(0.15) else None
        record = with_approval(writer, record, writer.one(["ROL-001", "ROL-001", "ROL-002"]), digest)
        if writer.chance(0.5):
            writer.change(tree, place, text=record.text, approvals=record.approvals)
        else:
            put_somewhere(writer, tree, record)
        return ("mallory", writer.one([None, None, "mallory"]))


def move_an_approval(writer, tree):
    """Copies the approvals of one record to another record."""
    places = [p for p in (writer.place(tree), writer.place(tree)) if p]
    if len(places) == 2 and places[0] != places[1]:
        taken = [a for a in writer.record(tree, places[0]).approvals if a not in writer.record(tree, places[1]).approvals]
        writer.change(tree, places[1], approvals=(*writer.record(tree, places[1]).approvals, *taken))


def keys(writer, tree):
    """Adds, removes or replaces a key of a role."""
    places = [(p, i) for p in writer.live(tree, ("role",)) for i in range(len(writer.record_file(tree, p).records))]
    places = [p for p in places if writer.record(tree, p).id in HOLDERS]
    if not places:
        return
    place = writer.one(places)
    role = writer.record(tree, place)
    known = list(role.keys)
    new = line(writer.one([HOLDERS[role.id], HOLDERS[role.id], *PEOPLE]))
    action = writer.one(["add", "add", "remove", "replace"])
    if action != "add" and known:
        known.pop(writer.rng.randrange(len(known)))
    if action != "remove" and new not in known:
        known.append(new)
    writer.change(tree, place, keys=tuple(known))


def notes(writer, tree):
    """A file without records, or a page of a site. It may contain the digits of a digest."""
    digest = writer.some_digest()
    text = writer.one(["x", "y", digest, digest.upper(), f"{digest}{digest}", f"<p>{digest}</p> {writer.rng.random()}"])
    writer.put(tree, writer.one(["notes.txt", ".notes", "README.md", "site/pol.html", "site/pol.html", "releases/1/files"]), f"{text}\n")


def marker(writer, tree):
    """A folder becomes a site or a release, or is none any more."""
    path, text = writer.one(sorted(MARKERS.items()))
    if path in tree:
        del tree[path]
    else:
        writer.put(tree, path, text if writer.chance(0.8) else "{}\n")


def link(writer, tree):
    target = writer.one([*(p for p in sorted(tree) if writer.history.file(tree[p])), writer.some_digest()])
    path = writer.one(["link.md", "policies/link.md", ".link", "notes.txt"])
    writer.put(tree, path, "")
    tree[path] = writer.history.link(target or "nowhere")


def submodule(writer, tree):
    """A folder becomes a submodule at some commit of this repository, or ends to be one."""
    path = writer.one(["sub", "policies", "a", ".old"])
    if path in tree:
        del tree[path]
    else:
        writer.put(tree, path, "")
        tree[path] = writer.history.submodule(writer.one(writer.history.commits))


EDITS = {
    write_a_record: 3, edit_the_text: 7, review: 8, comment: 5, copy: 6, copy_a_file: 4, move_a_file: 9, change_the_id: 3,
    change_the_kind: 1, into_a_register: 4, out_of_a_register: 3, rewrite_in_braces: 1, tidy: 10, remove: 3, remove_a_file: 3, remove_an_approval: 3,
    edit_an_approval: 3, approve: 18, plant: 12, move_an_approval: 2, keys: 5, notes: 4, marker: 1, link: 1, submodule: 2,
}
UNCOMMITTED = {approve: 3, keys: 4, edit_the_text: 1, review: 1, plant: 2, move_a_file: 2, comment: 1}


# Branches


def branch(writer):
    history = writer.history
    if len(history.branches) < 4:
        start = history.head if writer.chance(0.6) else writer.one(history.commits)
        history.current = f"b{len(history.branches)}"
        history.branches[history.current] = start


def switch(writer):
    writer.history.current = writer.one(sorted(writer.history.branches))


def three_way(writer, base, ours, theirs):
    """Merges two trees file by file. A conflict takes one side, both sides, or something new."""
    merged = dict(ours)
    for path in sorted(base.keys() | theirs.keys()):
        if theirs.get(path) == base.get(path):
            continue
        if ours.get(path) == base.get(path) or writer.chance(0.5):
            if path in theirs:
                writer.put(merged, path, "")
                merged[path] = theirs[path]
            else:
                merged.pop(path, None)
    return merged


def merge_of(writer, *names):
    history = writer.history
    heads = []
    for name in names:
        head = history.branches[name]
        if head not in heads and head not in history.ancestors(history.head):
            heads.append(head)
    if not heads:
        return
    tree = dict(history.tree)
    for head in heads:
        tree = three_way(writer, history.trees[history.base(history.head, head)], tree, history.trees[head])
    if writer.chance(0.1):
        tree = dict(history.trees[heads[0]])
    words = f"merge {len(heads)}"
    person = None
    # Not everything in a merge comes from a parent.
    if writer.chance(0.25):
        action = writer.weighted(EDITS)
        words += f", {action.__name__.replace('_', ' ')}"
        person = action(writer, tree)
    writer.save(tree, words, person, merged=heads)


def merge(writer):
    others = [name for name in sorted(writer.history.branches) if name != writer.history.current]
    writer.rng.shuffle(others)
    if others:
        merge_of(writer, *others[:writer.one([1, 2, 2, 3])])


def squash(writer):
    history = writer.history
    other = writer.one(name for name in sorted(history.branches) if name != history.current)
    if other:
        head = history.branches[other]
        tree = three_way(writer, history.trees[history.base(history.head, head)], history.tree, history.trees[head])
        if tree != history.tree:
            writer.save(tree, "squash")


def carried(writer, before, after, words):
    """Applies the difference of two trees to the current one."""
    tree = three_way(writer, before, writer.history.tree, after)
    if tree != writer.history.tree:
        writer.save(tree, words)


def revert(writer):
    history = writer.history
    commits = [c for c in history.commits if c in history.ancestors(history.head) and history.parents[c]]
    if commit := writer.one(commits[-6:]):
        carried(writer, history.trees[commit], history.trees[history.parents[commit][0]], "revert")


def cherry_pick(writer):
    history = writer.history
    commits = [c for c in history.commits if history.parents[c]]
    if commit := writer.one(commits):
        carried(writer, history.trees[history.parents[commit][0]], history.trees[commit], "cherry pick")


BRANCHING = {branch: 5, switch: 4, merge: 5, squash: 2, revert: 4, cherry_pick: 4}


# Tags


def tag(writer):
    history = writer.history
    target = history.head if writer.chance(0.7) else writer.one(history.commits)
    place = writer.place(history.trees[target])
    record = writer.record(history.trees[target], place) if place else None
    named = [a.digest for a in record.approvals] if record else []
    digest = writer.one(named) or writer.some_digest()
    name = f"t{len(history.tags)}"
    if writer.chance(0.15):
        history.tag(name, target)
    else:
        message = writer.one([
            "release", f"approves {digest}", f"approves {digest}", f"approve\n\nDigest: {digest}.", f"approves {digest}0", f"approvesx{digest}",
        ])
        history.tag(name, target, message, writer.one([None, "board", "board", "board", "head", "mallory"]))


TAGGING = {tag: 1}
