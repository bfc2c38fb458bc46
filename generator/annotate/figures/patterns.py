"""Patterns of numerals in prose, and the table of units."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.text.data import read_table

_D = "[0-9０-９]"
_SCALE = "(?:[十百千]?[万亿]{1,2}|千(?![瓦米克伏帕卡焦赫升])|百(?![分帕])|十(?=[余多几万亿]))"
_ARABIC = (
    f"(?:{_D}{{1,3}}(?:,{_D}{{3}})++(?!{_D})|[０-９]{{1,3}}(?:，[０-９]{{3}})++(?!{_D})"
    f"|[1-9][0-9]{{0,2}}(?:[\u2009\u00a0\u202f ][0-9]{{3}})++(?![0-9])|{_D}++)(?:[.．]{_D}++)?+"
)
_FURTHER = "(?:[0-9]++(?:\\.[0-9]++)?(?:[千百][多余几]?[万亿]|[千百万](?![瓦米克伏帕卡焦赫分])))?+"
_ARABIC_AMOUNT = f"{_ARABIC}[多余几]?+(?:(?: (?=[万亿]))?{_SCALE}{_FURTHER})?+[多余]?+"
_HAN_TAIL = "(?:[〇零一二两三四五六七八九十万亿]|百(?![分帕])|千(?![瓦克伏帕卡焦赫]))"
_ONE = (
    "一(?=[百千万亿十点公亩吨平立米毫厘海英升斤成倍]|千克|千瓦|个百分|个基点|个半|美元|欧元"
    "|[至到][两二三四五六]|两[个天年名次位家件周种项])"
)
_HAN_AMOUNT = (
    f"(?:[二两三四五六七八九]|{_ONE}|十|[几数](?=[十百千万亿])|[百千万](?=分之)"
    "|[百千](?=[万亿余多])|万(?=亿[^万亿]|余)|(?<=[近上超过逾约达破])[百千](?![瓦米克伏帕分])"
    "|(?<=[近超逾破上])(?<!千上)万(?![瓦一家])|(?<=[近超逾过上])亿)"
    f"{_HAN_TAIL}{{0,24}}+几?+(?:点[〇零一二三四五六七八九]++)?+[多余]?+[万亿]{{0,2}}+[多余]?+"
)
# The lookahead lets the engine skip to the characters a numeral begins with: six times as fast.
NUMERAL = re.compile(
    f"(?=[0-9０-９一二两三四五六七八九十百千万亿几数])(?:{_ARABIC_AMOUNT}|{_HAN_AMOUNT})"
)
"""A numeral that may be an amount, with 多, 余 and 几."""

DOUBLING = re.compile("翻(?:了)?(?:近)?([一两二三四]?)番")
"""翻番, 翻两番."""

RANGE_SIGNS = frozenset("—–－~～〜∼至到-")
RANGE_MARK = re.compile("(?:——|[—–－~～〜∼至到-])(?=[0-9０-９一二两三四五六七八九十百千-])")
"""Begins with one of the signs."""


class Unit(NamedTuple):
    name: str
    kind: str
    """money, share, measure, time, count."""
    numerals: str
    """one, any, big, arabic: see units.tsv."""
    never_before: tuple[str, ...]
    unless: tuple[str, ...]
    """But before these."""
    rarely_before: tuple[str, ...]
    """Not after Chinese numerals."""


@cache
def units() -> dict[str, tuple[Unit, ...]]:
    """Units by their first character, longest first."""
    found: dict[str, list[Unit]] = {}
    for name, kind, numerals, *rest in read_table("units.tsv"):
        words = [tuple(field.split(" ")) if field else () for field in (*rest, "", "")]
        never = tuple(word for word in words[0] if word[0] != "+")
        unless = tuple(word[1:] for word in words[0] if word[0] == "+")
        unit = Unit(name, kind, numerals, never, unless, words[1])
        found.setdefault(name[0], []).append(unit)
    return {
        first: tuple(sorted(some, key=lambda it: -len(it.name))) for first, some in found.items()
    }
