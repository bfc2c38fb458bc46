"""Figures near a verb -> the amount of money that belongs to its clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.model.findings import Figure, Number

_MONEY = re.compile("(?:元|人民币|镑|卢布|法郎|卢比|雷亚尔|第纳尔|里亚尔|比索|克朗|兰特)\\Z")
_LED = re.compile(
    "(?:[，,、]|并|其中|涉及|现场|双方)?(?:本次|此次|该|这一|协议|合同|项目|签约|工程|计划|意向|合作)*(?:的)?(?:总投资|投资|总|合同|投入|成交|签约|融资|募集资金|资金|估算|概算|项目|协议)*"
    "(?:额|金额|总额|规模|总金额|合同额)?(?:达到|达|约合|折合|约|近|超过|超|共计|共|为|逾|合计|不低于|人民币|高达|突破|累计|总计)*\\Z"
)


def sum_of(
    text: str, span: tuple[int, int], figures: Sequence[Figure], starts: Sequence[int]
) -> Number | tuple[Number, Number] | None:
    """Of the first figure in `span` that is money and is said to be what it costs."""
    start, end = span
    at = bisect_left(starts, start)
    while at < len(figures) and figures[at].start < end:
        figure = figures[at]
        at += 1
        # 总投资50亿元的研究院 speaks of another thing.
        if figure.shown and _MONEY.search(figure.unit) and not text.startswith("的", figure.end):
            comma = max(text.rfind(mark, start, figure.start) for mark in "，,")
            led = comma + 1 if comma >= 0 else start
            if _LED.match(text, led, figure.start):
                return figure.value
    return None
