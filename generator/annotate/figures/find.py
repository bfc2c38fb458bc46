"""Prose and its dates -> figures."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from heapq import merge

from generator.annotate.figures.about import read_about, without_link
from generator.annotate.figures.amounts import read_amounts, read_doublings
from generator.annotate.figures.moment import is_ahead, read_moment
from generator.annotate.figures.qualifiers import read_qualifiers
from generator.annotate.figures.reading import Amount
from generator.annotate.prose import Prose
from generator.model.findings import Date, Figure

_UP_TO_A_BREAK = re.compile("(?s:.*)(?:[，。；：、！？,;:!?\n“”‘’「」《》…—]|\\.(?= ))")
_AIM = re.compile("力争|争取|(?<!个)确保|目标(?:任务)?(?:是|为|：|:)")
_REACH = 40
"""Characters of a clause that are looked at."""


def find_figures(prose: Prose, dates: tuple[Date, ...]) -> tuple[Figure, ...]:
    """Amounts in order; none inside a date."""
    text = prose.text
    starts = [start for start, _ in prose.sentences]
    date_starts = [date.start for date in dates]
    found: list[Figure] = []
    sentence, begin, first, aim = -1, 0, 0, -1
    of = ""
    for amount in _amounts(text, dates):
        at = bisect_right(starts, amount.start) - 1
        if at != sentence:
            sentence, of = at, ""
            begin, end = prose.sentences[at]
            first = bisect_left(date_starts, begin)
            match = _AIM.search(text, begin, end)
            aim = match.start() if match else end
        last = bisect_left(date_starts, amount.start)
        date = read_moment(text, dates, first, last, amount.start) if last > first else None
        low = max(begin, amount.start - _REACH)
        before = _UP_TO_A_BREAK.match(text, low, amount.start)
        clause = text[before.end() if before else low : amount.start]
        target = aim < amount.start or (date is not None and is_ahead(text, date, prose.date))
        near = dates[last - 1] if last > first else None
        topic = _topic(text, amount.start, len(clause), near, found[-1] if found else None)
        of = of if topic is None else read_about(text, amount, topic, of)
        qualifiers = tuple(read_qualifiers(text, amount, clause, target=target))
        found.append(
            Figure(
                amount.start,
                amount.end,
                amount.value,
                amount.unit,
                qualifiers,
                of,
                date.edtf if date else None,
                amount.shown,
            )
        )
    return tuple(found)


def _amounts(text: str, dates: tuple[Date, ...]) -> list[Amount]:
    amounts = list(read_amounts(text, dates))
    doublings = list(read_doublings(text)) if "番" in text else []
    return list(merge(amounts, doublings, key=lambda it: it.start)) if doublings else amounts


def _topic(text: str, at: int, length: int, date: Date | None, before: Figure | None) -> str | None:
    """What of the clause names the thing; None: the thing of the amount before it.

    产量比2015年增长: 产量; 收入由2012年的: 收入由; 由5元提高到: None.
    """
    low = at - length
    after = before.end if before and before.end > low else low
    topic = text[after:at]
    if date is not None and date.end > after:
        fore = text[after : date.start]
        if fore[-1:] in ("比", "较"):
            return fore[:-1] if len(fore) > 2 else None
        topic = text[date.end : at]
        if not without_link(topic) and after == low:
            return fore
    if before and after > low and not without_link(topic):
        return text[low : before.start] if before.unit in _TIMES else None
    return topic


_TIMES = frozenset(("年", "天", "个月"))
