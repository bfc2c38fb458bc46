"""What stands right beside a date -> the date, put right, or none: what its own words can't tell."""

from __future__ import annotations

import re
from typing import Final

from generator.annotate.dates.settle import SAID
from generator.annotate.dates.tokens import number
from generator.model.findings import Date

_HAN: Final = "一二三四五六七八九十"
_MONTH: Final = re.compile(f"(?:[0-9]{{1,2}}|[{_HAN}]{{1,3}})月")
_DAY: Final = re.compile(f"(?:[0-9]{{1,2}}|[{_HAN}]{{1,3}})[日号]")
_EARLY_YEAR: Final = re.compile("(?<![0-9.第])([1-9][0-9]{2})年$")
_OF_ERA: Final = re.compile(f"(?:(?<![0-9])[0-9]{{1,2}}|[{_HAN}元]{{1,3}}|廿[{_HAN}]?)年$")
_TORN: Final = frozenset("年月")
_OPENS: Final = frozenset("。！？；\n ）)")
_WRITTEN: Final = re.compile("([0-9]{4})(-[0-9]{2}(?:-[0-9]{2})?)")
_CENTURY: Final = re.compile(f"(?<![0-9])([0-9]{{1,2}}|[{_HAN}]{{1,3}})世纪(?:的)?$")
_TO_DECADE: Final = re.compile(
    f"(?<![0-9])([0-9]{{1,2}}|[{_HAN}]{{1,3}})世纪[0-9{_HAN}]{{1,2}}0?年代(?:初期?|中期|后期|末期?)?(?:[至到]|[—-]+)$"
)
_DECADE: Final = re.compile("[0-9]{2}([0-9])X")
_SPAN: Final = re.compile(f"[0-9{_HAN}][至到—-]$")
_OLD_DAY: Final = re.compile(f"(?:初|廿|卅|[一二三]?十)?[{_HAN}](?![日号月年个{_HAN}])")
"""十月十三 is of the old calendar."""
_UP_TO: Final = re.compile("[以之]?前(?![往景后夕期])")
_DAY_NAMES: Final = re.compile("[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]")
_TRUE_YEAR: Final = re.compile("[一-鿿]{0,4}[（(](?:公元)?前?[0-9]{3,4}年")
_HALVES: Final = frozenset(("上半年", "下半年"))
_NOWADAYS: Final = frozenset(("今天", "今日"))
_FACE: Final = re.compile("(?:的)?[一-鿿]{2,6}(?:形象|面貌|新貌|风貌|风采)")
"""今日青山形象: of these times, and of no day."""
_UNTIL: Final = re.compile("(?:直到|时至|直至|至|到了?|如|今时|在|与)$")
_STILL: Final = re.compile(
    "[^，。；]{0,8}?(?:依然|仍)|还(?!称|说|表示)|被(?:称|叫|认)|已(?:经)?(?:成为|不)|所(?!有)|属(?!于今)|常|我们|人们|大多|一般"
    "|的(?!专访|比赛|会议|发布会)[一-鿿]{1,8}"
)
_EVERY_YEAR: Final = re.compile(
    "(?:花期|果期|花果期|雨季|旱季|汛期|繁殖期|产卵期|开花|结果|平均|通常|一般)(?:开始|结束|始|止|为|在|于|是|约)*$"
)
"""Months of every year."""
_LASTS: Final = re.compile("未满|以[上下内]|有余")
"""二月以上、十五年以下: how long."""
_CLIMATE: Final = re.compile(
    "份?的?(?:日|月)?(?:平?均|最[高低])(?:气温|温度|降水|降雨)(?![^。；]{0,24}(?:同比|较|比|偏|历史|以来))"
)
"""七月平均气温26.1度: of every July."""
_OVER: Final = re.compile(
    "(?:(?![将要拟须应]|计划|预计|目标|力争|争取|继续|任务|元旦|春节|年初|头)[^。；！？\n]){0,40}?(?:了(?!解)|只有|已达|共完成)"
)
_NEARLY: Final = frozenset("将了达历约有")


