"""Short sequences of edits that decide single rules of the definition. Random edits come between them."""

import itertools

from .branches import three_way
from .edits import (
    HOLDERS, approve, copy, edit_the_text, end_a_model, keys, plant, put_somewhere, remove_an_approval, review, tidy, with_approval,
)
from .paths import ASIDE, MARKDOWN, MARKERS, MENTIONING, is_live
from .records import OWNERS, TEXTS, TITLES, Approval, File
from .signing import line

BOARD, MALLORY = ("board", "board"), ("mallory", None)


def remove_others(writer, tree, id, kept=None):
    """Removes the records with an id that a build reads, except those of one file."""
    for path in writer.live(tree):
        while path in tree and path != kept:
            records = writer.record_file(tree, path).records
            index = next((i for i, r in enumerate(records) if r.id.lower() == id.lower()), None)
            if index is None:
                break
            writer.remove(tree, (path, index))


# A contributor plants an approval where no build reads it, and the board brings the file home.


def plant_aside(writer, tree):
    if place := writer.place(tree):
        record = writer.record(tree, place).but(text=writer.one(TEXTS))
        writer.put(tree, writer.one(ASIDE), File(record.kind, (with_approval(writer, record, "ROL-001").but(in_braces=False),)))
        return MALLORY


def plant_in_a_site(writer, tree):
    if place := writer.place(tree):
        writer.put(tree, "site/site.json", MARKERS["site/site.json"])
        record = with_approval(writer, writer.record(tree, place).but(text=writer.one(TEXTS)), "ROL-001").but(in_braces=False)
        writer.put(tree, writer.one(["site/policies/old.md", "site/pol.html", "site/notes.html"]), File(record.kind, (record,)))
        return MALLORY


def withdraw_aside(writer, tree):
    """The contributor removes the planted approvals again, before the file becomes a record."""
    aside = [p for p, leaf in sorted(tree.items()) if p in ASIDE and (f := writer.history.file(leaf)) and not f.is_register]
    if path := writer.one(aside):
        writer.change(tree, (path, 0), approvals=())
        return MALLORY


def bring_home(writer, tree):
    aside = [p for p, leaf in sorted(tree.items()) if p in ASIDE and (f := writer.history.file(leaf)) and not f.is_register]
    if path := writer.one(aside):
        leaf, record = tree[path], writer.record_file(tree, path).records[0]
        if writer.chance(0.5):
            del tree[path]
        if writer.chance(0.8):
            remove_others(writer, tree, record.id)
        target = writer.one(MARKDOWN)
        writer.put(tree, target, "")
        tree[target] = leaf
        if writer.chance(0.6):
            writer.change(tree, (target, 0), comment=writer.one(["tidied", None]))
    return BOARD


def plant_aside_on_a_branch(writer):
    history, here = writer.history, writer.history.current
    history.current = f"b{len(history.branches)}"
    history.branches[history.current] = history.branches[here]
    writer.edit(plant_aside)
    history.current = here


def merge_and_bring_home(writer):
    """The board merges a branch and brings a file home in the same commit."""
    history = writer.history
    other = history.branches[sorted(name for name in history.branches if name != history.current)[-1]]
    if other not in history.ancestors(history.head):
        tree = three_way(writer, history.trees[history.base(history.head, other)], history.tree, history.trees[other])
        writer.save(tree, "merge, bring home", bring_home(writer, tree), merged=[other])


def copy_in_another_form(writer):
    """A contributor commits a copy of a file, with an extension for the other form of records, and removes it again."""
    history = writer.history
    trees = [history.trees[id] for id in sorted(history.ancestors(history.head), key=history.commits.index)[-6:]]
    leaves = {leaf.object: leaf for tree in trees for path, leaf in tree.items() if (file := history.file(leaf)) and is_live(path, file)}
    if leaf := writer.one(leaves.values()):
        tree = dict(history.tree)
        path = "copy.md" if history.file(leaf).is_register else writer.one(["copy.yaml", "copy.yml"])
        writer.save({**tree, path: leaf}, "copy in another form", MALLORY)
        writer.save(tree, "remove the copy", MALLORY)


# A contributor plants an approval under another id, or in braces, and the board corrects it.


