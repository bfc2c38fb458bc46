"""Dates of a sentence and an amount in it -> the day or year the amount holds for."""

from __future__ import annotations

import re

from generator.model.findings import Date

_BASELINE = re.compile("(?:比|较|相比|相对于|高于|低于|超|自|于|与|和|同)$")
_TOLD = re.compile("获悉|了解到|表示|介绍|通报|报道|发布|透露|消息|电（|电\\(|记者")
_FOUNDED = re.compile(
    "(?:以来|来)?(?:启动|成立|建成|开工|发布|出台|印发|实施|签署|召开|创办|投产|开始|上市|动工|立项)[^，。]{0,8}?的"
)
_REST = re.compile("[^，,；;：:、]*")
_SAME_TIME = frozenset("年月日号代朝末初季度期天晚晨夜时今昨前元历")
_CLOSES = re.compile("[^（）()，。；]{0,12}[）)]")
_NEAR = 3
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONG = re.compile("[0-9]{4}(?:-[0-9]{2})?")
"""Dates looked back at."""
_FUTURE = re.compile("到|至|力争|目标|规划|在")


def is_noted(text: str, date: Date) -> bool:
    """人口2.4万人（2007年）, 某公司（2001年成立）: of what stands before the bracket, and nothing else.

    崇祯八年（1635年） is one time.
    """
    at = date.start - 1
    return (
        at > 0
        and text[at] in "（("
        and text[at - 1] not in _SAME_TIME
        and _CLOSES.match(text, date.end) is not None
    )


def read_moment(text: str, dates: tuple[Date, ...], first: int, last: int, at: int) -> Date | None:
    """The one of `dates[first:last]`, all before `at` in its sentence, that the amount is of."""
    if text[at - 1] in "由从":
        return None
    for index in range(last - 1, max(first, last - _NEAR) - 1, -1):
        date = dates[index]
        between = text[date.end : at]
        if is_noted(text, date) and ("）" in between or ")" in between):
            continue
        if between in ("", "的") and not text.startswith("翻", at):
            return date if date.edtf else None
        if date.edtf is None or _BASELINE.search(text, max(0, date.start - 3), date.start):
            continue
        if (
            date.start
            and text[date.start - 1] in "从由"
            and not between.startswith(("以来", "起", "来"))
        ):
            continue
        if (
            "；" in between
            and _DAY.fullmatch(date.edtf)
            and _LONG.fullmatch(dates[first].edtf or "")
        ):
            # 去年，…；7月1日通气；…，解决了4万户: a day is of its own part of the sentence.
            continue
        rest = _REST.match(between)
        nearest = index == last - 1 and "X" not in date.edtf and between[:1] != "的"
        told_in = nearest and text[date.start - 1 : date.start] in ("在", "于")
        if (
            rest
            and "的" in rest[0]
            and not told_in
            and text[date.start - 1 : date.start] not in ("到", "至")
        ):
            continue
        if _FOUNDED.match(between) or _TOLD.search(between):
            continue
        return date
    return None


def is_ahead(text: str, date: Date, today: str) -> bool:
    """到2025年, in a text of 2022: an aim."""
    if not today or not date.edtf or not date.edtf[0].isdigit():
        return False
    year = date.edtf.rpartition("/")[2][:4]
    return (
        year.isdigit()
        and year > today[:4]
        and _FUTURE.search(text, max(0, date.start - 2), date.start) is not None
    )
