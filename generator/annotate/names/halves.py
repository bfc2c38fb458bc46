"""What stands right beside a name -> whether it is half of a longer one that no list has."""

from __future__ import annotations

import re

from generator.annotate.names.foreign import transliterating
from generator.annotate.names.gazetteer import Entry
from generator.annotate.names.units import Units
from generator.annotate.names.word_lists import surnames

_SIDES = frozenset("东西南北")
SIDED = frozenset(("country", "city", "world_city", "state"))
"""Sorts of places that have sides of their own name."""
_FREE = frozenset("于从和与及在向往同比因由当到日多达通让使本内万明特望提图加克都")
"""Characters that names are written with in sounds, and that stand free before a name as well."""
_SELDOM_FREE = frozenset("於迄讫暨诣偕莅戍濒沪徙")
"""Rare characters that stand free before a name."""
_LEVEL_2 = 0xD8
"""First byte of the rarer half of the characters of GB/T 2312."""
_ROAD = re.compile(
    "[东西南北中]?[一二三四五六七八九十]?(?:路(?![上况边政网线程段旁])|大道|街(?![头上道边区坊巷]))|门[内外]"
)
"""四川|北路, 长江|中路, 中山|门外: in any town."""
_GOES_ON = re.compile(
    "[社寺卫庵岩观驿塔宫陵殿](?![会区院交团科保生星戒点察测念光])|新村|道回旋处|行省|等处行"
)
_WATER = re.compile("口(?![岸味碑号音径])|流域|[上中下]游(?!客)|[沿两左右]岸|水系|[干支]流|航道")
"""黑龙江|口: the river."""
_OF_OTHERS = re.compile("(?:工业|产业|开发|住宅)区|旅客铁道|学者|派(?![出驻遣人往来军兵员])")
"""泰山|工业区 lies anywhere, 衡山|派 in novels, 长江|学者 are scholars."""
_OF_OLD = re.compile(
    "(?:知[州府县]|刺史|太守|节度使|都督|[县中尚]书?令|御史|尚书|侍郎|巡抚|总兵|参将|大将|部将|皇后|太子|公主|[宰丞]相)\\Z"
)
"""Behind these stands a person, whatever county of today has the name."""
_OFFICE_LENGTH = 3
_OF_PART = re.compile(
    "[人军局联]|地区|各[省地]|五省|大学|农林|全面|边陲|边疆|片区|大开发|高原|平原|华|民族"
)
_DIRECTION = re.compile(
    "地方|[、和及与](?:[东西南北中]{1,2}[部侧面方岸坡缘隅角]|[东西南北](?![东西南北亚欧非美京海约]))|[则坡岸隅角部]|[为隔与接邻临连至抵毗倚靠高低面侧向方角隅距流注]"
)
_MAY_RUN_ON = ("county", "city", "world_city")
_NAME_ROADS = ("province", "city", "county", "nature")
_TOWARDS = frozenset("向往朝由偏")
_CORNERS = frozenset(("东北", "西北", "西南", "东南"))
_SHORT = 3


def is_half_place(units: Units, index: int, entry: Entry) -> bool:
    """阿|加纳高地, 沮|漳河, 知州|景泰, 泰安|社: none of them is what the list has."""
    text, start, end = units.text, units.starts[index], units.starts[index + 1]
    if entry.name in _CORNERS:
        return _is_direction(units, index)
    if entry.name == "半岛":
        # 岛原|半岛
        return index > 0 and units.classes[index - 1] in "LKqXNRhH"
    if entry.sort in _NAME_ROADS and _ROAD.match(text, end):
        return True
    if text[start - 2 : start] in _HELD or _is_of_realm(units, index, entry):
        return True
    sounds = _sounds(entry.name)
    if not sounds and end - start > _SHORT:
        return False
    if entry.sort == "nature" and (
        units.classes[index + 1 : index + 2] == "p" or _OF_OTHERS.match(text, end)
    ):
        # 西湖|山, 长江|路
        return True
    if _NATION.match(text, end) or (entry.sort == "world_city" and is_given(units, index)):
        return True
    if entry.sort in ("county", "city", "province") and (
        is_given(units, index) or (entry.sort == "province" and _WATER.match(text, end))
    ):
        return True
    if entry.sort in ("county", "city"):
        if _is_abroad(units, index):
            return True
        if _GOES_ON.match(text, end):
            return True
        if entry.sort == "county" and _OF_OLD.search(text, max(0, start - _OFFICE_LENGTH), start):
            return True
    if entry.sort in _MAY_RUN_ON and _runs_on(units, index, entry):
        return True
    if index == 0:
        return False
    before, mark = text[start - 1], units.classes[index - 1]
    alone = start - units.starts[index - 1] == 1
    if alone and mark in "hH":
        if _is_rare(units, index - 1) or (entry.sort == "nature" and text[start - 2] == "、"):
            return True
        # 阿|加纳, 印第|安纳波利斯
        if before == "阿" and entry.sort in ("county", "city"):
            return True
    return mark in "hHXRN" and sounds and _is_sound(before)


