"""An amount -> what is named right behind it: 200余家核心零部件企业."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.annotate.facts.nouns import KEPT
from generator.annotate.facts.tagged import counted
from generator.annotate.facts.wording import Measured
from generator.model.findings import Figure
from generator.text.segment import tag

RUN = re.compile("[一-鿿A-Za-z0-9·“”（）]{2,16}")
PEOPLE = frozenset(("人", "人次", "人口"))
DEED_UNITS = frozenset(("次", "场", "起", "轮", "场次", "批次"))
_AFTER = re.compile("(?:人民币)?(?:及?以上|左右|以内|以下|多|余)?的?")
_NUMERAL = re.compile("[近约超逾]?[0-9一二两三四五六七八九十百千上]")
_OF_NEXT = re.compile("[0-9]")
_NO_BEGINNING = frozenset("是为占被把于与并但则")
_NOT_THINGS = tuple(
    "增速 目标 速度 增长 涨幅 水平 比例 份额 股份 股权 增幅 比重 目标任务 关税".split(" ")
)

_HAS = re.compile(
    "(?:有|生产|购[买置入]|征[收购用]|割让|失去|显示|表明|指出|估计|发现)(?:了|近|约|大约|超过|逾)*$"
)


class Behind(NamedTuple):
    """A name, where it ends, and what ties it to the amount."""

    name: str = ""
    end: int = 0
    """0: nothing is named there; else set even if the name is not taken."""
    of_noun: bool = False
    """的 stands before it."""
    reached: bool = False
    """There is a word that might be one."""


def thing_behind(text: str, it: Figure, kind: str, bodies: set[int], *, tied: bool) -> Behind:
    """`kind`: of the unit; `bodies`: where names of bodies begin; `tied`: what it is of has been said."""
    of = it.of
    if it.unit in PEOPLE or kind == "time":
        return Behind()
    match = _AFTER.match(text, it.end)
    at = match.end() if match else it.end
    if at in bodies:
        return Behind()
    behind = bool(of) and text.startswith(of, at)
    if not behind and (kind not in ("count", "") or tied or at > it.end):
        direct = at == it.end and kind in ("money", "measure") and not tied
        if text[at - 1] != "的" and not direct:
            return Behind()
    run = RUN.match(text, at)
    if run is None or run[0][0].isdigit() or (not behind and text[at - 1] in "上右内下多余"):
        return Behind()
    of_noun = text[at - 1] == "的"
    known = len(of) if behind and len(of) > 1 else 0
    if known and _is_in_word(run[0], known):
        known = 0
    named = counted(run[0], known, deed=it.unit in DEED_UNITS)
    if not named or named.endswith(_NOT_THINGS) or named[0] in _NO_BEGINNING:
        return Behind(of_noun=of_noun, reached=True)
    end = at + len(named)
    if _OF_NEXT.match(text, end) and KEPT.match(named):
        # 七处招收新生152人: of the next amount.
        return Behind(of_noun=of_noun, reached=True)
    return Behind("" if _goes_on(text, end) else named, end, of_noun, True)


def _is_in_word(run: str, known: int) -> bool:
    """公众|假日, 年轻军事|将领: what is known to be named ends before a noun that belongs to it."""
    at = 0
    for word, kind in tag(run):
        if at == known:
            return len(word) == _WORD and kind in _NOUNS and word not in _NO_NOUNS
        at += len(word)
        if at > known:
            return False
    return False


_WORD = 2
_NOUNS = frozenset(("n", "t", "nz"))
_NO_NOUNS = frozenset(
    "现场 落地 实地 当场 集体 全程 目前 现在 如今 当时 今年 去年 以来 期间 以上 左右 全部 总数 总量 同时".split()
)


def _goes_on(text: str, end: int) -> bool:
    """食品、药品和…: the first of several things is not what is counted."""
    return text[end : end + 1] == "、" and not _NUMERAL.match(text, end + 1)


def is_of_noun(after: str, kind: str, gap: str, measured: Measured) -> bool:
    """Whether an amount is of what follows 的, and not of what stands before it.

    拥有92英亩的植物园, 生产近20%的纸浆, 结果显示92%的投票者.
    """
    if not after:
        return False
    has = _HAS.search(gap) is not None
    if kind == "measure":
        return len(measured.change) > 1 or has
    return kind == "share" and (has or bool(measured.change) or not measured.words)
