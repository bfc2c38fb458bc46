"""Packaged words that decide where names begin and end."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from generator.text.data import read_table

WORD = 7.6
"""idf of two characters below which they are a word and no name."""
UNCOMMON = 8.0
"""idf of the words that no list of common words has."""
GLUE = frozenset(
    "摄说称任等在从对到与和及率曾还也又将于是为有的向同被由让把给著编译绘导报讲自仍记答写"
)
"""Characters that a segmenter glues to a name: 燕雁摄."""


class Lists(NamedTuple):
    """Words of name_words.tsv by what they do."""

    classes: dict[str, str]
    splits: dict[str, tuple[str, str]]
    weak: frozenset[str]
    """Suffixes of bodies that need a name before them."""
    weak_places: frozenset[str]
    generic: frozenset[str]
    """Words that no name of a place or body holds: 美国有关部门."""
    inner: frozenset[str]
    """Those of them that stand inside names of bodies all the same: 农业农村局."""


_CLASS_OF = {
    # Later ones win: what ends a name outranks what may stand beside one.
    "after_person": "y",
    "before_person": "g",
    "speech": "V",
    "role": "r",
    "office": "o",
    "place_suffix": "p",
    "org_suffix": "S",
}


@cache
def lists() -> Lists:
    """The packaged words."""
    by: dict[str, list[str]] = {}
    splits: dict[str, tuple[str, str]] = {}
    for kind, words in read_table("name_words.tsv"):
        if kind == "surname":
            continue
        if kind == "split":
            whole, _, halves = words.partition(" ")
            first, _, second = halves.partition("|")
            splits[whole] = (first, second)
        else:
            by.setdefault(kind, []).extend(words.split())
    classes: dict[str, str] = {}
    for word, kind, *_ in read_table("offices.tsv"):
        if kind != "prefix":
            classes[word] = "o" if kind == "office" else "r"
    for kind, letter in _CLASS_OF.items():
        for word in by[kind]:
            classes[word] = "Y" if letter == "g" and classes.get(word) == "y" else letter
    return Lists(
        classes,
        splits,
        frozenset(by["weak_suffix"]),
        frozenset(by["weak_place"]),
        frozenset(by["generic"]),
        frozenset(by["inner"]),
    )


@cache
def body_suffixes() -> frozenset[str]:
    """Suffixes of bodies, which are no names of their own: 参议院."""
    return frozenset(word for word, mark in lists().classes.items() if mark == "S")


@cache
def surnames() -> dict[str, int]:
    """Surname -> its rank, the commonest first; compound ones last."""
    found: dict[str, int] = {}
    for rank, (name, *_) in enumerate(read_table("family_names.tsv")):
        found.setdefault(name, rank)
    rare = (words for kind, words in read_table("name_words.tsv") if kind == "surname")
    for name in (*COMPOUND, *(name for words in rare for name in words.split())):
        found.setdefault(name, 300)
    return found


COMPOUND = frozenset(
    (
        "欧阳 司马 上官 诸葛 令狐 夏侯 皇甫 尉迟 公孙 慕容 东方 南宫 司徒 端木 长孙 宇文 轩辕 钟离 闾丘 "
        "申屠 赫连 澹台 拓跋 独孤 呼延 淳于 太史 西门 濮阳 万俟"
    ).split()
)


@cache
def not_names() -> frozenset[str]:
    """Words that the dictionary takes for names and that are none."""
    return frozenset(row[0] for row in read_table("not_names.tsv") if not row[1].endswith("?"))
