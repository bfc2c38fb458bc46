"""Dates and events of all articles -> the timeline: its years, and a page for each or for a decade.

Which page an entry stands on goes by its date alone, so that a page is composed only if one of
its own articles changed; what is an entry and what is none is decided where statements are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from generator.model.statements import Moment
from generator.present import views
from generator.present.compose.desk import Desk, Later
from generator.present.compose.keys import Keys
from generator.present.compose.paging import page_url, pager
from generator.present.compose.rooms import TIMELINE, crumb
from generator.present.compose.statements import moment
from generator.present.compose.strips import years_strip
from generator.present.compose.years import Item, dated
from generator.present.texts import say, text
from generator.present.views.indexes import TimelineView, YearGroup, YearRow, YearView
from generator.present.wording import year_words
from generator.weave.statements.sources import sources
from generator.weave.statements.timeline import timeline
from generator.weave.statements.times import order, order_in_year

_TOGETHER = 60
"""Of a decade in which no more is told, the years stand on one page."""
_DRAWN = 3
"""Years from which a drawing says more than their list."""
_ENTRIES = 120
"""On one page; a page ends between two days if it can."""


class _Sheet(NamedTuple):
    """A year or a decade."""

    url: str
    title: str
    items: list[Item]


def timeline_pages(desk: Desk, keys: Keys) -> Iterator[tuple[str, views.View | Later]]:
    """The list of years, and their pages; nothing where no article dates anything."""
    counts = desk.tally.years
    if not counts:
        return
    years = dated(desk.knowledge)
    yield TIMELINE, _overview(desk, TIMELINE, text("nav.timeline"), counts)
    sheets: list[_Sheet] = []
    for decade, found in groupby(sorted(years), key=_decade):
        numbers = list(found)
        url = _decade_url(decade)
        title = say("date.decade", year=str(decade)) if len(numbers) > 1 else year_label(numbers[0])
        if _apart(counts, numbers):
            # What leads to the decade from elsewhere goes on leading somewhere when it has grown.
            inside = {it: counts[it] for it in numbers}
            yield url, _overview(desk, url, say("date.decade", year=str(decade)), inside)
            sheets += [_Sheet(_year_url(it), year_label(it), years[it]) for it in numbers]
        else:
            sheets.append(_Sheet(url, title, [item for it in numbers for item in years[it]]))
    for number, sheet in enumerate(sheets):
        older = sheets[number - 1] if number else None
        newer = sheets[number + 1] if number + 1 < len(sheets) else None
        turn = _turn(newer), _turn(older)
        yield from _pages(desk, keys, sheet, turn)


def year_rows(counts: Mapping[int, int]) -> tuple[YearRow, ...]:
    """The years with what leads to them; counts: year -> how much is told of it."""
    longest = max(counts.values(), default=1)
    apart = {
        year
        for _, found in groupby(sorted(counts), key=_decade)
        for numbers in [list(found)]
        if _apart(counts, numbers)
        for year in numbers
    }
    return tuple(
        YearRow(
            year_label(year),
            _year_url(year) if year in apart else f"{_decade_url(_decade(year))}#y{year}",
            counts[year],
            max(1, round(1000 * counts[year] / longest)),
            year,
        )
        for year in sorted(counts)
    )


def year_label(year: int) -> str:
    """2022年; 前221年."""
    return year_words(year)


def _decade(year: int) -> int:
    return year // 10 * 10


def _apart(counts: Mapping[int, int], numbers: Sequence[int]) -> bool:
    """Whether the years of a decade have pages of their own."""
    return len(numbers) > 1 and sum(counts[it] for it in numbers) > _TOGETHER


def _year_url(year: int) -> str:
    return f"{TIMELINE}{year}/"


def _decade_url(decade: int) -> str:
    return f"{TIMELINE}{decade}s/"


def _turn(sheet: _Sheet | None) -> views.TermLink | None:
    return views.TermLink(sheet.title, sheet.url, len(sheet.items)) if sheet else None


def _overview(desk: Desk, url: str, title: str, counts: Mapping[int, int]) -> TimelineView:
    rows = year_rows(counts)
    crumbs = (crumb("timeline"),) if url != TIMELINE else ()
    total = sum(it.count for it in rows)
    strip = None
    if len(rows) >= _DRAWN:
        strip = years_strip([(it.year, it.count, it.url) for it in rows], year_label)
    return TimelineView(desk.chrome(url, title, "", crumbs), title, rows, total, strip)


def _pages(
    desk: Desk,
    keys: Keys,
    sheet: _Sheet,
    turn: tuple[views.TermLink | None, views.TermLink | None],
) -> Iterator[tuple[str, Later]]:
    parts = list(_parts(sheet.items))
    for number, part in enumerate(parts, 1):
        url = page_url(sheet.url, number)
        chrome = desk.chrome(url, sheet.title, "", (crumb("timeline"),))
        turner = pager(sheet.url, number, len(parts))
        make = partial(_year, desk, chrome, sheet.title, part, turn, turner)
        readings = sorted({it[1] for it in part})
        said = (chrome, turn, turner, keys.readings(readings), _picked(part, readings))
        yield url, desk.later(make, said, readings)


def _picked(items: Sequence[Item], readings: Sequence[int]) -> list[tuple[int, int, int]]:
    """The same items told apart without the number a reading has in this build."""
    places = {reading: place for place, reading in enumerate(readings)}
    return [(places[reading], kind, index) for _, reading, kind, index in items]


def _parts(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Cut where a day ends, if one does between half a page and a whole one."""
    start = 0
    while len(items) - start > _ENTRIES:
        end = start + _ENTRIES
        for at in range(end, start + _ENTRIES // 2, -1):
            if items[at][0] != items[at - 1][0]:
                end = at
                break
        yield list(items[start:end])
        start = end
    yield list(items[start:])


def _year(
    desk: Desk,
    chrome: views.Chrome,
    title: str,
    items: Iterable[Item],
    turn: tuple[views.TermLink | None, views.TermLink | None],
    turner: views.Pager | None,
) -> YearView:
    known = sources(desk.knowledge)
    picks: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for _, reading, kind, index in items:
        picks[kind].append((reading, index))
    told = timeline(known, *map(sorted, picks))
    told = tuple(sorted(told, key=lambda it: order_in_year(it.edtf)))
    groups = tuple(
        YearGroup(year_label(year), f"y{year}", tuple(moment(desk, it) for it in found))
        for year, found in groupby(told, key=_year_of)
    )
    newer, older = turn
    return YearView(chrome, title, groups, newer, older, turner)


def _year_of(it: Moment) -> int:
    return order(it.edtf)[0] // 10_000
