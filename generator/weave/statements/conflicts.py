"""Rows of one measure -> those that can't both be right; rather none than one that is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.model.statements import FigureRow
from generator.weave.statements.sources import Sources
from generator.weave.statements.times import span

_APPROX: Final = 0.1
_LEAST: Final = 0.005
"""What differs by less is one amount, rounded in two ways."""
_DIGITS: Final = re.compile(r"\d[\d,，]*(?:\.(\d+))?")


def conflicts(known: Sources, rows: Sequence[FigureRow]) -> tuple[tuple[int, ...], ...]:
    """Groups of rows by index: same subject, unit, status and time, values that exclude each other.

    Amounts without a time hold for the month in which their article appeared. Without a subject
    that the texts name, only those with a time are held against each other, of sources of one
    name. Only different articles contradict each other.
    """
    alike: dict[tuple[object, ...], list[int]] = {}
    for index, row in enumerate(rows):
        if _aimed(row):
            continue
        named = row.subject >= 0 or bool(row.subject_words)
        of: object = row.subject if row.subject >= 0 else row.subject_words
        when = row.when
        if named:
            when = when or known.date(row.cite.reading)[:7]
        elif source := known.knowledge.readings[row.cite.reading].article.source:
            of = ("source", source, row.words)
        if of == "" or not when or not span(when).bounded:
            continue
        apart = tuple(sorted(set(row.qualifiers) & {"cumulative", "new"}))
        key = (of, row.unit, row.status, row.change, apart, when)
        alike.setdefault(key, []).append(index)
    found = []
    for indices in alike.values():
        if len(indices) > 1:
            found += _excluding(known, rows, indices)
    return tuple(found)


def _aimed(row: FigureRow) -> bool:
    """Targets of one time may be several: raised, lowered, of several plans."""
    return "target" in row.status or "target" in row.qualifiers


def _excluding(
    known: Sources, rows: Sequence[FigureRow], indices: Sequence[int]
) -> list[tuple[int, ...]]:
    """Nothing if one article gives several values: then they are of several things."""
    of_article: dict[int, int] = {}
    for index in indices:
        if of_article.setdefault(rows[index].cite.reading, index) != index:
            return []
    spans = {it: value_span(known, rows[it]) for it in indices}
    least = min(high for _, high in spans.values())
    most = max(low for low, _ in spans.values())
    wrong = [it for it in indices if spans[it][0] > least or spans[it][1] < most]
    return [tuple(wrong)] if wrong else []


def value_span(known: Sources, row: FigureRow) -> tuple[float, float]:
    """Lowest and highest value that the words leave open: rounding, 约, 以上, 不到."""
    low, high = row.value if isinstance(row.value, tuple) else (row.value, row.value)
    about = _APPROX if "approx" in row.qualifiers else 0.0
    slack = max(abs(high) * max(about, _LEAST), _half_unit(known.text(row.cite), high))
    least, most = low - slack, high + slack
    for it in row.qualifiers:
        if it in {"min", "more"}:
            most = float("inf")
        elif it in {"max", "less"}:
            least = float("-inf")
    return least, most


def _half_unit(words: str, value: float) -> float:
    """Half of the last digit that is not 0: 1200万 may be 1150万 to 1250万."""
    match = _DIGITS.search(words)
    if match is None or not value:
        return 0.0
    digits = re.sub(r"[,，.]", "", match[0])
    shown = float(re.sub(r"[,，]", "", match[0]))
    if not shown:
        return 0.0
    zeros = len(digits) - len(digits.rstrip("0"))
    step = 10.0 ** (zeros - len(match[1] or ""))
    return abs(value / shown) * step / 2
