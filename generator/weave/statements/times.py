"""EDTF -> the days it covers, and its place on a timeline.

ISO 8601-2:2019 levels 0 to 2 as far as `generator/annotate/dates/` writes them: unspecified digits,
sub-year groupings 21 to 41, qualifiers ? ~ %, intervals with open ends. Days are yyyymmdd, so that
they compare as they follow one another; years before our era are negative.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

EVER: Final = 10**9
"""Beyond every day: what an open end covers."""
_YEAR: Final = 365
_AFTER_ALL: Final = 1232
"""Beyond the last day of a year."""
_PART: Final = re.compile(r"(-?\d{1,3}X{1,3}|-?\d{4,}|X{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")
_GROUPS: Final = {
    **{21 + it: (3 * it + 3, 3 * it + 5) for it in range(3)},
    24: (12, 12),
    **{25 + it: (3 * it + 3, 3 * it + 5) for it in range(3)},
    28: (12, 12),
    **{33 + it: (3 * it + 1, 3 * it + 3) for it in range(4)},
    **{37 + it: (4 * it + 1, 4 * it + 4) for it in range(3)},
    40: (1, 6),
    41: (7, 12),
}
"""First and last month of seasons, quarters, thirds, halves; a winter begins in its December."""


class Span(NamedTuple):
    """First and last day; 31 is the last day of every month."""

    first: int
    last: int

    @property
    def bounded(self) -> bool:
        """Whether both ends are known."""
        return self.first > -EVER and self.last < EVER


NEVER: Final = Span(-EVER, EVER)


@cache
def span(edtf: str) -> Span:
    """The days it may be; NEVER where the year is not known."""
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        return Span(_part(first).first, _part(last).last)
    return _part(edtf)


@cache
def order(edtf: str) -> tuple[int, int]:
    """Sorts by the first day, the longer time first; by the last day where the first is open."""
    days = span(edtf)
    if days == NEVER:
        return EVER, 0
    return (days.first if days.first > -EVER else days.last), -days.last


@cache
def order_in_year(edtf: str) -> tuple[int, int]:
    """The same, but what is said of a whole year comes after its days, as chronicles have it."""
    first, last = order(edtf)
    if abs(first) < EVER and length(edtf) >= _YEAR:
        return first // 10_000 * 10_000 + _AFTER_ALL, last
    return first, last


@cache
def agree(one: str, other: str) -> bool:
    """Whether both may be the same time, told more or less exactly: 2022-09 and 2022-09-17."""
    if one == other:
        return True
    a, b = span(one), span(other)
    if not (a.bounded and b.bounded):
        return False
    return (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last)


@cache
def length(edtf: str) -> int:
    """Days, near enough to tell the more exact of two."""
    days = span(edtf)
    if not days.bounded:
        return EVER
    (y, md), (z, nd) = divmod(days.first, 10_000), divmod(days.last, 10_000)
    return (z - y) * 372 + (nd // 100 - md // 100) * 31 + nd % 100 - md % 100 + 1


def _part(text: str) -> Span:
    match = _PART.match(text.strip("?~%"))
    if match is None:
        return NEVER
    year, month, day = match.groups()
    if year.startswith("X"):
        return NEVER
    first, last = _digits(year)
    if month is None or "X" in month:
        return Span(first * 10_000 + 101, last * 10_000 + 1231)
    number = int(month)
    if number > 12:
        begin, end = _GROUPS.get(number, (1, 12))
        return Span(first * 10_000 + begin * 100 + 1, last * 10_000 + end * 100 + 31)
    if day is None or "X" in day:
        return Span(first * 10_000 + number * 100 + 1, last * 10_000 + number * 100 + 31)
    at = number * 100 + int(day)
    return Span(first * 10_000 + at, last * 10_000 + at)


def _digits(year: str) -> tuple[int, int]:
    """202X is 2020 to 2029; of negative years the last is the nearer one."""
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return min(low, high), max(low, high)
