"""Offices of all articles -> a name's places by article, with the bodies they are put in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.facts import Facts, OfficeFact
from generator.weave.bodies import office_root
from generator.weave.resolve.group import Place
from generator.weave.resolve.sightings import Sighting
from generator.weave.resolve.written import Listed


class Offices:
    """Who holds which office, looked up by article."""

    def __init__(self, facts: Sequence[Facts], listed: Listed) -> None:
        self._facts = facts
        self._listed = listed
        self._held: dict[int, dict[int, list[OfficeFact]]] = {}

    def sightings(self, places: Sequence[Place]) -> list[Sighting]:
        """The places by article, in order, with the bodies they are put in."""
        by: dict[int, Sighting] = {}
        for reading, index in sorted(places):
            sighting = by.get(reading)
            if sighting is None:
                sighting = by[reading] = Sighting(reading)
            sighting.places.append((reading, index))
            for office in self._of(reading).get(index, ()):
                root = self._root(reading, office)
                if root and root not in sighting.roots:
                    sighting.roots.append(root)
        return list(by.values())

    def _of(self, reading: int) -> Mapping[int, Sequence[OfficeFact]]:
        held = self._held.get(reading)
        if held is None:
            held = self._held[reading] = {}
            for office in self._facts[reading].offices:
                held.setdefault(office.person, []).append(office)
        return held

    def _root(self, reading: int, office: OfficeFact) -> str:
        body = office.org
        if office.org_name >= 0:
            body = self._facts[reading].names[office.org_name].name
        return self._listed.root(body) or office_root(office.office)
