"""Findings of each article -> what its page tells; the one place between the rules and readers.

What the text alone gives is joined by what editors wrote (names and what are none, corrections)
and by what other texts are sure of. Findings go through encoded: a page holds them so, and only
those that something changes are decoded, one article at a time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple

import msgspec

from generator.model.correction import Correction
from generator.model.findings import Findings, Name, NameKind, Said
from generator.model.knowledge import Entity, EntityKind, Reading
from generator.model.problem import Problem
from generator.weave.aftermath import without
from generator.weave.correct import apply
from generator.weave.correct_places import Found, block_starts, find_places, surface_at
from generator.weave.lay import lay
from generator.weave.naming import bars, usual_forms
from generator.weave.put_off import PutOff

KINDS: dict[EntityKind, NameKind] = {
    "person": "PER",
    "organisation": "ORG",
    "place": "LOC",
    "term": "TERM",
}


class Editors(NamedTuple):
    """What editors said that bears on findings."""

    entities: tuple[Entity, ...] = ()
    """With their mentions; those found by recurrence have no say."""
    not_names: frozenset[str] = frozenset()
    not_same: tuple[frozenset[str], ...] = ()
    corrections: tuple[Correction, ...] = ()


class Told(NamedTuple):
    """Findings of each reading, encoded, and what was wrong with corrections."""

    findings: Sequence[bytes]
    problems: tuple[Problem, ...]
    other_kinds: frozenset[tuple[NameKind, str]] = frozenset()
    """What texts alone take the names of entries for, where an entry says another kind."""


Kinds = dict[NameKind, tuple[str, ...]]


class _Open(msgspec.Struct, frozen=True, array_like=True):
    """Said with only as much as an article needs that nothing touches."""

    findings: bytes
    open: Kinds = {}


class _Asked(msgspec.Struct, frozen=True, array_like=True):
    """The same, its findings not copied."""

    findings: msgspec.Raw
    open: Kinds = {}


class _Sure(msgspec.Struct, frozen=True, array_like=True):
    findings: msgspec.Raw
    open: msgspec.Raw
    sure: Kinds = {}


_SURE = msgspec.msgpack.Decoder(_Sure)
_SAID = msgspec.msgpack.Decoder(Said)
_OPEN = msgspec.msgpack.Decoder(_Open)
_ASKED = msgspec.msgpack.Decoder(_Asked)
_FINDINGS = msgspec.msgpack.Decoder(Findings)
_PARTS = msgspec.msgpack.Decoder(list[msgspec.Raw])
_NAMES = msgspec.msgpack.Decoder(tuple[Name, ...])
_ENCODE = msgspec.msgpack.Encoder().encode


def told(
    readings: Sequence[Reading], found: Sequence[bytes], editors: Editors | None = None
) -> Told:
    """`found`: Said of each reading, encoded, as its text alone gives it."""
    if len(found) != len(readings):
        raise ValueError(f"findings of {len(found)} articles for {len(readings)}")
    editors = editors or Editors()
    sure = confirmed(found)
    marks = _marks(editors.entities)
    places = find_places(editors.corrections, readings)
    problems = list(places.problems)
    barring = bars(editors.not_same)
    denying = editors.not_names | usual_forms(editors.not_names)
    other_kinds: set[tuple[NameKind, str]] = set()
    findings = PutOff()
    named = bool(barring or editors.not_names)
    for index, item in enumerate(found):
        said = _OPEN.decode(item)
        now = said.findings
        opened = frozenset(
            it for kind, open_ in said.open.items() for it in open_ if sure.get(it) == kind
        )
        names = _surfaces(_SAID.decode(item)) if named else set()
        barred = not names.isdisjoint(barring)
        denied = not denying.isdisjoint(names)
        changes = _Changes(marks.get(index, ()), opened, editors.not_names, barring)
        if opened and not (named or index in marks or index in places.of):
            # What other texts alone change is asked for of few articles in an edit.
            make = partial(changes.applied, now, readings[index], other_kinds)
            findings.put_off(now, _ENCODE(sorted(opened)), make)
            continue
        if opened or barred or denied or index in marks:
            now = changes.applied(now, readings[index], other_kinds)
        if index in places.of:
            now = _corrected(now, readings[index], places.of[index], problems)
        findings.add(now)
    return Told(findings, tuple(problems), frozenset(other_kinds))


def confirmed(found: Sequence[bytes]) -> dict[str, NameKind]:
    """Names that a text is sure of and another one doubts; none that are of two kinds."""
    asked: set[str] = set()
    for item in found:
        for names in _ASKED.decode(item).open.values():
            asked.update(names)
    if not asked:
        return {}
    sure: dict[str, NameKind | None] = {}
    for item in found:
        for kind, names in _SURE.decode(item).sure.items():
            for it in asked.intersection(names):
                if sure.setdefault(it, kind) != kind:
                    sure[it] = None
    return {surface: kind for surface, kind in sure.items() if kind is not None}


def _surfaces(said: Said) -> set[str]:
    return {*said.others, *(it for names in said.sure.values() for it in names)}


Mark = tuple[int, int, int, NameKind, str]
"""Block, start, end, kind, the name of the entry."""


def _marks(entities: Sequence[Entity]) -> dict[int, list[Mark]]:
    """The places of listed names by reading, in reading order."""
    marks: dict[int, list[Mark]] = {}
    for entity in entities:
        if entity.found_by != "editor":
            continue
        kind = KINDS[entity.kind]
        for it in entity.mentions:
            marks.setdefault(it.reading, []).append((it.block, it.start, it.end, kind, entity.name))
    for places in marks.values():
        places.sort()
    return marks


class _Changes(NamedTuple):
    """What is to be done to the names of one text."""

    marks: Sequence[Mark]
    opened: frozenset[str]
    not_names: frozenset[str]
    bars: Mapping[str, frozenset[str]]

    def applied(
        self, findings: bytes, reading: Reading, other_kinds: set[tuple[NameKind, str]]
    ) -> bytes:
        """The findings with these changes and what follows from them; `other_kinds` is added to."""
        parts = _PARTS.decode(findings)
        names = _NAMES.decode(parts[0])
        starts = block_starts(reading)
        changed = tuple(self._names(names, reading, starts))
        if self.marks:
            marked = tuple(self._marked(reading, starts))
            entries = {(it.start, it.end): it.kind for it in marked}
            other_kinds.update(
                (it.kind, it.full or surface_at(reading, starts, it.start, it.end))
                for it in changed
                if it.shown and entries.get((it.start, it.end), it.kind) != it.kind
            )
            changed = lay(changed, marked)
        if changed == names:
            return findings
        gone = self._gone(names, changed, reading, starts)
        if not gone:
            return _ENCODE([changed, *parts[1:]])
        whole = msgspec.structs.replace(_FINDINGS.decode(findings), names=changed)
        return _ENCODE(without(whole, gone))

    def _marked(self, reading: Reading, starts: Sequence[int]) -> Iterator[Name]:
        for block, start, end, kind, name in self.marks:
            full = "" if reading.article.blocks[block].text[start:end] == name else name
            at = starts[block]
            yield Name(at + start, at + end, kind, True, "authority", full)

    def _gone(
        self, names: Sequence[Name], now: Sequence[Name], reading: Reading, starts: Sequence[int]
    ) -> list[Name]:
        """What is no name any more, and who is nobody."""
        if not (self.marks or self.not_names):
            return []
        people = [it for it in now if it.kind == "PER"]
        gone = []
        for it in names:
            if self.not_names and surface_at(reading, starts, it.start, it.end) in self.not_names:
                gone.append(it)
            elif it.kind == "PER":
                after = bisect_right(people, it.start, key=attrgetter("start"))
                if not after or people[after - 1].end < it.end:
                    gone.append(it)
        return gone

    def _names(self, names: Sequence[Name], reading: Reading, starts: Sequence[int]) -> list[Name]:
        if not (self.opened or self.not_names or self.bars):
            return list(names)
        kept: list[Name] = []
        for it in names:
            if it.shown and not it.full and not self.not_names:
                kept.append(it)
                continue
            surface = surface_at(reading, starts, it.start, it.end)
            if surface in self.not_names:
                kept += it.nested
                continue
            if not it.shown and surface in self.opened:
                it = msgspec.structs.replace(it, shown=True, ground="corpus")
            if it.full and (it.full in self.not_names or it.full in self.bars.get(surface, ())):
                shown = it.shown and it.ground != "short"
                it = msgspec.structs.replace(it, full="", shown=shown)
            kept.append(it)
        return kept


def _corrected(
    findings: bytes, reading: Reading, places: Sequence[Found], problems: list[Problem]
) -> bytes:
    whole = _FINDINGS.decode(findings)
    for it in places:
        whole = apply(whole, reading, it, problems)
    return _ENCODE(whole)
