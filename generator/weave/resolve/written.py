"""What editors wrote, by name: whose a name is, and by which bodies people of one name are told apart."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.findings import NameKind
from generator.model.knowledge import Entity, EntityKind
from generator.weave.bodies import body_root

KINDS: dict[NameKind, EntityKind] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "TERM": "term",
    "DOC": "document",
}

_EITHER: frozenset[EntityKind] = frozenset(("organisation", "place", "term"))
"""What texts may take for one another."""


class Listed:
    """Entities of authority files and shared concepts, by kind and name."""

    def __init__(self, written: Sequence[Entity]) -> None:
        self._numbers: dict[tuple[EntityKind, str], int] = {}
        self._things: dict[str, int] = {}
        self._apart: dict[str, list[tuple[int, frozenset[str]]]] = {}
        self._bodies: dict[str, str] = {}
        for number, it in enumerate(written):
            if it.of:
                continue
            for name in (it.name, *it.aliases):
                self._numbers.setdefault((it.kind, name), number)
                if it.found_by == "editor" and it.kind in _EITHER:
                    self._things.setdefault(name, number)
                if it.kind in ("organisation", "place"):
                    self._bodies.setdefault(name, it.name)
        for number, it in enumerate(written):
            roots = frozenset(filter(None, map(self.root, it.of)))
            for name in (it.name, *it.aliases) if it.of else ():
                self._apart.setdefault(name, []).append((number, roots))

    def number(self, kind: NameKind, name: str) -> int:
        """Index of the entry that has the name to itself, or -1.

        A place that an editor lists as a body is that body inside longer names too.
        """
        number = self._numbers.get((KINDS[kind], name), -1)
        if number < 0 and KINDS[kind] in _EITHER:
            return self._things.get(name, -1)
        return number

    def root(self, body: str) -> str:
        """The root of a body (bodies.py), by the name that its entry gives it."""
        return body_root(self._bodies.get(body, body))

    def apart(self, name: str) -> Sequence[tuple[int, frozenset[str]]]:
        """(index, roots of bodies) of the people's entries that share a name."""
        return self._apart.get(name, ())
