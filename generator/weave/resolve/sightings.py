"""A person's name in one article; and those of them that are taken for one person."""

from __future__ import annotations

from collections.abc import Iterable

from generator.weave.bodies import CENTRE
from generator.weave.resolve.group import Place, Reason


class Sighting:
    """A name in one article, with the bodies that the article puts it in."""

    __slots__ = ("places", "reading", "roots")

    def __init__(self, reading: int) -> None:
        self.reading = reading
        self.places: list[Place] = []
        self.roots: list[str] = []
        """Of the bodies it holds offices in (bodies.py), each once."""


class Cluster:
    """Sightings of one person."""

    __slots__ = ("reasons", "roots", "sightings")

    def __init__(self, sightings: Iterable[Sighting] = ()) -> None:
        self.sightings: list[Sighting] = []
        self.roots: dict[str, int] = {}
        self.reasons: list[Reason] = []
        for it in sightings:
            self.add(it)

    def add(self, sighting: Sighting) -> None:
        """One more."""
        self.sightings.append(sighting)
        for root in sighting.roots:
            self.roots[root] = self.roots.get(root, 0) + 1

    def body(self) -> str:
        """The body that most of its sightings name, the head of the state last; or empty."""
        return min(self.roots, key=lambda it: (it == CENTRE, -self.roots[it], it), default="")

    def places(self) -> list[Place]:
        """All places, in order."""
        return sorted(place for it in self.sightings for place in it.places)

    def explain(self) -> None:
        """Notes why those of several articles, or of several bodies, are one person."""
        if len(self.roots) > 1:
            pair = next((it for it in self.sightings if len(it.roots) > 1), None)
            if pair is not None:
                words = f"同一篇文章写到他在{'、'.join(pair.roots)}的职务"
                self.reasons.append(("one-text", words, (pair.places[0],)))
        told = set()
        for root in sorted(self.roots, key=lambda it: (-self.roots[it], it)):
            mine = [it for it in self.sightings if root in it.roots]
            if len(mine) > 1 and mine[0].reading not in told:
                told.add(mine[0].reading)
                cites = tuple(it.places[0] for it in mine[:2])
                self.reasons.append(("same-body", f"各篇写到的职务都在{root}", cites))
