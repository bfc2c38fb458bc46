"""Units -> names of the packaged lists and of the segmenter's dictionary."""

from __future__ import annotations

import re
from functools import cache

from generator.annotate.names import weights
from generator.annotate.names.foreign import transliterating
from generator.annotate.names.found import OF_THOUGHT, PLAN, SHIP, STATE, Found
from generator.annotate.names.gazetteer import Entry, entries
from generator.annotate.names.halves import (
    SIDED,
    is_among_sounds,
    is_half_in_sounds,
    is_half_place,
    is_other_side,
)
from generator.annotate.names.places import GENERIC_PLACE, NO_FIRST
from generator.annotate.names.units import GOES_ON, Units
from generator.annotate.names.word_lists import (
    COMPOUND,
    UNCOMMON,
    lists,
    not_names,
    surnames,
)
from generator.text.common_words import rarity
from generator.text.segment import is_word


@cache
def _provinces() -> dict[str, str]:
    """Names of provinces and countries that the dictionary's places begin with: 辽宁沈阳."""
    return {
        it.name: it.sort
        for it in entries().values()
        if it.kind == "LOC" and it.sort in ("province", "country", "city") and len(it.name) < 5
    }


def find_listed(units: Units) -> list[Found]:
    """Names of the packaged lists and of the dictionary."""
    found: list[Found] = []
    classes = units.classes
    # Matches stand in order of their ends: of those that begin at one place the longest is kept.
    ends = {start: end for _, start, end in units.everywhere}
    for index, entry in units.entries.items():
        start, end = units.starts[index], units.starts[index + 1]
        if end - start == _SHORTEST and ends.get(start + 1, 0) > end + 1 and entry.kind == "LOC":
            # 南澳|大利亚: a longer name begins inside.
            continue
        if entry.kind == "PER" and (
            units.text.startswith(OF_THOUGHT, end) or PLAN.match(units.text, end)
        ):
            continue
        if (
            (entry.kind == "PER" or entry.sort == "company")
            and len(entry.name) < _LONG
            and is_half_in_sounds(units, start, end)
        ):
            # 拉德|万斯|卡, 伊利|沙伯皇后道
            continue
        score = weights.LISTED_NAME
        if entry.mark in "lbi":
            score = weights.DOUBTFUL_PERSON if entry.mark == "i" else weights.DOUBTFUL_NAME
            beside = classes[max(0, index - 1) : index] + classes[index + 1 : index + 2]
            if entry.mark == "l" and (set(beside) & set("Lp") or _located(units, index)):
                score = weights.DOUBTFUL_AMONG_PLACES
        full = entry.full
        before = units.text[start - 1 : start]
        if entry.sort == "country" and (
            before == "小" or (before == "大" and entry.name[-1] == "国")
        ):
            # 小|法兰西, 大|蒙古国: none of the countries of today.
            continue
        if entry.sort in SIDED and start and is_other_side(units, start):
            # 东罗马帝国, 北印度: neither is the whole.
            if classes[index + 1 : index + 2] not in _NOUNS and not _JR.match(
                units.text[start - 2]
            ):
                found.append(Found(start - 1, end, entry.kind, score, f"list:{entry.sort}"))
            continue
        if full and entry.sort == "county" and _is_no_county(units, index, full):
            continue
        if entry.kind == "LOC" and units.text[end : end + 1] == "郡":
            continue
        if full and entry.sort == "county" and _is_of_dynasties(units.text, start, end):
            full = ""
        if entry.kind == "LOC" and end - start == _SHORTEST and _goes_back(units, index):
            continue
        if entry.sort == "ministry" and _is_of_others(units, index):
            continue
        if entry.sort == "academy" and _REPUBLIC.search(units.text, *_line(units.text, start)):
            # 中科院 of Taiwan
            continue
        if entry.name in _POLES and _PLANET.search(units.text, *_line(units.text, start)):
            continue
        if entry.sort == "region" and entry.name[0] == "苏":
            low, high = _line(units.text, start)
            if units.text.find("苏联", low, high) >= 0:
                # 苏南关系: of the Soviet Union and Yugoslavia.
                continue
        if (
            entry.sort in ("party", "academy")
            and entry.full in (f"中国{entry.name}", f"中国共产党{entry.name}")
            and _is_anybodys(units, index)
        ):
            continue
        if full and entry.sort == "county":
            if not _is_of_today(units, index, full):
                score = score if entry.mark == "l" else weights.DOUBTFUL_NAME
            if end - start == _SHORTEST and not _is_named_whole(units, index, full):
                # 迁都汉阳, 宋都临安: a place of its time.
                full = ""
        if entry.kind == "LOC" and (
            _is_another(units.text, start, end, entry) or is_half_place(units, index, entry)
        ):
            continue
        if entry.mark == "l" and entry.sort == "county" and full:
            # 新罗, 长安 need not be today's districts.
            inside = _in_its_city(units, index)
            full = full if inside or full in units.text else ""
            if not inside and classes[index + 1 : index + 2] == "L":
                # 东至|朝鲜平壤
                score = weights.DOUBTFUL_NAME
        found.append(Found(start, end, entry.kind, score, f"list:{entry.sort}", full))
    for match in re.finditer("[KGq]", classes):
        index = match.start()
        found += _dictionary(units, index, match.group())
    return found


