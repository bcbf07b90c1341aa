"""A shell script that makes a history again, with git and ssh-keygen only."""

from .objects import FILE, LINK, SUBMODULE
from .signing import PEOPLE, private_file

HEAD = """#!/bin/bash
# History {seed}. Every commit and tag has the id that the test gave it.
set -eu
D=${{D:?the program}}; T=$(mktemp -d); cd "$T"; echo "$T"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
key() {{ cat > "$T/$1"; chmod 600 "$T/$1"; }}
put() {{ git update-index --add --cacheinfo "100644,$(git hash-object -w --stdin),$1"; }}
link() {{ git update-index --add --cacheinfo "120000,$(printf %s "$2" | git hash-object -w --stdin),$1"; }}
again() {{ git update-index --add --cacheinfo "$1,$2,$3"; }}
drop() {{ git update-index --force-remove "$1"; }}
who() {{ export GIT_AUTHOR_NAME=$1 GIT_AUTHOR_EMAIL=$1@example.com GIT_COMMITTER_NAME=$1 GIT_COMMITTER_EMAIL=$1@example.com \\
  GIT_AUTHOR_DATE="$2 +0000" GIT_COMMITTER_DATE="$2 +0000"; }}
ssh() {{ key=$1; shift; git -c gpg.format=ssh -c user.signingkey="$T/$key" "$@"; }}
"""


def script(history, seed):
    return "".join(Script(history, seed).parts)


class Script:
    def __init__(self, history, seed):
        self.history, self.known = history, set()
        self.names = {id: f"$c{i}" for i, id in enumerate(history.commits, 1)}
        self.parts = [HEAD.format(seed=seed)]
        for person in PEOPLE:
            self.parts.append(here("key " + person, private_file(person)))
        self.say("git init -q -b main r; cd r")
        for id in history.commits:
            self.commit(id)
        for tag in history.tags:
            self.tag(tag)
        self.say(f"git update-ref refs/heads/main {self.names[history.branches['main']]}; git checkout -qf main")
        self.working_tree()
        for id in sorted(history.missing):
            self.say(f"rm -f .git/objects/{id[:2]}/{id[2:]}  # this object is missing from the clone")
        self.say("$D show POL-001 . --as-of 2026-10-31 --format json | grep -E '\"(state|reason)\"'")

    def say(self, line):
        self.parts.append(line + "\n")

    def commit(self, id):
        history, parents = self.history, self.history.parents[id]
        before = history.trees[parents[0]] if parents else {}
        self.say(f"\n# {history.messages[id]}\ngit read-tree {self.names[parents[0]] if parents else '--empty'}")
        self.changes(before, history.trees[id])
        author, time = history.people[id]
        sign = f"ssh {history.signers[id]} commit-tree -S" if history.signers[id] else "git commit-tree"
        more = "".join(f" -p {self.names[parent]}" for parent in parents)
        self.say(f"who {author} {time}")
        self.say(f"{self.names[id][1:]}=$({sign} \"$(git write-tree)\"{more} -m '{history.messages[id]}')  # {id[:12]}")

    def changes(self, before, after):
        for path in sorted(before.keys() - after.keys()):
            self.say(f"drop {path}")
        for path, leaf in sorted(after.items()):
            if before.get(path) == leaf:
                continue
            if leaf.mode == SUBMODULE:
                self.say(f"again {SUBMODULE} {self.names[leaf.object]} {path}")
            elif leaf in self.known:
                self.say(f"again {leaf.mode} {leaf.object} {path}")
            elif leaf.mode == LINK:
                self.say(f"link {path} '{self.text(leaf)}'")
            else:
                self.parts.append(here(f"put {path}", self.text(leaf)))
            self.known.add(leaf)

    def text(self, leaf):
        return self.history.store.body(leaf.object, "blob").decode()

    def tag(self, tag):
        target = self.names[tag.target]
        if tag.message is None:
            self.say(f"git tag {tag.name} {target}")
        else:
            self.say(f"who t {tag.time}")
            sign = f"ssh {tag.signer} tag -s" if tag.signer else "git tag -a"
            self.say(f"{sign} -m '{tag.message}' {tag.name} {target}")

    def working_tree(self):
        before, after = self.history.tree, self.history.working_tree
        for path in sorted(p for p in before if before[p] != after.get(p)):
            self.say(f"rm -rf {path}  # not committed")
        for path, leaf in sorted(after.items()):
            if before.get(path) == leaf:
                continue
            self.say(f"mkdir -p \"$(dirname {path})\"")
            if leaf.mode == FILE:
                self.parts.append(here(f"cat > {path}", self.text(leaf)))
            else:
                self.say(f"ln -s '{self.text(leaf)}' {path}" if leaf.mode == LINK else f"mkdir {path}")


def here(command, text):
    assert text.endswith("\n")
    return f"{command} <<'END'\n{text}END\n"
