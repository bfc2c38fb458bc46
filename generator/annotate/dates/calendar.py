"""Years, months and days -> EDTF (ISO 8601-2); the only place that writes it."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final, NamedTuple

from generator.annotate.dates.words import SEASONS

LEAP: Final = 2000
"""Stands for a year that is not known."""
_XUN: Final = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "上中旬": (1, 20),
    "中下旬": (11, 31),
}


class Spot(NamedTuple):
    """A year, a month or a day; 0 is what is not known (a year) or not said (month, day)."""

    year: int
    month: int = 0
    day: int = 0


_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_WRITTEN: Final = re.compile("([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")


def spot_of(edtf: str) -> Spot | None:
    """Of a month or a day; None for all other times."""
    match = _WRITTEN.fullmatch(edtf)
    return Spot(*(int(it or 0) for it in match.groups())) if match else None


def day_of(text: str) -> Spot | None:
    """2022-10-10; None for what is no day, for nothing can be counted from that."""
    if not _ISO.fullmatch(text):
        return None
    spot = Spot(*map(int, text.split("-")))
    return spot if all(spot) and exists(spot) else None


def exists(spot: Spot) -> bool:
    """False for 2月30日 and 13月."""
    if not spot.month:
        return True
    if not 1 <= spot.month <= 12:
        return False
    return not spot.day or 1 <= spot.day <= last_day(spot.year, spot.month)


_LATE: Final = 31
"""Days between a dateline and the paper that prints it."""


def is_recent(spot: Spot, anchor: Spot | None) -> bool:
    """Whether a day is one from which a text of that day may count its own."""
    if not (MINYEAR <= spot.year <= MAXYEAR and spot.month and spot.day and exists(spot)):
        return False
    if anchor is None or not anchor.day:
        return anchor is None
    return 0 <= (date(*anchor) - date(*spot)).days <= _LATE


def last_day(year: int, month: int) -> int:
    """28 to 31."""
    if month != 2:
        return 30 if month in {4, 6, 9, 11} else 31
    year = year or LEAP
    return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28


def shifted(spot: Spot, days: int) -> Spot:
    """So many days later; within the years that `datetime.date` knows."""
    try:
        moved = date(spot.year or LEAP, spot.month, spot.day) + timedelta(days)
    except (OverflowError, ValueError):
        return spot
    return Spot(moved.year if spot.year else 0, moved.month, moved.day)


def month_shifted(year: int, month: int, months: int) -> tuple[int, int]:
    """(year, month) so many months later."""
    count = year * 12 + month - 1 + months
    return (count // 12, count % 12 + 1) if year else (0, count % 12 + 1)


def edtf(spot: Spot) -> str:
    """A year, month or day."""
    year = f"{spot.year:04}" if spot.year > 0 else f"-{-spot.year:04}" if spot.year else "XXXX"
    if not spot.month:
        return f"{year}-XX-{spot.day:02}" if spot.day else year
    return f"{year}-{spot.month:02}-{spot.day:02}" if spot.day else f"{year}-{spot.month:02}"


def part_edtf(spot: Spot, part: str) -> str | None:
    """A stretch of a year or month: 底, 初, 中, 上旬, 半1, 季1, 前9 (months), 春 …"""
    if part == "中叶":
        return "2050~"
    whole = edtf(Spot(spot.year))
    if part in _XUN and spot.month:
        low, high = _XUN[part]
        high = min(high, last_day(spot.year, spot.month))
        return f"{edtf(Spot(spot.year, spot.month, low))}/{edtf(Spot(spot.year, spot.month, high))}"
    if part in {"底", "初", "中"}:
        month = spot.month or {"底": 12, "初": 1, "中": 6}[part]
        return f"{edtf(Spot(spot.year, month))}~"
    if spot.month or part in _XUN:
        return None
    count = int(part[1:] or 0)
    match part[0]:
        case "半":
            return f"{whole}-01/{whole}-06" if count == 1 else f"{whole}-07/{whole}-12"
        case "季":
            return f"{whole}-{32 + count}"
        case "前" if 1 <= count <= 12:
            return f"{whole}-01/{whole}-{count:02}"
        case _:
            return f"{whole}-{SEASONS[part]}" if part in SEASONS else None


def with_tail(text: str, tail: str) -> str:
    """以来 leaves the end open, 前 the beginning; 前后 makes it approximate."""
    match tail:
        case "以来":
            return f"{text.partition('/')[0]}/.."
        case "前":
            return f"../{text.rpartition('/')[2]}"
        case "前后":
            return text if text[-1] == "~" or "/" in text else f"{text}~"
        case _:
            return text


def joined(first: str, last: str) -> str:
    """From the beginning of one to the end of the other."""
    return f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"
