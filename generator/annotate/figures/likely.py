"""A numeral with its unit in its place -> whether it is an amount, and no name, rank, time or idiom."""

from __future__ import annotations

import re
from functools import cache

from generator.annotate.dates.words import REIGNS
from generator.annotate.figures.patterns import Unit
from generator.annotate.figures.reading import ARABIC_DIGITS, HAN_DIGITS, JOINTS, LETTER, Numeral
from generator.text.data import read_table
from generator.text.late import late

_LAST_MILE = re.compile("(?:最后|最初|最先|中间|第)$")
_GROUPING = re.compile(
    "行动|计划|规划|攻坚|纲要|方案|任期|制|期|内规划|战略|一遇|如一日|义务教育|国民经济|一度|之痒|八年|滚动"
)
_STOREYS = re.compile("(?:[高共达有分约近超过为建]|地上|地下)$")
_BUILT = ("高", "楼", "建筑", "结构", "住宅", "，", "。", "、")
_PAIR_BEFORE = late("[一三五七八千万][一-鿿](?<![一二三四五六七八九十个名家月年日])$")
_PAIRED = re.compile("[一二三四五六七八九两十百千万]")
_SLOGAN = re.compile("[^“”。，；\n]{0,12}”")
_SHARE_TAIL = late("[的以左，。；、）)]|$|\\n|[一-鿿]{2}")
_SHARE_FORE = re.compile(
    "(?:近|超|过|超过|约|达|达到|占|逾|有|不足|不到|为|降|低|高|长|偏多|偏少|提高|下降|增长|至|仅|到|了|将近|约占|，|。)$"
)
_DIGITS_BEFORE = frozenset("○Ｏ〇一．")
_CLOCK_BEFORE = frozenset("时点分")


_COORDINATE = re.compile("[经纬](?:[0-9.°′’'\"″分秒度∼～至到—－-]|[东西南北][经纬])*$")
_LOOK = 24


_DISCIPLINE = re.compile(
    "(?:短池|男子|女子|个人|场地)*(?:[自蛙仰蝶混][由合]?泳|接力|跳台|跳板|跨?栏|障碍|短跑|长跑|赛跑|竞走|步枪|手枪|速滑|速度滑冰|短道"
    "|(?:预|半|决)赛|等\\d*[项枚个])"
)


def is_discipline(text: str, end: int) -> bool:
    """女子400米自由泳: what is swum, and not how far."""
    return _DISCIPLINE.match(text, end) is not None


def may_follow(text: str, start: int, before: str, unit: Unit) -> bool:
    """Not within a name (CR450, 歼-20), a ratio or a time (3:1)."""
    if unit.name in ("度", "°") and _COORDINATE.search(text, max(0, start - _LOOK), start):
        return False
    if "廿" in text[start - 2 : start] or "卅" in text[start - 2 : start]:
        # 廿万|六千人
        return False
    if before in "万亿" and text[start] in ARABIC_DIGITS and text[start - 2] in ARABIC_DIGITS:
        # 408万|588辆: half a numeral.
        return False
    if before in _DIGITS_BEFORE and text[start] in HAN_DIGITS:
        # 一○|五四九, 一|九点五: half a numeral.
        return False
    if before in JOINTS:
        fore = text[start - 2 : start - 1]
        if before == "—" or before in ":：":
            return not fore.isdigit()
        return before in "+×" and unit.kind in ("money", "share") and not fore.isalnum()
    if LETTER.match(before):
        return unit.kind in ("money", "share")
    if unit.kind == "count" and before == "届":
        return False
    if (
        unit.name == "公里"
        and text[start] == "一"
        and _LAST_MILE.search(text, max(0, start - 3), start)
    ):
        return False
    return not (before == "比" and text[start - 2 : start - 1].isdigit())


