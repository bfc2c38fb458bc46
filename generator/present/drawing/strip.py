"""Counts by year -> columns on a time axis; what is told of few years is drawn as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.present.drawing.scale import Years, years

_STEPS = (1, 10, 100, 1000)
_MOST = 60
"""Columns that can still be told apart on the narrowest screen."""
_LEAST_TALL = 2
_FILLED = 0.72


class Column(NamedTuple):
    """Across in per cent, down in pixels."""

    left: float
    width: float
    """Of all the room that is its own."""
    tall: float


class Strip(NamedTuple):
    columns: tuple[Column, ...]
    axis: Years
    """In steps."""


def step_for(told: Iterable[int]) -> int:
    """Years, decades, centuries: the finest of which there are not too many."""
    known = set(told)
    for step in _STEPS[:-1]:
        if years(it // step for it in known).total <= _MOST:
            return step
    return _STEPS[-1]


def strip(counts: Sequence[tuple[int, int]], height: float) -> Strip:
    """counts: (number of the step, how much), in order, at least one."""
    axis = years(number for number, _ in counts)
    most = max(count for _, count in counts)
    columns = tuple(
        Column(
            round(axis.at(number), 3),
            round(axis.unit, 3),
            round(max(_LEAST_TALL, height * count / most), 1),
        )
        for number, count in counts
    )
    return Strip(columns, axis)


def bar_of(it: Column) -> tuple[float, float]:
    """Left and width of what is drawn of its room."""
    return round(it.left + it.width * (1 - _FILLED) / 2, 3), round(it.width * _FILLED, 3)
