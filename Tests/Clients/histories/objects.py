"""Git objects, written without git: thousands of small repositories cost milliseconds each."""

import hashlib
import os
import zlib
from dataclasses import dataclass

FILE, LINK, FOLDER, SUBMODULE = "100644", "120000", "40000", "160000"


@dataclass(frozen=True)
class Leaf:
    """An entry of a tree that is no folder: its mode and its object."""

    mode: str
    object: str


class Store:
    """The objects of one repository, by id."""

    def __init__(self):
        self.objects = {}

    def add(self, type, body):
        whole = f"{type} {len(body)}\0".encode() + body
        id = hashlib.sha1(whole).hexdigest()
        self.objects[id] = (type, body, whole)
        return id

    def body(self, id, type):
        found, body, _ = self.objects[id]
        assert found == type, (id, found, type)
        return body

    def tree(self, leaves):
        """Writes the tree of a folder from its leaves by path, and all trees below it."""
        entries, folders = [], {}
        for path, leaf in leaves.items():
            name, _, rest = path.partition("/")
            if rest:
                folders.setdefault(name, {})[rest] = leaf
            else:
                entries.append((name, leaf.mode, leaf.object))
        assert not {name for name, _, _ in entries} & folders.keys(), leaves.keys()
        entries += [(name, FOLDER, self.tree(inside)) for name, inside in folders.items()]
        # Git sorts a folder as if its name ended with a slash.
        entries.sort(key=lambda e: (e[0] + "/" if e[1] == FOLDER else e[0]).encode())
        return self.add("tree", b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(id) for name, mode, id in entries))

    def leaves(self, tree, prefix=""):
        """The leaves of a tree by path, at any depth."""
        body, found, start = self.body(tree, "tree"), {}, 0
        while start < len(body):
            end = body.index(b"\0", start)
            mode, name = body[start:end].decode().split(" ", 1)
            id = body[end + 1:end + 21].hex()
            if mode == FOLDER:
                found.update(self.leaves(id, f"{prefix}{name}/"))
            else:
                found[prefix + name] = Leaf(mode, id)
            start = end + 21
        return found

    def write(self, folder, missing=()):
        """Writes all objects, except those that are missing, into `.git/objects` of a folder."""
        base = os.path.join(folder, ".git", "objects")
        for name in {id[:2] for id in self.objects}:
            os.makedirs(os.path.join(base, name), exist_ok=True)
        for id, (_, _, whole) in self.objects.items():
            if id in missing:
                continue
            with open(os.path.join(base, id[:2], id[2:]), "wb") as file:
                file.write(zlib.compress(whole, 1))


def headers(body):
    """The headers of a commit or tag in order, each with its complete value, and the text after them."""
    found, rest = [], body
    while rest and not rest.startswith(b"\n"):
        line, _, rest = rest.partition(b"\n")
        if line.startswith(b" "):
            name, value = found[-1]
            found[-1] = (name, value + b"\n" + line[1:])
        else:
            name, _, value = line.partition(b" ")
            found.append((name.decode(), value))
    return found, rest[1:]


def write_repository(folder, store, missing, head, tags):
    """Writes `.git` with the branch `main` at `head`, and tags as names with the ids of their objects."""
    git = os.path.join(folder, ".git")
    os.makedirs(os.path.join(git, "refs", "heads"))
    os.makedirs(os.path.join(git, "refs", "tags"))
    store.write(folder, missing)
    files = {
        "HEAD": "ref: refs/heads/main\n", "config": "[core]\n\trepositoryformatversion = 0\n\tbare = false\n",
        "refs/heads/main": f"{head}\n", **{f"refs/tags/{name}": f"{id}\n" for name, id in tags.items()},
    }
    for name, text in files.items():
        with open(os.path.join(git, name), "w") as file:
            file.write(text)