_JR = re.compile("[A-Za-z]")
_NOUNS = ("n", "r", "E", "l")
"""西日本|新闻社, 东日本|旅客铁道: a body that no list has."""
_DYNASTIES = re.compile("刺史|治所|太守|[一-鿿]{2}郡|州牧")


def _is_of_dynasties(text: str, start: int, end: int) -> bool:
    """兖州之泰山郡 is a province of old, 兖州区 a district of today."""
    if text[end - 1] != "州" or text[end : end + 1] in _ADMINISTERED:
        return False
    before = text.rfind("。", 0, start) + 1
    after = text.find("。", end)
    return _DYNASTIES.search(text, before, after if after >= 0 else len(text)) is not None


_ADMINISTERED = ("市", "区", "县")
_AT = frozenset("在 从 到 来到 位于 赴 抵达 前往 走进 地处 飞往 返回".split())


def _is_no_county(units: Units, index: int, full: str) -> bool:
    """兰陵|郡, 长安|竞技 are none of today; 南宫|飞云 and 李|克东 are people."""
    text, start, end = units.text, units.starts[index], units.starts[index + 1]
    if (
        text[end : end + 1] in _OF_OLD
        or _ERA.match(text, end)
        or _KING.match(text, end)
        or _among_people(units, index)
    ):
        return True
    if text[start:end] in COMPOUND and not (_in_its_city(units, index) or full in text):
        return True
    return (
        end - start == _SHORTEST
        and text[start - 1 : start] in surnames()
        and text[start - 2 : start - 1] in _LISTS
    )


def _goes_back(units: Units, index: int) -> bool:
    """尼|西亚: the end of a name that is written in sounds."""
    start = units.starts[index]
    before = units.text[start - 1 : start]
    return (
        before in transliterating()
        and before not in _NO_SOUNDS
        and units.classes[index - 1] in "XRNh"
        and all(it in transliterating() for it in units.surface(index, index + 1))
    )


def _is_another(text: str, start: int, end: int, entry: Entry) -> bool:
    """亚历山大·布隆尼亚尔 is a man, 大理国 a state of old, 河两岸 is anywhere."""
    if entry.name == "两岸":
        return text[start - 1 : start] in _WATERS
    if SHIP.match(text, end) or text.startswith(_TITLES, end):
        return True
    sounds = all(it in transliterating() for it in entry.name)
    if sounds and text[end : end + 1] in _DOTS and "一" <= text[end + 1 : end + 2] <= "龥":
        return True
    if (
        sounds
        and text[start - 1 : start] in _DOTS
        and start > 1
        and "一" <= text[start - 2] <= "龥"
    ):
        return True
    return (entry.sort == "nature" or (entry.sort == "city" and bool(entry.full))) and STATE.match(
        text, end
    ) is not None


_TITLES = ("爵士", "勋爵", "先生", "女士", "夫人")
"""北岩|爵士"""
_DOTS = ("·", "・", "•", "‧", "∙")
_WATERS = tuple("江河湖溪水浦湾道路街")


def _is_of_others(units: Units, index: int) -> bool:
    """美国联邦政府助理|财政部|长, 民国八年|教育部: the ministry of another state, or of another time."""
    start = units.starts[index]
    if _REPUBLIC.search(units.text, *_line(units.text, start)):
        return True
    clause = max(0, units.starts[index] - _NEAR)
    before = _CLAUSE.split(units.text[clause : units.starts[index]])[-1]
    if "共和国的" in before:
        return True
    for at in range(index - 1, max(-1, index - 6), -1):
        if units.starts[at] < units.starts[index] - len(before):
            break
        entry = units.entries.get(at)
        if entry is not None and entry.sort in ("country", "state"):
            return not entry.name.startswith(("中", "国家"))
    return "联邦政府" in before


def _is_anybodys(units: Units, index: int) -> bool:
    """共产党, 国家图书馆: of China only if the paragraph speaks of China, or of no other country."""
    low, high = _line(units.text, units.starts[index])
    if _CHINA.search(units.text, low, high):
        return False
    return any(
        entry.sort == "country" or entry.name.startswith("台湾")
        for at, entry in units.entries.items()
        if low <= units.starts[at] < high
    )


