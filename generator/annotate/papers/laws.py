"""Text -> laws and regulations named without the marks 《 》."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from generator.annotate.papers.types import NOT_LAW, law_names
from generator.model.findings import Paper
from generator.text.late import late

# Begins with a set, so that the engine skips to these two characters: four times as fast.
_END = re.compile(
    "[法条](?:(?<=法)(?:典(?!型|礼|范|雅|故|藏)|(?![律规院官制学人庭警医治定务盲理新国拉海]))"
    "|(?<=[\u4e00-\u9fff]{3}条)例)"
)
_AMENDED = re.compile("修正案(?:（[^（）\n]{1,8}）)?")
_FULL = "中华人民共和国"
_NOT_AFTER = re.compile(
    "案|日|法院|委员会|宣誓|监督室|周|广场|学[^习]|第?[一二三四五六七八九十0-9]+条例"
)
_OF_OLD = ("宪法", "刑法", "民法典")
"""Named with any word before them: 现行宪法, 我国刑法."""
_FREE = late(
    "(?:\\A|[^\u4e00-\u9fff]|贯彻|落实|实施|执行|遵守|违反|根据|依据|依照|按照|修改|修订|修正|制定|颁布|公布|出台"
    "|通过|审议|施行|宣传|学习|尊崇|维护|完善|编纂|触犯|适用|了|的|和|与|及|新|对|把|将|照|是|以|后|如|有|《|我国|现行|国家|提出|提请|加快|推动|推进|颁行|起草)\\Z"
)
_UNLISTED = late(
    "(?:贯彻落实|贯彻实施|贯彻|落实|实施|执行|遵守|违反|修改|修订|修正|制定|颁布|公布|出台|审议通过|通过|审议|施行|依据|根据|[、，])"
    "(?:了|新的|新)?(?P<name>(?!出台|修订|修改|实施|颁布|制定|公布)(?:(?!中华|有关|相关|具体|配套|地方|单行|这|该|这些|一|和|与|及|条例|的|了|为|以|并|在|方式|对)"
    "[\u4e00-\u9fff]){3,16}(?:促进法|保护法|保障法|防治法|管理法|教育法|安全法|条例|法典))\\Z"
)
_CLOSED = re.compile("[，。；、！？：）)“”\n]|\\Z|等|（草案|草案|施行|实施|的|正式|明确|规定|自|今")


@cache
def _laws() -> tuple[frozenset[str], frozenset[str], int]:
    """Listed names, the characters before their 法 or 条例, the greatest length."""
    names = law_names()
    last = {re.sub("法典?\\Z|条例\\Z", "", name)[-1:] for name in names}
    return names, frozenset(last), max(map(len, names))


def find_laws(text: str, taken: Sequence[tuple[int, int]]) -> list[Paper]:
    """Laws outside the spans in `taken`; shown if the name is listed and begins at a word."""
    names, last, longest = _laws()
    found: list[Paper] = []
    for match in _END.finditer(text):
        at, end = match.span()
        if text[at - 1 : at] not in last and match.group() == "法":
            continue
        within = bisect_right(taken, (at, len(text) + 1)) - 1
        if within >= 0 and taken[within][1] > at:
            continue
        floor = found[-1].end if found else 0
        start = next(
            (
                end - n
                for n in range(min(longest, end - floor), 1, -1)
                if text[end - n : end] in names
            ),
            -1,
        )
        if start >= 0:
            law = _listed(text, start, end)
        else:
            law = _unlisted(text, max(floor, text.rfind("\n", floor, at) + 1), end)
        if law:
            found.append(law)
    return found


def _listed(text: str, start: int, end: int) -> Paper | None:
    if _NOT_AFTER.match(text, end):
        return None
    name = text[start:end]
    kind = "条例" if name.endswith("条例") else "法典" if name.endswith("典") else "法"
    if text.endswith(_FULL, 0, start):
        start -= len(_FULL)
    sure = (name in _OF_OLD and not _of_others(text, start, end)) or (
        name not in _OF_OLD and bool(_FREE().search(text, max(0, start - 2), start))
    )
    amended = _AMENDED.match(text, end)
    if amended:
        return Paper(start, amended.end(), "修正案", None, sure)
    return Paper(start, end, kind, None, sure)


_OTHERS = re.compile(
    "(?<!中华人民)共和国|帝国|王国|联邦|邦联|美国|英国|法国|德国|日本|韩国|苏联|民国|总统|国王|皇帝|女王|国会|议会|首相|殖民|加盟国"
)


def _of_others(text: str, start: int, end: int) -> bool:
    """普鲁士王国的第一部宪法: that of another state."""
    low = max(text.rfind(mark, 0, start) for mark in "。\n") + 1
    high = text.find("。", end)
    return _OTHERS.search(text, low, high if high >= 0 else len(text)) is not None


def _unlisted(text: str, floor: int, end: int) -> Paper | None:
    if not _CLOSED.match(text, end) or text[end - 2] in NOT_LAW:
        return None
    match = _UNLISTED().search(text, max(floor, end - 24), end)
    if match is None:
        return None
    name = match.group("name")
    kind = "条例" if name.endswith("条例") else "法典" if name.endswith("典") else "法"
    return Paper(match.start("name"), end, kind, None, match.group()[0] not in "、，")
