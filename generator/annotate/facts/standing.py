"""A sentence and an amount in it -> whether it is aimed at, or reached."""

from __future__ import annotations

import re

from generator.annotate.facts.aims import AIM, PAST, PLEDGES
from generator.annotate.facts.kinds import kind_of
from generator.annotate.facts.moments import Clauses
from generator.model.findings import Figure

_MARKS = frozenset("，；：。、！？\n")
_TARGET_AFTER = re.compile(
    "(?:以上|左右|以内)?(?:[、和与][^，。；]{0,24}?[0-9][^，。；]{1,6}?)?的?(?:增长|年度|全年|规划|任务)*(?:预期)?目标"
)
_REACHED = re.compile("(?<!没有)(?<!未能)(?<!未)(?:实现|完成|达到)(?!年初确定)")
_WILL = re.compile("将(?![到在于会达超突完形增带开建投实引打力安有]|进一步|继续|再|新|培)")
"""What 将 foretells by any other verb."""
_ASKED = ("准备", "提议", "建议", "请求", "打算", "希望", "索", "申请", "原定", "全年")
"""An aim told by what somebody means to do or asks for."""
_OF_A_CLAUSE = ("要", "确保", "争取", *_ASKED)
_WANTED = re.compile(
    "达|实现|超过|完成|突破|建|增|减|降|保持|控制|使|让|力争|争取|形成|扩|压|提|投|培|解决|招|引|继续|邀请|交纳"
)
"""What 要 says is to be done."""
_GOES_ON = re.compile("[使让把将]|其中|人数|到|[^，。；]{2,8}控制在")
_GIVEN = frozenset(
    (
        "高校毕业生",
        "农民工",
        "总人口",
        "常住人口",
        "人口",
        "户籍人口",
        "劳动力",
        "劳动力资源",
        "人才",
    )
)
"""Not aimed at, even where plans are told."""


def words_of_aim(text: str, begin: int, end: int) -> tuple[list[int], list[int]]:
    """Where a sentence says that what follows is aimed at, and where that it is done."""
    aims = [it.start() for it in AIM.finditer(text, begin, end)]
    pasts = [
        it.start()
        for it in PAST.finditer(text, begin, end)
        if it.lastgroup is None or it.start() == begin or text[it.start() - 1] in _MARKS
    ]
    return aims, pasts


def is_aimed(at: Clauses, it: Figure, when: str, measure: str, *, said: bool) -> bool:
    """`said`: the sentence gives the time."""
    if at.is_start(it.start) or measure in _GIVEN or "毕业生规模" in measure:
        return False
    if "target" in it.qualifiers and at.course.reports:
        return True
    if _TARGET_AFTER.match(at.text, it.end):
        clause = max(at.text.rfind(mark, at.begin, it.start) for mark in "，；")
        reached = _REACHED.search(at.text, max(at.begin, clause), it.start)
        return not (reached and at.course.section.back)
    past = max((one for one in at.pasts if one < it.start), default=-1)
    aim = max((one for one in at.aims if one < it.start and _holds(at, one, it)), default=-1)
    if past >= 0 and at.course.section.aim and _turns(at, past, it.start):
        past = -1
    if aim > past:
        over = said and at.course.is_over(when)
        return not over or at.text.startswith(PLEDGES, aim)
    if past >= 0:
        return False
    if at.course.is_ahead(when) or at.course.is_ahead(it.as_of or ""):
        return not _is_told(at, it)
    back = at.course.section.back
    if not back and not at.times.told and at.course.carried()[1]:
        return True
    return at.course.section.aim and not at.course.is_over(when)


def _is_told(at: Clauses, it: Figure) -> bool:
    """Whether an amount of a year ahead is an outcome: the date is of another day than the text's.

    比上年同期增长; 男性613,900人: aims are round.
    """
    if at.course.reports or "target" in it.qualifiers:
        return False
    stop = _STOP.search(at.text, it.end)
    sentence = at.text[at.begin : stop.start() if stop else len(at.text)]
    if _OUTCOME.search(sentence):
        return True
    return any(
        len(one[0].replace(",", "").strip("0.")) >= _EXACT for one in _NUMBER.finditer(sentence)
    )


_STOP = re.compile("[。！？\n]")
_OUTCOME = re.compile(
    "[比较](?:上年|去年|前年|[0-9]{4}年)(?:同期)?[^，。；]{0,6}[增减升降涨跌]|同比|统计|普查"
)
_NUMBER = re.compile("(?<![0-9.,])[0-9][0-9,]*(?:[.][0-9]+)?(?![0-9]*[年-])")
_EXACT = 4
"""Figures of a number that nobody aims at."""


def _holds(at: Clauses, aim: int, it: Figure) -> bool:
    """新开工项目计划总投资下降，淘汰产能…: in a look back the plan is of its own clause only.

    每次背40公斤，也要背40多趟 is no aim; in the news 确保… is of its own clause.
    """
    text = at.text
    plan = text.startswith(("计划总投资", "计划投资", "规划总"), aim)
    if plan and at.course.section.back and "，" in text[aim : it.start]:
        return False
    own = text.startswith(_OF_A_CLAUSE, aim) or _WILL.match(text, aim)
    if at.course.reports or not own:
        return True
    counts = kind_of(it.unit) in ("count", "")
    if text.startswith(_ASKED, aim) and (counts or text[it.start - 1] == "的"):
        # 准备对每年提供的22亿美元追加34%, 建议全国1万家金行…: what there is, and not what is asked for.
        return False
    if text[aim] == "要" and text[aim + 1] != "求" and not _WANTED.search(text, aim, it.start):
        return False
    clause = max(text.rfind(mark, aim, it.start) for mark in "，；：“")
    return clause < 0 or _GOES_ON.match(text, clause + 1) is not None


def _turns(at: Clauses, past: int, start: int) -> bool:
    """目前债务较少，今年赤字率在2%左右: a year that is not over follows what is done."""
    year = at.today[:4]
    return any(
        past < it.start and it.end <= start and (it.edtf or "")[:4] >= year for it in at.times.told
    )
