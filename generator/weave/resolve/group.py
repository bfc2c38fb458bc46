"""What resolving works on: the names of articles that are taken for one thing."""

from __future__ import annotations

from generator.model.facts import At
from generator.model.knowledge import EntityKind

Place = tuple[int, int]
"""(reading, index into the names of its facts)."""

Reason = tuple[str, str, tuple[Place, ...]]
"""(rule, words in Chinese, names whose first mentions say so)."""


class Group:
    """An entity in the making."""

    __slots__ = (
        "also",
        "apart",
        "body",
        "extra",
        "kind",
        "lone",
        "name",
        "places",
        "reasons",
        "written",
    )

    def __init__(self, kind: EntityKind, name: str, places: list[Place]) -> None:
        self.kind: EntityKind = kind
        self.name = name
        self.places = places
        self.also: list[str] = []
        """Other names it goes by, beside those of its places."""
        self.reasons: list[Reason] = []
        self.apart = ""
        self.body = ""
        """Of a person: where most offices are held."""
        self.extra: list[tuple[int, At]] = []
        """Places that are no names: of documents and programmes."""
        self.lone = False
        """It gets no page, whatever is said of it: it may be several."""
        self.written = -1

    def readings(self) -> list[int]:
        """Articles that name it, in order."""
        found = {reading for reading, _ in self.places}
        found.update(reading for reading, _ in self.extra)
        return sorted(found)
