"""Headings of reports and plans -> the years that the amounts below them are of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.annotate.facts.told import period_of
from generator.annotate.prose import Prose


class Section(NamedTuple):
    """What a heading says of the amounts below it."""

    when: str = ""
    """Year or years, EDTF."""
    aim: bool = False
    back: bool = False
    """A look at the years before."""


NO_SECTION = Section()

_REPORT = re.compile("工作报告|计划(?:草案)?的报告")
_PLAN = re.compile("规划|纲要|行动计划|实施方案|工作方案|工作要点|[三五]年计划")
_LOOKS_BACK = re.compile(
    "回顾|总结|成就|成绩|一年来|[五5]年来|去年|过去|完成情况|执行情况|发展基础|现状|历程"
)
_LOOKS_AHEAD = re.compile(
    "建议|任务|安排|部署|总体要求|今年|明年|重点|目标|展望|今后|未来|下一步|规划|打算|思路|政策取向|举措"
)
_NUMBERED = re.compile("[一二三四五六七八九十]{1,3}、")
_SUB = re.compile("（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[.．、]")
_TIMED = re.compile("年|时期|目标|回顾|十[一二三四五]五")
_YEAR = re.compile("((?:19|20)[0-9]{2})年")
_FIVE = re.compile("[过去这]{1,2}[五5]年|[五5]年来")
_LONGEST_HEADING = 30


def is_report(title: str) -> bool:
    """Whether it is a report on work, which looks back on whole years."""
    return _REPORT.search(title) is not None


def read_sections(prose: Prose, blocks: Sequence[int], title: str) -> dict[int, Section]:
    """Index of a block that is a heading -> what it says; empty for all but reports and plans."""
    report = is_report(title)
    if not report and not _PLAN.search(title):
        return {}
    heads = {prose.place(start)[0]: prose.text[start:end] for start, end in prose.headings}
    for block in dict.fromkeys(blocks):
        start = prose.starts[block]
        if block not in heads and _NUMBERED.match(prose.text, start):
            end = prose.text.find("\n", start)
            line = prose.text[start : end if end >= 0 else len(prose.text)]
            if len(line) < _LONGEST_HEADING and line[-1:] not in "。；":
                heads[block] = line
    year = int(prose.date[:4]) if prose.date and report else 0
    found = ((block, _section(words, year)) for block, words in sorted(heads.items()))
    return {block: section for block, section in found if section is not None}


def _section(words: str, year: int) -> Section | None:
    if _SUB.match(words) and not _TIMED.search(words):
        # 全面加强以改善民生为重点的社会建设 is a heading of either part.
        return None
    ahead, back = _LOOKS_AHEAD.search(words), _LOOKS_BACK.search(words)
    named = _YEAR.search(words)
    if not ahead and not back and named and year and "工作" in words:
        return Section(named[1], aim=int(named[1]) >= year, back=int(named[1]) < year)
    period = period_of(words)
    if period and not back and year and int(period[-4:]) < year:
        return Section(period, back=True)
    if back and ahead and "今年" not in words and words.count("时期") > 1:
        # 上一时期的成就和下一时期的目标: its paragraphs say which.
        return NO_SECTION
    if back and not (ahead and "今年" in words):
        if period or named:
            return Section(period or (named[1] if named else ""), back=True)
        if year and _FIVE.search(words):
            return Section(f"{year - 5}/{year - 1}", back=True)
        return Section(str(year - 1) if year else "", back=True)
    if ahead:
        return Section(period or (named[1] if named else str(year) if year else ""), aim=True)
    return None
