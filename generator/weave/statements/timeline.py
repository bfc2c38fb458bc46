"""Dates and events -> entries of a timeline, each told in one or several sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final

from generator.model.statements import Moment
from generator.weave.statements.same_event import (
    Telling,
    of_period,
    overlap,
    same_event,
    verb_class,
)
from generator.weave.statements.sources import Pick, Sources, place_order
from generator.weave.statements.tellings import of_date, of_events
from generator.weave.statements.times import length, order, span

_RECENT: Final = re.compile("近日|日前|近期|不久前|今天|今日")
_TO_COME: Final = re.compile("将|拟|计划|准备|即将|力争|预计|争取")
_COMPARED: Final = 12
"""Entries of one key that a telling is held against; more say nothing about it."""
_HELD: Final = 3
"""Tellings of an entry that another is held against."""
_LONG: Final = 90
_YEAR: Final = 372


def timeline(known: Sources, dates: Iterable[Pick], events: Iterable[Pick]) -> tuple[Moment, ...]:
    """In the order of time; what is told of the same time stands as the articles do.

    An event without a date stands in it if its sentence calls it recent or several tell it: it
    was before its article appeared (`../2022-10-10`).
    """
    told = [of_date(known, reading, index) for reading, index in dates]
    dated, undated = of_events(known, events, told)
    if not (told or dated or undated):
        return ()
    told += dated
    told.sort(key=lambda it: (place_order(it.cite), it.edtf))
    entries: list[list[Telling]] = []
    _put(entries, told, _times)
    _put(entries, undated, _deeds)
    moments = [made for members in entries if (made := _moment(known, members)) is not None]
    moments.sort(key=lambda it: (order(it.edtf), place_order(it.cites[0])))
    return tuple(moments)


def _put(
    entries: list[list[Telling]],
    told: Sequence[Telling],
    keys_of: Callable[[Telling], Iterable[Hashable]],
) -> None:
    """Each telling to the entry that tells the same, or to one of its own.

    It is held against the entries of its keys only, and few of them: no quadratic work.
    """
    if not told:
        return
    if not entries and len(told) == 1:
        entries.append(list(told))
        return
    by_key: dict[Hashable, list[list[Telling]]] = {}
    for members in entries:
        for it in members:
            for key in keys_of(it):
                _note(by_key, key, members)
    for it in told:
        keys = tuple(keys_of(it))
        found = _found(it, keys, by_key)
        if found is None:
            found = []
            entries.append(found)
        found.append(it)
        for key in keys:
            _note(by_key, key, found)


def _found(
    told: Telling, keys: Iterable[Hashable], by_key: dict[Hashable, list[list[Telling]]]
) -> list[Telling] | None:
    held: set[int] = set()
    for key in keys:
        for members in by_key.get(key, ())[-_COMPARED:]:
            if id(members) in held:
                continue
            held.add(id(members))
            for it in members[:_HELD]:
                if same_event(told, it):
                    return members
    return None


def _note(
    by_key: dict[Hashable, list[list[Telling]]], key: Hashable, members: list[Telling]
) -> None:
    listed = by_key.get(key)
    if listed is None:
        by_key[key] = [members]
    elif listed[-1] is not members:
        for it in listed[-_COMPARED:-1]:
            if it is members:
                return
        listed.append(members)


def _times(told: Telling) -> Iterator[Hashable]:
    """The same for tellings that may be one event: time and words, time and who takes part, time."""
    yield told.edtf, told.rest
    at: Hashable = told.edtf
    deed = verb_class(told.verb) if told.verb else ""
    if deed and length(told.edtf) <= _YEAR:
        at = span(told.edtf).first // 10_000
    for who in _in_order(told.who):
        yield at, deed, who
    if told.object:
        yield at, deed, told.object[-4:]
    yield told.edtf


def _in_order(who: frozenset[int | str]) -> Iterable[int | str]:
    """Numbers of entities differ from build to build, but not which of two is the less.

    As text they would: 999 comes after 1000.
    """
    return sorted(who, key=lambda it: (isinstance(it, str), it)) if len(who) > 1 else who


def _deeds(told: Telling) -> Iterator[Hashable]:
    """What is told without its time may be told with it elsewhere in the article."""
    if told.verb:
        yield told.cite.reading, verb_class(told.verb)


def _moment(known: Sources, members: list[Telling]) -> Moment | None:
    if len(members) > 1:
        members.sort(key=_telling_order)
    dated = [it for it in members if it.edtf]
    if dated:
        exact = min(dated, key=lambda it: (length(it.edtf), place_order(it.cite)))
        edtf, basis = exact.edtf, exact.basis
        members = [dated[0], *(it for it in members if it is not dated[0])]
    else:
        edtf, basis = _before(known, members)
    if not edtf:
        return None
    members = _apart(members)
    return Moment(
        edtf=edtf,
        cites=tuple(it.cite for it in members),
        words=tuple(it.word for it in members),
        basis=basis,
        verb=next((it.verb for it in members if it.verb), ""),
        entities=_entities(known, members),
        told=tuple((it.edtf, it.basis) for it in members),
        period=len(members) > 1 and of_period(members[0], members[1]),
    )


def _apart(members: Sequence[Telling]) -> list[Telling]:
    """Without clauses of which a part stands in one that is cited already."""
    if len(members) == 1:
        return list(members)
    kept: list[Telling] = []
    for it in members:
        if not any(overlap(it.cite, other.cite) for other in kept):
            kept.append(it)
    return kept


def _before(known: Sources, members: Sequence[Telling]) -> tuple[str, str]:
    """Of an event without a date: until when it was, and how that is known; empty if it is not."""
    date = min((known.date(it.cite.reading) for it in members), default="")
    if not date or any(_TO_COME.search(it.rest.partition(it.verb)[0]) for it in members):
        return "", ""
    sentences = [known.text(known.sentence(it.cite)) for it in members]
    recent = next((found[0] for it in sentences if (found := _RECENT.search(it))), "")
    if recent:
        return f"../{date}", f"原文说“{recent}”，没有说哪一天；据发表日期{date}推算"
    if len({it.cite.sentence for it in members if not it.heading}) > 1:
        return f"../{date}", f"原文没有说哪一天；据发表日期{date}推算"
    return "", ""


def _entities(known: Sources, members: Sequence[Telling]) -> tuple[int, ...]:
    """Who and what takes part; where no verb says so, whom the clauses name."""
    found: dict[int, None] = {}
    for it in members:
        for who in _in_order(it.who):
            if isinstance(who, int):
                found.setdefault(who)
        for thing in (it.object_entity, *it.also):
            if thing >= 0:
                found.setdefault(thing)
        if not it.verb:
            for name in known.names(it.cite.reading).get(it.cite.sentence, ()):
                entity = known.entity(it.cite.reading, name.name)
                if entity >= 0 and it.cite.start <= name.start and name.end <= it.cite.end:
                    found.setdefault(entity)
    return tuple(found)


def _telling_order(told: Telling) -> tuple[object, ...]:
    """Sentences before headings, deeds before dates, what is read at a glance before the long."""
    size = told.cite.end - told.cite.start
    return told.heading, not told.verb, size > _LONG, -min(size, _LONG), place_order(told.cite)