def is_duration(text: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """5年 and 10分钟, but not 2025年, 百年, 9时30分, 三年行动计划."""
    name, piece = unit.name, numeral.text
    if name == "年":
        if _is_year(text, numeral, end):
            return False
        if piece.isdigit() and (len(piece) == 4 and piece[0] in "12１２") and not numeral.more:
            return False
        if piece in ("百", "千", "万", "一百", "一千") or piece[0] in "〇零" or len(piece) > 5:
            return False
        if len(piece) > 3 and piece[0] in HAN_DIGITS and not set(piece) & set("十百千万"):
            return False
        if piece[0] not in ARABIC_DIGITS and _is_period(text, numeral.start, end):
            return False
        return not _GROUPING.match(text, end) and text[numeral.start - 1 : numeral.start] != "个"
    if name in ("秒", "分钟"):
        return text[numeral.start - 1 : numeral.start] not in _CLOCK_BEFORE or name == "分钟"
    return not _is_first(text, numeral.start) or name == "岁"


def is_count(text: str, numeral: Numeral, end: int, before: str) -> bool:
    """Not 前三名, 大厦22层, “五个”, 三起三落."""
    if _is_first(text, numeral.start) or _is_serial(text, numeral, end, before):
        return False
    if text[end - 1] == "层" and not (
        _STOREYS.search(text, max(0, numeral.start - 3), numeral.start)
        or text.startswith(_BUILT, end)
    ):
        return False
    if text[end - 1] == "分" and before and before in "时点":
        return False
    piece = numeral.text
    if before and before in "“‘『「" and text[end : end + 1] in ("”", "’", "』", "」"):
        return False
    if len(piece) > 1 or piece[0] not in HAN_DIGITS:
        return True
    if _PAIRED.match(text, end) or _PAIR_BEFORE().search(
        text, max(0, numeral.start - 2), numeral.start
    ):
        return False
    return not (before and before in "“‘" and _SLOGAN.match(text, end))


_UNDER = {"组": "村屯庄社队", "村": "乡镇", "所": "部院"}
"""What goes by a number below what: 丹田村4组, 航天部615所."""
_TEAM_SPORT = re.compile("制|橄榄球|足球|篮球|排球")


def _is_serial(text: str, numeral: Numeral, end: int, before: str) -> bool:
    unit = text[end - 1]
    if unit == "人" and _TEAM_SPORT.match(text, end):
        # 七人橄榄球赛
        return True
    return bool(before) and before in _UNDER.get(unit, "") and numeral.text.isdecimal()


def is_tenths(text: str, numeral: Numeral, start: int, end: int) -> bool:
    """八成 is 80 %, where it is not the beginning of another word."""
    if len(numeral.text) > 3 or numeral.low >= 10:
        return False
    return _SHARE_FORE.search(text, max(0, start - 3), start) is not None and (
        _SHARE_TAIL().match(text, end) is not None
    )


def _is_year(text: str, numeral: Numeral, end: int) -> bool:
    """永历十五年, 三年（1598年）, 八九年武装: a year, and not how long something lasts."""
    before = text[max(0, numeral.start - 4) : numeral.start]
    if any(before[-length:] in _eras() for length in (2, 3, 4)):
        return True
    if numeral.text in _SHORT_YEARS and not _LASTING.match(text, end):
        return True
    return _YEAR_AFTER().match(text, end) is not None


@cache
def _eras() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("eras.tsv")) | frozenset(REIGNS)


_SHORT_YEARS = frozenset(("五六", "七八", "八九"))
_LASTING = re.compile("时间|之久|前|来|后|里|间|内|以|[，。]")
_YEAR_AFTER = late("[（(](?:公元)?前?[0-9]{3,4}年|[正一二三四五六七八九十]{1,2}月(?!间)")


def _is_period(text: str, start: int, end: int) -> bool:
    """不平凡的五年, 五年累计: a time the text speaks of, not how long something lasts."""
    if _PERIOD_BEFORE.search(text, max(0, start - 2), start):
        return True
    opens = start == 0 or text[start - 1] in "，。；：、！？\n“”（"
    return _PERIOD_AFTER.match(text, end) is not None or (opens and not _LASTS.match(text, end))


_PERIOD_BEFORE = re.compile("(?:[的前这后头那]|今明|过去|未来|甚至|乃至|行动)$")
_PERIOD_AFTER = re.compile("累计|里|中[，央]")
_LASTS = re.compile("以上|左右|以内|内|多|半|时间|为期|，")


def _is_first(text: str, start: int) -> bool:
    """前三名 and 头三名, and not 目前三名."""
    if text[start - 1 : start] == "头" and text[start - 2 : start - 1] not in _ENDS_IN_HEAD:
        return True
    return text[start - 1 : start] == "前" and text[start - 2 : start - 1] not in _ENDS_IN_FRONT


_ENDS_IN_HEAD = frozenset("街码镜年牛人猪羊龙巨源带")
_ENDS_IN_FRONT = frozenset("目之此以日提会赛战先当年向往生空面眼跟")
