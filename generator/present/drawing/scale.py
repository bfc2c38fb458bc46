"""Numbers and years -> places on an axis."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import floor, log10
from typing import NamedTuple

_NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_LONE = 10
"""So many empty years may be left out of an axis, if they are also a good part of it."""
_SHARE = 4
_BREAKS = 3
_BREAK = 4.0
"""Per cent of the width that a break takes."""


class Ticks(NamedTuple):
    """An axis of amounts."""

    low: float
    high: float
    at: tuple[float, ...]


def ticks(low: float, high: float, most: int = 4) -> Ticks:
    """Round numbers that span low to high (Heckbert 1990, "Nice numbers for graph labels").

    The axis begins at zero if the amounts then still differ by a third of it.
    """
    if low >= 0 and low * 3 <= high * 2:
        low = 0.0
    if high <= 0 and high * 3 >= low * 2:
        high = 0.0
    if low == high:
        low, high = (0.0, high or 1.0) if high >= 0 else (low, 0.0)
    step = _nice((high - low) / most)
    first, last = floor(low / step + 1e-9), -floor(-high / step + 1e-9)
    at = tuple(float(f"{number * step:.12g}") for number in range(first, last + 1))
    return Ticks(at[0], at[-1], at)


def _nice(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return next(it for it in _NICE if it * power >= rough * (1 - 1e-9)) * power


class Years(NamedTuple):
    """A time axis; years in which nothing is told for long may be left out, as a break shows."""

    pieces: tuple[tuple[int, int], ...]
    """First and last year of each stretch."""
    starts: tuple[float, ...]
    """Per cent at which each begins."""
    unit: float
    """Per cent of one year."""

    @property
    def breaks(self) -> tuple[float, ...]:
        """Per cent of the middle of each break."""
        return tuple(it - _BREAK / 2 for it in self.starts[1:])

    @property
    def total(self) -> int:
        """Years that it shows."""
        return sum(last - first + 1 for first, last in self.pieces)

    def at(self, time: float) -> float:
        """Per cent of a time: 2004.5 is the middle of 2004; what it leaves out is at the break."""
        number = bisect_right(self.pieces, time, key=lambda it: it[0]) - 1
        if number < 0:
            return self.starts[0]
        first, last = self.pieces[number]
        return self.starts[number] + min(time - first, last + 1 - first) * self.unit

    def labels(self, most: int) -> tuple[int, ...]:
        """Round years for the axis, at most about so many; stretches without one begin with theirs."""
        step = next((it for it in _STEPS if self.total / it <= most), _STEPS[-1])
        chosen = []
        for first, last in self.pieces:
            found = list(range(-(-first // step) * step, last + 1, step))
            chosen += found or [first]
        return tuple(chosen)


def years(told: Iterable[int]) -> Years:
    """An axis for these years, at least one; true to scale but for its breaks."""
    known = sorted(set(told))
    pieces: list[tuple[int, int]] = []
    start = known[0]
    broken = _broken(known)
    for before, after in pairwise(known):
        if (before, after) in broken:
            pieces.append((start, before))
            start = after
    pieces.append((start, known[-1]))
    shown = sum(last - first + 1 for first, last in pieces)
    unit = (100.0 - _BREAK * (len(pieces) - 1)) / shown
    starts = [0.0]
    for first, last in pieces[:-1]:
        starts.append(starts[-1] + (last - first + 1) * unit + _BREAK)
    return Years(tuple(pieces), tuple(starts), unit)


def _broken(known: Sequence[int]) -> set[tuple[int, int]]:
    """The longest gaps, as long as each is a good part of what is left."""
    gaps = sorted(
        ((after - before - 1, before, after) for before, after in pairwise(known)),
        reverse=True,
    )
    left = known[-1] - known[0] + 1
    found: set[tuple[int, int]] = set()
    for length, before, after in gaps[:_BREAKS]:
        if length < _LONE or length * _SHARE < left:
            break
        left -= length
        found.add((before, after))
    return found
