"""Shares in words and amounts that name no unit: 三分之一, 近3/4, 240万残疾人, 35.6点."""

from __future__ import annotations

import re

from generator.annotate.figures.patterns import NUMERAL
from generator.annotate.figures.reading import (
    ARABIC_DIGITS,
    JOINTS,
    LETTER,
    Amount,
    Numeral,
    read_number,
)
from generator.text.late import late
from generator.text.numerals import plain, read_numeral

_ROUND = ("决赛", "强赛")
"""四分之一决赛 is a round of a cup."""
_UP_TO = frozenset("近超上过逾约达")
_NOUN_AFTER = late(
    "[一-鿿](?<![级强字号步大型分之余多几年月日时点届期版代线的起了中上下来后前第至到和与及在是为有将左以内])"
)


def read_fraction(text: str, start: int, end: int) -> Amount | None:
    """百分之三十 is 30 %, 千分之五 5 ‰, 三分之一 0.333333."""
    match = NUMERAL.match(text, end + 2) or re.compile("一(?![分])").match(text, end + 2)
    if match is None:
        return None
    whole = text[start:end]
    part = read_number(text, *match.span())
    below = read_numeral(whole)
    if part is None or part.high is not None or not below:
        return None
    unit = {"百": "%", "千": "‰"}.get(whole, "")
    value = part.low if unit else round(part.low / below, 6)
    if not unit and (part.low >= below or text.startswith(_ROUND, part.end)):
        return None
    return Amount(start, part.end, plain(value), unit, "share", part.more, False)


def without_unit(text: str, numeral: Numeral) -> Amount | None:
    """240万残疾人, 12万多, 近3/4, 35.6点; nothing for any other bare numeral."""
    start, end = numeral.start, numeral.end
    before = text[start - 1 : start]
    if before in JOINTS or LETTER.match(before):
        return None
    if (fraction := _slashed(text, numeral)) is not None:
        return fraction
    after = text[end : end + 1]
    if after == "大" and numeral.text.isdigit() and 10 < numeral.low < 100:
        return Amount(start, end + 1, plain(numeral.low), "大", "count", False, False)
    if numeral.approx:
        return None
    scaled = numeral.text[-1] in "万亿"
    large = scaled and (numeral.text[0] in ARABIC_DIGITS or before in _UP_TO)
    if not large and not (numeral.more and numeral.text[0] in ARABIC_DIGITS and numeral.low >= 20):
        return _point(text, numeral)
    if after and not _NOUN_AFTER().match(after) and after not in "，。；、,;）)的以左":
        return None
    shown = numeral.text[0] in ARABIC_DIGITS
    return Amount(start, end, plain(numeral.low), "", "", numeral.more, False, shown)


def _point(text: str, numeral: Numeral) -> Amount | None:
    """35.6点 of an index, 5.4级 of an earthquake: with decimals they are no rank and no hour."""
    start, end = numeral.start, numeral.end
    if "." in numeral.text and text[end : end + 1] in ("点", "级"):
        return Amount(start, end + 1, plain(numeral.low), text[end], "measure", False, False)
    return None


def _slashed(text: str, numeral: Numeral) -> Amount | None:
    """近3/4的家庭."""
    start, end = numeral.start, numeral.end
    if not text.startswith("/", numeral.end):
        return None
    match = re.compile(
        "/([0-9]{1,2})(?=的|以上|左右|强|(?<=[少加约近占降长高过到至]./[0-9])[。，；])"
    ).match(text, end)
    if match is None or not numeral.text.isdigit() or not 0 < numeral.low < int(match[1]):
        return None
    value = plain(round(numeral.low / int(match[1]), 6))
    return Amount(start, match.end(), value, "", "share", False, False)
