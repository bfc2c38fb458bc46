"""Clauses of a sentence -> whose the amounts in them are."""

from __future__ import annotations

import re

from generator.annotate.facts.names import Named

_MARK = re.compile("[，；：。！？]")
_FORE = re.compile(
    "(?:据[^，]{1,12}|截至[^，]{0,12}|目前|其中|同时|此外|如今|今年|去年|近年来|全年|预计|力争|[0-9年月日到底前、至—]+|[上下]半年|前[一二三]季度|目标|作为|“)"
)
_FOLLOWS = re.compile(
    "[已将要现共有先新累实完达拟年全今上成建研开引培获力超占是在的GC地生经规一进出社城财常固工农居第0-9“,，投启入总签集聚拥为增同环计预率印编选转]|组(?![成织])"
)
_NOT = re.compile(
    "(?:已|近日|日前|今天|昨天|当天|今日)?(?:（[^）]{2,12}）)?(?:联合|对外)?(?:通知|要求|宣布|称|表示|说|发布|公布|通报|指出|认为|消息|数据|报道|批复|同意|显示)|[和与、及同等]|(?:市委|省委|县委|区委)?(?:书记|市长|省长|县长|区长|主任|主席|局长|部长|院长|校长|董事长|总经理)|方面|人民|以[来外下]|地区"
)
_CONTINUES = re.compile(
    "(?:从[^，]{1,12}方面|在|聚焦|围绕|通过|并|还|也|又|先后|已|累计|共|新|年|总|投|建|研|开|引|培|集|形|实|完|达|增|同比|环比|其中|全年|设|组|选|拥|获|签|推|实施|力争|将|要|拟|计划|聚|吸|带|占|有)"
)


def subject_at(
    text: str,
    begin: int,
    at: int,
    starts: dict[int, tuple[int, int]],
    named: Named,
    measured: str = "",
) -> int:
    """The body or place whose amount stands at `at` in a sentence from `begin`; -1: not said.

    `starts`: where a name begins -> (its end, index of its fact); `measured`: what the text says
    is measured. A name right before that (浑源县去年粮食总产量) has it.
    """
    if _CAUSED.search(text, max(begin, at - _NEAR), at):
        return -1
    if _ONE_OF.match(text, at):
        # 青山镇是云河市18个贫困乡镇之一
        return -1
    for length in range(2, min(_LONGEST, at - begin) + 1):
        # 广东2000万人、四川200万人: each of its own.
        name = starts.get(at - length)
        if name is not None and name[0] == at:
            if _AMOUNT_BEFORE.search(text, max(begin, at - length - 6), at - length):
                return name[1]
            break
    clauses = [begin, *(match.end() for match in _MARK.finditer(text, begin, at))]
    for back, clause in enumerate(reversed(clauses)):
        start = clause
        while start < at and start not in starts and (match := _FORE.match(text, start, at)):
            start = match.end()
        name = starts.get(start)
        if name is not None and name[0] <= at:
            end, index = name
            if end == at or (_FOLLOWS.match(text, end) and not _NOT.match(text, end)):
                return index
            time = _TIME.match(text, end, at)
            if measured and text.startswith(measured, time.end() if time else end):
                return index
            return -1
        if back == 0:
            if start in starts:
                return -1
            if not _CONTINUES.match(text, clause):
                return -1
        elif text[clause - 1] in "；。：" or not (_CONTINUES.match(text, clause) or back < _BACK):
            return -1
        if back >= _BACK:
            return -1
    return -1


_TIME = re.compile("(?:去年|今年|前年|上年|当年|全年|上半年|下半年|[0-9]{4}年|[一二三四]季度|的)*")
_AMOUNT_BEFORE = re.compile("[0-9万亿][^、，。0-9]{0,3}[、，和及]$")
_ONE_OF = re.compile("[^，。；]{0,24}之一")
_BACK = 5
_LONGEST = 12
_NEAR = 12
_CAUSED = re.compile("导致|造成|已致|致(?=[0-9约近超])|引发")
