"""A date in its clause -> whether nothing is told of it: datelines, titles, what others are measured by."""

from __future__ import annotations

import re
from typing import Final

_DATELINE: Final = re.compile(
    "[讯电](?:[（(]|$)|^[（(]?(?:记者|本报|新华社|中新社|来源|责任编辑|编辑|作者|摄|发布时间)"
)
_SHORT: Final = 16
"""Characters of a dateline, its place and agency counted."""
_AFTER: Final = re.compile("的(?!时候|一天)|相比|不变价|同期|[^，。；]{0,10}的?基础上")
_AGED: Final = re.compile(
    "(?:已经|已|才|刚|刚刚|正好|虚)?[0-9一二三四五六七八九十]{1,4}[多余来]?岁"
)
"""今年48岁: how old somebody is."""
_BEFORE: Final = re.compile(
    "^[也都均]?(?:是|占)$|(?:[比较]|超过|相当于|等于|[高低多少好优快慢]于|不及)$"
    "|(?:增加|增长|提高|上升|下降|减少|降低|扩大|回落|增|升|降)[到至为]$"
    "|(?:做好|搞好|部署|研究|谋划|审议|审查|编制|制定|发布|落实|完成|关于|围绕|总结|回顾)$"
)
"""是1997年的2.3倍, 增加到2007年的3664亿元, 部署2026年经济工作."""
_RECORD: Final = re.compile("最[大小高低多少好快]|首次|罕见|新[高低]")
_SINCE: Final = re.compile("(?:自从?|[从距])$")
_FIRST_SINCE: Final = re.compile(
    "[^，。；]{0,12}以?来(?:的)?(?:[^，。；]{0,3}(?:首|唯一|最|罕)|第[一二三四五])"
)
"""自2002年世界杯以来首个: what is told is of another time."""
_LISTED: Final = re.compile("[^，。；、]{2,40}的[^，。；、的了]{1,4}(?:、|等)")
"""影响、明年启用新币后产生的变化、…: a thing among things, and nothing that happened."""
_BASE: Final = re.compile("[从由自]$")
_PLAN: Final = re.compile("[“‘][^”’]{2,3}[”’]$")
_TO_FOLLOW: Final = re.compile("以下|如下|下列")
_HEADING: Final = re.compile("(?:回顾|部署|要求|取向|任务|目标|建议|安排|工作|情况|体会|重点)$")
_NOTE: Final = re.compile("（[^）]*(?:）|$)")
_TODAY: Final = frozenset(("今天", "今日", "明天", "明日", "昨天", "昨日"))
_FULL: Final = re.compile("[。！？；，：]")
_LINE: Final = 40
_SIGNS: Final = " 　，。、；：！？“”（）()—,.;:"
_TOLD: Final = 4
"""Characters beside the date from which a clause tells something."""
_SOURCE: Final = re.compile("(?:显示|了解到|获悉|得知)$")


def tells_nothing(text: str, clause: tuple[int, int], time: tuple[int, int]) -> bool:
    """Whether text[clause] says nothing that happened at text[time], which stands in it."""
    (start, end), (begins, ends) = clause, time
    ahead, after = text[start:begins], text[ends:end]
    rest = (ahead + after).strip(_SIGNS)
    words = text[begins:ends]
    if len(rest) < _TOLD or (len(_NOTE.sub("", rest)) <= _SHORT and _DATELINE.search(rest)):
        return True
    if words in _TODAY and _is_headline(text, start, end):
        return True
    if len(rest) <= 2 * _SHORT and (_TO_FOLLOW.search(rest) or _SOURCE.search(rest)):
        return True
    if text[end : end + 1] in "\n" and _HEADING.search(rest):
        return True
    if "：" in text[end - 1 : end + 1] or _in_title(text, begins, ends):
        return True
    if ahead.strip("，自从 ") and (words.endswith("以来") or _PLAN.match(words)):
        return True
    if words.endswith("来") and _RECORD.match(after):
        return True
    if _SINCE.search(ahead) and _FIRST_SINCE.match(after):
        return True
    if text[begins - 1] == "、" and _LISTED.match(text, ends):
        return True
    if _BASE.search(ahead) and (after[:1].isdecimal() or words.startswith(("上年", "前"))):
        return True
    return bool(_AFTER.match(after) or _AGED.match(after) or _BEFORE.search(ahead))


def _is_headline(text: str, start: int, end: int) -> bool:
    """今日“送子观音”, 明天气象预报（1月1日20时—2日20时）: a line without a full stop."""
    line = text.rfind("\n", 0, start) + 1
    close = text.find("\n", end)
    whole = text[line : close if close >= 0 else len(text)]
    return len(whole) <= _LINE and not _FULL.search(whole)


def _in_title(text: str, begins: int, ends: int) -> bool:
    """Between 《 and 》, one of which may stand in another paragraph."""
    line = text.rfind("\n", 0, begins) + 1
    if text.rfind("《", line, begins) > text.rfind("》", line, begins):
        return True
    close = text.find("\n", ends)
    stop = close if close >= 0 else len(text)
    opens, closes = text.find("《", ends, stop), text.find("》", ends, stop)
    return closes >= 0 and (opens < 0 or closes < opens)
