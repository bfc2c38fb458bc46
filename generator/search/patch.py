"""The shards of the index before, and what has changed in documents -> the shards of the index now.

A change is followed by the first units of terms: to those that it touches, and to the other terms of the shards
these stand in, the postings of all documents are gathered anew. From the first shard of such a stretch it is cut
as always, until a cut falls on the first term of an old shard: from there on the old ones stand as
they are. What comes out is what an index made anew would have.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from generator.search.columns import starts_of
from generator.search.merge import Gathered, Longer, Stretch, gather, joined, stretches
from generator.search.records import INDEX_FOLDER, Numbered, SearchFile, Tokens
from generator.search.shards import NAME, Bits, Shard, cuts, shards
from generator.search.terms import units
from generator.search.unions import Spaces, with_unions

_FURTHER = 4
"""Shards behind a change in which a cut falls where it fell before, nearly always."""
_MOST = 0.5
"""Share of the shards from which all of them are made anew."""
_UNITS = 1 << 16


class Known(msgspec.Struct, frozen=True, array_like=True):
    """A shard of the index before."""

    key: bytes
    first: bytes
    """Its first term, in UTF-16-BE."""


class Change(NamedTuple):
    """What became of the index before."""

    before: Sequence[Known]
    """All its shards, in order."""
    touched: frozenset[int]
    """First units of all terms that documents lost or won, or that have another mark in one."""


class _Region(NamedTuple):
    """Neighbouring shards that are touched, and the units gathered for them."""

    start: int
    end: int
    """The first shard behind them."""
    first: int
    last: int


def known(shard: Shard, longer: Longer) -> Known:
    """As the next build will want to know it."""
    if shard.longer >= 0:
        term = longer.units[longer.starts[shard.longer] : longer.starts[shard.longer + 1]]
    else:
        term = np.array([it for it in (shard.head >> 16, shard.head & 0xFFFF) if it])
    return Known(shard.file.key, term.astype(">u2").tobytes())


def path_of(entry: Known) -> str:
    """Of the shard's file."""
    return f"{INDEX_FOLDER}{entry.key[:NAME].hex()}.bin"


def differing(before: Tokens, now: Tokens) -> set[int]:
    """First units of terms that only one has, or that have another mark."""
    pairs = np.setxor1d(_pairs(before), _pairs(now), assume_unique=True)
    others = set(_others(before)) ^ set(_others(now))
    return {*(pairs >> np.uint64(24)).tolist(), *(ord(units(it)[0]) for it, _ in others)}


def _pairs(tokens: Tokens) -> NDArray[np.uint64]:
    heads = np.frombuffer(tokens.pairs, "<u4").astype(np.uint64)
    return heads << np.uint64(8) | np.frombuffer(tokens.pair_marks, np.uint8)


def _others(tokens: Tokens) -> Iterable[tuple[str, int]]:
    return zip(tokens.others.split("\n")[:-1], tokens.other_marks, strict=True)


def patched(
    articles: Sequence[Numbered],
    names: Sequence[Numbered],
    bits: Bits,
    spaces: Spaces,
    before: Sequence[Known],
    touched: Iterable[int],
) -> tuple[list[Shard], Longer] | None:
    """All shards, and a table of their first terms; None if it is better to make them all.

    before: all shards, in order, of documents that differ from these in terms with `touched` first
    units at most; numbers took as many bits as now.
    """
    regions = _regions(before, sorted(touched))
    if regions is None:
        return None
    if not regions:
        return _as_shards(before, _NOTHING)
    asked = np.zeros(_UNITS, np.bool_)
    for it in regions:
        asked[it.first : it.last + 1] = True
    whole, longer = _whole(gather(articles, names, asked), spaces)
    firsts = {it.first: number for number, it in enumerate(before)}
    made: list[Shard | Known] = []
    done = 0
    for region in regions:
        made += before[done : region.start]
        last = region.last == _UNITS - 1
        part = _part(region, whole, longer, before)
        at = cuts(part, longer, bits, last=last)
        fresh = list(shards(part, longer, bits, at))
        done = len(before) if last else 0
        cut_at = at[: len(fresh)] if last else at
        for count, term in enumerate(_terms(part, cut_at, longer)):
            number = firsts.get(term, 0)
            if number >= region.end:
                done = number
                del fresh[count:]
                break
        if not done:
            return None
        made += fresh
    made += before[done:]
    return _as_shards(made, longer)


def _regions(before: Sequence[Known], touched: Sequence[int]) -> list[_Region] | None:
    """In order, none with a unit of another."""
    units_of = [int.from_bytes(it.first[:2], "big") for it in before]
    # A shard ends where the next begins, which may be amid terms with the same first unit.
    bounds = [0, *units_of[1:], _UNITS - 1]
    found: list[_Region] = []
    count = 0
    for number, (first, last) in enumerate(pairwise(bounds)):
        at = bisect_left(touched, first)
        if at == len(touched) or touched[at] > last:
            continue
        count += 1
        end = number + 1
        region = _Region(number, end, first, bounds[min(end + _FURTHER, len(before))])
        if found and region.first <= found[-1].last:
            region = region._replace(start=found[-1].start, first=found[-1].first)
            found.pop()
        found.append(region)
    return found if count <= _MOST * len(before) else None


def _whole(gathered: Gathered, spaces: Spaces) -> tuple[Stretch, Longer]:
    longer = gathered.longer
    parts = []
    for stretch in stretches(gathered):
        part, longer = with_unions(stretch, longer, spaces)
        parts.append(part)
    return joined(parts), longer


def _part(region: _Region, whole: Stretch, longer: Longer, before: Sequence[Known]) -> Stretch:
    """The terms of a region, from the first of its first shard."""
    firsts = whole.heads >> 16
    start, end = firsts.searchsorted([region.first, region.last + 1]).tolist()
    if region.start:
        # It stands there: a shard whose first unit is touched is not the first of a region.
        term = before[region.start].first
        same = firsts[start:].searchsorted(region.first, "right")
        terms = _terms(whole, range(start, start + int(same)), longer)
        start += next(number for number, it in enumerate(terms) if it == term)
    return whole.part(start, end)


def _terms(stretch: Stretch, at: Iterable[int], longer: Longer) -> Iterator[bytes]:
    for it in at:
        place = Shard(_NO_FILE, b"", int(stretch.heads[it]), int(stretch.longer[it]))
        yield known(place, longer).first


def _as_shards(made: Sequence[Shard | Known], longer: Longer) -> tuple[list[Shard], Longer]:
    """All as shards whose terms stand in one table."""
    entries = [it if isinstance(it, Known) else known(it, longer) for it in made]
    terms = [np.frombuffer(it.first, ">u2").astype(np.int64) for it in entries]
    further = [it for it in terms if len(it) > 2]
    table = Longer(
        np.concatenate(further) if further else np.zeros(0, np.int64),
        starts_of(np.array(list(map(len, further)), np.int64)),
    )
    found = []
    number = 0
    for entry, it, term in zip(entries, made, terms, strict=True):
        file = it.file if isinstance(it, Shard) else _standing(entry)
        head = int(term[0]) << 16 | (int(term[1]) if len(term) > 1 else 0)
        found.append(Shard(file, entry.key[:NAME], head, number if len(term) > 2 else -1))
        number += len(term) > 2
    return found, table


def _standing(entry: Known) -> SearchFile:
    return SearchFile(path_of(entry), entry.key, _never)


def _never() -> bytes:
    raise AssertionError("a file that stands published is not made")


_NOTHING = Longer(np.zeros(0, np.int64), np.zeros(1, np.int64))
_NO_FILE = SearchFile("", b"", _never)