_POLES = ("南极", "北极")
_PLANET = re.compile("行星|卫星上|火星|木星|土星|金星|水星|月球|冥王星|木卫")
"""Other worlds have poles too."""
_CHINA = re.compile("中国|中共|我国|新华社|党中央|国务院|毛泽东|邓小平|江泽民|习近平")


def _line(text: str, at: int) -> tuple[int, int]:
    """Where the paragraph around a place begins and ends."""
    after = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, after if after >= 0 else len(text)


_REPUBLIC = re.compile("中华民国|民国[初元0-9一二三四五六七八九十]|行政院|立法院|国民政府|北洋政府")


def _is_of_today(units: Units, index: int, full: str) -> bool:
    """会稽郡治所山阴 need not be today's county: something near says that it is."""
    if full in units.text:
        return True
    if len(full) <= _SHORTEST + 1 and not _NEWS.search(units.text):
        return _is_put(units, index)
    near = range(max(0, index - _AROUND), index + _AROUND)
    start, end = units.starts[near[0]], units.starts[min(near[-1], len(units.starts) - 1)]
    low = max(units.text.rfind("。", start, units.starts[index]), start)
    high = units.text.find("。", units.starts[index], end)
    apart = False
    for at in near:
        entry = units.entries.get(at) if at != index else None
        if entry is None or entry.sort not in ("province", "city", "county"):
            continue
        if entry.name.startswith(_OTHER_COUNTIES):
            # 蓝田 of Hong Kong is no county.
            apart = True
            continue
        if low <= units.starts[at] < (high if high >= 0 else end):
            return True
    return not apart


def _is_named_whole(units: Units, index: int, full: str) -> bool:
    """Whether the text says that the county of today is meant."""
    return (
        full in units.text
        or _NEWS.search(units.text) is not None
        or _in_its_city(units, index)
        or _in_its_city(units, index - 1)
    )


_OTHER_COUNTIES = ("香港", "澳门", "台湾", "台北")
_NEWS = re.compile(
    "今年|去年|记者|本报|近日|日前|新华社|[我本全][省市县区](?=[，的人各党政委经农工])"
)
"""A text of today: what is told long after is full of names that counties of today have."""
_AT_ONE = frozenset("在到赴抵驻从于往至经")
_ADMINISTRATIVE = frozenset(("province", "city", "county"))


def _is_put(units: Units, index: int) -> bool:
    """Behind its province, where something is (在白朗), or among other places: 宝丰、临汝."""
    own = index - 2 if units.surface(index - 1, index) == "的" else index - 1
    above = units.entries.get(own)
    if above is not None and above.sort in ("province", "city"):
        # 山西省的|山阴; but 香港|蓝田站
        return not above.name.startswith(_OTHER_COUNTIES)
    if _located(units, index):
        return True
    if index and units.surface(index - 1, index) in _AT_ONE:
        return True
    for mark, other in ((index - 1, index - 2), (index + 1, index + 2)):
        if not 0 <= mark < len(units.classes) or units.surface(mark, mark + 1) not in "、和与":
            continue
        entry = units.entries.get(other)
        if entry is not None and entry.kind == "LOC" and entry.sort in _ADMINISTRATIVE:
            return True
    return False


_CLAUSE = re.compile("[，。；：、！？\n]")
_NEAR = 14
_AROUND = 30


def _among_people(units: Units, index: int) -> bool:
    """康生、陈云、黄平、刘少奇: a county between people is one of them."""
    text, classes = units.text, units.classes
    start, end = units.starts[index], units.starts[index + 1]
    return (
        text[start] in surnames()
        and text[start - 1 : start] == "、"
        and text[end : end + 1] == "、"
        and classes[index - 2 : index - 1] in _PEOPLE
        and classes[index + 2 : index + 3] in _PEOPLE
    )


_PEOPLE = ("N", "P")
_NO_SOUNDS = frozenset("于从和与及在向往同比因由当到")
_SHORTEST = 2
_LONG = 4
_LISTS = frozenset("、，和与及")
_KING = re.compile("王(?=[刘李司萧陈杨朱赵石慕拓元高宇曹孙孟耶完])|公主")
_OF_OLD = frozenset("郡氏侯竞剧")
_ERA = re.compile("之[祸乱变役战难盟治]|年间|[元初]年")
"""永嘉|之祸: an era, and no county."""


def _in_its_city(units: Units, index: int) -> bool:
    """Whether a province or a city of China stands right before: 重庆|丰都."""
    before = units.entries.get(index - 1)
    return (
        before is not None
        and before.sort in ("province", "city")
        and units.starts[index] == units.starts[index - 1] + len(before.name)
    )


def _is_country(units: Units, index: int) -> bool:
    entry = units.entries.get(index)
    return entry is not None and entry.sort in ("country", "region", "nature")


