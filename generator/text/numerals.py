"""Numeral -> exact value: 1,234.5, ２０, 三千五百, 77.8亿, 2万5千, 二〇二二, 三点五; 两三百 as a range.

A numeral here is a string of figures alone: what is a numeral in prose (一些, 百姓, 三台子 are none) is
for the rules of `generator/annotate` to say.
"""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {c: at for at, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}

_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,", "\u2009\u00a0\u202f ")
_ARABIC = re.compile(r"([0-9]++(?:\.[0-9]++)?+)([十百千万亿]*+)")
_TOKEN = re.compile(r"[0-9]+(?:\.[0-9]+)?|.", re.DOTALL)
_SPOKEN = re.compile("([一二两三四五六七八九])([二两三四五六七八九])(?=[十百千万亿]|$)")


def read_numeral(numeral: str) -> Decimal | None:
    """Its exact value; None for what is no numeral, and for ranges such as 七八十."""
    if not numeral.isascii():
        numeral = numeral.translate(_HALF_WIDTH)
    numeral = numeral.replace(",", "").replace(" ", "")
    if match := _ARABIC.fullmatch(numeral):
        value = Decimal(match[1])
        for scale in match[2]:
            value *= SMALL.get(scale) or LARGE[scale]
        return value
    whole, point, decimals = numeral.partition("点")
    value_or_none = _structured(whole)
    if value_or_none is None or not point:
        return value_or_none
    scales = decimals.lstrip("〇○零一二三四五六七八九")
    digits = decimals[: len(decimals) - len(scales)]
    if not digits or scales.strip("万亿"):
        return None
    value = value_or_none + Decimal("0." + "".join(str(DIGITS[c]) for c in digits))
    for scale in scales:
        value *= LARGE[scale]
    return value


def read_spoken_range(numeral: str) -> tuple[Decimal, Decimal] | None:
    """两三百 is (200, 300), 十七八 (17, 18); None for any other numeral, such as 三点四五万."""
    match = _SPOKEN.search(numeral) if "点" not in numeral else None
    if match is None or DIGITS[match[1]] + 1 != DIGITS[match[2]]:
        return None
    low = read_numeral(numeral[: match.start(2)] + numeral[match.end() :])
    high = read_numeral(numeral[: match.start()] + numeral[match.start(2) :])
    return None if low is None or high is None else (low, high)


def plain(value: Decimal) -> int | float:
    """The same as an int where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def _structured(numeral: str) -> Decimal | None:
    """二〇二二, 三千五百, 一亿二千万, 2万5千."""
    if not numeral:
        return None
    if len(numeral) > 1 and all(c in DIGITS for c in numeral):
        return Decimal("".join(str(DIGITS[c]) for c in numeral)) if len(numeral) > 2 else None
    total = section = Decimal(0)
    number: Decimal | None = None
    for token in _TOKEN.findall(numeral):
        if token in SMALL:
            section += (Decimal(1) if number is None else number) * SMALL[token]
            number = None
        elif token in LARGE:
            section += number or 0
            if not section and not total:
                section = Decimal(1)
            total = (total + section) * LARGE[token] if token == "亿" else total + section * 10000
            section, number = Decimal(0), None
        elif number:  # two digits side by side
            return None
        elif token in DIGITS:
            number = Decimal(DIGITS[token])
        elif token[0] in "0123456789":
            number = Decimal(token)
        else:
            return None
    return total + section + (number or 0)
