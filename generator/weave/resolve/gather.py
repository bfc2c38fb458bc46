"""Names of all articles -> groups of bodies, places and terms, and people by name; one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.annotate.names.gazetteer import entries
from generator.model.facts import Facts
from generator.model.findings import NameKind
from generator.weave.naming import bars, is_relative, official
from generator.weave.resolve.group import Group, Place
from generator.weave.resolve.inside import Inside
from generator.weave.resolve.shorts import Bound, short_names
from generator.weave.resolve.written import KINDS, Listed

_BY_NAME: tuple[NameKind, ...] = ("LOC", "ORG", "TERM")
_LONG = 4
"""A name of so many characters is one thing, whether a text takes it for a body or a place."""


class Gathered(NamedTuple):
    """The names of all articles, put together as far as names alone allow."""

    groups: list[Group]
    """Bodies, places, terms, and what editors wrote of any kind."""
    people: dict[str, list[Place]]
    """Those that no entry has to itself, by full name."""
    documents: dict[str, list[Place]]
    terms: dict[str, Group]
    """Groups of terms by name."""
    common: dict[str, int]
    """In how many articles a name stands, of bodies and places the official one."""
    standing: list[tuple[list[str], list[str]]]
    """The bodies and the places of each article."""


def gather(
    facts: Sequence[Facts],
    listed: Listed,
    not_same: Sequence[frozenset[str]],
    inside: Inside,
    not_names: frozenset[str],
) -> Gathered:
    """Each name of each article is in one of the groups, or among people or documents."""
    found: dict[NameKind, dict[str, list[Place]]] = {kind: {} for kind in KINDS}
    explained = []
    standing: list[tuple[list[str], list[str]]] = []
    for reading, told in enumerate(facts):
        bodies: list[str] = []
        places: list[str] = []
        for index, it in enumerate(told.names):
            if it.inside and inside.is_word(reading, it):
                continue
            kind, name = it.kind, it.name
            of = found[kind]
            if name in of:
                of[name].append((reading, index))
            else:
                of[name] = [(reading, index)]
            if it.aliases:
                explained.append((reading, index))
            if kind == "ORG":
                bodies.append(name)
            elif kind == "LOC":
                places.append(name)
        standing.append((bodies, places))
    barred = bars(not_same)
    shorts = short_names(facts, explained, found, barred)
    kept = _Groups(listed, barred, not_names)
    for kind in _BY_NAME:
        for name, places_of in found[kind].items():
            bound = shorts.get((kind, name)) if shorts else None
            kept.add(kind, name, places_of, bound)
    kept.settle_kinds()
    people: dict[str, list[Place]] = {}
    for name, places_of in found["PER"].items():
        if not kept.add_written("PER", name, places_of):
            people[name] = places_of
    common = {name: len(it) for kind in ("PER", "DOC") for name, it in found[kind].items()}
    common |= {
        name: len(group.places)
        for kind in _BY_NAME[:2]
        for name, group in kept.by_name[kind].items()
    }
    return Gathered(kept.all(), people, found["DOC"], kept.by_name["TERM"], common, standing)


class _Groups:
    """Groups by kind and official name, and by entry."""

    def __init__(
        self, listed: Listed, barred: Mapping[str, frozenset[str]], not_names: frozenset[str]
    ) -> None:
        self._listed = listed
        self._barred = barred
        self._not_names = not_names
        self._written: dict[int, Group] = {}
        self._relative: list[Group] = []
        self.by_name: dict[NameKind, dict[str, Group]] = {"LOC": {}, "ORG": {}, "TERM": {}}

    def add(self, kind: NameKind, name: str, places: list[Place], bound: Bound | None) -> None:
        if self.add_written(kind, name, places):
            return
        if kind == "ORG" and bound is None and is_relative(name):
            self._add_relative(name, places)
            return
        told = bound[0] if bound is not None else name
        full = official(kind, told)
        if full in self._not_names or full in self._barred.get(name, ()):
            full = told
        if full != name and self.add_written(kind, full, places):
            return
        group = self.by_name[kind].get(full)
        if group is None:
            group = Group(KINDS[kind], full, [])
            self.by_name[kind][full] = group
        group.places += places
        if official(kind, name) == full != name:
            words = f"“{name}”是“{full}”的通行叫法（程序自带的名称表）"
            group.reasons.append(("official-name", words, (places[0],)))
        elif bound is not None:
            where = (places[0],) if bound[1] is None else (bound[1], places[0])
            words = f"“{name}”在一篇文章里是“{bound[0]}”的简称，别处没有别的所指"
            group.reasons.append(("short-name", words, where))

    def add_written(self, kind: NameKind, name: str, places: list[Place]) -> bool:
        """Whether an entry has the name."""
        number = self._listed.number(kind, name)
        if number < 0:
            return False
        group = self._written.get(number)
        if group is None:
            group = self._written[number] = Group(KINDS[kind], name, [])
            group.written = number
        group.places += places
        return True

    def _add_relative(self, name: str, places: list[Place]) -> None:
        last = None
        for place in places:
            if last is not None and last.places[0][0] == place[0]:
                last.places.append(place)
                continue
            last = Group("organisation", name, [place])
            last.lone = True
            self._relative.append(last)

    def settle_kinds(self) -> None:
        """A long name that some texts take for a body, others for a place or term, is one thing."""
        pairs: tuple[tuple[NameKind, NameKind], ...] = (
            ("ORG", "LOC"),
            ("TERM", "ORG"),
            ("TERM", "LOC"),
        )
        for kind, other in pairs:
            ones, others = self.by_name[kind], self.by_name[other]
            few, many = (ones, others) if len(ones) < len(others) else (others, ones)
            for name in [it for it in few if len(it) >= _LONG and it in many]:
                one, two = ones[name], others[name]
                keep, gone = (one, two) if len(one.places) > len(two.places) else (two, one)
                entry = entries().get(name)
                if entry is not None:
                    keep, gone = (one, two) if entry.kind == kind else (two, one)
                keep.places += gone.places
                words = f"各篇都写作“{name}”，有的读作别的种类"
                keep.reasons += (*gone.reasons, ("same-name", words, (gone.places[0],)))
                del (others if gone is two else ones)[name]

    def all(self) -> list[Group]:
        """In no order."""
        named = (it for groups in self.by_name.values() for it in groups.values())
        return [*self._written.values(), *self._relative, *named]
