"""Units -> organisations: runs of units that end in the suffix of a body."""

from __future__ import annotations

import re

from generator.annotate.names import weights
from generator.annotate.names.found import SHOWN, Found
from generator.annotate.names.halves import is_half_body
from generator.annotate.names.places import is_country
from generator.annotate.names.units import Units
from generator.annotate.names.word_lists import UNCOMMON, lists
from generator.text.common_words import rarity

_INNER = "[nuXLKlGTBbEqRNHhmaptM]"
_AND = "(?:v?(?<=[nv])[cY](?=[nv])[nv]{1,3})?"
_SUFFIXED = f"(?:(?<=[BGST])n{{0,3}}u|{_INNER}{{0,6}}?{_AND}[ST])"
_BODY = re.compile(
    # A set that is the first thing in a pattern is what `re` looks for fastest.
    "[LBGlbKXERNq](?:"
    # Only behind a body may a verb stand before the suffix: 交通运输部南海航海保障中心.
    f"(?:(?<=[BG])|(?<=L)[BG])(?:v[ST]|n{{0,3}}u|{_INNER}{{0,6}}?{_AND}v?[ST]){{1,4}}"
    f"|(?<![BG]){_SUFFIXED}{{1,4}}|(?<=[LB])B)"
)
_PARTY_GROUP = frozenset("党组 党委 党工委 党支部 党总支 机关党委".split())
_TEMPORARY = frozenset("新旧前")
_NEW = (["新"], ["旧"], ["前"])
_ADMINISTERED = frozenset("政府 人民政府".split())
_SORTS = frozenset(
    "法院 检察院 大学 中学 小学 学校 医院 公司 上市公司 企业 集团 报社 电台 电视台 协会 学会 中心".split()
)
"""中国法院, 欧美大学: bodies of a sort, none by name."""
_OFFICES_OF_REGIONS = ("行署", "专署")
_LONG = 3
"""Units between the first and the suffix."""
_BREAKS = frozenset("中由向从为与对被把将在给让使")
"""Surnames some of them, but not inside the name of a body."""
_DEEDS = frozenset(
    "于 召开 编入 改编 并入 专门 参加 出席 加入 划归 隶属 任 所 设 原名 委托 接受 救济 聚居 共 "
    "三大 四大 五大 十大 百强".split()
)
"""What is done to a body, or by it: 中国工农红军|编入国民革命军."""
_UNKNOWN = frozenset("XNREKq")
_BUREAUS = frozenset("局 厅 委 办 办公室".split())
_ADMIN = frozenset(("province", "city", "county"))
_FIRST = frozenset("LBGlbKXERNq")


def find_bodies(units: Units) -> list[Found]:
    """Runs of units that end in the suffix of a body."""
    found: list[Found] = []
    for match in _BODY.finditer(units.classes):
        first, after = match.span()
        found += _body(units, first, after)
    return found


def _body(units: Units, first: int, after: int) -> list[Found]:
    classes = units.classes
    table = lists()
    if classes[first:after] == "BB":
        return _of_army(units, first)
    if classes[first : first + 2] == "LB":
        country = _of_country(units, first, first + 2)
        if after - first == 2:
            return country
        first += not country
    if units.surface(first, first + 1) in _OPENS or (
        classes[first] == "N" and units.text[units.starts[first + 1] - 1] == "任"
    ):
        rest = first + 1
        return _body(units, rest, after) if classes[rest] in _FIRST and after - rest > 1 else []
    words = [units.surface(at, at + 1) for at in range(first, after)]
    for at in range(1, len(words) - 1):
        word = words[at]
        # 美国主要航空公司 names none; nor does 共设22座车站.
        if classes[first + at] == "Y" and word not in "和与及":
            return []
        if word in table.generic and word not in table.inner:
            return []
        if word in _DEEDS:
            # 天津|任|中共中央北方局
            rest = first + at + 1
            return _body(units, rest, after) if classes[rest] in _FIRST else []
        if word in _BREAKS:
            return []
        if classes[first + at] == "m" and word[0] in "0123456789":
            return []
    last = words[-1]
    if last == "所" and (
        (after - first == 2 and classes[first] in "LlKG")
        or classes[after : after + 1] not in ("", "W")
    ):
        # 苏联|所期望的, 民政部|所制定
        return []
    if last == "科" and after - first == 2 and is_country(units, first):
        # 匈牙利|科瓦茨
        return []
    if last in _OFFICES_OF_REGIONS and units.text[units.starts[after] :][:1] in ("区", "公"):
        # 川东行署|区
        return []
    if last == "上市公司" or is_half_body(units, first):
        return []
    if last.endswith("政府") and (last[0] in _TEMPORARY or words[-2:-1] in _NEW):
        # 中国新政府: which one, only its time tells.
        return []
    if len(last) > 3 and last.endswith("政府") and last not in _ADMINISTERED:
        return []
    if last in _PARTY_GROUP and after < len(classes) and classes[after] == "o" and len(words) > 1:
        # 财政部党组书记: the office is that of the group, the body is the ministry.
        before = classes[first : after - 1]
        if before in ("B", "G"):
            return []
        if before[-1] in "STBG":
            after -= 1
            last = units.surface(after - 1, after)
    if last in _ADMINISTERED and after - first > 2:
        inner = classes[first + 1 : after - 1]
        if any(it not in "LlKqp" for it in inner) and words[-2] != "人民":
            return []
    if last in _ADMINISTERED and classes[first:after] == "BS":
        # 国务院政府工作报告: a report of the government.
        return []
    if after - first == 2 and (last in _SORTS or last[-1] == "厂") and is_country(units, first):
        return [
            Found(units.starts[first], units.starts[after], "ORG", weights.BODY_OF_A_SORT, "suffix")
        ]
    score = weights.BODY_BEGINS.get(classes[first], weights.BODY)
    between = after - first - 2
    if classes[first] in "BG":
        # What belongs to a known body may be long and small.
        return [Found(units.starts[first], units.starts[after], "ORG", score, "of-body")]
    own = _of_place(units, first, after) or _own_words(units, first, after)
    if last in table.weak and between > 0 and not own:
        score += weights.WEAK_SUFFIX
    if between > _LONG:
        score += weights.LONG_BODY
    if "m" in classes[first:after]:
        score += weights.NUMERAL_IN_BODY
    return [Found(units.starts[first], units.starts[after], "ORG", score, "suffix")]