def _located(units: Units, index: int) -> bool:
    return index > 0 and units.surface(index - 1, index) in _AT


def _dictionary(units: Units, index: int, mark: str) -> list[Found]:
    start, end = units.starts[index], units.starts[index + 1]
    word = units.text[start:end]
    if units.text[end : end + 1] in GOES_ON.get(word[-1], ()):
        return []
    if word[-1] == "国" and word[:-1] in entries() and units.text[end : end + 1] in _OF_STATE:
        # 日本|国铁, 日本|国有
        return [Found(start, end - 1, "LOC", weights.LISTED_NAME, "dictionary")]
    if mark == "G":
        if word.endswith("联邦"):
            # 德国联邦|国防军
            return []
        if word.startswith("中央") and units.text[start - 1 : start] == "团":
            # 团|中央书记处
            start -= 1
        if (
            index
            and units.classes[index - 1] == "L"
            and (not _is_country(units, index - 1) or word.endswith(_SOCIETIES))
        ):
            # 北京|政法学院
            start = units.starts[index - 1]
        return [
            Found(
                _body_from(units, index, start), end, "ORG", weights.DICTIONARY_BODY, "dictionary"
            )
        ]
    if GENERIC_PLACE.fullmatch(word) or word[0] in NO_FIRST or units.text.startswith(_TITLES, end):
        return []
    above = units.entries.get(index - 1)
    placed = above is not None and above.sort in ("province", "city", "country")
    if units.surface(index - 1, index) == "小" and index:
        # 小|法兰西
        return []
    if len(word) == _SHORTEST and not placed and is_among_sounds(units.text, start, end):
        # 安吉|洛斯
        return []
    if len(word) == _SHORTEST and "R" in units.classes[max(0, index - 1) : index + 2]:
        # 上巴|贝里尼
        return []
    if is_half_in_sounds(units, start, end) or (
        word[0] == "和" and len(word) > len("和县") and is_word(word[1:])
    ):
        # 佛罗伦|斯, 和|澳洲
        return []
    if word.endswith("城") and units.text[end : end + 1] in "区市":
        # 北京城|区: the word is 城区.
        if word[:-1] not in _provinces():
            return []
        return [Found(start, end - 1, "LOC", weights.DICTIONARY_CITY, "dictionary")]
    if len(word) > 3:
        heads = _provinces()
        for length in (2, 3, 4):
            # 辽宁沈阳, 北京王府井: two names in one word of the dictionary.
            rest = word[length:]
            if word[:length] not in heads or len(rest) < 2 or _one(rest) or _in_sounds(rest):
                continue
            if GENERIC_PLACE.fullmatch(rest):
                continue
            first = Found(start, start + length, "LOC", weights.DICTIONARY_CITY, "dictionary")
            if rest in not_names():
                return [first]
            if rest not in entries() and rarity(rest) < UNCOMMON:
                # 上海动物园, 贝宁共和国.
                return [Found(start, end, "LOC", weights.DICTIONARY_IN_CITY, "dictionary")]
            score = weights.DICTIONARY_IN_CITY
            return [first, Found(start + length, end, "LOC", score, "dictionary")]
    score = weights.GUESSED_PLACE if mark == "q" else weights.DICTIONARY_PLACE
    if _located(units, index) or units.classes[max(0, index - 1)] == "L":
        score = weights.LOCATED_PLACE
    return [Found(start, end, "LOC", score, "dictionary")]


_OF_STATE = frozenset("铁营立")


_WHOLE = re.compile("(?:\\A|(?<=[WY]))L[nv]{1,4}\\Z")


def _body_from(units: Units, index: int, start: int) -> int:
    """中兴大学|法商学院, 中国认证机构|国家认可委员会: where the name of a body begins."""
    word = units.surface(index, index + 1)
    before = units.surface(index - 1, index) if index else ""
    if before.endswith("大学") and word.endswith(_OF_UNIVERSITY):
        return units.starts[index - 1]
    if before == "机构" and word.startswith("国家"):
        low = max(0, index - 6)
        match = _WHOLE.search(units.classes[low:index])
        if match is not None and _is_country(units, low + match.start()):
            return units.starts[low + match.start()]
    return start


_SOCIETIES = ("学会", "协会", "联合会", "研究会", "国务委员会")
"""中国|中医药学会: a society of a country has its name before its own."""
_OF_UNIVERSITY = ("学院", "医院", "研究所", "研究院", "附中", "附小")


def _in_sounds(rest: str) -> bool:
    """古巴|比伦, 喀什|米尔: no place of its own follows, the name goes on in sounds."""
    return rest not in entries() and all(it in transliterating() for it in rest)


def _one(rest: str) -> bool:
    """Whether what follows a place's name goes on with it: 北京机场."""
    return rest in lists().classes
