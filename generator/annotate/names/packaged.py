"""Text -> where packaged names and packaged terms stand in it: one walk over the text for both."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.annotate.names.gazetteer import Entry, entries
from generator.text.data import read_table

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

TermKind = Literal["term", "head", "weak", "joins"]
_KINDS: tuple[TermKind, ...] = ("joins", "weak", "head", "term")
"""term: one as it stands; head: with a rare word before it a term; weak: the same, but for an editor
to look at; joins: a head that lengthens a listed term. Of a word that is several, the last wins."""

Match = tuple[int, int, int]
"""(number, start, end)."""


class Packaged(NamedTuple):
    """Where they stand; numbers of names are indices into `listed_names`."""

    everywhere: list[Match]
    """Every name, within and across others too, in order of their ends."""
    names: list[Match]
    """The leftmost and longest of them, in order."""
    terms: list[Match]
    """The same of terms."""


@cache
def listed_names() -> tuple[Entry, ...]:
    """The packaged names."""
    return tuple(entries().values())


@cache
def listed_terms() -> dict[str, TermKind]:
    """Words of terms.tsv that are looked for in texts."""
    found: dict[str, TermKind] = {}
    for kind in _KINDS:
        for row, words in read_table("terms.tsv"):
            if row.partition(":")[0] == kind:
                found |= dict.fromkeys(words.split(), kind)
    return found


@cache
def _words() -> list[str]:
    return [*entries(), *listed_terms()]


@cache
def _matcher() -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick

    # One that knows the leftmost longest itself takes four times as long to build.
    return AhoCorasick(_words())


_FEW = 8
"""Texts that are read before building a matcher of all words pays."""
_read: list[int] = []
"""An entry for each such text."""


def _matches(text: str) -> Iterable[Match]:
    if len(_read) >= _FEW:
        return _matcher().find_matches_as_indexes(text, overlapping=True)
    from ahocorasick_rs import AhoCorasick

    _read.append(len(text))
    begin = {*text, *map("".join, pairwise(text))}
    words = _words()
    near = [number for number, word in enumerate(words) if word[:2] in begin]
    matcher = AhoCorasick([words[it] for it in near])
    found = matcher.find_matches_as_indexes(text, overlapping=True)
    return [(near[number], start, end) for number, start, end in found]


def find_packaged(text: str) -> Packaged:
    """All packaged names and terms in the text."""
    names: list[Match] = []
    terms: list[Match] = []
    first = len(listed_names())
    for it in _matches(text):
        (names if it[0] < first else terms).append(it)
    return Packaged(names, leftmost(names), leftmost(terms))


def leftmost(every: list[Match]) -> list[Match]:
    """Of all matches, in order of their ends, the leftmost and longest."""
    kept: list[Match] = []
    last = 0
    for it in every:
        start = it[1]
        if start < last:
            at = len(kept) - 1
            while at and kept[at - 1][2] > start:
                at -= 1
            if kept[at][1] < start:
                continue
            del kept[at:]
        kept.append(it)
        last = it[2]
    return kept
