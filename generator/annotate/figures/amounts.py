"""Numeral in its place -> amount: value, unit, span; or nothing, for what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from generator.annotate.figures.likely import (
    is_count,
    is_discipline,
    is_duration,
    is_tenths,
    may_follow,
)
from generator.annotate.figures.patterns import (
    DOUBLING,
    NUMERAL,
    RANGE_MARK,
    RANGE_SIGNS,
    Unit,
    units,
)
from generator.annotate.figures.reading import Amount, Numeral, read_number, read_unit
from generator.annotate.figures.unitless import read_fraction, without_unit
from generator.model.findings import Date
from generator.text.late import late
from generator.text.numerals import plain

_OPEN_ENDS = frozenset("万亿多余")
_GOING_ON = frozenset("分/大点级—–－~～〜∼至到-")
"""What may follow a numeral that has no unit of its own."""
_TITLE = 60
"""Characters of a title that are looked back at."""


_TEMPERATURES = frozenset(("℃", "℉", "°C", "摄氏度", "华氏度", "度"))
_MODEL = re.compile("[A-Za-z0-9]-")
_PER = re.compile(
    "/(?:平方米|平方公里|立方米|公斤|千克|吨|斤|亩|升|桶|盎司|千瓦时|度|小时|分钟|秒|天|日|月|年|人|户|次|股|公里|公顷|米|件|套|张|台|㎡|m²|km²|(?:s|h|kg|kWh)(?![A-Za-z]))"
)
_MINUTES = re.compile("([1-5]?[0-9])分钟?(?![0-9])")
_HALF = re.compile("半(小时|月|世纪)")
_ODD = re.compile("多(小时|月|世纪|星期|钟头)")
_MINUS = frozenset("-－−﹣")
_BELOW = frozenset("%‰％﹪")
_MINUS_AFTER = late("[一-鿿 \u3000（(：:|｜\t][-－−﹣]")
_HALF_AFTER = frozenset(("年", "天", "个月", "小时", "周", "个小时"))


def read_amounts(text: str, dates: tuple[Date, ...]) -> Iterator[Amount]:
    """Amounts in order, none of them overlapping another or a date."""
    taken = 0
    at_date = 0
    known = units()
    spans = [(date.start, date.end) for date in dates]
    spans.append((len(text) + 1, len(text) + 1))
    for match in NUMERAL.finditer(text):
        end = match.end()
        after = text[end : end + 1]
        if after not in known and text[end - 1] not in _OPEN_ENDS and after not in _GOING_ON:
            continue
        start = match.start()
        if start < taken:
            continue
        while spans[at_date][1] <= start:
            at_date += 1
        if spans[at_date][0] < end or text[start - 1 : start] == "第":
            continue
        amount = _read(text, start, end, known)
        if amount is None or amount.end > spans[at_date][0]:
            continue
        opened = text.rfind("《", max(0, start - _TITLE), start)
        if opened < 0 or "》" in text[opened:start]:
            yield amount
            taken = amount.end


def read_doublings(text: str) -> Iterator[Amount]:
    """翻番, 翻两番: how many times as much."""
    for match in DOUBLING.finditer(text):
        times = 2 ** {"": 1, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4}[match[1]]
        yield Amount(*match.span(), times, "倍", "share", False, False)


def _read(text: str, start: int, end: int, known: dict[str, tuple[Unit, ...]]) -> Amount | None:
    if text.startswith("分之", end):
        return read_fraction(text, start, end)
    first = read_number(text, start, end)
    if first is None:
        return None
    unit = read_unit(text, first, known)
    after = first.end + (len(unit.name) if unit else 0)
    if text[after : after + 1] in RANGE_SIGNS and (range_mark := RANGE_MARK.match(text, after)):
        amount = _range(text, first, unit, range_mark.end(), known)
        if amount is not None:
            return amount
    if unit is None:
        return without_unit(text, first)
    amount = _checked(text, first, unit, after)
    if amount and text.startswith("/", amount.end) and (per := _PER.match(text, amount.end)):
        return replace(amount, end=per.end(), unit=amount.unit + per[0])
    return amount


def _range(
    text: str, first: Numeral, unit: Unit | None, at: int, known: dict[str, tuple[Unit, ...]]
) -> Amount | None:
    """30至40家, 30%—40%, 3万到5万元, 6℃至-2℃."""
    negative = text[at] == "-"
    match = NUMERAL.match(text, at + negative)
    if match is None or first.high is not None:
        return None
    last = read_number(text, *match.span())
    if last is None or last.high is not None:
        return None
    other = read_unit(text, last, known)
    if other is None or (unit is not None and unit.name != other.name):
        return None
    low, high = first.low, -last.low if negative else last.low
    if unit is None and first.text[-1] not in "万亿" and last.text[-1] in "万亿":
        scale = 10 ** {"万": 4, "亿": 8}[last.text[-1]]
        if low < high / scale:
            low *= scale
    end = last.end + len(other.name)
    whole = _checked(text, replace(first, end=last.end), other, end)
    if whole is None or (negative and other.name not in _TEMPERATURES):
        return None
    if isinstance(whole.value, int | float) and whole.value < 0:
        low = -low
    if low >= high and other.name not in _TEMPERATURES:
        return None
    return replace(
        whole, value=(plain(min(low, high)), plain(max(low, high))), more=first.more or last.more
    )


def _checked(text: str, numeral: Numeral, unit: Unit, end: int) -> Amount | None:
    start = numeral.start
    value, name = numeral.low, unit.name
    before = text[start - 1 : start] if start else ""
    if name in _TEMPERATURES:
        if before in _MINUS and not _MODEL.match(text, max(0, start - 2)):
            start, value, before = start - 1, -value, ""
        elif text.startswith("零下", max(start - 2, 0)) and start > 1:
            start, value, before = start - 2, -value, "下"
    elif name in _BELOW and before in _MINUS and _MINUS_AFTER().match(text, max(0, start - 2)):
        start, value, before = start - 1, -value, ""
    if before and not may_follow(text, start, before, unit):
        return None
    if name == "米" and is_discipline(text, end):
        return None
    if unit.kind == "time":
        if not is_duration(text, numeral, unit, end):
            return None
        if name in ("小时", "个小时") and (minutes := _MINUTES.match(text, end)) is not None:
            value = round(value + Decimal(int(minutes[1])) / 60, 4)
            end = minutes.end()
        if name in _HALF_AFTER and text.startswith("半", end) and not text.startswith("半径", end):
            value += Decimal("0.5")
            end += 1
    elif name == "个" and (half := _HALF.match(text, end)) is not None:
        value, end = value + Decimal("0.5"), half.end()
        unit_name = "个" + half[1]
        return Amount(start, end, plain(value), unit_name, "time", numeral.more, numeral.approx)
    elif name == "个" and (odd := _ODD.match(text, end)) is not None:
        # 4个多小时.
        return Amount(start, odd.end(), plain(value), "个" + odd[1], "time", True, numeral.approx)
    elif unit.kind == "count" and not is_count(text, numeral, end, before):
        return None
    elif name == "成":
        if not is_tenths(text, numeral, start, end):
            return None
        value, name = value * 10, "%"
    if name in ("％", "﹪"):
        name = "%"
    elif name == "元人民币":
        name, end = "元", end - 3
    doubtful = name == "周年" or text[start:end] == "两人" or text[end : end + 1] == "级"
    shown = not doubtful and not (numeral.approx and numeral.text[0] in "几数")
    if numeral.high is not None:
        high = numeral.high * 10 if unit.name == "成" else numeral.high
        pair = (plain(value), plain(high))
        return Amount(start, end, pair, name, unit.kind, numeral.more, True, shown)
    return Amount(start, end, plain(value), name, unit.kind, numeral.more, numeral.approx, shown)