def _is_of_realm(units: Units, index: int, entry: Entry) -> bool:
    """东京|道, 黑水|府: of an empire of old; 会议中|亚他纳修: 中 belongs to the word before it."""
    end = units.starts[index + 1]
    behind = units.classes[index + 1 : index + 2]
    if entry.name[0] == "中" and entry.sort == "region":
        return behind in ("X", "N", "R") and units.classes[max(0, index - 1) : index] == "n"
    if entry.sort == "county" and entry.full and behind == "h" and _is_level_2(units.text[end]):
        # 黑水|靺鞨
        return True
    return entry.sort in ("county", "city", "world_city") and is_realm(
        units, end, county=entry.sort == "county"
    )


def is_realm(units: Units, end: int, *, county: bool) -> bool:
    """Whether a name of a town goes on as that of a region of old: 东京|道, 黑水|军."""
    at = units.at(end)
    return (
        units.text[end : end + 1] in (_OLD_COUNTIES if county else _REALMS)
        and units.starts[at : at + 2] == [end, end + 1]
        and not _SPEAKS.match(units.text, end + 1)
    )


def _is_level_2(character: str) -> bool:
    if character in _SELDOM_FREE or not "一" <= character <= "龥":
        return False
    try:
        return character.encode("gb2312")[0] >= _LEVEL_2
    except UnicodeEncodeError:
        return True


_NATION = re.compile("[一-鿿]{0,4}（(?:女，)?[一-鿿]{1,5}族[），]")
"""洛桑|赤耐（藏族）: somebody."""
_REALMS = ("道", "军")
_OLD_COUNTIES = ("道", "军", "府")
_SPEAKS = re.compile("[：:“「]")
_HELD = frozenset(f"{it}属" for it in "法英美荷葡西德俄比丹")
"""法属|波利尼西亚 is a part, and goes by a name of its own."""


def is_given(units: Units, index: int) -> bool:
    """李|四川、侯友宜, 麦|当雄监制: a given name behind its surname."""
    text, start, end = units.text, units.starts[index], units.starts[index + 1]
    if index == 0 or end - start != len("四川"):
        return False
    county = units.entries[index].sort == "county"
    if county and units.classes[index - 1] in "XNR":
        # 人麦|当雄|萧若元: between words that nobody knows.
        return units.classes[index + 1 : index + 2] in ("X", "N", "R")
    if units.classes[index - 1] != "H":
        return False
    surname = text[start - 1]
    if start - units.starts[index - 1] != 1 or surname not in surnames() or surname in _STANDS_FREE:
        return False
    return (county or units.classes[index + 1 : index + 2] in ("W", "o", "r", "V", "")) and (
        index < 2 or units.classes[index - 2] in "WcdyYgorV"
    )


_STANDS_FREE = frozenset(
    "游回达通留于任江金高曾白石安万严向陆方付段唐宋周秦梁陈魏吴程时原古元明晋全应管连计关和从官国平都沿由经常自因当齐古楚燕赵韩蜀鲁冀"
)
"""Surnames that are a dynasty, a land or a word of its own before a place as well."""


