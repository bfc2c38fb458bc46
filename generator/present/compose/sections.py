"""Statements of a topic or an entity -> what its page shows, and pages that show the rest.

Nothing is cut silently: a section that is too long leads to a page where it stands whole.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from generator.present import views
from generator.present.compose.bars import with_bars
from generator.present.compose.desk import Desk
from generator.present.compose.paging import page_url, pager
from generator.present.compose.strips import anchored, drawn_times
from generator.present.statement_filters import section_name
from generator.present.texts import text
from generator.weave.foremost import Foremost

FOLDERS = {
    "timeline": "timeline",
    "figures": "figures",
    "offices": "people",
    "quotes": "quotes",
    "relations": "relations",
    "papers": "documents",
    "programmes": "programmes",
    "wordings": "wordings",
}
"""Where a section's own pages stand, below the page that it belongs to."""
FIRST: Mapping[str, int] = {
    "timeline": 14,
    "offices": 12,
    "quotes": 5,
    "relations": 8,
    "papers": 12,
    "programmes": 6,
    "wordings": 10,
}
"""Entries of a section that the page of the topic or entity shows."""
_GROUPS = 14
"""Measures on the first page, and amounts of each."""
_ROWS = 6
_EMPTY = views.StatementsView()
_PAGE = 80
"""Entries, or amounts, on one page of a section of its own."""


def first(
    view: views.StatementsView, base: str, chosen: Foremost | None = None
) -> views.StatementsView:
    """What the page at `base` shows: what is chosen, else the latest of a timeline, the first of all
    else.
    """
    shown: dict[str, Any] = {}
    more: dict[str, views.More] = {}
    view = msgspec.structs.replace(view, timeline=anchored(view.timeline))
    times: Container[int] = range(len(view.timeline))
    for key, size in FIRST.items():
        items = getattr(view, key)
        if len(items) > size + size // 4:
            here: Sequence[int] = range(size)
            if key == "timeline":
                here = chosen.timeline if chosen else range(len(items) - size, len(items))
                times = here
            elif key == "quotes" and chosen:
                here = chosen.quotes
            shown[key] = tuple(items[it] for it in here)
            more[key] = views.More(size, len(items), f"{base}{FOLDERS[key]}/")
    groups = tuple(_least(it) for it in view.figures[: chosen.measures if chosen else _GROUPS])
    rows = sum(len(it.rows) for it in view.figures)
    if sum(len(it.rows) for it in groups) < rows:
        shown["figures"] = groups
        count = sum(len(it.rows) for it in groups)
        more["figures"] = views.More(count, rows, f"{base}{FOLDERS['figures']}/")
    strip, marks = drawn_times(view.timeline, times, f"{base}{FOLDERS['timeline']}/", _PAGE)
    return msgspec.structs.replace(view, **shown, more=more, strip=strip, marks=marks)


def _least(group: views.FigureGroupView) -> views.FigureGroupView:
    """The latest amounts; those of no known time only if there are few others."""
    if len(group.rows) <= _ROWS + 2:
        return group
    dated = [it for it in group.rows if it.when]
    rows = (dated if len(dated) >= _ROWS else group.rows)[-_ROWS:]
    return msgspec.structs.replace(group, rows=with_bars(rows))


def part_pages(
    desk: Desk,
    owner: views.TermLink,
    crumbs: tuple[views.Crumb, ...],
    view: views.StatementsView,
    wanted: Mapping[str, views.More],
) -> Iterator[tuple[str, views.View]]:
    """Each section that goes on, whole, over as many pages as it takes."""
    trail = (*crumbs, views.Crumb(owner.title, owner.url))
    for key, more in wanted.items():
        strip = None
        if key == "figures":
            pages: Sequence[tuple[Any, ...]] = _figure_pages(view.figures)
        elif key == "timeline":
            whole = anchored(view.timeline)
            strip, _ = drawn_times(whole, (), more.url, _PAGE)
            pages = _pages(whole)
        else:
            pages = _pages(getattr(view, key))
        for number, part in enumerate(pages, 1):
            url = page_url(more.url, number)
            title = f"{owner.title}{text('mark.colon')}{section_name(key)}"
            shown = msgspec.structs.replace(_EMPTY, **{key: part}, many=view.many, strip=strip)
            turn = pager(more.url, number, len(pages))
            chrome = desk.chrome(url, title, "", trail)
            yield url, views.PartView(chrome, key, owner, shown, more.total, turn)


def _pages(items: Sequence[Any]) -> list[tuple[Any, ...]]:
    return [tuple(items[start : start + _PAGE]) for start in range(0, len(items), _PAGE)]


def _figure_pages(
    groups: Sequence[views.FigureGroupView],
) -> list[tuple[views.FigureGroupView, ...]]:
    """A measure is begun on a new page rather than cut, unless it alone is longer."""
    pages: list[list[views.FigureGroupView]] = [[]]
    room = _PAGE
    for group in groups:
        if len(group.rows) > room and pages[-1]:
            pages.append([])
            room = _PAGE
        for start in range(0, len(group.rows), _PAGE):
            if start:
                pages.append([])
                room = _PAGE
            rows = group.rows[start : start + _PAGE]
            part = msgspec.structs.replace(
                group, rows=rows, held=start > 0, conflicts=() if start else group.conflicts
            )
            pages[-1].append(part)
            room -= len(rows)
    return [tuple(it) for it in pages]
