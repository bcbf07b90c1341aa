"""A history that grows commit by commit: branches, tags, and at the end a working tree."""

from dataclasses import dataclass, field

from .objects import FILE, LINK, SUBMODULE, Leaf, Store, write_repository
from .records import File
from .signing import sign


@dataclass(frozen=True)
class Tag:
    name: str
    target: str
    # None for a tag without an object of its own.
    object: str | None
    signer: str | None
    message: str | None
    time: int


@dataclass
class History:
    store: Store = field(default_factory=Store)
    # What the generator knows of a blob.
    files: dict = field(default_factory=dict)
    trees: dict = field(default_factory=dict)
    parents: dict = field(default_factory=dict)
    # Commits in the order in which they were made, with parents, signers, messages, and authors with times.
    commits: list = field(default_factory=list)
    signers: dict = field(default_factory=dict)
    messages: dict = field(default_factory=dict)
    people: dict = field(default_factory=dict)
    branches: dict = field(default_factory=dict)
    current: str = "main"
    tags: list = field(default_factory=list)
    # The working tree, if it differs from the last commit.
    uncommitted: dict | None = None
    # Objects that are not in the clone.
    missing: set = field(default_factory=set)
    clock: int = 1767225600

    # Leaves

    def leaf(self, file):
        """The leaf of a file of records, or of any text."""
        if not isinstance(file, File):
            return Leaf(FILE, self.store.add("blob", file.encode()))
        id = self.store.add("blob", file.bytes)
        self.files[id] = file
        return Leaf(FILE, id)

    def link(self, target):
        return Leaf(LINK, self.store.add("blob", target.encode()))

    def submodule(self, commit):
        return Leaf(SUBMODULE, commit)

    def file(self, leaf):
        """The file of records in a leaf. None for other files, links and submodules."""
        return self.files.get(leaf.object) if leaf.mode == FILE else None

    # Commits

    @property
    def head(self):
        return self.branches.get(self.current)

    @property
    def tree(self):
        return self.trees[self.head]

    def commit(self, tree, message, *, signer=None, author="joe", merged=()):
        """Adds a commit to the current branch."""
        parents = [parent for parent in (self.head, *merged) if parent]
        self.clock += 3600
        who = f"{author} <{author}@example.com> {self.clock} +0000"
        lines = [f"tree {self.store.tree(tree)}", *(f"parent {id}" for id in parents), f"author {who}", f"committer {who}"]
        head, text = "".join(f"{line}\n" for line in lines).encode(), f"\n{message}\n".encode()
        if signer:
            signature = sign(signer, head + text).rstrip(b"\n").replace(b"\n", b"\n ")
            head += b"gpgsig " + signature + b"\n"
        id = self.store.add("commit", head + text)
        self.trees[id], self.parents[id], self.signers[id], self.messages[id] = dict(tree), parents, signer, message
        self.people[id] = author, self.clock
        self.commits.append(id)
        self.branches[self.current] = id
        return id

    def tag(self, name, target, message=None, signer=None):
        """Adds a tag. Without a message it has no object of its own."""
        id = None
        if message is not None:
            self.clock += 3600
            body = f"object {target}\ntype commit\ntag {name}\ntagger t <t@example.com> {self.clock} +0000\n\n{message}\n".encode()
            id = self.store.add("tag", body + (sign(signer, body) if signer else b""))
        self.tags.append(Tag(name, target, id, signer, message, self.clock))

    def ancestors(self, commit):
        """The commit and everything before it."""
        found, open = set(), [commit]
        while open:
            id = open.pop()
            if id not in found:
                found.add(id)
                open += self.parents[id]
        return found

    def base(self, a, b):
        """The newest common ancestor of two commits, by the order in which they were made."""
        common = self.ancestors(a) & self.ancestors(b)
        return next(id for id in reversed(self.commits) if id in common)

    # Files on disk

    @property
    def working_tree(self):
        return self.tree if self.uncommitted is None else self.uncommitted

    def write(self, folder):
        """Writes the repository and its working tree."""
        write_repository(folder, self.store, self.missing, self.branches["main"], {t.name: t.object or t.target for t in self.tags})
        for path, leaf in self.working_tree.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            if leaf.mode == SUBMODULE:
                place.mkdir(exist_ok=True)
            elif leaf.mode == LINK:
                place.symlink_to(self.store.body(leaf.object, "blob").decode())
            else:
                place.write_bytes(self.store.body(leaf.object, "blob"))
