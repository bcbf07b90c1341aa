"""Which items of the frameworks in use are related (`docs/frameworks.md`)."""

import functools

from .broken import broken
from .reading import crosswalk_rows


class Crosswalks:
    """Relations in both directions. `coverage` gives the state of an item."""

    def __init__(self, workspace, coverage):
        self.workspace, self.coverage = workspace, coverage
        # By the name of an item: the items to which a crosswalk relates it.
        self.near = {}
        for one, other in crosswalk_rows(workspace):
            self.near.setdefault(one.name, []).append(other)
            self.near.setdefault(other.name, []).append(one)

    def figures(self):
        found = {}
        for name, items in self.workspace.catalogues.items():
            for other in self.workspace.catalogues:
                if other == name or not self.is_shown(name, other):
                    continue
                related = {i.name: self.related(i, other) for i in items if i.can_be_covered}
                found[f"crosswalk.{name}.{other}.related"] = [n for n, others in related.items() if others]
                found[f"crosswalk.{name}.{other}.covered"] = [
                    n for n, others in related.items()
                    if any(o.can_be_covered and self.coverage.state(o) == "covered" for o in others)
                ]
        return found

    def related(self, item, other):
        """Items of the other framework: related in a crosswalk, or both related to an item of a third framework."""
        near = self.near.get(item.name, [])
        found = [i for i in near if i.catalogue == other]
        if not broken("derived"):
            found += [i for middle in near if middle.catalogue != other for i in self.near[middle.name] if i.catalogue == other]
        return found

    @functools.cached_property
    def joined(self):
        return {(i.split(":")[0], o.catalogue) for i, others in self.near.items() for o in others}

    def is_shown(self, name, other):
        """Whether there is a page of the two frameworks."""
        thirds = [c for c in self.workspace.catalogues if c not in (name, other)]
        return (name, other) in self.joined or any((name, t) in self.joined and (t, other) in self.joined for t in thirds)
