"""Terms of a stretch -> the same with unions: prefixes that too many terms begin with.

A union is a term of its own, so that one unit of a word is found without reading all terms that it
begins. docs/search.md, “From text to terms”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.search.columns import Integers, starts_of
from generator.search.merge import NAMES, Longer, Postings, Stretch
from generator.search.terms import H, is_h

SIGN = "*"
_LONGEST = 3
# Twice what docs/search.md says of 2.5 and 1.5.
_OF_TERM, _OF_POSTING, _ENOUGH = 5, 3, 12_000

_is_r = re.compile(rf"[^\W_{H}]").match
_is_of_run = re.compile(rf"[^\W_{H}]|\.").match


class _Prefix(NamedTuple):
    units: str
    start: int
    """The first term that begins with it."""
    end: int


class Spaces(NamedTuple):
    """How many numbers documents of the two spaces have."""

    articles: int
    names: int


def with_unions(stretch: Stretch, longer: Longer, spaces: Spaces) -> tuple[Stretch, Longer]:
    """The stretch with its unions, and with them the table of longer terms, which only grows."""
    prefixes = list(_prefixes(stretch, longer))
    if not prefixes:
        return stretch, longer
    starts = stretch.starts()
    unions = [
        _union(stretch.postings[starts[it.start] : starts[it.end]], spaces) for it in prefixes
    ]
    # After the term that is the prefix itself.
    places = [it.start + _is_whole(it, stretch, longer) for it in prefixes]
    names = [[*map(ord, it.units), ord(SIGN)] for it in prefixes]
    numbers = np.cumsum([len(it) > 2 for it in names]) + len(longer.starts) - 2
    merged = Stretch(
        np.insert(stretch.heads, places, [it[0] << 16 | it[1] for it in names]),
        np.insert(
            stretch.longer,
            places,
            [
                number if len(it) > 2 else -1
                for it, number in zip(names, numbers.tolist(), strict=True)
            ],
        ),
        np.insert(stretch.articles, places, [int((it < NAMES).sum()) for it in unions]),
        np.insert(stretch.names, places, [int((it >= NAMES).sum()) for it in unions]),
        _inserted(stretch.postings, starts[places], unions),
    )
    return merged, _with_names(longer, [it for it in names if len(it) > 2])


def _prefixes(stretch: Stretch, longer: Longer) -> Iterator[_Prefix]:
    """Prefixes that get a union, in the order of their unions."""
    weights = _OF_TERM + _OF_POSTING * stretch.counts()
    units = stretch.heads >> 16
    for start, end in _heavy(units, weights, 0, len(units)):
        first = chr(units[start])
        if is_h(first):
            yield _Prefix(first, start, end)
        elif _is_r(first):
            yield from _prefixes_of_run(_Prefix(first, start, end), stretch, longer, weights)


def _prefixes_of_run(
    prefix: _Prefix, stretch: Stretch, longer: Longer, weights: Integers
) -> Iterator[_Prefix]:
    yield prefix
    size = len(prefix.units)
    if size == _LONGEST:
        return
    units = _units_at(size, stretch.part(prefix.start, prefix.end), longer)
    for start, end in _heavy(units, weights, prefix.start, prefix.end):
        unit = chr(units[start - prefix.start])
        if _is_of_run(unit):
            inner = _Prefix(prefix.units + unit, start, end)
            yield from _prefixes_of_run(inner, stretch, longer, weights)


def _units_at(place: int, stretch: Stretch, longer: Longer) -> Integers:
    """The second or third unit of each term, 0 where it has none."""
    if place == 1:
        return stretch.heads & 0xFFFF
    units = np.zeros(len(stretch.heads), np.int64)
    has = stretch.longer >= 0
    units[has] = longer.units[longer.starts[stretch.longer[has]] + place]
    return units


def _heavy(units: Integers, weights: Integers, start: int, end: int) -> list[tuple[int, int]]:
    """Neighbours with the same unit, from … to before …, that weigh enough; `units[0]` is that of
    the term *start*.
    """
    firsts = np.flatnonzero(np.diff(units, prepend=-1))
    sums = np.add.reduceat(weights[start:end], firsts) if len(firsts) else firsts
    bounds = np.append(firsts, end - start) + start
    return [(int(bounds[it]), int(bounds[it + 1])) for it in np.flatnonzero(sums > _ENOUGH)]


def _is_whole(prefix: _Prefix, stretch: Stretch, longer: Longer) -> bool:
    """Whether the first of the terms is the prefix itself."""
    number = int(stretch.longer[prefix.start])
    if number >= 0:
        return int(np.diff(longer.starts[number : number + 2])[0]) == len(prefix.units)
    return (2 if stretch.heads[prefix.start] & 0xFFFF else 1) == len(prefix.units)


# A mark of an article by its value as a union chooses: the highest impact, then the earliest part; 0
# is for no posting. Of names the highest mark.
_MARKS = np.arange(256)
_RANKS = np.concatenate([(_MARKS & 3) << 6 | 63 - (_MARKS >> 2), _MARKS]).astype(np.uint16) + 1
_BY_RANK = np.concatenate([[0], (255 - _MARKS & 63) << 2 | _MARKS >> 6, [0], _MARKS]).astype(
    np.uint32
)


def _union(postings: Postings, spaces: Spaces) -> Postings:
    """Each document once, with the best of its marks."""
    space = postings >> 31
    documents = (postings >> 8 & 0x7FFFFF) + space * np.uint32(spaces.articles)
    best = np.zeros(spaces.articles + spaces.names, np.uint16)
    np.maximum.at(best, documents, _RANKS[space << 8 | postings & 0xFF])
    found = np.flatnonzero(best)
    is_name = (found >= spaces.articles).astype(np.uint32)
    numbers = found.astype(np.uint32) - is_name * np.uint32(spaces.articles)
    marks = _BY_RANK[best[found] + np.uint32(257) * is_name]
    return (is_name << 31 | numbers << 8 | marks).astype(np.uint32, copy=False)


def _inserted(
    postings: Postings, places: Integers, pieces: list[NDArray[np.uint32]]
) -> NDArray[np.uint32]:
    """Each piece before the posting at its place."""
    all_pieces = []
    done = 0
    for place, piece in zip(places.tolist(), pieces, strict=True):
        all_pieces += [postings[done:place], piece]
        done = place
    return np.concatenate([*all_pieces, postings[done:]])


def _with_names(longer: Longer, names: list[list[int]]) -> Longer:
    if not names:
        return longer
    units = np.array([unit for name in names for unit in name])
    starts = starts_of(np.array(list(map(len, names)))) + longer.starts[-1]
    return Longer(
        np.concatenate([longer.units, units]), np.concatenate([longer.starts, starts[1:]])
    )
