"""Edits of one commit. Each gives the person who commits, as author and key, or nothing if it can be anyone."""

from .paths import ASIDE, MARKDOWN, MARKERS, REGISTERS
from .records import OWNERS, TEXTS, TITLES, Approval, File, Record
from .signing import PEOPLE, line

NOTES = [None, None, None, None, "as discussed"]
DATES = ["2026-02-10", "2026-03-11", "2026-04-12"]
REVIEWED = {
    "reviewed": ["2026-05-01", "2026-06-02", "2026-09-03"], "next_review": [None, "2027-06-01"],
    "retired": [None, "2026-08-01", "2027-08-01"], "supersedes": [None, "POL-002", "POL-001"],
    "status": [None, "active", "superseded"],
}
IDS = {"policy": ["POL-001"] * 8 + ["POL-002"] * 3 + ["pol-001"], "document": ["DOC-001", "DOC-001", "DOC-002"], "model": ["MDL-001"]}
# Whose key a role begins with.
HOLDERS = {"ROL-001": "board", "ROL-002": "head"}


def write_a_record(writer, tree):
    kind = writer.one(["policy", "policy", "policy", "document", "document", "model"])
    content = writer.one(IDS[kind]), writer.one(TITLES), writer.one(TEXTS), writer.one(OWNERS)
    record = Record(kind, *content, status=writer.one([None, "active"]), version="A" if kind == "model" else None)
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
            ("title", TITLES), ("text", TEXTS), ("text", TEXTS), ("owner", OWNERS), ("version", [None, "A"]),
            ("review_cycle", [None, "P1Y"]),
        ])
        value = writer.one(values)
        # A model must have a version.
        writer.change(tree, place, **{name: "B" if name == "version" and not value and is_model(writer, tree, place) else value})


def is_model(writer, tree, place):
    return writer.record(tree, place).kind == "model"


def end_a_model(writer, tree):
    """Changes the state of a model, mostly to the word that ends it."""
    if place := writer.place(tree, ("model",)):
        writer.change(tree, place, state=writer.one(["retired", "retired", "deprecated", "registered", None]))


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
    if place := writer.place(tree, ("policy", "document")):
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
                Approval(old.by, writer.one(DATES), old.digest, old.note),
                Approval(old.by, old.date, old.digest, writer.one(NOTES)),
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
    paths = ["notes.txt", ".notes", "README.md", "site/pol.html", "site/pol.html", "releases/1/files"]
    writer.put(tree, writer.one(paths), f"{text}\n")


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
    change_the_kind: 1, end_a_model: 3, into_a_register: 4, out_of_a_register: 3, rewrite_in_braces: 1, tidy: 10, remove: 3, remove_a_file: 3,
    remove_an_approval: 3, edit_an_approval: 3, approve: 18, plant: 12, move_an_approval: 2, keys: 5, notes: 4, marker: 1, link: 1, submodule: 2,
}
UNCOMMITTED = {approve: 3, keys: 4, edit_the_text: 1, review: 1, plant: 2, move_a_file: 2, comment: 1}
