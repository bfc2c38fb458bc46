"""Names -> where they stand in the texts: one Aho–Corasick pass over all articles."""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from generator.model.annotation import Annotations
from generator.model.knowledge import Mention, Reading
from generator.text.segment import cut

_READ = frozenset(("paragraph", "heading", "plain"))
_SHORT = 2
_AROUND = 8
"""Characters either side that decide how a segmenter cuts a short name out."""


class Found(NamedTuple):
    """One of the names at a place."""

    name: int
    """Index into the names that were searched."""
    mention: Mention


class Nested(enum.Enum):
    """What becomes of a name inside another one."""

    KEPT = enum.auto()
    SWALLOWED = enum.auto()


def find_names(
    names: Sequence[str], readings: Sequence[Reading], nested: Nested
) -> Iterator[Found]:
    """Places of the names in reading order; of nested names all or the longest.

    A name of two characters counts only on word boundaries: 党建 does not stand in 共产党建立.
    Longer ones are taken as they stand, for a dictionary cuts names it doesn't know anywhere.
    """
    if not names:
        return
    from ahocorasick_rs import AhoCorasick, MatchKind

    kept = nested is Nested.KEPT
    kind = MatchKind.Standard if kept else MatchKind.LeftmostLongest
    matcher = AhoCorasick(names, matchkind=kind)
    for index, reading in enumerate(readings):
        starts: list[tuple[int, int]] = []
        for number, block in enumerate(reading.article.blocks):
            if block.kind not in _READ:
                continue
            for name, start, end in matcher.find_matches_as_indexes(block.text, overlapping=kept):
                if end - start <= _SHORT and not _is_word(block.text, start, end):
                    continue
                starts = starts or _starts(reading.annotations)
                sentence = max(0, bisect_right(starts, (number, start)) - 1)
                yield Found(name, Mention(index, number, start, end, sentence))


def _starts(annotations: Annotations) -> list[tuple[int, int]]:
    return [(sentence.block, sentence.start) for sentence in annotations.sentences]


def _is_word(text: str, start: int, end: int) -> bool:
    begin = max(0, start - _AROUND)
    borders = set(accumulate(map(len, cut(text[begin : end + _AROUND])), initial=begin))
    return start in borders and end in borders
