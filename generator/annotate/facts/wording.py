"""What stands before an amount -> its measure, in the text's words and in its usual name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from generator.annotate.facts.measures import ending, longest, usual_name
from generator.annotate.facts.nouns import KEPT, deeds, fore, noun_at_end
from generator.annotate.figures.about import without_link


class Measured(NamedTuple):
    """What an amount is of."""

    measure: str = ""
    words: str = ""
    change: str = ""
    """How it changed: 同比增长."""
    aimed: bool = False
    """The words are of an aim: 增长目标."""
    verb: str = ""
    """Belongs to the next of a list as well: 退出 of 退出钢铁产能1亿吨、煤炭产能2亿吨."""


NOTHING = Measured()

GREW = (
    "增长|增加|提高|提升|上升|上涨|扩大|下降|降低|减少|下跌|回落|回升|缩短|压减|压缩|收窄|削减|缩减|缩小|裁减|"
    "增产|减产|超收|短收|上调|下调|减轻|节约|节省|延长|高出|升值|贬值|(?<![新净倍])增|降|减|跌|涨|翻|(?<![至最不])[多少高低](?![达于])"
)
_CHANGE = re.compile(
    "(?P<adverb>(?:同比|环比|年均|平均|实际|名义|逐年|平均每年)*)"
    "(?:[比较](?:上年|去年|上年同期|去年同期|上月)?)?"
    f"(?P<verb>{GREW})(?:了)?(?P<to>到|至|为|成)?"
)
_GREW_END = re.compile(
    "(?:大幅|小幅|明显|显著|再|又|还|进一步|继续|累计|同比|年均|平均)*"
    "(?:压缩|压减|缩减|削减|裁减|精简|增长|增加|提高|提升|上升|下降|降低|减少|扩大|缩小|延长|缩短|减轻|上调|下调|增产|减产|超收|短收)(?:了)?$"
)
_EMPHASIS = re.compile("^(?:大幅|小幅|明显|显著|再|又|还|进一步|继续)+")
_VERB_OBJECT = re.compile(
    "(?:再)?(?:增加(?!值)|提高|减少|压减|压缩|降低|削减|缩减|裁减|下调|上调|减轻|延长|缩短)(?=[一-鿿（“])"
)
"""减少农村贫困人口1000万: the verb stands before."""
_ADVERB_END = re.compile(
    "(?:持续|一直|始终|连续|基本|年内|至少|再|稳定|稳步|总体|目前|全年|已经|实际|初步|首次|双双|每年|逐步|今年|进一步|安排|大幅|平均|稳中有[升进]|力争|争取|确保|要|拟|将|按|应|(?<![占收存贷])[比较]|(?<=[率价量额数期龄度温])平|(?<=资金)(?:累计)?投入|(?<=标准)统一|[，：“])$"
)
_RATE = re.compile(
    "(?:的)?(?:同比|年均|平均|实际|名义|年)?(增速|增长率|增长速度|增幅|涨幅|降幅|跌幅|增长)(?P<aim>(?:的)?(?:年度)?(?:预期)?目标)?$"
)
_AIM_END = re.compile(
    "(?:的|年度)*(?:主要)?(?:预期目标|目标任务|目标|预期|任务)(?:值)?(?:定|设定|确定|拟定)?(?:在)?$"
)
_FOR = re.compile("(?:为|给|向|对|帮助|支持)[^，。；]{2,14}")
_PLACE = re.compile(
    "[一-鿿]{1,6}(?:省|市|县|区|州|盟|旗|镇|乡|村)的?|(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|"
    "山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾)(?:全省|全市|全区)?的?"
)
"""青山县地区生产总值 is 地区生产总值; whose it is stands elsewhere."""
_LIST_END = re.compile(
    "(?:改革|制度|建设|政策|机制|工作|建立|行动|工程|完成|增加|减少|提高|下降|增长)(?:基本建立|全面完成)?$"
)


_THAN = re.compile(
    f"(?<![占收同环对])[比较](?![例重率价值赛较])[^，。；比较]{{1,16}}?(?=(?:大幅|同期|实际|预计|再)*(?:{GREW})(?:了|近|约|超过?|逾|至|到)*$)"
)
"""使用成本比去年降低: what it is compared with."""
_WITHIN = re.compile("在([^，。；]{2,12}?)中的?((?:比重|占比|比例|份额))")
"""服务业增加值在国内生产总值中的比重 is 服务业增加值占国内生产总值比重."""
_RATIO = re.compile("与([^，。；与]{2,10})之比")
"""研发经费支出与国内生产总值之比 is 研发经费支出占国内生产总值比重."""
RECKONING = re.compile(
    "(?:扣除|剔除)(?:了|掉)?[一-鿿]{0,6}(?:价格|物价|通胀|汇率)[一-鿿]{0,4}?(?:因素|影响|变动)(?:之?后)?"
)
"""扣除价格因素比上年增长: how it was reckoned, and not what grew."""
_BASIS = re.compile(
    "([^，。；]{2,16}?)(?:预期|增长|发展)*目标(?:是|为|定为)?在[^，。；]{2,30}?(?:基础上|前提下|同时)"
)
_COMPARED = re.compile("[比较][^，。；的]{0,10}$")
_LEAST = 2


@lru_cache(maxsize=1024)
def read_measure(lead: str, *, share: bool) -> Measured:
    """`lead`: what stands between the last mark or amount and this one; `share`: it is a percentage.

    Measured with empty `words` if it names nothing (增加到; 同比增长).
    """
    lead = _WITHIN.sub("占\\1\\2", _THAN.sub("", lead), 1)
    lead = _RATIO.sub("占\\1比重", lead, 1)
    if basis := _BASIS.match(lead):
        return read_measure(basis[1] + lead[basis.end() :], share=share)._replace(aimed=True)
    stripped, change = untied(lead)
    aim = False
    if stripped.endswith("增长率") and usual_name(fore(stripped), change=False):
        # 人口自然增长率 is a name as a whole.
        return _named(stripped, change)
    if share and (rate := _RATE.search(stripped)):
        change, aim = change or rate[1], bool(rate["aim"])
        stripped, _ = untied(stripped[: rate.start()])
    elif found := _AIM_END.search(stripped):
        aim = True
        stripped, grew = untied(stripped[: found.start()])
        change = change or grew
        if share and (rate := _RATE.search(stripped)):
            change = change or rate[1]
            stripped, _ = untied(stripped[: rate.start()])
    return _named(stripped, change)._replace(aimed=aim)


_SHARE_OF = re.compile(
    "(?P<how>占|相当于)(?![比据用地有])(?:到|了)?(?P<of>[^，。；占]{2,14}?)(?:的)?(?:比重|比例|份额|总量)?的?$"
)
_DONE = re.compile("(?<=[一-鿿]{2})(?:已(?=投入)|已?完成|实现|累计|合计|拟?安排)(?=[一-鿿]{2})")


def is_bare(lead: str) -> bool:
    """It only says how much: 同比增长, 提高到, 比上年增长."""
    return len(fore(_COMPARED.sub("", untied(lead)[0]))) < _LEAST


def untied(lead: str) -> tuple[str, str]:
    """The lead without the words that tie it to the amount; how it changed."""
    change = ""
    run = lead
    while True:
        stripped = without_link(run)
        if run.startswith("均", len(stripped)) and stripped[-1:] in _PER:
            # 养老金人均每月新增: 人均 is one word.
            stripped = stripped[:-1]
        elif run.startswith("收", len(stripped)) and stripped[-1:] in _TAKEN:
            # 税收增长: no 收 of 收于.
            stripped = run[: len(stripped) + 1]
        if not change and len(stripped) < len(run):
            change = _change(run[len(stripped) :])
        if grew := _GREW_END.search(stripped):
            change = change or _EMPHASIS.sub("", grew[0])
            stripped = stripped[: grew.start()]
        if adverb := _ADVERB_END.search(stripped):
            stripped = stripped[: adverb.start()]
        if stripped == run:
            return run, change
        run = stripped


_PER = frozenset("人户亩月日年")
_TAKEN = frozenset("税营增创减回吸")


def _change(tail: str) -> str:
    verb = ""
    for match in _CHANGE.finditer(tail):
        verb = "" if match["to"] else match["adverb"] + match["verb"]
    return verb


def _named(run: str, change: str) -> Measured:
    found = _from_table(run, change)
    if found is not None:
        return found
    run = fore(run)
    if share := _SHARE_OF.search(run):
        return _share(run, share, change)
    verbs = list(_VERB_OBJECT.finditer(run))
    if verbs:
        grew = verbs[-1]
        change = change or grew[0]
        rest = fore(run[grew.end() :])
        return _from_table(rest, change) or _noun(rest, change, grew[0])
    return _noun(run, change, "")


def _share(run: str, share: re.Match[str], change: str) -> Measured:
    """占世界经济比重: the share of what the clause, or else the one before, is about."""
    head = run[: share.start()]
    part = share["how"] + share["of"] + ("比重" if share["how"] == "占" else "")
    if not head:
        return Measured(part, run, change)
    whole = _from_table(head, change) or _noun(head, change, "")
    if not whole.words:
        return Measured("", "", change)
    measure = whole.measure + part
    measure = usual_name(measure, change=False) or measure
    return Measured(measure, whole.words + run[share.start() :], change)


def _noun(run: str, change: str, verb: str) -> Measured:
    if "、" in run:
        head, _, last = run.rpartition("、")
        if all(KEPT.fullmatch(it) for it in head.split("、")) and (noun := noun_at_end(last)).words:
            # 新建、改扩建机场
            return Measured(f"{head}、{last}", f"{head}、{last}", change, False, noun.verb)
        if _LIST_END.search(head) or not noun_at_end(head).words:
            run = fore(last)
            found = _from_table(run, change)
            if found is not None:
                return found
        elif usual := usual_name(fore(deeds(head.partition("、")[0])), change=bool(change)):
            return Measured(usual, fore(deeds(run)), change)
    noun = noun_at_end(run)
    if not noun.words:
        return Measured("", "", change)
    usual = usual_name(noun.words, change=bool(change))
    usual = usual or usual_name(noun.words.replace("的", "", 1), change=bool(change))
    bare = _DONE.sub("", noun.words)
    measure = usual or usual_name(bare, change=bool(change)) or bare
    return Measured(measure, noun.words, change, False, noun.verb or verb)


def _from_table(run: str, change: str) -> Measured | None:
    """The longest name of the table at the end, if nothing before it makes it another's."""
    if not ending(run):
        return None
    for start in range(max(0, len(run) - longest()), len(run) - 1):
        words = run[start:]
        usual = usual_name(words, change=bool(change))
        if not usual:
            continue
        before = fore(run[:start])
        grew = _VERB_OBJECT.match(before + "零")
        verb = ""
        if grew and grew.end() == len(before):
            before, verb = "", grew[0]
        before = deeds(before)
        if before and not _FOR.fullmatch(before) and not _PLACE.fullmatch(before):
            return None
        if not verb and (kept := KEPT.match(words)):
            return Measured(usual, words, change, False, kept[0])
        return Measured(usual, words, change or verb, False, verb)
    return None
