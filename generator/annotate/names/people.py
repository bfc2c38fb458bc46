"""Units -> people: surname and given name weighed with what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.names import weights
from generator.annotate.names.characters import COMMON_GIVEN, Characters, characters, surname_points
from generator.annotate.names.found import KEPT, SHOWN, Found
from generator.annotate.names.units import Units
from generator.annotate.names.word_lists import COMPOUND, GLUE, UNCOMMON, WORD, surnames
from generator.text.common_words import rarity
from generator.text.segment import is_word

_START = re.compile("[NMRHpV](?:(?<=[NMR])|(?<=[Hp])(?=[hHpnuvXaNMR·yYgVlLK])|(?<=[or]nV))")
"""The first unit of a name; a verb of speech stands for the noun before it."""
_NO_NAME_AFTER = frozenset("0123456789０１２３４５６７８９%％第几这那每各数百千万亿十")


def find_people(units: Units) -> list[Found]:
    """Chinese names; at each place the best."""
    found: list[Found] = []
    classes, starts, text = units.classes, units.starts, units.text
    names = surnames()
    done = last = -1
    for match in _START.finditer(classes):
        first = match.start()
        if classes[first] == "V":
            first -= 1
        start = starts[first]
        if start < done:
            continue
        surname = text[start : start + 2] if text[start : start + 2] in COMPOUND else text[start]
        if surname not in names:
            continue
        best = _best(units, first, surname, last)
        if best is not None:
            found.append(best)
            if best.score >= SHOWN:
                done = last = best.end
    return found


def _best(units: Units, first: int, surname: str, last: int) -> Found | None:
    text, starts = units.text, units.starts
    start = starts[first]
    given_at = start + len(surname)
    before = _before(units, first, last)
    if before >= weights.OFFICE and len(surname) == 1 and (end := _of_two_families(text, start)):
        return Found(start, end, "PER", SHOWN + before, "surname")
    best: Found | None = None
    for end in (given_at + 2, given_at + 1):
        own = characters(surname, text[given_at:end]) if end <= len(text) else None
        if own is None:
            continue
        after = units.at(end)
        if (
            own.length > 1
            and text[end - 1] in _ADVERBS
            and units.classes[after : after + 1] in ("v", "V")
        ):
            # 卢汉|有准备, 阿梅|曾直言
            continue
        score = _inside(units, first, after, surname, end, own, before)
        if score is None:
            continue
        total = score + before + _after(units, after, end)
        if (
            own.length > 1
            and units.classes[after : after + 1] in _WORDS
            and rarity(text[end - 1 : end + 1]) < WORD
        ):
            # 陈仪|表面上: the last character belongs to a common word.
            total += weights.CUTS_A_WORD
        if best is None or total > best.score + 0.01:
            best = Found(start, end, "PER", total, "surname")
    return best if best is not None and best.score >= KEPT else None


def _of_two_families(text: str, start: int) -> int:
    """End of a wife's name with both surnames, 陈方安生; 0: nothing shows that it is one.

    What shows it is the text: 陈方安 never stands there without 生, and what follows 生 varies.
    """
    name = text[start : start + 4]
    if len(name) < 4 or name[1] not in surnames():
        return 0
    own = characters(name[1], name[2:])
    if own is None or own.refused or own.points < _GOOD_GIVEN:
        return 0
    ends = [it + 4 for it in _places(text, name)]
    if len(ends) < 2 or text.count(name[:3]) != len(ends):
        return 0
    return start + 4 if len({text[it : it + 1] for it in ends}) > 1 else 0


def _places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 4)


_GOOD_GIVEN = 0.85
"""Points of a given name of two characters that are often in names."""


def _inside(
    units: Units, first: int, after: int, surname: str, end: int, own: Characters, before: float
) -> float | None:
    """Points of the name itself; `after`: the unit behind it; None: it is none."""
    text, classes, starts = units.text, units.classes, units.starts
    start = starts[first]
    mark = classes[first]
    if surname == "时" and before >= weights.OFFICE:
        # 何皇后时虚龄才23岁: when, and not who.
        return None
    if surname == "于" and first and classes[first - 1] not in _BEFORE_YU:
        # 置编修所|于燕京: where, and not who.
        return None
    if mark == "n":
        whole = starts[first + 1] == end and rarity(text[start:end]) >= COMMON_GIVEN
        return weights.WORD_BETWEEN if whole else None
    if own.refused or _OF_VILLAGE.match(text, end) or (start and text[start - 1] in _NO_NAME_AFTER):
        return None
    if _NO_ONE.match(text, end - 2):
        return None
    fits = starts[after] == end
    if own.length > 1 and fits and text[end - 1] == "和" and classes[after : after + 1] in _TWO:
        # 宋平和陈舜瑶: two people.
        return None
    cut = _cut(units, first, after, end, own, before)
    if cut is None:
        return None
    score = cut + surname_points(surname, mark)
    if first and starts[first - 1] == start - 1 and is_word(text[start - 1 : start + 1]):
        score += weights.END_OF_A_WORD
    if not fits:
        score += weights.CUTS_A_WORD
    glued = mark == "N" and own.length > 1 and own.points < _GOOD_GIVEN and _is_noun(text, start)
    if glued or (own.is_word and mark not in "NM"):
        score += weights.IS_A_WORD
    return score + own.points


def _is_noun(text: str, start: int) -> bool:
    """警长公开栏, 麻醉科主任: what the segmenter glued together is a word with a suffix of nouns."""
    word = text[start : start + 2]
    return is_word(word) and (rarity(word) < UNCOMMON or text[start + 2] in _OF_NOUNS)


_OF_NOUNS = frozenset("科处栏版厅局室工学亭沟坝")
_WORDS = ("n", "h", "·", "l")
_ADVERBS = frozenset("曾有才将已均亦")
_BEFORE_YU = frozenset("WcorYygV")
_OF_VILLAGE = re.compile("[村镇乡屯](?![民长支委干里])")
"""郝家沟|村 is no person; 王建国村长 is one."""
_NO_ONE = re.compile("[两三四五六七]国|.城[下内外里中头]")
"""美|伊两国, 兵临|牟平城|下: states, and a town."""
_TWO = ("N", "H")


def _cut(
    units: Units, first: int, after: int, end: int, own: Characters, before: float
) -> float | None:
    """Points for how the segmenter cut it; None: it is none."""
    classes = units.classes
    head = units.starts[first + 1]
    mark = classes[first]
    if mark == "M":
        return weights.NOUN if head == end else None
    if mark == "N":
        if head == end:
            return (weights.LISTED if own.is_word else weights.GUESSED)[own.length]
        if head < end:
            # 雍黎 + a character of its own: more likely glue than name.
            return weights.AND_A_CHARACTER if classes[first + 1] in "hH" else weights.AND_A_WORD
        return weights.LESS_GLUE if units.text[head - 1] in GLUE else weights.LESS_A_CHARACTER
    if head >= end:
        return 0.0
    fits = units.starts[after] == end
    pieces = classes[first + 1 : after]
    if pieces == "L":
        # 局长徐长江; but 和江西, 从于田.
        return weights.OF_PIECES if fits and before >= weights.OFFICE else None
    if not fits:
        return weights.OF_PIECES
    if pieces == "l":
        return weights.OF_PLACE
    if len(pieces) == 1 and own.length == 2:
        return weights.OF_WORD if own.given_is_word else weights.OF_UNKNOWN
    return weights.OF_PIECES if pieces.strip("hHp") else weights.OF_CHARACTERS


def _before(units: Units, first: int, last: int) -> float:
    if first == 0:
        return weights.AT_START
    mark = units.classes[first - 1]
    if units.starts[first - 1] == last and units.surface(first - 1, first) in "、和":
        return weights.NEXT_OF_SEVERAL
    blank = mark == "W" and not units.surface(first - 1, first).strip()
    if blank and first > 1 and units.classes[first - 2] in "or":
        # 记者 周明远.
        return weights.OFFICE
    return weights.BEFORE.get(mark, weights.BEFORE_ELSE)


def _after(units: Units, after: int, end: int) -> float:
    if after >= len(units.classes):
        return weights.AT_END
    if units.starts[after] != end:
        return weights.IN_A_WORD
    return weights.AFTER.get(units.classes[after], weights.AFTER_ELSE)
