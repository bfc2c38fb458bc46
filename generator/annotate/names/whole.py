"""People of a text -> the same, none of them half a name: 阿方索十世, 山本五十六."""

from __future__ import annotations

import re

from msgspec.structs import replace

from generator.annotate.names.found import KEPT, Found

_NUMBER = re.compile("[一二三四五六七八九十]{1,3}世(?![纪界代家人间袭俗故道事])")
_NUMERAL = re.compile(
    "[一二三四五六七八九十]{2,3}(?![一二三四五六七八九十百千万亿岁人个名年月日位度天届次票分])"
)
"""司令山本|五十六."""
_FIGHTS = re.compile(
    "不敌|围攻|围困|进攻|来攻|反攻|攻[占入破打下克]|大败|战败|溃|退[守兵却回]|守将|主力|将领|士兵|官兵|将士|大将|部队|舰队"
    "|伤亡|损失|水师|阵地|阵营|投降"
)
"""郑军|围攻: an army, and nobody."""
_BLANK = re.compile(" [一-鿿]{2}")
"""参议员约翰| 甘迺迪."""
_DOTS = frozenset("·・•‧∙")
_HAN = re.compile("[一-鿿]")


def whole_names(text: str, kept: list[Found]) -> list[Found]:
    """`kept` in order, not overlapping. A name beside a dot that is none of its own is not shown."""
    found: list[Found] = []
    last: Found | None = None
    armies = {
        text[it.start : it.end]
        for it in kept
        if it.kind == "PER" and text[it.end - 1] == "军" and _FIGHTS.match(text, it.end)
    }
    if armies:
        kept = [it for it in kept if text[it.start : it.end] not in armies]
    for it in kept:
        if it.kind != "PER":
            found.append(it)
            last = None
            continue
        if last and last.end == it.start and text[it.end - 1] == "世":
            # 罗曼努|斯二世
            last = found[-1] = replace(last, end=it.end, score=max(last.score, it.score))
            continue
        last = _whole(text, it)
        found.append(last)
    return found


def _whole(text: str, it: Found) -> Found:
    if number := _NUMBER.match(text, it.end):
        return replace(it, end=number.end(), full="")
    numeral = _NUMERAL.match(text, it.end) if it.ground == "foreign-after-office" else None
    if numeral and it.end - it.start == len("山本"):
        return replace(it, end=numeral.end(), full="")
    if it.ground == "surname" and it.end - it.start == len("朱厚") and _is_rare(text, it.end):
        # 朱厚|熜: so rare a character is no word of its own.
        return replace(it, end=it.end + 1, full="")
    return replace(it, score=KEPT) if _is_half(text, it) else it


def _is_rare(text: str, at: int) -> bool:
    """A Chinese character that GB/T 2312 does not have."""
    character = text[at : at + 1]
    if not _HAN.match(character):
        return False
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _is_half(text: str, it: Found) -> bool:
    if it.ground.startswith("list:") or it.ground in ("dotted", "credit"):
        return False
    if it.ground.startswith("foreign") and _BLANK.match(text, it.end):
        return True
    before, after = text[it.start - 1 : it.start], text[it.end : it.end + 1]
    return bool(
        (after in _DOTS and _HAN.match(text, it.end + 1))
        or (before in _DOTS and _HAN.match(text, it.start - 2))
    )
