"""Units -> people: surname and given name weighed with what stands around them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.annotate.names import weights
from generator.annotate.names.found import KEPT, SHOWN, Found
from generator.annotate.names.units import Units
from generator.annotate.names.word_lists import COMPOUND, GLUE, WORD, lists, not_names, surnames
from generator.text.common_words import rarity
from generator.text.data import read_table
from generator.text.segment import is_word

_START = re.compile("[NMR]|[Hp](?=[hHpnuvXaNMR·yYgVlLK])|(?<=[or])n(?=V)")
_NO_NAME_AFTER = frozenset("0123456789０１２３４５６７８９%％第几这那每各数百千万亿十")
_TITLED = frozenset(
    "老师 师傅 大爷 大妈 大娘 大姐 大哥 阿姨 先生 女士 小姐 夫人 同志 总 某 某某 老 老板 老汉 老伯 大叔 大婶 奶奶 "
    "爷爷 家 家人 氏 姓 队长 班长 班班长 站长 大使 厂长 首长 将军 太太 大夫".split()
)
"""周总理 is no name: who it is the text tells elsewhere."""
_NEVER = frozenset("他她它我你您们其这那的了着吗呢吧都要而又就不没把被很再最副姓牌")
"""Characters that no given name has."""
_REMEMBERED = 100_000
"""Names and given names whose points are kept: texts return to their people."""
_COMMON = 6.5
"""idf of a given name below which it is rather a word."""


@cache
def given() -> dict[str, float]:
    """Character -> how well it serves in a given name: 1 often, 0.5 sometimes."""
    found: dict[str, float] = {}
    for kind, characters in read_table("given_names.tsv"):
        for character in characters:
            found.setdefault(character, 1.0 if kind == "often" else 0.5)
    return found


@cache
def doubtful_surnames() -> frozenset[str]:
    """Surnames that are common words as well."""
    return frozenset(
        "".join(row[1] for row in read_table("given_names.tsv") if row[0] == "doubtful")
    )


def find_people(units: Units) -> list[Found]:
    """Chinese names; at each place the best."""
    found: list[Found] = []
    classes, starts, text = units.classes, units.starts, units.text
    names = surnames()
    done = last = -1
    for match in _START.finditer(classes):
        first = match.start()
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
    best: Found | None = None
    before = _before(units, first, last)
    for length in (2, 1):
        end = start + len(surname) + length
        if end > len(text) or _HAN_NAME.fullmatch(text, start, end) is None:
            continue
        score = _inside(units, first, surname, end, before)
        if score is None:
            continue
        total = score + before + _after(units, end)
        if best is None or total > best.score + 0.01:
            best = Found(start, end, "PER", total, "surname")
    return best if best is not None and best.score >= KEPT else None


_HAN_NAME = re.compile("[\u4e00-\u9fff]{2,4}")


def _inside(units: Units, first: int, surname: str, end: int, before: float) -> float | None:
    """Points of the name itself; None: it is none."""
    text, classes = units.text, units.classes
    start = units.starts[first]
    name = text[start:end]
    given_name = name[len(surname) :]
    mark = classes[first]
    if mark == "n":
        whole = units.starts[first + 1] == end and rarity(name) >= _COMMON
        return weights.WORD_BETWEEN if whole else None
    if _OF_VILLAGE.match(text, end):
        return None
    if _refused(name, given_name) or (start and text[start - 1] in _NO_NAME_AFTER):
        return None
    after = units.at(end)
    fits = units.starts[after] == end
    if (
        given_name[-1] == "和"
        and len(given_name) > 1
        and fits
        and classes[after : after + 1] in _TWO
    ):
        # 宋平和陈舜瑶: two people.
        return None
    cut = _cut(units, first, end, given_name, before)
    if cut is None:
        return None
    score = cut + _surname(surname, mark)
    if first and units.starts[first - 1] == start - 1 and is_word(text[start - 1 : start + 1]):
        score += weights.END_OF_A_WORD
    if not fits:
        score += weights.CUTS_A_WORD
    if mark not in "NM" and is_word(name):
        score += weights.IS_A_WORD
    return score + _given_points(given_name)


@lru_cache(_REMEMBERED)
def _given_points(given_name: str) -> float:
    """Points of the given name itself."""
    table = given()
    quality = sum(table.get(it, 0.0) for it in given_name) / len(given_name)
    score = quality * weights.GIVEN_CHARACTERS + weights.NO_GIVEN_CHARACTERS
    if len(given_name) == 1:
        score += weights.ONE_CHARACTER
    elif rarity(given_name) < _COMMON and is_word(given_name):
        score += weights.GIVEN_IS_A_WORD
    return score


_OF_VILLAGE = re.compile("[村镇乡屯](?![民长支委干里])")
"""郝家沟|村 is no person; 王建国村长 is one."""
_TWO = ("N", "H")


@lru_cache(_REMEMBERED)
def _refused(name: str, given_name: str) -> bool:
    """Whether these characters are never a name, wherever they stand."""
    if name in not_names():
        return True
    if given_name[-1] in GLUE and given().get(given_name[-1], 0.0) < 1:
        return True
    if given_name[0] == "方" and name[:2] in not_names():
        # 巴方愿: one of two sides.
        return True
    if given_name in _TITLED or lists().classes.get(given_name) in ("o", "r"):
        return True
    if not _NEVER.isdisjoint(given_name):
        return True
    return len(name) == 2 and rarity(name) < WORD and is_word(name)


@lru_cache(2_000)
def _surname(surname: str, mark: str) -> float:
    rank = surnames()[surname]
    if rank < weights.COMMON_RANK:
        score = weights.COMMON_SURNAME
    elif rank < weights.KNOWN_RANK:
        score = weights.KNOWN_SURNAME
    else:
        score = weights.RARE_SURNAME
    if len(surname) > 1:
        score += weights.COMPOUND_SURNAME
    if surname in doubtful_surnames():
        score += weights.DOUBTFUL_SURNAME_IN_WORD if mark == "M" else weights.DOUBTFUL_SURNAME
    return score


def _cut(units: Units, first: int, end: int, given_name: str, before: float) -> float | None:
    """Points for how the segmenter cut it; None: it is none."""
    text, classes = units.text, units.classes
    head = units.starts[first + 1]
    mark = classes[first]
    if mark == "M":
        return weights.NOUN if head == end else None
    if mark == "N":
        if head == end:
            known = is_word(text[units.starts[first] : end])
            return (weights.LISTED if known else weights.GUESSED)[len(given_name)]
        if head < end:
            # 雍黎 + a character of its own: more likely glue than name.
            return weights.AND_A_CHARACTER if classes[first + 1] in "hH" else weights.AND_A_WORD
        return weights.LESS_GLUE if text[head - 1] in GLUE else weights.LESS_A_CHARACTER
    if head >= end:
        return 0.0
    after = units.at(end)
    fits = units.starts[after] == end
    pieces = classes[first + 1 : after]
    if pieces == "L":
        # 局长徐长江; but 和江西, 从于田.
        return weights.OF_PIECES if fits and before >= weights.OFFICE else None
    if not fits:
        return weights.OF_PIECES
    if pieces == "l":
        return weights.OF_PLACE
    if len(pieces) == 1 and len(given_name) == 2:
        return weights.OF_WORD if is_word(given_name) else weights.OF_UNKNOWN
    return weights.OF_CHARACTERS if _CHARACTERS.issuperset(pieces) else weights.OF_PIECES


_CHARACTERS = frozenset("hHp")


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


def _after(units: Units, end: int) -> float:
    at = units.at(end)
    if at >= len(units.classes):
        return weights.AT_END
    if units.starts[at] != end:
        return weights.IN_A_WORD
    return weights.AFTER.get(units.classes[at], weights.AFTER_ELSE)
