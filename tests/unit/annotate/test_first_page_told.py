"""The first page understood: amounts, speech, programmes and events, held against the gold.

A failing test lists what is missing (缺), wrong (误) or too much (多), in the words of the text.
"""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.findings import Event, Figure, Offsets, Quote
from tests.unit.annotate.first_page_answers import Deed, Speech
from tests.unit.annotate.first_page_gold import Marked, overlaps
from tests.unit.annotate.first_page_measure import (
    Understood,
    enough,
    none_of,
    open_to_doubt,
    same,
    span,
    sure,
    understood_page,
)


@pytest.fixture(scope="module")
def page() -> list[Understood]:
    return understood_page()


# Figures


def counted(found: Figure, figure: Marked[Any]) -> bool:
    entry = figure.entry
    return same(found, figure) and (found.value, found.unit) == (entry.value, entry.unit)


def test_figures_are_found(page: list[Understood]) -> None:
    complaints = [
        f"缺 {figure.block} {it.near(figure.at)} {figure.entry.value} {figure.entry.unit}"
        for it in page
        for figure in sure(it.gold.figures)
        if not any(counted(found, figure) for found in it.found.figures)
    ]
    enough(complaints, sum(len(sure(it.gold.figures)) for it in page), 0.95)


def test_no_figure_shown_is_wrong(page: list[Understood]) -> None:
    none_of(
        [
            f"误 {it.near(span(found))} {found.value} {found.unit}"
            for it in page
            for found in it.found.figures
            if found.shown
            and not any(counted(found, figure) for figure in it.gold.figures)
            and not open_to_doubt(span(found), it.gold.figures)
        ]
    )


def test_figures_say_what_is_counted_how_surely_and_for_when(page: list[Understood]) -> None:
    complaints, count = [], 0
    for it in page:
        for figure in sure(it.gold.figures):
            entry = figure.entry
            for found in (one for one in it.found.figures if counted(one, figure)):
                count += 3
                where = f"误 {figure.block} {entry.text}"
                if sorted(found.qualifiers) != sorted(entry.qualifiers):
                    complaints.append(f"{where} 限定 {found.qualifiers}，应为 {entry.qualifiers}")
                if entry.as_of and found.as_of != entry.as_of:
                    complaints.append(f"{where} 时点 {found.as_of}，应为 {entry.as_of}")
                if not found.of or not (found.of in entry.of or entry.of in found.of):
                    complaints.append(f"{where} 所数 {found.of}，应为 {entry.of}")
    assert count, "没有数字"
    enough(complaints, count, 0.9)


# Quotes


def core(it: Understood, at: Offsets) -> Offsets:
    """Without marks and stops at either end, on which editors differ."""
    loose = "“”‘’。，：；……— \n"
    text = it.says(at)
    start = at[0] + len(text) - len(text.lstrip(loose))
    return start, start + len(text.strip(loose))


def is_quoted(it: Understood, found: Quote, quote: Marked[Speech]) -> bool:
    """The very words; of reported speech nine tenths of the clause."""
    if found.direct != quote.entry.direct:
        return False
    (start, end), (begin, stop) = core(it, span(found)), core(it, quote.at)
    if found.direct:
        return (start, end) == (begin, stop)
    return min(end, stop) - max(start, begin) >= 0.9 * (max(end, stop) - min(start, begin))


def is_spoken_by(found: Quote, entry: Speech) -> bool:
    if found.speaker not in (entry.speaker, *entry.or_speaker):
        return False
    if found.office is None or entry.office is None:
        if found.office is None:
            return entry.office is None
        return any(found.office.endswith(it) for it in entry.or_office)
    # The office with or without the body it belongs to.
    return (entry.org + entry.office).endswith(found.office)


def test_quotes_have_their_speakers(page: list[Understood]) -> None:
    complaints = []
    for it in page:
        for quote in sure(it.gold.quotes):
            got = [found for found in it.found.quotes if is_quoted(it, found, quote)]
            if not any(is_spoken_by(found, quote.entry) for found in got):
                kind = "直接" if quote.entry.direct else "转述"
                who = f"{quote.entry.speaker}（{quote.entry.office}）"
                says = f"{quote.entry.text[:14]}……"
                found_ = [(one.speaker, one.office) for one in got] or "无此引语"
                complaints.append(f"缺 {quote.block} {kind} {says} {who}；得 {found_}")
    none_of(complaints)


