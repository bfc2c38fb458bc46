"""Spans of a yearly report -> the whole years it means: of 2018, 过去五年 is 2013 to 2017.

The day on which a report is given says nothing of them; it looks back on years that are over,
and ahead on those from its own on.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from generator.model.findings import Date

_LAST = re.compile("过去的?一年|一年来")
_COMING = re.compile("(?:今后|未来)([二三四五六七八九十2-9])[个]?年")
_GONE = re.compile("(?:过去|这|近)的?([二两三四五六七八九十2-9])年|([二三四五六七八九十2-9])年来")
_FIRST = re.compile("前([一二两三四])年")
_SPAN = re.compile("([0-9]{4})/([0-9]{4})")
_HAN = "〇一二三四五六七八九十"


def whole_years(words: str, edtf: str, today: str) -> str:
    """EDTF of the words of a date in a report of the day `today`."""
    if not today:
        return edtf
    year = int(today[:4])
    if _LAST.search(words):
        return str(year - 1)
    if coming := _COMING.search(words):
        return f"{year}/{year + _number(coming[1]) - 1}"
    if gone := _GONE.search(words):
        return f"{year - _number(gone[1] or gone[2])}/{year - 1}"
    return edtf


def in_whole_years(dates: tuple[Date, ...], text: str, today: str) -> tuple[Date, ...]:
    """The dates of a report, put so, with the reason."""
    return tuple(_whole(it, text, today) for it in dates)


def _whole(date: Date, text: str, today: str) -> Date:
    if not date.edtf or not today:
        return date
    span = _SPAN.fullmatch(date.edtf)
    if span and (first := _FIRST.match(text, date.end)):
        # “十一五”前四年
        until = int(span[1]) + _number(first[1]) - 1
        return replace(date, edtf=f"{span[1]}/{until}")
    words = text[date.start : date.end]
    edtf = whole_years(words, date.edtf, today)
    if edtf == date.edtf:
        return date
    return replace(date, edtf=edtf, basis=f"报告所说的是整年，报告在{today[:4]}年")


def _number(digit: str) -> int:
    digit = digit.replace("两", "二")
    return _HAN.find(digit) if digit in _HAN else int(digit)