def plant_in_another_form(writer, tree):
    if place := writer.place(tree):
        record = with_approval(writer, writer.record(tree, place).but(text=writer.one(TEXTS)), "ROL-001")
        if writer.chance(0.5):
            put_somewhere(writer, tree, record.but(id=f"{record.id[:-1]}9"))
        else:
            writer.put(tree, writer.one(["aa.yaml", "z.yml"]), File(record.kind, (record.but(in_braces=True),), True))
        return MALLORY


def correct_the_form(writer, tree):
    for path in writer.live(tree):
        for index, record in enumerate(writer.record_file(tree, path).records):
            if record.id.endswith("9") or record.in_braces:
                right = f"{record.id[:-1]}1"
                remove_others(writer, tree, right, kept=path)
                writer.change(tree, (path, index), id=right if record.id.endswith("9") else record.id, in_braces=False)
                return BOARD


# A model is approved and later ended.


def approve_a_model(writer, tree):
    if place := writer.place(tree, ("model",)):
        writer.change(tree, place, approvals=with_approval(writer, writer.record(tree, place), "ROL-001").approvals)
        return BOARD


# The board approves another text than the one in the commit, and the text changes later.


def approve_another_text(writer, tree):
    if place := writer.place(tree):
        record = writer.record(tree, place)
        other = with_approval(writer, record.but(text=writer.one(t for t in TEXTS if t != record.text)), "ROL-001")
        writer.change(tree, place, approvals=other.approvals)
        return BOARD


def change_to_the_approved_text(writer, tree):
    if place := writer.place(tree):
        record = writer.record(tree, place)
        named = {a.digest for a in record.approvals}
        for title, text, owner in itertools.product(TITLES, TEXTS, OWNERS):
            if writer.covered(record.but(title=title, text=text, owner=owner)) in named:
                writer.change(tree, place, title=title, text=text, owner=owner)


def tag_the_approval(writer):
    """A key holder tags the current commit and names a digest."""
    history = writer.history
    if place := writer.place(history.tree):
        named = [a.digest for a in writer.record(history.tree, place).approvals]
        if digest := writer.one(named):
            right, wrong = [f"approves {digest}", f"{digest}."], [f"approves {digest}0", f"approvesx{digest}", "release"]
            words = writer.one(right if writer.chance(0.75) else wrong)
            history.tag(f"s{len(history.tags)}", history.head, words, writer.one(["board", "board", "board", "head"]))


def approve_without_a_signature(writer, tree):
    approve(writer, tree)
    return ("board", None)


# An approval is removed and given again.


def give_again(writer, tree):
    if place := writer.place(tree):
        record = writer.record(tree, place)
        old = [a for f in writer.history.files.values() for r in f.records for a in r.approvals if r.id == record.id]
        if again := writer.one([a for a in old if a not in record.approvals and a.digest == writer.covered(record)]):
            writer.change(tree, place, approvals=(*record.approvals, again))
            return (HOLDERS[again.by], HOLDERS[again.by])


# A commit that approves does something else as well.


def copy_and_approve(writer, tree):
    copy(writer, tree)
    return approve(writer, tree)


def approve_and_tidy(writer, tree):
    tidy(writer, tree)
    return approve(writer, tree)


def note_the_digest(writer, tree):
    """The digest of a record is in a file without records, or on a page of a site."""
    if place := writer.place(tree):
        digest = writer.covered(writer.record(tree, place))
        path = writer.one(MENTIONING)
        if writer.chance(0.7):
            tree.update({p: writer.history.leaf(text) for p, text in MARKERS.items() if writer.history.tree.get(p) is None})
        writer.put(tree, path, f"{writer.one([digest, digest.upper()])}\n")


def note_the_digest_in_a_comment(writer, tree):
    """A comment in the file of a record contains the digest that the record has now."""
    if place := writer.place(tree):
        writer.change(tree, place, comment=writer.covered(writer.record(tree, place)))
        return MALLORY


def note_the_digest_in_a_site(writer, tree):
    """Another record, in the folder of a site, has an approval with the digest of a record."""
    if place := writer.place(tree, ("policy",)):
        record = writer.record(tree, place)
        other = with_approval(writer, record.but(id="POL-009", approvals=()), "ROL-002", writer.covered(record))
        writer.put(tree, "site/site.json", MARKERS["site/site.json"])
        writer.put(tree, "site/policies/old.md", File("policy", (other.but(in_braces=False),)))
        return MALLORY


