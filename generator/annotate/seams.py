"""A sentence -> where it is really two: headlines, datelines and credits that a text runs on without a stop.

Texts of broadcasts and of web pages, copied in one piece, put 大会在长春开幕 before its sentence,
大会昨天（12日）在吉林长春开幕. A seam is only told where the text itself shows it: what is said is said
again, a time opens a clause, or an agency is named as it is in a dateline.
"""

from __future__ import annotations

import re
from typing import Final

from generator.annotate.names.gazetteer import entries

_CREDIT: Final = re.compile(
    "(?:新华社|中新社|央视|人民日报|本报)(?:记者|通讯员)[一-鿿·\u3000 、]{2,12}?"
    "(?:摄(?![影像取制])|/摄)|新华社发(?=[一-鿿0-9])"
    "|[（(][^（）()。，：]{0,12}(?:记者|通讯员)(?!注|按)[^（）()。，：]{2,30}[）)]"
)
_NUMBER: Final = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_DATELINE: Final = re.compile(
    f"据?(?:新华社|中新社|中新网|人民网|本报)[一-鿿]{{0,8}}?{_NUMBER}月{_NUMBER}日(?:电|讯)(?![影视话力])"
    "(?:题：|[（(][^（()）]{0,20}[）)])?"
)
_CREDITED: Final = frozenset("据新中央人本【（(责编")
_EDITED: Final = re.compile(
    "(?:【[^】]{0,4}】)?[【（(]?(?:责任)?编辑[:：][^【】]{2,8}[】）)]?.{0,8}"
)
_OPEN: Final = frozenset("，。；：！？,;:!?")
_DAY: Final = "(?:[0-9]{1,2}月)?[0-9]{1,2}日"
_TODAY: Final = f"(?:今天|昨天|今日|昨日|今晚|昨晚|今早|前天)（{_DAY}）"
_OPENS: Final = re.compile(
    f"(?<![0-9年月])(?:(?:{_TODAY}|(?:[12][0-9]{{3}}年)?{_DAY})(?:上午|下午|晚|凌晨|中午|晚间|起)?|(?<![0-9一二三四五六])(?:今年)?前[0-9一二三]+个?(?:月|季度)|近日|日前)，"
)
"""A time with a comma behind it opens a sentence."""
_SAID: Final = re.compile(f"{_TODAY}|近日|日前|{_DAY}(?=称|表示|说|宣布|发布|通报|报道)")
_REPORTER: Final = re.compile(
    f"(?<=[一-鿿0-9%]{{8}})(?<!新华社)(?<!央视)(?<!总台)(?<!本报)记者(?:{_TODAY}|近日|日前)?从[^，。；]{{2,16}}(?:获悉|了解到)"
)
_SHOWS: Final = re.compile("(?<=[%元吨人])(?![的以左，])(?=[一-鿿]{4,20}(?:数据|统计|消息)?显示，)")
_LEANS: Final = frozenset(
    "于在自从到至为是的了和与及或、－—–-~～由对向比较等每截以前后时期即如有同下名称叫年月）)"
)
_SPANS: Final = ("截至", "截止", "自从", "直到", "直至")
_DEEDS: Final = re.compile("开幕|闭幕|举行|启动|发布|揭晓|开通|通航|完工|成立|落成|播出")
_LEAST: Final = 8
"""Characters of a headline."""
_LONG: Final = 12
"""Characters of one before a year."""
_MOST: Final = 60
_AGAIN: Final = 7
"""Characters that are no chance if they are said again."""


def seams(sentence: str) -> tuple[int, ...]:
    """Offsets at which it falls apart; mostly none."""
    found: list[int] = []
    at = 0
    while (cut := _next(sentence[at:])) > 0:
        at += cut
        if at >= len(sentence):
            break
        found.append(at)
    return tuple(found)


def is_credit(sentence: str) -> bool:
    """Whether it only says who took the picture, wired or edited the text: nobody it tells of."""
    if sentence[:1] not in _CREDITED:
        return False
    return any(it.fullmatch(sentence) for it in (_CREDIT, _DATELINE, _EDITED))


def _next(text: str) -> int:
    for pattern in (_CREDIT, _DATELINE):
        if (match := pattern.match(text)) is not None:
            return match.end()
    if len(text) < 2 * _LEAST:
        return 0
    clause = _clause(text)
    if (match := _DATELINE.search(text, 1, clause + 1)) and match.start() < clause:
        return match.start()
    if clause < _LEAST:
        return 0
    return _before_time(text, clause) or _again(text, clause) or _before_report(text, clause)


def _clause(text: str) -> int:
    """Length of what stands before the first mark, brackets and titles passed over."""
    depth = 0
    for at, sign in enumerate(text[: 2 * _MOST]):
        if sign in "（《“":
            depth += 1
        elif sign in "）》”":
            depth -= 1
        elif sign in _OPEN and depth <= 0:
            return at
    return min(len(text), 2 * _MOST)


def _again(text: str, clause: int) -> int:
    """Where it begins again as it began."""
    at = text.find(text[:_AGAIN], _LEAST, min(clause + _AGAIN, _MOST + _AGAIN))
    return at if 0 < at < clause and _fits(text, at) else 0


def _before_time(text: str, clause: int) -> int:
    """Where a time opens the sentence proper, or the body that it has for a subject."""
    match = _OPENS.search(text, _LEAST, clause + 1)
    if match is not None and match.end() == clause + 1 and _fits(text, match.start()):
        head = text[: match.start()]
        if "年" in match[0] and len(head) < _LONG:
            return 0
        return 0 if _named_end(head) < len(head) else match.start()
    match = _SAID.search(text, _LEAST, clause)
    if match is None:
        return 0
    head = text[: match.start()]
    at = _named_end(head)
    if at < len(head) and at >= _LEAST and _fits(text, at):
        return at
    deed = _DEEDS.search(head, _LEAST // 2)
    if deed and text.find(deed[0], match.end(), clause) > 0 and len(head) - deed.end() > 1:
        return deed.end() if text[deed.end()] not in "的，式会了后前时" else 0
    return 0


def _before_report(text: str, clause: int) -> int:
    for pattern in (_REPORTER, _SHOWS):
        match = pattern.search(text, _LEAST, clause + 1)
        if match is not None and _fits(text, match.start()):
            return match.start()
    return 0


def _fits(text: str, at: int) -> bool:
    head = text[:at]
    return (
        at <= _MOST
        and head[-1] not in _LEANS
        and not head.startswith(_SPANS)
        and all(
            head.count(one) == head.count(other) for one, other in ("“”", "《》", "（）", "「」")
        )
    )


def _named_end(head: str) -> int:
    """Where the listed bodies begin that it ends with (市场监管总局、工业和信息化部); its length if none."""
    known = entries()
    end = len(head)
    while True:
        for length in range(min(16, end), 1, -1):
            entry = known.get(head[end - length : end])
            if entry is not None and entry.kind == "ORG":
                break
        else:
            return end
        end -= length
        if head[end - 1 : end] != "、":
            return end
        end -= 1
