"""A month or a part of a year that leaves its year out -> the year, or none where nothing tells it."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from generator.annotate.dates.calendar import Spot

_AHEAD: Final = re.compile(
    "(?:将|拟|计划|筹备|筹办|预计|定于|有望|力争|争取|可能|预定|推迟到|推迟至|延期至|延长至|持续至|截止)"
    "[^，。；！？\n]{0,8}$"
)
_UP_TO: Final = re.compile("(?<![直加升高展大少降低长涨])到$")
_AHEAD_AFTER: Final = re.compile(
    "[^，。；！？\n]{0,8}?(?:将|拟于|起施行|起实施|施行|正式实施)|，(?:(?![宣表说称决透指])[一-鿿]){1,9}将(?=[与和同在于为会对迎])"
)
_DONE: Final = re.compile(
    "[^。；！？\n]{0,40}?(?:了(?!解)|已|曾|被|过后|[成达升降跌涨增减到]为?至|暴[跌涨])"
)
_EVERY: Final = re.compile("(?:每年|每到|每逢|年年|往年|往常|历年|通常|常年)[^。！？；\n]{0,40}$")


PARTS: Final = frozenset(
    (
        "底",
        "初",
        "中",
        "半1",
        "半2",
        *(f"季{it}" for it in "1234"),
        *(f"前{it}" for it in range(13)),
    )
)
"""Parts of a year that may stand without it."""
HALVES: Final = frozenset(("初", "中", "半1", "半2"))
"""Those that go with the year of their sentence."""


class Tense(Struct, frozen=True, gc=False):
    """What its clause and the text before say of the time that leaves its year out."""

    ahead: bool = False
    """Something is to be done by then."""
    done: bool = False
    """Something was done then."""
    told: Spot | None = None
    """The last time that its paragraph told in words, with its year."""
    year: int = 0
    """The last year that the text told in words; 0: none."""


AHEAD: Final = Tense(ahead=True)


def tense_of(
    text: str, start: int, end: int, *, by: bool, past: bool, told: Spot | None, year: int
) -> Tense:
    """`by`: something is done by then (6月底前); `past`: the text speaks of last year."""
    done = _DONE.match(text, end) is not None
    ahead = bool(
        by
        or _AHEAD.search(text, max(0, start - 14), start)
        or (not done and not past and _UP_TO.search(text, max(0, start - 2), start))
        or _AHEAD_AFTER.match(text, end, end + 14)
    )
    return Tense(ahead, not ahead and done, told, year)


def is_of_every_year(text: str, start: int) -> bool:
    """每年从10月份开始: of no year."""
    return _EVERY.search(text, max(0, start - 48), start) is not None


def year_of(spot: Spot, part: str, anchor: Spot, tense: Tense) -> int:
    """Of a month, with or without its day, or of a part of a year; 0: not to be told."""
    return _of_month(spot, anchor, tense) if spot.month else _of_part(part, anchor, tense)


def is_over(first: Spot, last: Spot, anchor: Spot, tense: Tense) -> bool:
    """1月至11月 in January: of the year that has ended, unless something is to be done then."""
    if tense.ahead or not (first.month and last.month) or first.year != last.year:
        return False
    long = last.month - first.month >= _HALF and last.month > anchor.month
    return long and first.year == anchor.year and anchor.month <= _NEW


def _of_month(spot: Spot, anchor: Spot, tense: Tense) -> int:
    """News names a month of this year; one to come only if it says so, or soon."""
    off = spot.month - anchor.month
    if tense.ahead:
        return anchor.year + (off <= -_LATE)
    told = tense.told
    if told and told.month and told.year < anchor.year and not -1 <= off <= 0:
        # 1995年1月17日……。2月23日……: the tale goes on.
        goes_on = (spot.month, spot.day or 31) >= (told.month, told.day)
        if goes_on and (off > 0 or told.year < anchor.year - 1):
            return told.year
    if off <= 0:
        return anchor.year
    if off >= _EARLY or tense.year == anchor.year - 1:
        return anchor.year - 1
    if 0 < tense.year < anchor.year:
        return 0
    if tense.done:
        return anchor.year - 1
    return anchor.year if off <= _SOON else 0


def _of_part(part: str, anchor: Spot, tense: Tense) -> int:
    """上半年, 年初, 一季度."""
    if tense.ahead:
        return anchor.year
    if part == "底":
        # In March 年末 is the end of last year, unless something is to be done by then.
        return anchor.year - (anchor.month <= _NEW)
    first, last = _months(part)
    if last < anchor.month or (part == "初" and anchor.month > 1) or not last:
        return anchor.year
    if tense.year == anchor.year - 1 and anchor.month <= _NEW:
        return anchor.year - 1
    if first <= anchor.month and anchor.month > _NEW:
        return anchor.year
    if tense.done and last - anchor.month > _SOON:
        return anchor.year - 1
    return 0 if anchor.month == 1 else anchor.year


def _months(part: str) -> tuple[int, int]:
    """First and last; zeros if it is of no months."""
    count = int(part[1:] or 0) if part[1:].isdecimal() else 0
    match part[:1]:
        case "初":
            return 1, 1
        case "中":
            return 5, 7
        case "半":
            return 6 * count - 5, 6 * count
        case "季":
            return 3 * count - 2, 3 * count
        case "前":
            return 1, count
        case _:
            return 0, 0


_LATE: Final = 5
_EARLY: Final = 8
_SOON: Final = 2
_HALF = 5
"""Months between the ends of a long stretch."""
_NEW: Final = 3
"""Months."""
