"""What an expression says, the day of publication, what was said before -> EDTF with its basis."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from generator.annotate.dates.calendar import (
    Spot,
    edtf,
    exists,
    joined,
    month_shifted,
    part_edtf,
    shifted,
    with_tail,
)
from generator.annotate.dates.tokens import Point, Reading
from generator.annotate.dates.years import AHEAD, HALVES, PARTS, Tense, is_over, year_of

SAID: Final = "原文写明"


class Before(Struct, frozen=True, gc=False):
    """The last date spoken of."""

    spot: Spot
    dated: Spot | None
    """The last one that told the day."""
    near: bool
    """In the same sentence, or told from there on: what is left out is taken from it."""


class Settled(Struct, frozen=True, gc=False):
    """A date, and the spot that later ones may lean on."""

    edtf: str | None
    basis: str
    spot: Spot | None = None
    shown: bool = True


class _Found(Struct, frozen=True, gc=False):
    spot: Spot
    basis: str


_OLD: Final = 2000
"""The last year of a century whose middle was over."""
_GUESSED: Final = "年份据发表日期"
UNANCHORED: Final = "没有发表日期，无从推算"


def settle(
    reading: Reading, anchor: Spot | None, before: Before | None, tense: Tense
) -> Settled | None:
    """None if it makes no date (2月30日, 0月5日), or leans on what was never said (当年)."""
    if any(_is_nothing(it) for it in (reading.first, reading.last) if it is not None):
        return None
    first = _find(reading.first, anchor, before, tense)
    if isinstance(first, str):
        return Settled(None, first)
    if first is None:
        return None
    text = _edtf(first.spot, reading.first)
    if text is None:
        return None
    spot, basis = first.spot, first.basis
    if reading.last is not None:
        second = _second(reading.last, first.spot, anchor)
        if second is None:
            return None
        if anchor and basis.startswith(_GUESSED) and is_over(spot, second, anchor, tense):
            spot, second = spot._replace(year=spot.year - 1), second._replace(year=spot.year - 1)
            text = _edtf(spot, reading.first) or text
        last = _edtf(second, reading.last)
        if last is None or (second.year and spot.year and spot > second):
            return None
        text = joined(text, last)
    return Settled(with_tail(text, reading.tail), basis, spot)


def _is_nothing(point: Point) -> bool:
    """0月: what is left of 10月 where a sign is lost."""
    return any(it and it.ground == "said" and not it.number for it in (point.month, point.day))


def leans(reading: Reading) -> bool:
    """Whether what was said before, or the tense, may decide."""
    return any(_leans(it) for it in (reading.first, reading.last) if it is not None)


def _leans(point: Point) -> bool:
    counts = (point.year, point.month, point.day)
    if any(it and it.ground == "spoken" for it in counts):
        return True
    if point.year or point.week is not None:
        return False
    if point.part in PARTS:
        return True
    return not any(it and it.ground == "published" for it in counts) and any(counts)


def _edtf(spot: Spot, point: Point) -> str | None:
    if not exists(spot):
        return None
    if point.week is not None and point.weekday is None:
        return f"{edtf(spot)}/{edtf(shifted(spot, 6))}"
    if point.weekday == 7:
        return f"{edtf(spot)}/{edtf(shifted(spot, 1))}"
    return part_edtf(spot, point.part) if point.part else edtf(spot)


def _second(point: Point, first: Spot, anchor: Spot | None) -> Spot | None:
    """The end of a range: what it leaves out is that of the beginning."""
    if point.part == "中叶":
        return Spot(2050)
    found = _find(point, anchor, Before(first, first if first.day else None, near=True), AHEAD)
    if not isinstance(found, _Found):
        return None
    spot = found.spot
    if point.year is not None:
        return spot
    month = spot.month if point.month else first.month
    year = first.year
    if first.month and month and month < first.month and year:
        year += 1
    return Spot(year, month, spot.day)


def _find(
    point: Point, anchor: Spot | None, before: Before | None, tense: Tense
) -> _Found | str | None:
    """A string says why a time stays vague."""
    if point.part == "中叶":
        return _Found(Spot(2050), SAID) if anchor is None or anchor.year > _OLD else None
    if point.week is not None:
        return _week(point, anchor)
    if point.day is not None and point.day.ground != "said":
        return _relative_day(point, anchor, before)
    if point.month is not None and point.month.ground != "said":
        return _relative_month(point, anchor, before)
    month = point.month.number if point.month else 0
    day = point.day.number if point.day else 0
    if point.year is None:
        return _without_year(point, Spot(0, month, day), anchor, before, tense)
    year = point.year.number
    if point.year.ground == "said":
        return _Found(Spot(year, month, day), SAID)
    if point.year.ground == "published":
        if anchor is None:
            return UNANCHORED
        return _Found(Spot(anchor.year + year, month, day), f"据发表日期{edtf(anchor)}推算")
    if before is None or not before.spot.year:
        return None
    if year > 1 and anchor and before.spot.year + year > anchor.year:
        return None
    return _Found(Spot(before.spot.year + year, month, day), f"承上文{before.spot.year}年")


def _week(point: Point, anchor: Spot | None) -> _Found | str:
    if anchor is None:
        return UNANCHORED
    monday = shifted(anchor, 7 * (point.week or 0) - _weekday(anchor))
    day = {None: 0, 7: 5}.get(point.weekday, point.weekday or 0)
    return _Found(shifted(monday, day), f"据发表日期{edtf(anchor)}推算")


def _weekday(spot: Spot) -> int:
    """0 is Monday (Sakamoto's method)."""
    year = spot.year - (spot.month < 3)
    sunday = (
        year
        + year // 4
        - year // 100
        + year // 400
        + (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)[spot.month - 1]
    )
    return (sunday + spot.day - 1) % 7


def _relative_day(point: Point, anchor: Spot | None, before: Before | None) -> _Found | str | None:
    assert point.day is not None
    if point.day.ground == "published":
        if anchor is None:
            return UNANCHORED
        return _Found(shifted(anchor, point.day.number), f"据发表日期{edtf(anchor)}推算")
    if before is None or before.dated is None:
        return None
    return _Found(shifted(before.dated, point.day.number), f"承上文{edtf(before.dated)}")


def _relative_month(
    point: Point, anchor: Spot | None, before: Before | None
) -> _Found | str | None:
    assert point.month is not None
    day = point.day.number if point.day else 0
    if point.month.ground == "published":
        if anchor is None:
            return UNANCHORED
        ground, basis = anchor, f"据发表日期{edtf(anchor)}推算"
    elif (point.year is not None and anchor is not None) or before is None or not before.spot.month:
        return None
    else:
        ground, basis = before.spot, f"承上文{edtf(before.spot)}"
    year, month = month_shifted(ground.year, ground.month, point.month.number)
    return _Found(Spot(year, month, day), basis)


def _without_year(
    point: Point, spot: Spot, anchor: Spot | None, before: Before | None, tense: Tense
) -> _Found | None:
    near = before.spot if before and before.near else None
    if spot.day and not spot.month:
        if near and near.month:
            return _Found(_carried_day(spot, near), f"承上文{edtf(Spot(near.year, near.month))}")
        if anchor is None:
            return _Found(spot, "没有发表日期，年月不详")
        day = _nearest(spot.day, anchor, ahead=tense.ahead)
        return _Found(day, f"年月据发表日期{edtf(anchor)}")
    if near and near.year and (spot.month or point.part in HALVES):
        return _Found(spot._replace(year=near.year), f"承上文{near.year}年")
    if anchor is None:
        return _Found(spot, "没有发表日期，年份不详")
    year = year_of(spot, point.part, anchor, tense)
    told = tense.told
    if told and told.month and year == told.year < anchor.year and spot.month:
        return _Found(spot._replace(year=year), f"承上文{year}年")
    return _Found(spot._replace(year=year), f"年份据发表日期{edtf(anchor)}") if year else None


def _carried_day(spot: Spot, near: Spot) -> Spot:
    year, month = near.year, near.month
    # 30日 then 1日 is the next month; 8日 then 7日 is not.
    if near.day and near.day - spot.day > 20:
        year, month = month_shifted(year, month, 1)
    return Spot(year, month, spot.day)


def _nearest(day: int, anchor: Spot, *, ahead: bool) -> Spot:
    """This month's day if it has come; else the nearer of last month's and the one to come."""
    if ahead and day < anchor.day:
        step = 1 if anchor.day - day > 10 else 0
    elif ahead or day <= anchor.day:
        step = 0
    else:
        step = -1 if day - anchor.day > 7 else 0
    year, month = month_shifted(anchor.year, anchor.month, step)
    if not exists(Spot(year, month, day)):
        year, month = month_shifted(anchor.year, anchor.month, 0 if step else -1)
    return Spot(year, month, day)
