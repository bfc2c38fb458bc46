"""Dates and dated events of all articles, by year: what the timeline is cut by."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.facts import DateFact
from generator.model.knowledge import Knowledge
from generator.weave.statements.times import EVER, NEVER, length, order_in_year, span

Item = tuple[tuple[int, int], int, int, int]
"""(order of its date, reading, 0 for a date and 1 for an event, its index in the facts)."""

Years = dict[int, list[Item]]
"""Year -> what is told of it, in order of time; of the whole year last."""

_FARTHEST = 2200
"""What is told of a later year is rather a number of years (长达2600年)."""
_A_YEAR = 372
"""Days, as `length` counts them."""


def dated(knowledge: Knowledge) -> Years:
    """All of them; 0 is the year before 1."""
    years: Years = {}
    for year, item in _items(knowledge):
        years.setdefault(year, []).append(item)
    for items in years.values():
        items.sort()
    return years


def _items(knowledge: Knowledge) -> Iterator[tuple[int, Item]]:
    for reading, facts in enumerate(knowledge.facts):
        for index, date in enumerate(facts.dates):
            if date.event < 0 and _is_period(date):
                continue
            if (year := _year(date.edtf)) <= _FARTHEST:
                yield year, (order_in_year(date.edtf), reading, 0, index)
        for index, event in enumerate(facts.events):
            if event.date and (year := _year(event.date)) <= _FARTHEST:
                yield year, (order_in_year(event.date), reading, 1, index)


def _year(edtf: str) -> int:
    """The year it begins in; beyond all years where that is not known."""
    days = span(edtf)
    if days == NEVER:
        return EVER
    return (days.first if days.first > -EVER else days.last) // 10_000


def _is_period(date: DateFact) -> bool:
    """过去五年, 党的十九大以来: what is told of it is no event, and there would be no end of it."""
    if length(date.edtf) <= _A_YEAR:
        return False
    return bool(date.basis) or not span(date.edtf).bounded
