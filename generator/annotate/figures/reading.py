"""A numeral and what follows it -> its value and its unit, whether or not it is an amount."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from generator.annotate.figures.patterns import Unit
from generator.text.numerals import read_numeral, read_spoken_range

LARGEST = Decimal(10) ** 18
"""No amount of the news is larger; and the formats of the output end at 2^63."""

HAN_DIGITS = frozenset("一二两三四五六七八九")
ARABIC_DIGITS = frozenset("0123456789０１２３４５６７８９")
JOINTS = frozenset("-‐－−—_/／:：+＋×xX.．·#*@&=﹣")
_KIND_OF = re.compile("式(?!样)|状(?![况态元])")
LETTER = re.compile("[A-Za-zＡ-Ｚａ-ｚα-ωΑ-Ω]")


class Numeral(Struct, frozen=True, gc=False):
    start: int
    end: int
    low: Decimal
    high: Decimal | None
    text: str
    """Without 多 and 余."""
    more: bool
    approx: bool


class Amount(Struct, frozen=True, gc=False):
    start: int
    end: int
    value: int | float | tuple[int | float, int | float]
    unit: str
    kind: str
    """Of the unit; empty without one."""
    more: bool
    """With 多 or 余."""
    approx: bool
    """两三百, 十几."""
    shown: bool = True


def read_number(text: str, start: int, end: int) -> Numeral | None:
    """None for 007 and for what is larger than any amount."""
    said = _said(text[start:end])
    return None if said is None else Numeral(start, end, *said)


_Said = tuple[Decimal, Decimal | None, str, bool, bool]
"""A numeral without its place."""


# Most numerals of a text stood in it or in another before.
@lru_cache(4096)
def _said(piece: str) -> _Said | None:
    more = False
    if not piece.isascii():
        piece = piece.replace(" 万", "万").replace(" 亿", "亿")
        bare = piece.replace("多", "").replace("余", "")
        more = bare != piece
        if "几" in bare or "数" in bare:
            return _vague(bare, more=more)
        if spoken := read_spoken_range(bare):
            return *spoken, bare, more, True
        piece = bare
    if len(piece) > 1 and piece[0] == "0" and piece[1] != ".":
        return None
    value = read_numeral(piece)
    if value is None or value > LARGEST:
        return None
    return value, None, piece, more, False


def _vague(piece: str, *, more: bool) -> _Said | None:
    """十几 is 11 to 19, 几百 200 to 900: 几 and 数 stand for 2 to 9."""
    ten = piece[0] in "几数"
    low = read_numeral(piece.replace("几", "二" if ten else "一", 1).replace("数", "二", 1))
    high = read_numeral(piece.replace("几", "九", 1).replace("数", "九", 1))
    if low is None or high is None or high > LARGEST:
        return None
    return low, high, piece, more, True


def read_unit(text: str, numeral: Numeral, known: dict[str, tuple[Unit, ...]]) -> Unit | None:
    """The longest unit that stands behind the numeral and is no part of another word."""
    end = numeral.end
    for unit in known.get(text[end : end + 1], ()):
        if text.startswith(unit.name, end):
            after = end + len(unit.name)
            if unit.kind == "count" and _KIND_OF.match(text, after):
                # 两片式翼尖帆
                return None
            if (
                unit.never_before
                and text.startswith(unit.never_before, after)
                and not (unit.unless and text.startswith(unit.unless, after))
            ):
                continue
            if (
                unit.rarely_before
                and numeral.text[0] not in ARABIC_DIGITS
                and text.startswith(unit.rarely_before, after)
            ):
                continue
            takes = unit.numerals == "one" or _takes(unit.numerals, numeral)
            if not takes and not text.startswith("半", after):  # 一个半小时
                continue
            return unit
    return None


def _takes(numerals: str, numeral: Numeral) -> bool:
    piece = numeral.text
    if piece[0] in ARABIC_DIGITS:
        return True
    if numerals == "any":
        return piece not in ("一", "二")
    if numerals == "big":
        return len(piece) > 1
    return len(piece) > 1 and (piece[-1] in "百千万亿" or numeral.more)
