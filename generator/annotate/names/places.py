"""Units -> places: runs of units that end in the suffix of a place."""

from __future__ import annotations

import re

from generator.annotate.names import weights
from generator.annotate.names.found import Found
from generator.annotate.names.units import Units
from generator.annotate.names.word_lists import lists

_PLACE = re.compile(
    "[LlKXqNREBMmhH](?:(?<![mhH])(?:[nuXqhHEaRNtMl]{0,4}?v?p)+|(?<=[mhHM])[mhHM]?p)"
)
GENERIC_PLACE = re.compile(
    "(?:[一二三四五六七八九十两几各本该全我大小新老多外每某整贵此另首同名强穷山海江河湖沟坡岭坪滩塘峪岗洼古城乡村边农牧林矿港园景郊市县区省镇]"
    "|试点|灾区|主产|产区|西部|东部|南部|北部|中部|沿海|沿江|沿边|内陆|周边|贫困|革命|民族|边境|中心|相关|有关|重点|所在|当地|城市|农村|"
    "全国|全球|世界|首批|经济|文化|工业|农业|人口|旅游|生态|高新|国家级|国际|国家|省级|市级)+"
    "(?:[省市县区村镇乡州国城江河湖海岛山路街港]|社区|街道|园区|小区|景区|地区|新区)"
    "|[东西南北中][路站]|自治省|邦联|联邦|[内外]海|[一-鿿]{1,2}族自治[州县区旗]|直隶[州厅]"
)
NO_FIRST = frozenset("之其仍他她它而")
"""仍为州, 他村: no place begins so."""
_VILLAGE = frozenset("村镇乡")
_PARTS = frozenset("街道 镇 乡 村 社区 小区".split())
_TOWN_AND_VILLAGE = re.compile("(..{1,3}(?:[镇乡]|街道))..{1,4}(?:村|社区)")
_DISTRICT = frozenset("省市县区州旗镇乡")
_WAYS = frozenset("高铁 铁路 公路 高速公路".split())
_TREATIES = frozenset("自贸区 自由贸易区".split())
_FROM = ("至", "到", "—", "－", "-", "–")


def find_places(units: Units) -> list[Found]:
    """Names with the suffix of a place."""
    found: list[Found] = []
    weak = lists().weak_places
    generic = lists().generic
    for match in _PLACE.finditer(units.classes):
        first, after = match.span()
        start, end = units.starts[first], units.starts[after]
        if units.text[start] in NO_FIRST or GENERIC_PLACE.fullmatch(units.text, start, end):
            continue
        last = units.surface(after - 1, after)
        if last == "地区" and end - start == len("古地区"):
            # 内蒙|古地区
            continue
        if last == "地区" and after - first > 1 and units.text.startswith("生产总值", end):
            # 中山市|地区生产总值
            continue
        apart = _apart(units, first, after, last)
        if apart:
            found += apart
            continue
        classes = units.classes[first:after]
        inner = [units.surface(at, at + 1) for at in range(first + 1, after - 1)]
        if any(it in generic for it in inner):
            continue
        if last in _WAYS and units.text[start - 1 : start] in _FROM:
            # 西安至延安高铁 is longer than what stands here.
            continue
        if (
            last == "州"
            and units.text[end : end + 1] == "属"
            and units.surface(after, after + 1) == "属"
        ):
            # 婆罗洲|州属
            continue
        if last in _TREATIES and is_country(units, first):
            continue
        if last in _WAYS and after - first == 2 and _is_state(units, first):
            # 中国铁路: all of them.
            continue
        score = weights.PLACE_BEGINS.get(classes[0], weights.PLACE)
        if last in _VILLAGE and not inner and classes[0] in "XRNKh":
            score = weights.VILLAGE
        elif last in _VILLAGE and classes[0] in "hHM":
            score = weights.DOUBTFUL_VILLAGE
        elif classes[-2] == "v" and last in weak:
            continue
        elif last in weak:
            if inner:
                score += weights.WEAK_LONG_PLACE
            elif classes[0] not in "LKq":
                score += weights.WEAK_PLACE
        found.append(Found(start, end, "LOC", score, "place-suffix"))
    return found


def _apart(units: Units, first: int, after: int, last: str) -> list[Found]:
    """诸暨市|东白湖镇|斯宅村, 广东|黄茅峡水库: each is a place of its own."""
    classes = units.classes
    if classes[first] not in "LKq" or after - first <= 2:
        return []
    if last not in _PARTS and classes[first + 1] not in "XNRq":
        return []
    if last in _PARTS and units.text[units.starts[first + 1] - 1] not in _DISTRICT:
        return []
    found: list[Found] = []
    begins = first + (classes[first] == "L")
    for at in range(first, after):
        if _ends(units, at, begins, after):
            start, end = units.starts[begins], units.starts[at + 1]
            two = _TOWN_AND_VILLAGE.match(units.text, start, end)
            if two is not None and two.end() == end:
                # 东白湖镇斯宅村, where the segmenter saw 东白|湖镇斯宅|村.
                found.append(Found(start, two.end(1), "LOC", weights.VILLAGE, "place-suffix"))
                start = two.end(1)
            if not GENERIC_PLACE.fullmatch(units.text, start, end):
                found.append(Found(start, end, "LOC", weights.VILLAGE, "place-suffix"))
            begins = at + 1
    return found


def _ends(units: Units, at: int, begins: int, after: int) -> bool:
    """Whether the unit ends one of several places that stand side by side."""
    if units.classes[at] == "p":
        return at > begins and (at + 1 == after or units.surface(at, at + 1) in _PARTS)
    return units.classes[at] in "qK" and units.text[units.starts[at + 1] - 1] in _DISTRICT


def is_country(units: Units, first: int) -> bool:
    """Whether a country or a region of several begins here."""
    entry = units.entries.get(first)
    return entry is not None and entry.sort in ("country", "region")


def _is_state(units: Units, first: int) -> bool:
    entry = units.entries.get(first)
    return entry is not None and entry.sort == "country"
