"""Prose -> dates in order; no two overlap."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from msgspec import Struct

from generator.annotate.dates.beside import beside, is_torn
from generator.annotate.dates.calendar import Spot, day_of, is_recent, spot_of
from generator.annotate.dates.guessed import FROM, GUESSED, without_guesses
from generator.annotate.dates.onward import is_no_time, onward, through
from generator.annotate.dates.settle import SAID, Before, Settled, leans, settle
from generator.annotate.dates.spans import find_spans
from generator.annotate.dates.stretches import stretch
from generator.annotate.dates.tokens import Reading, read
from generator.annotate.dates.years import AHEAD, Tense, is_of_every_year, tense_of
from generator.annotate.prose import Prose
from generator.model.findings import Date

_STOP: Final = re.compile("[。！？\n]")
_LEADS: Final = frozenset("，。；：、！？\n—…”,;:在于")
"""What stands before a date that a tale goes on from."""
_STILL: Final = frozenset("今来")
"""2021年6月至今: what follows is told of today."""
_WIRED: Final = frozenset("电讯")
"""What follows the date of a dateline."""
_PUBLISHED: Final = "发表日期"
_DATELINE: Final = "电头日期"
_REACH: Final = 400
"""So far back 同日 and 同年 look."""
_THAT_YEAR: Final = ("该年", "那年", "是年", "此年", "其年")
_NEAR: Final = 80
_TALE: Final = 200
_AGO: Final = 10
_LONG_AGO: Final = 20
"""Years."""


class _Last(Struct, frozen=True, gc=False):
    spot: Spot
    dated: Spot | None
    """The last one with its day."""
    end: int
    leads: bool
    written: bool = True
    """The text itself names its year."""


def find_dates(prose: Prose) -> tuple[Date, ...]:
    """Time expressions in order."""
    text = prose.text
    anchor = day_of(prose.date)
    found: list[Date] = []
    done = 0
    last: _Last | None = None
    said: _Last | None = None
    counted = _PUBLISHED
    torn = -1
    for start, end, whole in find_spans(text):
        if start < done:
            continue
        # 2月30日 is none, and neither is the 30日 in it.
        done = end
        fixed, reading = (_stretch if whole else _point)(text[start:end], anchor)
        goes_on = 0 <= torn <= start and "\n" not in text[torn:start]
        if goes_on and reading is not None and reading.first.year is None:
            # The year that it goes on with is lost.
            continue
        if fixed is None and reading is not None:
            fixed = _lean(reading, text, (start, end), anchor, last, said)
        if fixed is None:
            continue
        basis = fixed.basis.replace(_PUBLISHED, counted) if counted != _PUBLISHED else fixed.basis
        date = beside(text, Date(start, end, fixed.edtf, basis, fixed.shown))
        if date is None or is_no_time(text, date):
            torn = end if is_torn(text, start) else torn
            continue
        date = onward(text, date)
        done = max(done, date.end)
        if whole_time := through(text, found[-1] if found else None, date):
            found[-1] = whole_time
        else:
            found.append(date)
        if reading is None or reading.first.year is not None:
            torn = -1
        if date.start != start:
            spot = spot_of(date.edtf or "")
            last = _Last(spot, spot if spot.day else None, end, leads=True) if spot else last
            said = last
            continue
        if fixed.spot is not None:
            dated = fixed.spot if fixed.spot.day else last.dated if last else None
            leads = (not start or text[start - 1] in _LEADS) and text[end - 1] not in _STILL
            written = fixed.basis == SAID or (
                fixed.basis.startswith(FROM) and last is not None and last.written
            )
            last = _Last(fixed.spot, dated, end, leads, written)
            if fixed.spot.year and not fixed.basis.startswith(GUESSED):
                said = last
            if fixed.spot.day and text[end : end + 1] in _WIRED and is_recent(fixed.spot, anchor):
                # 本报太原3月12日讯: today is the 12th, though it was printed on the 13th.
                anchor, counted = fixed.spot, _DATELINE
    return tuple(without_guesses(found, anchor))


@lru_cache(4096)
def _stretch(surface: str, anchor: Spot | None) -> tuple[Settled | None, None]:
    return stretch(surface, anchor), None


@lru_cache(8192)
def _point(surface: str, anchor: Spot | None) -> tuple[Settled | None, Reading | None]:
    """Settled, or what has to be settled where it stands."""
    reading = read(surface)
    if reading is None or leans(reading):
        return None, reading
    return settle(reading, anchor, None, Tense()), None


def _lean(
    reading: Reading,
    text: str,
    span: tuple[int, int],
    anchor: Spot | None,
    last: _Last | None,
    said: _Last | None,
) -> Settled | None:
    """`said`: the last date whose year the text tells in words."""
    start, end = span
    spoken = None
    if last is not None and start - last.end <= _REACH:
        near = _is_near(text, start, anchor, last) and not _is_news(
            reading, text, start, anchor, last
        )
        if not near and _is_old(text, start, anchor, last) and reading.first.year is None:
            # Of which year of a tale of long ago, it does not say; surely not of this year.
            return None
        year = reading.first.year
        day = reading.first.day
        leaning = any(it and it.ground == "spoken" for it in (year, day))
        if not leaning or "\n" not in text[last.end : start] or _is_of_now(anchor, last):
            # 次年 at the beginning of a paragraph need not be of the one before.
            spoken = Before(last.spot, last.dated, near)
    if reading.first.year is None and text.endswith(_THAT_YEAR, 0, start):
        # 谷于该年6月通令: of the year spoken of, and no other.
        if last is None or not last.written or "\n" in text[last.end : start]:
            return None
        spoken = Before(last.spot, last.dated, near=True)
    if text.startswith("当年", start) and not _is_that_year(text, start, end, last):
        return None
    if text[start - 1 : start] == "月" and reading.first.month is None:
        # 每年3月31日: the month is of every year.
        return None
    if not (reading.first.year or reading.first.day) and is_of_every_year(text, start):
        return None
    here = said.spot if said and "\n" not in text[said.end : start] else None
    told = said.spot.year if said else 0
    past = anchor is not None and told == anchor.year - 1
    by = reading.tail == "前"
    tense = tense_of(text, start, end, by=by, past=past, told=here, year=told)
    if reading.first.part and text[start - 1 : start].isdecimal():
        # 1997上半年: its year is miswritten.
        return None
    if text[start - 1 : start] == "年":
        # 416年12月: what it is of stands before it.
        tense = AHEAD
    return settle(reading, anchor, spoken, tense)


def _is_that_year(text: str, start: int, end: int, last: _Last | None) -> bool:
    """师承当年的名厨 is of those days: the year of another sentence goes on where 当年 opens a clause."""
    if last is None or end - start > len("当年") or text[start - 1 : start] in _LEADS:
        return True
    return not _STOP.search(text, last.end, start)


def _is_near(text: str, start: int, anchor: Spot | None, last: _Last) -> bool:
    gap = start - last.end
    if gap > _NEAR:
        return _is_history(text, start, anchor, last)
    stops = len(_STOP.findall(text, last.end, start))
    if not stops:
        return last.leads or gap <= 2
    if stops > 1 and _is_history(text, start, anchor, last):
        return True
    past = anchor is None or last.spot.year <= anchor.year
    return (
        stops == 1
        and last.leads
        and past
        and last.spot.month > 0
        and text[start - 1] in "。！？\n是"
    )


def _is_news(reading: Reading, text: str, start: int, anchor: Spot | None, last: _Last) -> bool:
    """1993年9月，他曾来过。1月8日，他又来了: told in January, and earlier in the year than the last."""
    month, day = reading.first.month, reading.first.day
    if anchor is None or not month or not day or last.spot.year >= anchor.year:
        return False
    if month.number >= last.spot.month or not _STOP.search(text, last.end, start):
        return False
    return is_recent(Spot(anchor.year, month.number, day.number), anchor)


def _is_of_now(anchor: Spot | None, last: _Last) -> bool:
    """News goes on from paragraph to paragraph, history need not."""
    return anchor is not None and last.written and last.spot.year >= anchor.year - 1


def _is_old(text: str, start: int, anchor: Spot | None, last: _Last) -> bool:
    """Whether its paragraph spoke of a time long ago before."""
    return (
        anchor is not None
        and 0 < last.spot.year <= anchor.year - _AGO
        and "\n" not in text[last.end : start]
    )


def _is_history(text: str, start: int, anchor: Spot | None, last: _Last) -> bool:
    """Whether a tale of long ago goes on within its paragraph: 1927年8月1日……。8月3日至6日，……"""
    return (
        anchor is not None
        and last.leads
        and last.spot.day > 0
        and 0 < last.spot.year <= anchor.year - _LONG_AGO
        and start - last.end <= _TALE
        and text[start - 1] in "。！？"
        and "\n" not in text[last.end : start]
    )
