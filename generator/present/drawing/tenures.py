"""Days on which texts give a person an office -> a row a dated office, on one time axis.

Between the first and the last day a thin line runs; it says when texts speak of the office, and not
from when to when it was held.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.present.drawing.moments import NARROW, time_of
from generator.present.drawing.scale import Years, years
from generator.weave.statements.times import span

_APART = 7.0
"""Pixels on the narrowest screen; days that are nearer are one dot."""


class Tenures(NamedTuple):
    rows: tuple[tuple[float, ...], ...]
    """Per cent of each dot, in order."""
    axis: Years


def tenures(days: Sequence[Sequence[str]]) -> Tenures | None:
    """days: ISO 8601 of each office, at least one; None where all are of one year."""
    times = [sorted({time_of(span(day).first) for day in found}) for found in days]
    told = {int(time) for row in times for time in row}
    if len(told) < 2:
        return None
    axis = years(year for row in times for year in range(int(row[0]), int(row[-1]) + 1))
    return Tenures(tuple(_apart([axis.at(it) for it in row]) for row in times), axis)


def _apart(places: Sequence[float]) -> tuple[float, ...]:
    """The first and the last stay where they are."""
    kept: list[float] = []
    for place in places:
        if not kept or (place - kept[-1]) * NARROW / 100 >= _APART:
            kept.append(place)
    if kept[-1] != places[-1]:
        kept[-1 if len(kept) > 1 else len(kept) :] = [places[-1]]
    return tuple(round(it, 2) for it in kept)
