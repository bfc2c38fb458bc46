"""Who takes part in what a clause tells: its own names, or those of the event told before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.annotate.facts.names import Named
from generator.annotate.facts.places import Places
from generator.model.findings import Event, Name

_SEAT = re.compile("(?:.*[省市])?(.{1,6}[省市县区旗州])(?:人民)?(?:政府|委员会|委)")


class Clause(NamedTuple):
    """Offsets in the text."""

    begin: int
    """Of the sentence."""
    start: int


class Parties:
    """Bodies, places and people of one text."""

    def __init__(
        self, names: Iterable[Name], events: Sequence[Event], places: Places, named: Named
    ) -> None:
        self.text = places.text
        self.places = places
        self.named = named
        self._events = events
        self._names = [it for it in names if it.shown and it.kind in ("ORG", "LOC", "PER")]
        self._starts = [it.start for it in self._names]

    def between(self, start: int, end: int) -> Iterator[Name]:
        """Names that stand wholly there, in order."""
        for index in range(bisect_left(self._starts, start), len(self._names)):
            name = self._names[index]
            if name.start >= end:
                return
            if name.end <= end:
                yield name

    def words(self, name: Name) -> str:
        """As the text has it."""
        return self.text[name.start : name.end]

    def clause(self, at: int) -> Clause | None:
        """The one that stands there; None if no sentence does."""
        number = self.places.sentence(at)
        if number < 0:
            return None
        begin, _ = self.places.spans[number]
        comma = max(self.text.rfind(mark, begin, at) for mark in "，；：")
        return Clause(begin, max(begin, comma + 1))

    def subject(self, clause: Clause, end: int) -> tuple[int, ...]:
        """Bodies and places of the clause up to `end`; else of the event before it in the sentence."""
        own = [
            self.named.at((it.start, it.end))
            for it in self.between(clause.start, end)
            if it.kind != "PER"
        ]
        found = [it for it in own if it >= 0]
        if not found:
            told = self._event_before(clause, clause.start)
            spans = told.participants if told else ()
            found = [it for span in spans if (it := self.named.at(span)) >= 0]
        return tuple(dict.fromkeys(found))

    def date_before(self, clause: Clause, end: int) -> str | None:
        """Of the event told before it in the sentence."""
        told = self._event_before(clause, end)
        return told.date if told else None

    def _event_before(self, clause: Clause, end: int) -> Event | None:
        for it in reversed(self._events):
            if clause.begin <= it.start < end:
                return it
        return None


def parted(indices: Iterable[int], named: Named) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Bodies, and places."""
    known = [index for index in dict.fromkeys(indices) if index >= 0]
    return (
        tuple(it for it in known if named.facts[it].kind == "ORG"),
        tuple(it for it in known if named.facts[it].kind == "LOC"),
    )


def more(indices: tuple[int, ...], index: int) -> tuple[int, ...]:
    """With another one, if it is one."""
    return indices if index < 0 or index in indices else (*indices, index)


def with_seat(places: tuple[int, ...], bodies: Iterable[int], named: Named) -> tuple[int, ...]:
    """With the place that a government is of: 浑源县 of 浑源县人民政府."""
    for index in bodies:
        seat = _SEAT.fullmatch(named.facts[index].name)
        if seat is not None:
            places = more(places, named.forms.get(seat[1], -1))
    return places


def inner_places(name: Name, named: Named) -> tuple[int, ...]:
    """大同 of 大同黄花产业发展研究院."""
    found = (named.at((it.start, it.end)) for it in name.nested if it.kind == "LOC")
    return tuple(it for it in found if it >= 0)
