"""Events and dates of a text, with who takes part and the clause that tells them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from generator.annotate.dates.onward import since
from generator.annotate.facts.idle import tells_nothing
from generator.annotate.facts.money import is_for_another
from generator.annotate.facts.names import Named
from generator.annotate.facts.places import Places
from generator.model.facts import At, DateFact, EventFact
from generator.model.findings import Date, Event, Figure, Findings, Paper

_START = attrgetter("start")
_COMPARED = re.compile("(?:[比较]|相比于?|相对于|不同于|早于|晚于)$")
_LONGEST = 80
_LEAST = 16
_SAID = "原文写明"


def gather_events(findings: Findings, places: Places, named: Named) -> tuple[EventFact, ...]:
    """In order."""
    found = []
    for it in findings.events:
        at = places.place(it.start, it.end) if it.shown else None
        if at is not None:
            found.append(_event(it, at, findings.figures, places, named))
    return tuple(found)


def _event(it: Event, at: At, figures: Sequence[Figure], places: Places, named: Named) -> EventFact:
    text = places.text
    thing = text[slice(*it.object)] if it.object else ""
    who = (named.at(span) for span in it.participants)
    figure = _sum_of(it, figures, places.spans[at[0]][1])
    spent = figure is not None and not is_for_another(text, it.start, figure)
    return EventFact(
        at,
        it.verb,
        it.date,
        it.place,
        it.sum if spent else None,
        text[figure.start : figure.end] if figure is not None and spent else "",
        tuple(dict.fromkeys(index for index in who if index >= 0)),
        tuple(dict.fromkeys(text[start:end] for start, end in it.participants)),
        thing,
        _object(it, thing, named),
    )


def _object(it: Event, thing: str, named: Named) -> int:
    index = named.at(it.object)
    return index if index >= 0 or not thing else named.forms.get(thing.strip("《》"), -1)


def _sum_of(it: Event, figures: Sequence[Figure], end: int) -> Figure | None:
    if it.sum is None:
        return None
    for index in range(bisect_left(figures, it.start, key=_START), len(figures)):
        figure = figures[index]
        if figure.start >= end:
            return None
        if figure.value == it.sum:
            return figure
    return None


def gather_dates(
    findings: Findings, places: Places, events: Sequence[EventFact], title: str = ""
) -> tuple[DateFact, ...]:
    """Those that can be put on a line of time; not those in titles, nor what others are compared with."""
    papers = findings.papers
    of_sentence: dict[int, list[int]] = {}
    for number, event in enumerate(events):
        of_sentence.setdefault(event.at[0], []).append(number)
    found = []
    dates = [it for it in findings.dates if it.shown and it.edtf]
    for index, it in enumerate(dates):
        at = places.place(it.start, it.end)
        if (
            at is None
            or _in_title(it, papers)
            or _is_none(it, places, at[0], title)
            or _COMPARED.search(places.text, max(0, it.start - 4), it.start)
        ):
            continue
        after = dates[index + 1].start if index + 1 < len(dates) else len(places.text)
        told = _clause(places, it, at[0], after)
        clause = places.place(*told)
        number = _event_of(at, it, events, of_sentence.get(at[0], ()))
        century = (it.edtf or "")[2:4] == "XX"
        if number < 0 and (century or tells_nothing(places.text, told, (it.start, it.end))):
            continue
        basis = "" if it.basis == _SAID else it.basis
        edtf = since(places.text, it) if number < 0 else it.edtf or ""
        found.append(DateFact(at, edtf, basis, clause or at, number))
    return tuple(found)


def _in_title(date: Date, papers: Sequence[Paper]) -> bool:
    index = bisect_right(papers, date.start, key=_START) - 1
    return index >= 0 and date.end <= papers[index].end


def _is_none(date: Date, places: Places, sentence: int, title: str) -> bool:
    """「亏我当年待他那么好」 looks back; 神圣十月, of which the text tells, is no month."""
    text = places.text
    words = text[date.start : date.end]
    if words in title and len(title) > len(words) and _MONTH.fullmatch(words):
        begin = title.find(words)
        start = date.start - begin
        if start >= 0 and text.startswith(title, start):
            return True
    if words not in _LOOKING_BACK:
        return False
    begin = places.spans[sentence][0]
    return any(
        text.count(one, begin, date.start) > text.count(other, begin, date.start)
        for one, other in ("“”", "「」")
    )


_MONTH = re.compile("[一二三四五六七八九十]{1,2}月|[春夏秋冬][天季日]")
_LOOKING_BACK = ("当年", "同年", "当时")


def _event_of(at: At, date: Date, events: Sequence[EventFact], numbers: Sequence[int]) -> int:
    """The event in whose clause it stands; of several, the first that is of this date."""
    for number in numbers:
        event = events[number]
        if event.date == date.edtf and event.at[1] <= at[1] and at[2] <= event.at[2]:
            return number
    return -1


def _clause(places: Places, date: Date, sentence: int, after: int) -> tuple[int, int]:
    """From the clause of the date to where its sense is whole."""
    text = places.text
    begin, end = places.spans[sentence]
    start = _open(text, begin, date.start)
    if _LACKS.match(text, start):
        start = _open(text, begin, start - 1)
    stop = _STOP.search(text, date.end, end)
    close = stop.start() if stop else end
    if start < after < close and (comma := text.rfind("，", date.end, after)) > date.end + 1:
        close = comma
    while close - start > _LONGEST or text.count("“", start, close) > text.count("”", start, close):
        comma = text.rfind("，", date.end + _LEAST, close)
        if comma < 0:
            break
        close = comma
    if text.count("（", start, close) > text.count("）", start, close):
        shut = text.find("）", close, end)
        close = shut + 1 if shut >= 0 else close
    while close > date.end and text[close - 1] in "…。，；：、—":
        close -= 1
    return start, close


def _after_mark(text: str, begin: int, at: int) -> int:
    opened = max(text.rfind(mark, begin, max(begin, at)) for mark in "，；：。…！？")
    return max(begin, opened + 1)


def _open(text: str, begin: int, at: int) -> int:
    """Where the clause opens that stands at `at`."""
    start = _after_mark(text, begin, at)
    while text.count("（", begin, start) > text.count("）", begin, start):
        # A mark inside brackets parts no clauses: 论坛（7月29日，北京）和….
        start = _after_mark(text, begin, text.rfind("（", begin, start))
    while start < at and text[start] in "— ":
        start += 1
    for one, other in (("《", "》"), ("“", "”")):
        if text.count(one, start, at) < text.count(other, start, at):
            start = max(begin, text.rfind(one, begin, start))
    return start


_STOP = re.compile(
    "[；。！？]|……|，(?=(?:毕业|退休|退伍|复员|转业|回国|学成)(?:之|以)?后|后来|此后|其后|多年后)"
)
"""Where a sentence goes on with what came later, its date is over."""
_LACKS = re.compile("(?:曾|是|于|并|而|也|还|又|就|则|将于|已于|才|且)")
"""A clause that begins so goes on with the subject of the one before."""
