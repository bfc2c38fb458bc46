"""Entries of a timeline -> its drawing: each as a mark, or counted by year where there are many."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence

import msgspec

from generator.present import views
from generator.present.compose.paging import page_url
from generator.present.drawing.moments import moments
from generator.present.drawing.strip import step_for
from generator.present.statement_filters import moment
from generator.present.texts import say
from generator.present.views.drawings import MarksView, MarkView, StripView, YearsView
from generator.weave.statements.times import EVER, order

_LEAST = 4
"""Fewer are read as easily in the list."""
_MARKS = 40


def year_of(edtf: str) -> int | None:
    """The year it begins in; None if nothing tells."""
    first = order(edtf)[0]
    return first // 10_000 if abs(first) < EVER else None


def year_words(year: int) -> str:
    """2022年; 公元前221年."""
    return moment(f"{year:04d}" if year >= 0 else f"{year:05d}")


def years_strip(counts: Iterable[tuple[int, int, str]], label: Callable[[int], str]) -> StripView:
    """counts: (year, how much, URL), in order of time, at least one. Years may become decades."""
    told = list(counts)
    step = step_for(year for year, _, _ in told)
    columns: dict[int, YearsView] = {}
    for year, count, url in told:
        number = year // step
        before = columns.get(number)
        if before is not None:
            columns[number] = msgspec.structs.replace(before, count=before.count + count)
        else:
            words = label(year) if step == 1 else _stretch(number * step, step)
            columns[number] = YearsView(number, words, url, count)
    return StripView(tuple(columns.values()), step)


def _stretch(first: int, step: int) -> str:
    last = first + step - 1
    if first > 0:
        return say("drawing.stretch", first=str(first), last=str(last))
    return say("drawing.stretch_before", first=str(1 - first), last=str(max(1, 1 - last)))


def anchored(items: Sequence[views.MomentView]) -> tuple[views.MomentView, ...]:
    """Each with the name that its drawing leads to; of many only the first of each year has one."""
    if len(items) < _LEAST:
        return tuple(items)
    all_of_them = len(items) <= _MARKS
    made = []
    before = None
    for number, it in enumerate(items, 1):
        year = year_of(it.edtf)
        if all_of_them or year != before:
            it = msgspec.structs.replace(it, anchor=f"e{number}")
        before = year
        made.append(it)
    return tuple(made)


def drawn_times(
    items: Sequence[views.MomentView], shown: Container[int], base: str, size: int
) -> tuple[StripView | None, MarksView | None]:
    """Of anchored entries; `shown`: those that stand on the page itself, all of them stand at `base`,
    `size` to a page.
    """
    if len(items) < _LEAST:
        return None, None

    def url(index: int) -> str:
        if index in shown:
            return f"#{items[index].anchor}"
        return f"{page_url(base, index // size + 1)}#{items[index].anchor}"

    known = [(it, year_of(it.edtf)) for it in items]
    dates = [it.edtf for it, year in known if year is not None]
    if len(set(dates)) < _LEAST - 1:
        return None, None
    if len(items) <= _MARKS and moments(dates) is not None:
        marks = tuple(
            MarkView(it.edtf, moment(it.edtf), url(index))
            for index, (it, year) in enumerate(known)
            if year is not None
        )
        return None, MarksView(marks)
    firsts: dict[int, tuple[int, str]] = {}
    for index, (it, year) in enumerate(known):
        if year is not None:
            count, first = firsts.get(year, (0, ""))
            firsts[year] = count + 1, first or (url(index) if it.anchor else "")
    if len(firsts) < _LEAST - 1:
        return None, None
    counts = [(year, count, first) for year, (count, first) in sorted(firsts.items())]
    return years_strip(counts, year_words), None