def build_a_site(writer, tree):
    """A site beside the records has a page with the digest of a record. The site lists only one of its two pages."""
    if place := writer.place(tree):
        writer.put(tree, "site/site.json", MARKERS["site/site.json"])
        writer.put(tree, writer.one(["site/pol.html", "site/notes.html"]), f"<p>{writer.covered(writer.record(tree, place))}</p>\n")


def set_attributes(writer, tree):
    """Attributes with or without a conversion of the encoding."""
    word = writer.one(["working-tree-encoding=UTF-16", "text", "-text"])
    writer.put(tree, writer.one([".gitattributes", "policies/.gitattributes", "notes/.GitAttributes", "notes/gitattributes"]), f"*.txt {word}\n")


def approve_and_change_notes(writer, tree):
    person = approve(writer, tree)
    for path in MENTIONING:
        if path in tree and writer.chance(0.7):
            writer.put(tree, path, "changed\n")
        elif path in tree and writer.chance(0.3):
            del tree[path]
    return person


def correct_the_date(writer, tree):
    """The board changes the date or the note of an approval, which makes it another approval."""
    if place := writer.place(tree):
        approvals = writer.record(tree, place).approvals
        if approvals:
            last = approvals[-1]
            new = Approval(last.by, "2026-04-30", last.digest, writer.one([None, "corrected"]))
            kept = approvals if writer.chance(0.3) else approvals[:-1]
            writer.change(tree, place, approvals=(*kept, new))
    return BOARD


# A key that the role gets later, or never in a commit.


def approve_as_the_deputy(writer, tree):
    approve(writer, tree)
    return ("deputy", "deputy")


def tag_as_the_deputy(writer):
    """The deputy tags the current commit and names a digest."""
    history = writer.history
    if place := writer.place(history.tree):
        if digest := writer.one(a.digest for a in writer.record(history.tree, place).approvals):
            history.tag(f"d{len(history.tags)}", history.head, f"approves {digest}", "deputy")


def list_the_deputy(writer, tree):
    for path in writer.live(tree, ("role",)):
        for index, role in enumerate(writer.record_file(tree, path).records):
            if role.id in HOLDERS:
                writer.change(tree, (path, index), keys=tuple(dict.fromkeys([*role.keys, line("deputy")])))


STORIES = [
    [note_the_digest_in_a_comment, approve], [note_the_digest_in_a_site, approve],
    [plant_aside, withdraw_aside, bring_home, give_again], [approve, review, approve],
    [plant_aside, bring_home], [plant_in_another_form, correct_the_form], [plant, tidy],
    [approve_another_text, change_to_the_approved_text], [approve_another_text, tag_the_approval, change_to_the_approved_text],
    [approve_without_a_signature, tag_the_approval], [plant, tag_the_approval], [plant, remove_an_approval, give_again],
    [approve, remove_an_approval, give_again], [plant, approve_and_tidy], [copy, approve, tidy], [copy_and_approve, tidy],
    [copy, approve_and_tidy], [plant_aside_on_a_branch, merge_and_bring_home], [note_the_digest, approve_and_change_notes],
    [plant, correct_the_date], [approve, review, edit_the_text], [approve, review, review], [approve, keys],
    [build_a_site, approve_and_change_notes], [approve_another_text, tag_the_approval, change_to_the_approved_text],
    [approve_as_the_deputy, list_the_deputy], [list_the_deputy, approve_as_the_deputy], [plant_in_a_site, bring_home],
    [plant, tag_as_the_deputy, list_the_deputy], [plant, list_the_deputy, tag_as_the_deputy], [approve_a_model, end_a_model], [approve_a_model, end_a_model, end_a_model],
    [set_attributes, approve], [set_attributes, set_attributes, approve],
    [plant, remove_an_approval, tidy, copy_in_another_form, give_again], [approve, copy_in_another_form],
]
# Edits of these stories that are sometimes not committed.
AT_THE_END = {list_the_deputy}
# What makes its own commits and tags.
WHOLE_COMMITS = {tag_the_approval, tag_as_the_deputy, plant_aside_on_a_branch, merge_and_bring_home, copy_in_another_form}
