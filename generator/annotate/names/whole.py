"""People of a text -> the same, none of them half a name: 阿方索十世, 山本五十六."""

from __future__ import annotations

import re

from msgspec.structs import replace

from generator.annotate.names.found import KEPT, SHOWN, Found
from generator.annotate.names.halves import is_half_in_sounds
from generator.annotate.names.units import Units
from generator.text.segment import is_word

_NUMBER = re.compile("[一二三四五六七八九十]{1,3}世(?![纪界代家人间袭俗故道事])")
_NUMERAL = re.compile(
    "[一二三四五六七八九十]{2,3}(?![一二三四五六七八九十百千万亿岁人个名年月日位度天届次票分])"
)
"""司令山本|五十六."""
_OF_FOUR = re.compile("[吾一二三郎夫雄男子美介助彦造次治](?![一-鿿])")
"""吉田善|吾, 伊藤整|一: names of Japanese have two characters and two."""
_FIGHTS = re.compile(
    "[0-9]+余?万|[攻入虽]|不敌|围攻|围困|进攻|来攻|反攻|攻[占入破打下克]|大败|战败|溃|退[守兵却回]|守将|主力|将领|士兵|官兵|将士|大将|部队|舰队"
    "|失败|撤退|伤亡|损失|水师|阵地|阵营|投降"
)
"""郑军|围攻: an army, and nobody."""
_BLANK = re.compile(" [一-鿿]{2}")
"""参议员约翰| 甘迺迪."""
_DOTS = frozenset("·・•‧∙")
_GUESSED = frozenset(("surname", "foreign", "foreign-after-office", "spread", "short"))
_HAN = re.compile("[一-鿿]")


def whole_names(units: Units, kept: list[Found]) -> list[Found]:
    """`kept` in order, not overlapping. A name beside a dot that is none of its own is not shown."""
    text = units.text
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
        last = _whole(units, it)
        found.append(last)
    return _cut_alike(text, found)


_LONG = 3


def _cut_alike(text: str, found: list[Found]) -> list[Found]:
    """刘裕|趁…内乱 where the text speaks of 刘裕 again and again: what hangs on once is no part of it."""
    long = [
        at
        for at, it in enumerate(found)
        if it.ground == "surname" and it.kind == "PER" and it.end - it.start >= _LONG
    ]
    if not long:
        return found
    counts: dict[str, int] = {}
    for it in found:
        if it.kind == "PER" and it.score >= SHOWN:
            name = text[it.start : it.end]
            counts[name] = counts.get(name, 0) + 1
    for at in long:
        it = found[at]
        if (
            counts.get(text[it.start : it.end], 0) < 2
            and counts.get(text[it.start : it.end - 1], 0) > 1
        ):
            found[at] = replace(it, end=it.end - 1, full="", score=max(it.score, SHOWN))
    return found


def _whole(units: Units, it: Found) -> Found:
    text = units.text
    if number := _NUMBER.match(text, it.end):
        return replace(it, end=number.end(), full="")
    numeral = _NUMERAL.match(text, it.end) if it.ground == "foreign-after-office" else None
    if numeral and it.end - it.start == len("山本"):
        return replace(it, end=numeral.end(), full="")
    if it.ground == "surname" and it.end - it.start == _LONG and _OF_FOUR.match(text, it.end):
        return replace(it, end=it.end + 1, full="")
    if it.ground == "surname" and it.end - it.start == len("朱厚") and _is_rare(text, it.end):
        # 朱厚|熜: so rare a character is no word of its own.
        return replace(it, end=it.end + 1, full="")
    if it.ground == "surname" and it.end - it.start == len("沈明") and _is_glued(units, it.end):
        return replace(it, end=it.end + 1, full="")
    if (
        it.ground == "surname"
        and it.end - it.start == len("许钺")
        and _SIGNED.match(text, it.end)
        and _BY.search(text, max(0, it.start - 7), it.start)
    ):
        # （记者许钺|乃）
        return replace(it, end=it.end + 1, full="")
    half = _is_half(text, it) or (
        it.ground in _GUESSED and is_half_in_sounds(units, it.start, it.end)
    )
    return replace(it, score=KEPT) if half else it


_SIGNED = re.compile("(?![摄文图])[一-鿿][）)]")
_BY = re.compile("[（(](?:本报|新华社)?(?:记者|通讯员)\\Z")
_TOWARDS = frozenset("向对在与和")


def _is_glued(units: Units, at: int) -> bool:
    """沈明|洪向|记者: the segmenter made a word up of the end of a name and what follows it."""
    unit = units.at(at)
    word = units.surface(unit, unit + 1) if unit + 1 < len(units.starts) else ""
    return (
        len(word) == len("洪向")
        and units.starts[unit] == at
        and units.classes[unit] in "NX"
        and word[1] in _TOWARDS
        and not is_word(word)
        and units.classes[unit + 1 : unit + 2] in ("r", "o", "n", "L", "G", "B")
    )


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
    if it.ground.startswith("list:") or it.ground == "credit":
        return False
    if it.ground.startswith("foreign") and _BLANK.match(text, it.end):
        return True
    before, after = text[it.start - 1 : it.start], text[it.end : it.end + 1]
    return bool(
        (after in _DOTS and _HAN.match(text, it.end + 1))
        or (before in _DOTS and _HAN.match(text, it.start - 2))
    )