def _is_direction(units: Units, index: int) -> bool:
    """屯门|东北, 向|西南, 西北|坡: where something lies, and no part of the country."""
    text, start, end = units.text, units.starts[index], units.starts[index + 1]
    behind = (
        index > 0
        and units.classes[index - 1] in "LKqp"
        and units.surface(index - 1, index) not in ("中国", "我国")
    )
    if behind or text[start - 1 : start] in _TOWARDS or _DIRECTION.match(text, end):
        return True
    return text[start:end] != "东北" and not (
        _OF_PART.match(text, end)
        or text[start - 1 : start] in ("、", "在", "国", "大", "和")
        or text[end : end + 1] in ("、", "和")
    )


def _is_abroad(units: Units, index: int) -> bool:
    """吉隆坡|双峰塔, 东京小石川区|白山: no county of China right behind a place of another country."""
    at = index - 1
    while at > 0 and at not in units.entries and units.classes[at] in "KqphHXN·":
        at -= 1
    before = units.entries.get(at)
    if before is None or before.kind != "LOC":
        return False
    return before.sort in ("country", "world_city") and not (
        before.full.startswith("中") or before.name.startswith("中")
    )


def _sounds(name: str) -> bool:
    known = transliterating()
    return all(it in known for it in name)


_ANY = frozenset("某各两三四五几多该本大小老新总分省市县区州镇乡村等的及和与")


def _runs_on(units: Units, index: int, entry: Entry) -> bool:
    """白朗|宁, 博罗|弥尼, 西安|纳|托利亚: sounds go on behind it."""
    after = units.starts[index + 1]
    behind = units.classes[index + 1 : index + 3]
    if behind in ("hS", "HS") and units.text[after] not in _ANY:
        # 雅典|耀|大学
        return True
    if not _is_sound(units.text[after : after + 1]):
        return False
    if entry.sort != "county":
        return entry.sort == "city" and behind in ("hR", "HR")
    return _sounds(entry.name) and behind[:1] in ("h", "H", "R", "X", "N")


def is_half_body(units: Units, first: int) -> bool:
    """东|罗马舰队, 温|瑞尔公司: what stands before the first unit belongs to the name."""
    start = units.starts[first]
    if not first or start - units.starts[first - 1] != 1 or units.classes[first - 1] not in "hH":
        return False
    before = units.text[start - 1]
    if before in _SIDES:
        entry = units.entries.get(first)
        return entry is not None and entry.sort in SIDED
    if _is_rare(units, first - 1):
        return True
    return (
        _is_sound(before)
        and units.classes[first] in _UNKNOWN
        and _sounds(units.surface(first, first + 1))
    )


def is_half_in_sounds(units: Units, start: int, end: int) -> bool:
    """哈特福|特会议, 斯特|罗斯纳: sounds before or behind a name in sounds."""
    text, starts = units.text, units.starts
    if not _sounds(text[start:end]):
        return False
    after = units.at(end)
    if _is_sound(text[end : end + 1]) and starts[after] == end and units.classes[after] in _UNKNOWN:
        return True
    first = units.at(start)
    return (
        first > 0
        and _is_sound(text[start - 1])
        and starts[first] == start
        and units.classes[first - 1] in _UNKNOWN
    )


_UNKNOWN = frozenset("hHXRNK")


def is_among_sounds(text: str, start: int, end: int) -> bool:
    """Whether a name in sounds stands right beside other sounds."""
    return _sounds(text[start:end]) and (
        _is_sound(text[start - 1 : start]) or _is_sound(text[end : end + 1])
    )


def _is_sound(character: str) -> bool:
    """Whether it belongs to a name in sounds beside it; what stands free as well does not."""
    return bool(character) and character in transliterating() and character not in _FREE


def _is_rare(units: Units, index: int) -> bool:
    """沮 behind a mark or a verb: no word of its own that would stand free."""
    if index and units.classes[index - 1] not in _STARTS:
        return False
    return _is_level_2(units.text[units.starts[index]])


_STARTS = frozenset("WcdyYgv")


def is_other_side(units: Units, start: int) -> bool:
    """东|罗马帝国, 西|日本: a side before a name makes another of it."""
    first = units.at(start)
    return (
        first > 0
        and units.text[start - 1] in _SIDES
        and units.starts[first - 1] == start - 1
        and units.starts[first] == start
    )
