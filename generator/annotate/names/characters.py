"""Characters of a Chinese name -> what they are worth, wherever they stand."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from generator.annotate.names import weights
from generator.annotate.names.gazetteer import entries
from generator.annotate.names.word_lists import GLUE, WORD, lists, not_names, surnames
from generator.text.common_words import rarity
from generator.text.data import read_table
from generator.text.segment import is_word

COMMON_GIVEN = 6.5
"""idf of a given name below which it is rather a word."""
_TITLED = frozenset(
    "老师 师傅 大爷 大妈 大娘 大姐 大哥 阿姨 先生 女士 小姐 夫人 同志 总 某 某某 老 老板 老汉 老伯 大叔 大婶 奶奶 "
    "爷爷 家 家人 氏 姓 队长 班长 班班长 站长 大使 厂长 首长 将军 太太 大夫".split()
)
"""周总理 is no name: who it is the text tells elsewhere."""
_NEVER = frozenset("他她它我你您们其这那的了着吗呢吧都要而又就不没把被很再最副姓牌坝")
"""Characters that no given name has."""
_REMEMBERED = 100_000
"""Names whose points are kept: texts return to their people."""


@cache
def _given() -> dict[str, float]:
    """Character -> how well it serves in a given name: 1 often, 0.5 sometimes."""
    found: dict[str, float] = {}
    for kind, characters in read_table("given_names.tsv"):
        for character in characters:
            found.setdefault(character, 1.0 if kind == "often" else 0.5)
    return found


@cache
def _doubtful_surnames() -> frozenset[str]:
    """Surnames that are common words as well."""
    return frozenset(
        "".join(row[1] for row in read_table("given_names.tsv") if row[0] == "doubtful")
    )


class Characters(NamedTuple):
    """What a name is worth by its characters, wherever it stands."""

    length: int
    """Of the given name."""
    refused: bool
    """Never a name."""
    points: float
    """Of the given name."""
    is_word: bool
    """The dictionary has it."""
    given_is_word: bool


@lru_cache(_REMEMBERED)
def characters(surname: str, given_name: str) -> Characters | None:
    """None: not written in Chinese characters."""
    name = surname + given_name
    if _HAN_NAME.fullmatch(name) is None:
        return None
    if _refused(name, given_name):
        return _REFUSED
    points = _given_points(given_name)
    return Characters(len(given_name), False, points, is_word(name), is_word(given_name))


_WAY = re.compile("向[东南西北].")
"""向西流|经: a way, and nobody."""
_REFUSED = Characters(0, True, 0.0, False, False)
_HAN_NAME = re.compile("[\u4e00-\u9fff]{2,4}")


def _given_points(given_name: str) -> float:
    table = _given()
    quality = sum(table.get(it, 0.0) for it in given_name) / len(given_name)
    score = quality * weights.GIVEN_CHARACTERS + weights.NO_GIVEN_CHARACTERS
    if len(given_name) == 1:
        score += weights.ONE_CHARACTER
    elif rarity(given_name) < COMMON_GIVEN and is_word(given_name):
        score += weights.GIVEN_IS_A_WORD
    return score


def _refused(name: str, given_name: str) -> bool:
    """Whether these characters are never a name, wherever they stand."""
    if name in not_names() or name[0] == "由" or _WAY.match(name):
        return True
    if given_name[-1] in GLUE and _given().get(given_name[-1], 0.0) < 1:
        return True
    # 巴方愿: one of two sides.
    if given_name[0] == "方" and name[:2] in not_names():
        return True
    if given_name[-1] in _NEVER_LAST or given_name in _NEVER_GIVEN:
        return True
    if len(given_name) > 1 and (given_name[-1] in _NO_SECOND or _is_abroad(name[:2])):
        return True
    if given_name in _TITLED or lists().classes.get(given_name) in ("o", "r"):
        return True
    if not _NEVER.isdisjoint(given_name):
        return True
    return len(name) == 2 and rarity(name) < WORD and is_word(name)


def _is_abroad(name: str) -> bool:
    """杜拜|滨, 罗马|城"""
    entry = entries().get(name)
    return entry is not None and entry.sort in ("country", "world_city")


_NEVER_LAST = frozenset("派皆遂乃向系出街村船语寺站桥杯教人族")
_NO_SECOND = frozenset("亦趁弃杀灭旗话质藤港轮宫")
"""The last of three characters of what is no name: 刘聪|灭西晋, 黄虎旗."""
"""王皞|派…出使, 陈诚|向…报告."""
_NEVER_GIVEN = frozenset(
    (
        "讲话",
        "发言",
        "陆军",
        "海军",
        "空军",
        "之战",
        "之乱",
        "之变",
        "纪元",
        "纪年",
        "时期",
        "年间",
        "王朝",
    )
)
"""任|陆军师长."""


@lru_cache(2_000)
def surname_points(surname: str, mark: str) -> float:
    """Points of a surname; `mark`: the class of its unit."""
    rank = surnames()[surname]
    if rank < weights.COMMON_RANK:
        score = weights.COMMON_SURNAME
    elif rank < weights.KNOWN_RANK:
        score = weights.KNOWN_SURNAME
    else:
        score = weights.RARE_SURNAME
    if len(surname) > 1:
        score += weights.COMPOUND_SURNAME
    if surname in _doubtful_surnames():
        score += weights.DOUBTFUL_SURNAME_IN_WORD if mark == "M" else weights.DOUBTFUL_SURNAME
    return score