_LIMITED = re.compile("有限(?:责任)?公司")
_OF_COMPANY = frozenset("nuXLKlGTSBbEqRNHhMpam")
_NOT_OURS = frozenset("他她它我你您其由向从为与对被把将在给让使和及同等")
_TRADES = frozenset(
    "制造 建设 开发 投资 贸易 销售 管理 租赁 运输 加工 设计 生产 供应 咨询 传播 包装 印刷 养殖 种植 勘察 检测 "
    "股份 控股 集团".split()
)
"""Verbs and suffixes that the name of a company has in it."""
_OPENS = frozenset("图为 图示 下图 上图 左图 右图".split())
"""What a caption begins with."""
_MOST = 8
"""Units of a company's name."""


def find_companies(units: Units) -> list[Found]:
    """青山铜业有限公司: what ends so is a name, whatever stands before."""
    found: list[Found] = []
    generic = lists().generic
    for match in _LIMITED.finditer(units.text):
        end, last = match.end(), units.at(match.start())
        first = last
        while first > 0 and last - first < _MOST:
            word = units.surface(first - 1, first)
            if word == "）" and units.surface(first - 3, first - 2) == "（" and first > 3:
                # 红塔烟草（集团）有限公司
                first -= 3
                continue
            if (
                word in generic
                or word in _NOT_OURS
                or word in _TIMES
                or not (units.classes[first - 1] in _OF_COMPANY or word in _TRADES)
            ):
                break
            first -= 1
        while first < last and units.surface(first, first + 1) in _OPENS:
            first += 1
        while first < last and units.surface(first, first + 1) in _TRADES:
            # 投资…有限公司: a trade at the beginning is a verb before the name.
            first += 1
        start = units.starts[first]
        if units.classes[first] == "S":
            # （香港）事务所有限公司: the name stands before the bracket.
            continue
        if units.starts[units.at(end)] == end and match.start() - start > 1:
            found.append(Found(start, end, "ORG", SHOWN, "company"))
    return found


_TIMES = frozenset("年月日于")


def _own_words(units: Units, first: int, after: int) -> bool:
    """北京地坛小学, 美国德士古公司: a word in between that is none of the common ones."""
    if units.classes[first] not in "LK":
        return False
    return any(
        units.classes[at] in _UNKNOWN
        or units.classes[at] == "T"
        or (units.classes[at] == "n" and rarity(units.surface(at, at + 1)) >= UNCOMMON)
        for at in range(first + 1, after - 1)
    )


def _of_place(units: Units, first: int, after: int) -> bool:
    """青河县农业农村局: a province, city or county, and what its bureau is for."""
    if units.surface(after - 1, after) not in _BUREAUS:
        return False
    entry = units.entries.get(first)
    place = (
        entry.sort in _ADMIN if entry else units.text[units.starts[first + 1] - 1] in "省市县区州旗"
    )
    return place and set(units.classes[first + 1 : after - 1]) <= {"n"}


def _of_country(units: Units, first: int, after: int) -> list[Found]:
    """中国国务院新闻办公室: a country before a body of its own."""
    place, body = units.entries[first], units.entries[first + 1]
    if place.sort != "country" or body.name.startswith(place.name):
        return []
    if place.name != "中国" or body.sort not in _OF_CHINA:
        return []
    return [
        Found(
            units.starts[first], units.starts[after], "ORG", weights.LISTED_BODIES, "country-body"
        )
    ]


def _of_army(units: Units, first: int) -> list[Found]:
    """中国人民解放军东部战区."""
    if {units.entries[first].sort, units.entries[first + 1].sort} != {"army"}:
        return []
    return [
        Found(units.starts[first], units.starts[first + 2], "ORG", weights.LISTED_BODIES, "of-body")
    ]


_OF_CHINA = frozenset("state ministry agency army mass academy court party".split())
