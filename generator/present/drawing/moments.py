"""EDTF dates -> marks on a time axis, as exact as the dates are, none over another.

A day is a dot, a month, a quarter or a year a bar as long as it lasts, and what is only known to be
before or after a day goes on to the edge of the drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.present.drawing.scale import Years, years
from generator.weave.statements.times import EVER, NEVER, Span, span

NARROW = 300
"""Pixels of the narrowest screen."""
_HALF = 5.0
"""Half of a dot, and the least that a bar is longer than its time on either side."""
_GAP = 2.0
MOST_LANES = 9


class Mark(NamedTuple):
    """Per cent; both ends are the same for a day."""

    x1: float
    x2: float
    lane: int
    """0 is the lowest, next to the axis."""
    form: str
    """day | span | after | before: of the last two one end is not known."""


class Moments(NamedTuple):
    marks: tuple[Mark, ...]
    lanes: int
    axis: Years


def moments(dates: Sequence[str]) -> Moments | None:
    """None if they can't be drawn: too many at one time, or no year is known."""
    spans = [span(it) for it in dates]
    if not spans or any(it == NEVER for it in spans):
        return None
    axis = years(year for it in spans for year in _told(it))
    places = [_place(it, axis) for it in spans]
    lanes: list[float] = []
    marks: dict[int, Mark] = {}
    for index in sorted(range(len(places)), key=lambda it: (places[it][:2], it)):
        x1, x2, form = places[index]
        left, right = x1 * NARROW / 100 - _HALF, x2 * NARROW / 100 + _HALF
        lane = next((it for it, end in enumerate(lanes) if end + _GAP <= left), len(lanes))
        if lane == len(lanes):
            lanes.append(right)
        else:
            lanes[lane] = right
        marks[index] = Mark(x1, x2, lane, form)
    if len(lanes) > MOST_LANES:
        return None
    return Moments(tuple(marks[it] for it in range(len(places))), len(lanes), axis)


def _told(it: Span) -> range:
    first = it.first if it.first > -EVER else it.last
    last = it.last if it.last < EVER else it.first
    return range(first // 10_000, last // 10_000 + 1)


def _place(it: Span, axis: Years) -> tuple[float, float, str]:
    if it.first <= -EVER:
        return 0.0, _per_cent(axis, time_of(it.last)), "before"
    if it.last >= EVER:
        return _per_cent(axis, time_of(it.first)), 100.0, "after"
    if it.first == it.last:
        x = _per_cent(axis, time_of(it.first))
        return x, x, "day"
    return _per_cent(axis, time_of(it.first)), _per_cent(axis, time_of(it.last, end=1)), "span"


def _per_cent(axis: Years, time: float) -> float:
    return round(axis.at(time), 2)


def time_of(day: int, end: int = 0) -> float:
    """20040701 -> 2004.5; months are of one length here, and days of one in each."""
    year, rest = divmod(day, 10_000)
    month, number = divmod(rest, 100)
    return year + (month - 1 + (number - 1 + end) / 31) / 12
