"""Units -> pull quotes: lines whose text stands in the running text as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.restore.solution import PullQuote
from generator.restore.solving.units import Unit

_GRAM = 6
_SHORTEST = 20
_SHARE = 0.7
"""Share of its 6-grams that must stand elsewhere; a quote drops a first sentence or a name now and then."""
_SOURCES = 0.2
"""Share that a line must hold to be named as one the quote repeats."""


def pull_quotes(units: Sequence[Unit]) -> dict[int, PullQuote]:
    """By index among the units. Nothing is deleted: they are set aside and say what they repeat."""
    grams = [_grams(unit) for unit in units]
    where: dict[str, list[int]] = {}
    for at, found in enumerate(grams):
        for gram in found:
            where.setdefault(gram, []).append(at)
    quotes: dict[int, PullQuote] = {}
    for at in sorted(range(len(units)), key=lambda it: (len(units[it].text), -it)):
        own = grams[at]
        if not own or not units[at].closed or len(units[at].text) < _SHORTEST:
            continue
        # A line set aside already is no evidence: two equal lines must not set each other aside.
        holders = [
            [
                it
                for it in where[gram]
                if it != at and it not in quotes and len(units[it].text) >= _GRAM
            ]
            for gram in own
        ]
        share = sum(map(bool, holders)) / len(own)
        if share < _SHARE:
            continue
        counts = Counter(it for places in holders for it in places)
        twin = next(
            (it for it, times in counts.items() if _equal(units, grams, at, it, times)), None
        )
        if twin is not None and _stands_apart(units, twin) and not _stands_apart(units, at):
            continue
        named = sorted(it for it, times in counts.items() if times >= _SOURCES * len(own))
        if sum(len(units[it].text) for it in named) < len(units[at].text) * _SHARE:
            continue
        lines = tuple(units[it].number for it in named)
        quotes[at] = PullQuote(units[at].number, lines, round(share, 3))
    return quotes


def _grams(unit: Unit) -> frozenset[str]:
    if unit.form is not None:
        return frozenset()
    text = unit.text
    return frozenset(text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1))


def _equal(
    units: Sequence[Unit], grams: Sequence[frozenset[str]], at: int, other: int, shared: int
) -> bool:
    same = len(units[at].text) == len(units[other].text)
    return same and shared >= _SHARE * len(grams[other])


def _stands_apart(units: Sequence[Unit], at: int) -> bool:
    """Below a line that breaks off: where text was read on from another place of the page."""
    return at > 0 and units[at - 1].form is None and not units[at - 1].closed
