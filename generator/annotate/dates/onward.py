"""Words around a date that leave its end open or name it, and those by which it is no time at all."""

from __future__ import annotations

import re
from typing import Final

from generator.model.findings import Date

_SINCE: Final = re.compile("[自从](?:公元)?$")
_ONWARD: Final = re.compile(
    "起(?![草来点源步飞诉义码伏落])|开始(?!的|以来|[^，。；]{0,24}以来)|以来"
)
_SINCE_IT: Final = re.compile("[^，。；0-9]{1,32}以来(?!最|首|第)")
_THROUGH: Final = re.compile("(?:起|开始)?，?(?:一?直)?(?:到|至)")
_POINT: Final = re.compile("([0-9]{3}[0-9X]|[0-9]{2}XX)(?:-[0-9]{2}){0,2}")
_EXCEPT: Final = re.compile("除了?$")
_EXCEPTED: Final = re.compile("(?:[以之]?外|年?除外)")
_OLD_CALENDAR: Final = re.compile("[阴农旧夏古]历的?$")
_MOON: Final = re.compile("(?:[阴农旧夏古]历)?[腊冬]月|[阴农旧夏古]历(?:十[一二]|1[12])月")
_MONTH: Final = re.compile("(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})月")
_AGES: Final = re.compile("[12][0-9]00年")
_LASTING: Final = re.compile(
    "(?:近|达|历时|历经|经历|持续|延续|经过|绵延|相隔|时隔|长约|超过|不到|不足|整整|统治|存在|斗争|奋斗|沉睡|等待|[^为除到]了)(?:约|近)?$"
)
_THESE_TIMES: Final = re.compile("(?<![年月周日天季去])的$")
_PAUSE: Final = re.compile("[，、。；”]|$")
_DEFINED: Final = re.compile("(?:为|是指?|等于|按照?|[除乘]以)$")
_THAT_DAY: Final = frozenset(("当天", "当日"))
_NOWADAYS: Final = frozenset(("今天", "今日"))


def is_no_time(text: str, it: Date) -> bool:
    """攻坚的今天, 除1996年外, 农历九月, 斗争1000年, 总值为当天全部股票的…"""
    surface = text[it.start : it.end]
    low = max(0, it.start - 6)
    if _EXCEPT.search(text, low, it.start) and _EXCEPTED.match(text, it.end):
        return True
    if surface in _NOWADAYS:
        return bool(_THESE_TIMES.search(text, low, it.start) and _PAUSE.match(text, it.end))
    if surface in _THAT_DAY:
        return _DEFINED.search(text, low, it.start) is not None
    if _MONTH.match(surface):
        return _OLD_CALENDAR.search(text, low, it.start) is not None
    if _AGES.fullmatch(surface):
        return _LASTING.search(text, low, it.start) is not None
    # The last months of the old year are of the next one by our calendar.
    return surface[-1] == "年" and _MOON.match(text, it.end) is not None


def onward(text: str, it: Date) -> Date:
    """从1979年开始, 自1930年代以来: open at the end."""
    edtf = it.edtf or ""
    if not _POINT.fullmatch(edtf) or not _SINCE.search(text, max(0, it.start - 3), it.start):
        return it
    ahead = _ONWARD.match(text, it.end)
    if ahead is None:
        return it
    return Date(it.start, ahead.end(), f"{edtf.replace('X', '0')}/..", it.basis, it.shown)


def since(text: str, it: Date) -> str:
    """从1997年8月获得称号以来，…: the EDTF of all that time, where nothing is counted in between."""
    edtf = it.edtf or ""
    if not (_POINT.fullmatch(edtf) and _SINCE.search(text, max(0, it.start - 3), it.start)):
        return edtf
    return f"{edtf.replace('X', '0')}/.." if _SINCE_IT.match(text, it.end) else edtf


def through(text: str, before: Date | None, it: Date) -> Date | None:
    """自1280年代起至1299年: one time from `before` to `it`; None where they are two."""
    if before is None or not _THROUGH.fullmatch(text, before.end, it.start):
        return None
    if not _SINCE.search(text, max(0, before.start - 3), before.start):
        return None
    first, last = (before.edtf or "").removesuffix("/.."), it.edtf or ""
    if not (_POINT.fullmatch(first) and _POINT.fullmatch(last)) or first[:4] > last[:4]:
        return None
    return Date(before.start, it.end, f"{first}/{last}", before.basis, before.shown)
