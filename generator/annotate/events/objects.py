"""What stands after, or for some verbs before, the verb -> what was signed, held, issued, founded."""

from __future__ import annotations

import re

from generator.annotate.events.masks import BODY, DATE, FILL, PAPER, PERSON, PLACE, QUOTED
from generator.annotate.events.verbs import BREAK, GENERIC, HEADS, NO_HEAD, Sort, head

_RIGHT = re.compile("(?:[^，,。；;！？!?：:\n（(）)…—]|—(?!—)|[（(][^（()）\n]{0,60}[）)]){0,90}+")
_DROP = re.compile("了|过|起")
_PAPERS = re.compile(
    f"(?:首批|新版|新修订的|修订后的)?{PAPER}{FILL}*+(?:(?:[（(][^（()）\n]{{1,30}}[）)])?(?:、|和|与|及|以及)?{PAPER}{FILL}*+)*"
)
_NAMES = (PERSON, BODY, PLACE)
_QUOTE_END = re.compile(f"{QUOTED}{FILL}*+\\Z")
_BODY_END = re.compile(f"\\A{BODY}{FILL}*+\\Z")
_OWNED = re.compile(
    ".*(?:共建|合建|主办|举办|承办|组织|建设|投资|研发|研制|搭建|打造|参与|承建|主持|发起|设立|实施|命名|为主题|参加|牵头|推进|负责|组成|运营|成立|设计|建造|生产|资助|援建|占地[^的]{1,12}|总投资[^的]{1,12}|位于[^的]{1,16})的"
)
_APPROVED = re.compile("经[^，。]{2,24}?(?:批准|同意|审定)(?!的)，?")
_NOT_FIRST = re.compile(
    "[的了是着和与及、在对向把将被就以其这该此本今昨每各]|共有|有|另有|又有|一个|一批|一系列|多个|多项"
)
_NOT_IN = re.compile(
    "[了着]|表示|指出|强调|获悉|了解|介绍|宣布|认为|是(?!否)|把|将|被|他|她|我们|记者|新华社|主持|摄(?!影|像|制)"
)


def right_end(masked: str, end: int) -> int:
    """Where the verb's clause ends."""
    match = _RIGHT.match(masked, end)
    return match.end() if match else end


def object_after(
    text: str, masked: str, span: tuple[int, int], sort: Sort
) -> tuple[int, int] | None:
    """The noun phrase after the verb, if it surely ends where a noun of that sort ends."""
    start, end = span
    dropped = _DROP.match(masked, start, end)
    if dropped:
        start = dropped.end()
    papers = _PAPERS.match(masked, start, end)
    if papers:
        return start, papers.end()
    for last in head(sort).finditer(text, start, end):
        stop = last.end()
        if text[stop : stop + 1] in "”）)" and stop < end:
            stop += 1
        if masked[stop : stop + 1] == FILL or not _breaks(masked, stop, end):
            continue
        if text.endswith(NO_HEAD, start, stop) and sort == "hold":
            continue
        if stop - start > 70 or _NOT_FIRST.match(masked, start, stop):
            return None
        if sort == "hold" and PERSON in masked[start:stop]:
            return None
        return None if _NOT_IN.search(masked, start, stop) else (start, stop)
    return None


def _breaks(masked: str, at: int, end: int) -> bool:
    if BREAK.match(masked, at, end):
        return True
    # A headline without its full stop: a name begins the sentence, and its date follows.
    return masked[at] in _NAMES and masked.find(DATE, at, end) >= 0


def object_before(
    text: str, masked: str, span: tuple[int, int], sort: Sort
) -> tuple[int, int] | None:
    """The noun phrase before a verb without object: 论坛在长春开幕."""
    start, end = span
    if start == end:
        return None
    for fore in (_APPROVED, _OWNED):
        if (told := fore.match(masked, start, end)) is not None:
            start = told.end()
    papers = _PAPERS.match(masked, start, end)
    if papers and papers.end() == end:
        return start, end
    if sort == "found" and _BODY_END.search(masked, start, end):
        return _named(masked, start, end)
    quoted = _QUOTE_END.search(masked, start, end)
    if not (quoted and sort in ("hold", "found")):
        closed = end - (text[end - 1] in "”）)")
        if not text.endswith(HEADS[sort], start, closed):
            return None
        if sort == "hold" and text.endswith(NO_HEAD, start, closed):
            return None
    if end - start > 60 or end - start < 2 or _NOT_FIRST.match(masked, start, end):
        return None
    return None if _NOT_IN.search(masked, start, end) else (start, end)


def _named(masked: str, start: int, end: int) -> tuple[int, int] | None:
    """A body that ends the phrase, with what qualifies it: 浙江大学温州研究院."""
    return None if _NOT_IN.search(masked, start, end) else (start, end)


def is_generic(words: str) -> bool:
    """Whether the object alone says nothing."""
    return (
        re.sub(
            "^(?:重要|系列|专题|[0-9一二两三四五六七八九十多]+[个项次场份部批]|一系列|首次|有关|相关|新)",
            "",
            words,
        )
        in GENERIC
    )
