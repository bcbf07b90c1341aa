"""Actions on branches and tags."""

from .edits import EDITS


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
            "release", f"approves {digest}", f"approves {digest}", f"approve\n\nDigest: {digest}.", f"approves {digest}0",
            f"approvesx{digest}",
        ])
        history.tag(name, target, message, writer.one([None, "board", "board", "board", "head", "mallory"]))


TAGGING = {tag: 1}