def test_no_quote_shown_is_wrong(page: list[Understood]) -> None:
    none_of(
        [
            f"误 {it.near(span(found))[:60]} {found.speaker}"
            for it in page
            for found in it.found.quotes
            if found.shown
            and not any(is_quoted(it, found, quote) for quote in it.gold.quotes)
            and not open_to_doubt(span(found), it.gold.quotes)
        ]
    )


# Programmes


def test_programmes_have_their_members(page: list[Understood]) -> None:
    complaints = []
    for it in page:
        for programme in sure(it.gold.programmes):
            entry = programme.entry
            got = [one for one in it.found.programmes if overlaps(span(one), programme.spans)]
            if not any(
                one.count == entry.count
                and (entry.doubtful_members or one.members == programme.inner)
                for one in got
            ):
                found = [(one.count, [it.says(at) for at in one.members]) for one in got]
                wanted = (entry.count, list(entry.members))
                complaints.append(f"缺 {programme.block} {entry.text}：{wanted}；得 {found}")
    none_of(complaints)


def test_no_programme_shown_is_wrong(page: list[Understood]) -> None:
    none_of(
        [
            f"多 {it.near(span(found))} {found.count}"
            for it in page
            for found in it.found.programmes
            if found.shown
            and not any(overlaps(span(found), one.spans) for one in it.gold.programmes)
        ]
    )


# Events


def tells(it: Understood, found: Event, event: Marked[Deed]) -> bool:
    """The same clause and verb."""
    verbs = (event.entry.verb, *event.entry.or_verb)
    return overlaps(span(found), event.spans) and any(
        found.verb in verb or verb in found.verb for verb in verbs
    )


def is_dated(found: Event, deed: Deed) -> bool:
    return (found.date or "") in (deed.date, *deed.or_date)


def takes_part(found: Event, event: Marked[Deed]) -> bool:
    return all(overlaps(at, found.participants) for at in event.inner)


def told(it: Understood, found: Event) -> str:
    actors = [it.says(at) for at in found.participants]
    return f"{found.verb} {found.date} {actors} {it.says(found.object)} {found.place} {found.sum}"


def test_events_with_their_date_and_participants(page: list[Understood]) -> None:
    complaints = []
    for it in page:
        for event in sure(it.gold.events):
            deed = event.entry
            got = [one for one in it.found.events if tells(it, one, event)]
            if not any(is_dated(one, deed) and takes_part(one, event) for one in got):
                wanted = f"{deed.verb} {deed.date or None} {list(deed.participants)}"
                found = [told(it, one) for one in got]
                complaints.append(f"缺 {event.block} {deed.clause[:24]}：{wanted}；得 {found}")
    none_of(complaints)


def test_events_say_what_where_and_for_how_much(page: list[Understood]) -> None:
    complaints, count = [], 0
    for it in page:
        for event in sure(it.gold.events):
            deed = event.entry
            got = [one for one in it.found.events if tells(it, one, event)]
            wants = {
                "事物": [name for name in (deed.object, *deed.or_object) if name],
                "地点": [name for name in (deed.place, *deed.or_place) if name],
            }
            have = {
                "事物": [it.says(one.object) for one in got if one.object]
                + [it.says(at) for one in got for at in one.participants],
                "地点": [one.place for one in got if one.place],
            }
            for part, names in wants.items():
                count += bool(names)
                if names and not any(a in b or b in a for a in names for b in have[part]):
                    complaints.append(
                        f"缺 {event.block} {deed.verb} {part} {names[0]}；得 {have[part]}"
                    )
            count += deed.sum is not None
            if deed.sum is not None and all(one.sum != deed.sum for one in got):
                complaints.append(f"缺 {event.block} {deed.verb} 金额 {deed.sum}")
    enough(complaints, count, 0.85)


def test_no_event_shown_is_wrong(page: list[Understood]) -> None:
    none_of(
        [
            f"误 {told(it, found)}：{it.near(span(found))[:60]}"
            for it in page
            for found in it.found.events
            if found.shown and not any(tells(it, found, event) for event in it.gold.events)
        ]
    )
