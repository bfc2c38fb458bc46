"""Where an office or a quotation stands -> the time at which it was so, as its text tells it.

An article says who holds an office as of its own day, unless its sentence, or the tale in which the
sentence stands, is of years before; what was said on a day that is told was said on that day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from generator.annotate.dates.settle import SAID
from generator.annotate.facts.places import Places
from generator.model.findings import Date, Findings

_YEAR: Final = re.compile("(?:\\.\\./)?([0-9]{3})([0-9X])")
_DAY: Final = re.compile("[0-9]{4}-(?:0[1-9]|1[0-2])-[0-9]{2}")
_OF_YEAR: Final = re.compile("^[0-9]{4}-(0[1-9]|1[0-2])")
_STILL: Final = re.compile("现任?$")
_LEANS: Final = re.compile("[比较与自从至到]$")
"""1995年 of 比1995年增长 tells when nothing was."""
_OPENS: Final = "“「『"
_CLOSES: Final = "”」』"
_MARKS: Final = frozenset(_OPENS)
_WIRED: Final = ("电", "讯")
_DATELINE: Final = "电头日期"
_TALE: Final = 2
"""So many years before the article a tale goes on without telling its year again."""
_NEWS: Final = 2
"""Months: who held an office so lately holds it."""
_LONG_AGO: Final = 5
_SAID_YEARS: Final = 2


class AsOf:
    """The dates of one text."""

    def __init__(self, findings: Findings, places: Places, day: str) -> None:
        self._text = places.text
        self._places = places
        self._dates = findings.dates
        self._starts = [it.start for it in findings.dates]
        self._today = int(day[:4]) if day[:4].isdigit() else 0
        self._month = self._today * 12 + int(day[5:7] or 0)
        self._day = day
        self._wired = [
            it
            for it in findings.dates
            if _DAY.fullmatch(it.edtf or "") and places.text.startswith(_WIRED, it.end)
        ]
        said = [_year(it) for it in findings.dates if it.edtf]
        old = [it for it in said if 0 < it <= self._today - _LONG_AGO]
        self._history = len(old) >= _SAID_YEARS and len(old) == len(said)

    def is_past(self, start: int, end: int) -> bool:
        """Whether what stands there is told of years before the article's."""
        if not self._today or _STILL.search(self._text, max(0, start - 2), start):
            return False
        number = self._places.sentence(start)
        if number < 0:
            return False
        here = list(self._of(number, start, end))
        if here:
            # 如今 and 近日 have no day, and are of now.
            years = [_year(it) for it in here]
            if any(not it.edtf for it in here) or any(it >= self._today for it in years):
                return False
            return any(_month(it) < self._month - _NEWS for it in here if _year(it))
        before = self._before(number)
        if before is None:
            return self._history
        return 0 < _year(before) <= self._today - _TALE

    def said_on(self, start: int, end: int) -> tuple[str, str]:
        """(the day told for words that stand there, its ground), or nothing."""
        number = self._places.sentence(start)
        if number < 0:
            return "", ""
        days = [
            it
            for it in self._of(number, start, end)
            if it.end <= start
            and _DAY.fullmatch(it.edtf or "")
            and not (self._day and (it.edtf or "") > self._day)
        ]
        if days:
            basis = days[-1].basis
            return days[-1].edtf or "", "" if basis == SAID else basis
        wired = [it for it in self._wired if it.end <= start]
        return (wired[-1].edtf or "", _DATELINE) if wired else ("", "")

    def _of(self, number: int, start: int, end: int) -> Iterator[Date]:
        """Dates of the sentence outside of what is there, and of quotations it does not stand in."""
        first, last = self._places.spans[number]
        for at in range(bisect_left(self._starts, first), len(self._dates)):
            it = self._dates[at]
            if it.start >= last:
                return
            if not it.shown or (start <= it.start and it.end <= end):
                continue
            if _LEANS.search(self._text, max(first, it.start - 1), it.start):
                continue
            if not _depth(self._text, *sorted((it.start, start - self._opened(start)))):
                yield it

    def _opened(self, start: int) -> int:
        """1 where a mark of quotation stands right before it."""
        return 1 if self._text[start - 1 : start] in _MARKS else 0

    def _before(self, number: int) -> Date | None:
        """The last date of the paragraph before the sentence."""
        places = self._places
        at = bisect_left(self._starts, places.spans[number][0]) - 1
        if at < 0:
            return None
        it = self._dates[at]
        of = places.sentence(it.start)
        return it if of >= 0 and places.blocks[of] == places.blocks[number] else None


def _year(it: Date) -> int:
    """The last year of it; 0 where it goes on, or none is told."""
    edtf = it.edtf or ""
    if edtf.endswith("/.."):
        return 0
    last = edtf.rpartition("/")[2]
    match = _YEAR.match(last)
    return int(match[1] + match[2].replace("X", "9")) if match else 0


def _month(it: Date) -> int:
    """Its year and month as one number; the first month where it tells none."""
    month = _OF_YEAR.search((it.edtf or "").rpartition("/")[2])
    return _year(it) * 12 + (int(month[1]) if month else 0)


def _depth(text: str, low: int, high: int) -> int:
    """Quotations opened and not closed between two places."""
    depth = 0
    for sign in text[low:high]:
        if sign in _OPENS:
            depth += 1
        elif sign in _CLOSES:
            depth -= 1
    return depth
