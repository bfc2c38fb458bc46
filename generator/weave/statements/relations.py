"""Relations -> rows of a table; told in several sentences they are one row."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.model.facts import RelationFact
from generator.model.knowledge import Mention
from generator.model.statements import RelationRow
from generator.weave.statements.same_event import pairs
from generator.weave.statements.sources import Pick, Sources, place_order
from generator.weave.statements.times import agree, length

_ALIKE = 0.8
"""Share of the shorter name's character pairs by which an institute is named twice."""
_COMPARED = 24
"""Rows of one body or institute that another is held against."""


def relations(known: Sources, picks: Iterable[Pick]) -> tuple[RelationRow, ...]:
    """As they come; what one telling leaves open is taken from the others."""
    rows: list[RelationRow] = []
    by_key: dict[tuple[str, int | str], list[int]] = {}
    for reading, index in picks:
        row = _row(known, reading, known.facts(reading).relations[index])
        keys = _keys(row)
        near = (at for key in keys for at in by_key.get(key, ())[-_COMPARED:])
        found = next((at for at in near if _same(rows[at], row)), None)
        if found is None:
            found = len(rows)
            rows.append(row)
        else:
            rows[found] = _joined(rows[found], row)
        for key in keys:
            listed = by_key.setdefault(key, [])
            if found not in listed[-_COMPARED:]:
                listed.append(found)
    return tuple(rows)


def _row(known: Sources, reading: int, fact: RelationFact) -> RelationRow:
    def named(names: tuple[int, ...]) -> tuple[tuple[int, str], ...]:
        facts = known.facts(reading)
        return tuple((known.entity(reading, it), facts.names[it].name) for it in names)

    institute = next(
        (
            known.entity(reading, index)
            for index in (it.name for it in known.names(reading).get(fact.at[0], ()))
            if known.facts(reading).names[index].name == fact.institute
        ),
        -1,
    )
    return RelationRow(
        kind=fact.kind,
        cite=known.mention(reading, fact.at),
        institute=fact.institute,
        institute_entity=institute,
        partners=named(fact.partners),
        places=named(fact.places),
        sum_words=fact.sum_words,
        sum=fact.sum,
        date=fact.date or "",
        by_editor=fact.by_editor,
        planned=fact.planned,
    )


def _keys(row: RelationRow) -> list[tuple[str, int | str]]:
    keys: list[tuple[str, int | str]] = [
        (row.kind, entity if entity >= 0 else words)
        for entity, words in (*row.partners, *row.places)
    ]
    if row.institute:
        keys.append((row.kind, row.institute))
    return keys


def _same(one: RelationRow, other: RelationRow) -> bool:
    """Whether nothing in them is apart, and enough of it is one."""
    if one.date and other.date and not agree(one.date, other.date):
        return False
    if one.sum is not None and other.sum is not None and one.sum != other.sum:
        return False
    ours, theirs = _who(one), _who(other)
    if ours - theirs and theirs - ours:
        return False
    if one.institute and other.institute:
        return _alike(one.institute, other.institute)
    if one.cite.reading == other.cite.reading and one.cite.sentence == other.cite.sentence:
        return not one.institute and not other.institute and ours == theirs
    dated = bool(one.date and one.date == other.date)
    shared = len(ours & theirs) + len(frozenset(one.places) & frozenset(other.places))
    return dated and shared > 1


def _who(row: RelationRow) -> frozenset[int | str]:
    return frozenset(entity if entity >= 0 else words for entity, words in row.partners)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    a, b = pairs(one), pairs(other)
    return len(a & b) >= _ALIKE * max(min(len(a), len(b)), 4)


def _joined(one: RelationRow, other: RelationRow) -> RelationRow:
    """The fuller of both with what the other adds."""
    if _fullness(other) > _fullness(one):
        one, other = other, one
    exact = min((it.date for it in (one, other) if it.date), key=length, default="")
    cites: set[Mention] = {one.cite, other.cite, *one.repeats, *other.repeats}
    return msgspec.structs.replace(
        one,
        institute=one.institute or other.institute,
        institute_entity=one.institute_entity if one.institute else other.institute_entity,
        places=tuple(dict.fromkeys((*one.places, *other.places))),
        sum_words=one.sum_words or other.sum_words,
        sum=one.sum if one.sum is not None else other.sum,
        date=exact,
        planned=one.planned or (other.planned and one.cite.reading == other.cite.reading),
        repeats=tuple(sorted(cites - {one.cite}, key=place_order)),
    )


def _fullness(row: RelationRow) -> int:
    return (
        len(row.partners)
        + len(row.places)
        + bool(row.institute)
        + bool(row.date)
        + bool(row.sum)
        # 将入驻 says more than a headline's 入驻.
        + row.planned
    )
