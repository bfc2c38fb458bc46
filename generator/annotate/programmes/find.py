"""Prose -> programmes: policy shorthand with a count, and its members where the text lists just as many.

A count followed by 大 or by one of the fixed words (四个意识, 八项规定), or set in quotation marks
(“六个升级版”, “三农”). What is neither policy by its last word nor listed is kept for editors only.
"""

from __future__ import annotations

import re
from decimal import Decimal

from generator.annotate.programmes.members import read_members, read_same_head
from generator.annotate.prose import Prose
from generator.model.findings import Offsets, Programme
from generator.text.late import late
from generator.text.numerals import read_numeral

_N = "(?:十[一二三四五六]?|[二两三四五六七八九])"
_ONE = "[两二三四五六七八九]"
_FIXED = (
    "意识|自信|维护|确立|全面|代表|一百年|大局|毫不动摇|务必|必由之路|结合|必须坚持|坚持|明确|升级版|过硬"
    "|健康|统筹|转变|战略支撑|牢牢把握|不动摇|倡导|能力|专项行动"
)
_HEADS = (
    "攻坚战|行动计划|行动|工程|战略|计划|体系|理念|倡议|任务|举措|机制|制度|改革|目标|板块|产业集群|产业链|产业|基地"
    "|平台|优势|抓手|路径|支撑|引擎|保卫战|战役|检察|政策|领域|项目|方向|保障|关系|规律|法宝|原则|重点工作|工作|污染源|奇迹"
)
_NOT_GREAT = (
    "(?!以来|以后|报告|精神|党|会|召开|通过|代表|常委|闭幕|胜利|学|学习|期间|作出|确立|强调|提出|指出|要求|选举|修改"
    "|洲|洋|间|约|步|块|片|碗|杯|盘|包|袋|箱|口|堆|群|队|批|本|小|人|姓|爷|妈|伯|叔|寿|致|多|量|部分|局|地|各|专)"
)
_RUN = "[一-鿿]{1,12}"
_MAYBE = re.compile("[二两三四五六七八九十](?:(?=[一二三四五六]?[大个]|项规定|位一体)|(?<=[“‘].))")
"""A cheap look for what `_CANDIDATE` begins with."""
_CANDIDATE = late(
    "(?<![第届一二三四五六七八九十百千万亿几数廿卅年月日0-9.点])(?:"
    f"(?P<great>(?<!党的){_N})大{_NOT_GREAT}(?P<run>{_RUN})"
    f"|(?P<open>(?<=[“‘]){_N})个[”’](?P<trait>[一-鿿]{{2,4}}?)(?=的)"
    f"|(?P<fixed>{_N})个(?:{_FIXED})"
    f"|(?P<some>(?<=[“‘]){_N})个[一-鿿]{{2,8}}(?=[”’])"
    f"|(?P<items>(?<=[“‘]){_N})项(?:行动|工程|举措|改革|任务|制度|计划|机制)(?=[”’])"
    "|(?P<rules>八)项规定|(?P<five>五)位一体"
    f"|(?P<short>(?<=[“‘]){_ONE})(?![个十百千万])[一-鿿](?<![一二三四五六七八九十])[一-鿿]{{0,6}}(?=[”’]))"
)
_TWO_COUNTS = late(f"({_ONE}|一)[一-鿿]{{1,3}}?({_ONE}|一)[一-鿿]{{1,3}}")
_STOP = late(
    "[的之和与及在是了将为被把从以]|中$|通常|大多|[一二三四五六七八九十]年|打造|建设|推进|推动|助力|开局|取得|全面|引领|构建|已经|来自|正式|发布|协调"
)
_LAST = late(f".*(?:{_HEADS})")
_POLICY = late(
    "(?:攻坚战|行动计划|行动|工程|战略|计划|体系|理念|倡议|任务|举措|机制|制度|改革|目标|板块|保卫战|战役|检察|政策|产业集群)$"
)
_NO_SHORT = late("[天年月日周岁个次人元分名家位种项条]|[一-鿿]{5,}")


_TITLE = 60
"""Characters of a title at most."""


def _in_title(text: str, start: int) -> bool:
    """《关于两大世界体系的对话》 is a book."""
    low = max(0, start - _TITLE)
    return text.rfind("《", low, start) > text.rfind("》", low, start)


def find_programmes(prose: Prose) -> tuple[Programme, ...]:
    """Counted policy names in order."""
    text = prose.text
    found: list[Programme] = []
    named: dict[str, tuple[Offsets, ...]] = {}
    chains: dict[str, tuple[Offsets, ...]] = {}
    taken = 0
    done = 0
    for maybe in _MAYBE.finditer(text):
        if maybe.start() < done or (match := _CANDIDATE().match(text, maybe.start())) is None:
            continue
        done = match.end()
        programme = _read(match) if match.start() >= taken else None
        if programme is None or _in_title(text, match.start()):
            continue
        taken = programme.end
        words = text[programme.start : programme.end]
        members = read_members(prose, programme)
        if not members:
            if words not in chains:
                chains[words] = read_same_head(prose, programme)
            members = chains[words]
        if members:
            named.setdefault(words, members)
        found.append(_with(programme, members))
    return tuple(
        it if it.members else _with(it, named.get(text[it.start : it.end], ())) for it in found
    )


def _with(programme: Programme, members: tuple[Offsets, ...]) -> Programme:
    if not members:
        return programme
    return Programme(programme.start, programme.end, programme.count, members)


def _read(match: re.Match[str]) -> Programme | None:
    kind = match.lastgroup if match.lastgroup != "run" else "great"
    kind = "open" if kind == "trait" else kind
    words = match[0]
    start, end = match.span()
    if kind == "great":
        return _great(match)
    count = read_numeral(match[str(kind)])
    if count is None:
        return None
    shown = True
    if kind == "short":
        if (two := _TWO_COUNTS().fullmatch(words)) is not None:
            count = sum(filter(None, map(read_numeral, two.groups())), Decimal())
        elif _NO_SHORT().search(words) or words[0] == "二" or words[1:] in ("四", "一", "八"):
            return None
        shown = False
    elif kind == "some":
        shown = not words.endswith(("人", "月", "字", "问题", "多", "小时", "中国"))
    elif kind == "fixed" and match.string[start - 1 : start] not in ("“", "‘"):
        shown = words.endswith(
            ("意识", "自信", "维护", "确立", "一百年", "大局", "毫不动摇", "务必", "升级版", "过硬")
        )
        if not shown:
            return None
    return Programme(start, end, int(count or 0), shown=shown)


def _great(match: re.Match[str]) -> Programme | None:
    """三大攻坚战: the name ends with the last word that such names end with."""
    run = match["run"]
    stop = _STOP().search(run)
    closed = match.string[match.end() : match.end() + 1] in ("”", "’")
    if stop:
        run = run[: stop.start()]
    last = _LAST().match(run)
    if last:
        run = last[0]
    elif (len(match["run"]) == 12 and not stop) or len(run) > 6:
        return None
    count = read_numeral(match["great"])
    if count is None or not run:
        return None
    end = match.start("run") + len(run)
    quoted = closed and match.string[match.start() - 1 : match.start()] in ("“", "‘")
    return Programme(match.start(), end, int(count), shown=bool(_POLICY().search(run)) or quoted)
