"""Amounts that a text names in passing: two markets, three things to do, children under three."""

from __future__ import annotations

import re
from functools import cache

from generator.annotate.figures.patterns import units
from generator.model.findings import Figure

_HAN = re.compile("[一二两三四五六七八九十]{1,2}")
_COUNTERS = frozenset("个 项 种 件 条 类 方面 点 大 届 层 对 轮 步 道 头 端".split(" "))
_DIVISIONS = frozenset("时期 阶段 时代 部分 方面 步骤 层次 环节 类别 种类 类型 层面 等级".split())
_MOST = 10
_DAN = range(1, 10)


@cache
def _times() -> frozenset[str]:
    return frozenset(it.name for some in units().values() for it in some if it.kind == "time")


_PICTURE = re.compile("附[图照表漫画片]{1,4}$")
_RANKED = re.compile("棋|柔道|跆拳道|空手道")
_PARITY = re.compile("(?:可|能|大约|约)?(?:兑|合|折合|等于|相当于)")


def is_in_passing(text: str, it: Figure, measure: str) -> bool:
    """Whether nobody would look it up.

    A few things, counted in words (两个市场、两种资源, 八项主张); spans of time and ages of nothing
    that is measured by them (用三年时间, 3岁以下).
    """
    if text[it.start - 1 : it.start] == "每":
        return True
    if it.unit == "张" and _PICTURE.search(text, max(0, it.start - 4), it.start):
        # （附图片1张）
        return True
    if it.unit == "段" and it.value in _DAN and _RANKED.search(text):
        # 两位九段
        return True
    if it.value == 1 and _PARITY.match(text, it.end) and it.unit.endswith("元"):
        # 1美元兑130日元
        return True
    if it.unit == "个" and text.startswith("民族", it.end):
        # 56个民族
        return True
    if not measure and (it.unit == "条" and text[it.start - 1 : it.start] == "新"):
        # 新36条 is what a document goes by.
        return True
    if it.unit == "个" and measure in _DIVISIONS:
        return True
    if not measure and it.unit in _times():
        return True
    return (
        it.unit in _COUNTERS
        and not isinstance(it.value, tuple)
        and it.value <= _MOST
        and _HAN.match(text, it.start) is not None
        and not {"new", "cumulative"} & set(it.qualifiers)
    )