def beside(text: str, it: Date) -> Date | None:
    """`it` as it is, with the year or century before it, or None where it is misread."""
    surface = text[it.start : it.end]
    if _is_mentioned(text, it, surface) or _is_of_last(text, it, surface):
        return None
    before = text[max(0, it.start - 8) : it.start]
    if _EVERY_YEAR.search(before):
        return None
    if surface[0] == "年" and before[-1:] == "年":
        return None
    if surface.endswith("年前") and _SPAN.search(before):
        return None
    if before[-1:] in ("早", "晚") and surface[:1].isdecimal() and surface.endswith("年"):
        # 比公历早2698年
        return None
    if surface.startswith("公元前") and (ended := _UP_TO.match(text, it.end)):
        return Date(it.start, ended.end(), f"../{it.edtf}", it.basis, it.shown)
    if before[-1:] in ("廿", "卅") or (surface[0] == "近" and before[-1:] in _NEARLY):
        return None
    if surface in _NOWADAYS and _FACE.match(text, it.end):
        return None
    if surface in _NOWADAYS:
        aged = _UNTIL.search(before) or _STILL.match(text, it.end)
        return None if aged and not text.startswith("（", it.end) else it
    if surface.endswith("年代") and (ended := _UP_TO.match(text, it.end)):
        decade = _DECADE.fullmatch(it.edtf or "")
        edtf = f"../{(it.edtf or '')[:3]}0"
        return Date(it.start, ended.end(), edtf, it.basis, it.shown) if decade else None
    if (
        surface.endswith("年代")
        and "世纪" not in surface
        and (century := _TO_DECADE.search(text, max(0, it.start - 16), it.start))
    ):
        # 19世纪40年代至90年代
        known = _of_century(it, century)
        return known and Date(it.start, it.end, known.edtf, known.basis, it.shown)
    if surface.endswith("年代") and (century := _CENTURY.search(before)):
        return _of_century(it, century)
    if surface in _HALVES and _OF_ERA.search(before):
        # 民国16年|下半年
        return None
    month = _MONTH.match(surface)
    if not month and not _DAY.match(surface):
        return it
    if is_torn(text, it.start):
        # What named the year is lost: 年6月26日.
        return None
    if not month:
        return it
    if early := _EARLY_YEAR.search(before):
        return _of_year(it, early)
    if surface[-1] == "月" and (_CLIMATE.match(text, it.end) or _LASTS.match(text, it.end)):
        return None
    if _OF_ERA.search(before) or _DAY_NAMES.match(text, it.end):
        return None
    if surface[-1] == "月" and surface[0] in _HAN and _OLD_DAY.match(text, it.end):
        return None
    return None if _TRUE_YEAR.match(text, it.end) else it


def _is_mentioned(text: str, it: Date, surface: str) -> bool:
    """片名中的“明天”: a word in quotation marks, and no time."""
    marks = text[it.start - 1 : it.start] + text[it.end : it.end + 1]
    return marks in ("“”", "‘’", "『』", "「」") and surface[0] in "今明昨前后去"


_LATER_MONTH = re.compile("今年(?:[4-9]|1[0-2]|[四五六七八九十]|十[一二])月份?")
_WENT = re.compile("(?:(?![将拟要计应可])[^。；！？\n]){0,26}[一-鿿]了(?=[一-鿿]{2})")


def _is_of_last(text: str, it: Date, surface: str) -> bool:
    """今年产值只有2亿元, printed in January, was written of the year before."""
    if "-01-" not in it.basis:
        return False
    if _LATER_MONTH.fullmatch(surface):
        # 今年7月，我第一次去了
        return _WENT.match(text, it.end) is not None
    if surface not in ("今年", "本年"):
        return False
    return _OVER.match(text, it.end) is not None


def is_torn(text: str, start: int) -> bool:
    """Whether what named the year before it is lost."""
    before = text[max(0, start - 6) : start]
    if _OF_ERA.search(before):
        return True
    return before[-1:] in _TORN and (len(before) == 1 or before[-2] in _OPENS)


def _of_year(it: Date, early: re.Match[str]) -> Date | None:
    """416年12月."""
    written = _WRITTEN.fullmatch(it.edtf or "")
    if written is None:
        return None
    return Date(it.start - len(early[0]), it.end, f"0{early[1]}{written[2]}", SAID, it.shown)


def _of_century(it: Date, century: re.Match[str]) -> Date | None:
    """4世纪50年代."""
    decade = _DECADE.fullmatch(it.edtf or "")
    count = number(century[1])
    if decade is None or not count:
        return None
    edtf = f"{count - 1:02}{decade[1]}X"
    return Date(it.start - len(century[0]), it.end, edtf, SAID, it.shown)
