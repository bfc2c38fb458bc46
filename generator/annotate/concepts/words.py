"""The packaged words of concepts: listed terms, heads, and what makes a phrase no term."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.text.common_words import rarity
from generator.text.data import read_table
from generator.text.segment import Lexicon, is_word, tag

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_ADVERBIAL = re.compile(
    "(?:大力|继续|深入|全面|积极|进一步|逐步|严格|严厉|充分|切实|广泛|着力|加快|不断|建立健全|贯彻"
    "|优先|有序|尽快|努力|坚决|认真|高度|率先|推动|促进|加强|提高|弘扬)."
)
"""Phrases that jieba has as one word: 大力发展, 继续加强, 深入开展."""
_ACT = re.compile("[vlidamrqtfupc](?!n)|vn")
_REMEMBERED = 200_000


class Words(NamedTuple):
    """Words of terms.tsv by what they do."""

    terms: frozenset[str]
    joins: frozenset[str]
    """Heads that lengthen a listed term: 乡村振兴 + 战略."""
    breaks: frozenset[str]
    """Words that no term of ours begins with or goes across."""
    singles: frozenset[str]
    """Single characters that name what is grown, made or mined: 茶产业."""
    before: frozenset[str]
    """Single characters after which a term may begin."""
    no_end: frozenset[str]
    """Words that end no recurring term."""


@cache
def words() -> Words:
    """The packaged table."""
    by: dict[str, list[str]] = {}
    for kind, listed in read_table("terms.tsv"):
        by.setdefault(kind.partition(":")[0], []).extend(listed.split())
    kinds = ("term", "joins", "break", "single", "before", "no_end")
    return Words(*(frozenset(by[kind]) for kind in kinds))


@cache
def lexicon_matcher(lexicon: Lexicon) -> AhoCorasick | None:
    """Finds the author's words, names of people, places and bodies left out."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    wanted = [it.text for it in lexicon if it.text and it.tag[:2] not in ("nr", "ns", "nt")]
    return AhoCorasick(wanted, matchkind=MatchKind.LeftmostLongest) if wanted else None


class Worth(NamedTuple):
    """What a word is worth inside a term."""

    rare: float
    inside: bool
    """May stand in a term at all."""
    act: bool
    """An act, whose object the rest may be (监测 | 设备): begins no term, but may stand before one."""
    known: bool
    """In the dictionary."""


_worth: dict[str, Worth] = {}


def worth(word: str) -> Worth:
    """Decided once a word: a corpus has few of them."""
    found = _worth.get(word)
    if found is None:
        if len(_worth) > _REMEMBERED:
            _worth.clear()
        found = _worth[word] = _weigh(word)
    return found


def _weigh(word: str) -> Worth:
    tagged = tag(word)
    known = len(tagged) == 1 and is_word(word)
    adverbial = bool(_ADVERBIAL.match(word))
    act = adverbial or (len(tagged) == 1 and bool(_ACT.match(tagged[0][1])))
    inside = not adverbial and word not in words().breaks
    return Worth(rarity(word) if known else 7.0, inside, act, known)
