"""Two measures before two amounts, parted by 分别 -> which is of which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.annotate.facts.measures import usual_name
from generator.annotate.facts.nouns import fore
from generator.annotate.facts.wording import Measured, read_measure, untied


def apart(lead: str, *, share: bool) -> tuple[Measured, ...]:
    """城镇居民收入和农村居民收入分别增长: one for each of the amounts; none if it can't be parted."""
    head, _, tail = lead.partition("分别")
    run, _ = untied(head)
    names = [it for it in _AND.split(fore(run)) if it]
    if not 2 <= len(names) <= _MOST_PARTS:
        return ()
    found = []
    for name in names:
        read = read_measure(name + tail, share=share)
        usual = _shared_word(name, names, change=bool(read.change))
        if usual:
            read = read._replace(measure=usual, words=name)
        elif not read.measure or (name is not names[-1] and len(name) < _OWN):
            return ()
        found.append(read)
    return tuple(found)


def _shared_word(name: str, names: Sequence[str], *, change: bool) -> str:
    """化学需氧量 is 化学需氧量排放量 beside 二氧化硫排放量; 水耗 is of 单位国内生产总值 beside its 能耗."""
    for unit in _PER:
        if names[0].startswith(unit) and (usual := usual_name(unit + name, change=change)):
            # 单位国内生产总值能耗和二氧化碳排放
            return usual
    if usual := usual_name(name, change=change):
        return usual
    first, last = names[0], names[-1]
    for length in range(len(first) - 2, 3, -1):
        if usual := usual_name(first[:length] + name, change=change):
            return usual
    for cut in range(1, len(last) - 1):
        if usual := usual_name(name + last[cut:], change=change):
            return usual
    return ""


_PER = ("单位国内生产总值", "单位GDP", "万元国内生产总值", "单位工业增加值")
_OWN = 5
"""Characters of a part that is a name by itself."""
_AND = re.compile("[、和与及]")
_MOST_PARTS = 4
