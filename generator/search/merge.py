"""Documents with their terms -> terms with their postings, a stretch of the alphabet at a time.

A posting is one number: space << 31 | document << 8 | mark, articles being space 0, names 1. A term
begins with its *head*, first unit << 16 | second; what is longer stands in a table of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.search.columns import Integers, starts_of
from generator.search.records import Numbered, Tokens
from generator.search.terms import units

Postings = NDArray[np.uint32]
_Keys = NDArray[np.uint64]
"""Head of a term, or its number among `Longer`, << 32 | posting."""

MOST_DOCUMENTS = 1 << 23
NAMES = 1 << 31
_AT_ONCE = 500_000
"""Postings sorted together: what memory a build takes."""
_DOCUMENTS_AT_ONCE = 500
_SAMPLED = 1_000_000
_HIGH = 1 if sys.byteorder == "little" else 0


class Longer(NamedTuple):
    """Terms of more than two units, in order."""

    units: Integers
    """Of all of them, one after the other."""
    starts: Integers

    def heads(self) -> Integers:
        """The first two units of each."""
        firsts = self.starts[:-1]
        return self.units[firsts] << 16 | self.units[firsts + 1]

    def lengths(self) -> Integers:
        """Units of each."""
        return np.diff(self.starts)


class Stretch(NamedTuple):
    """Neighbouring terms in order, and their postings."""

    heads: Integers
    """The second unit is 0 if there is one only."""
    longer: Integers
    """Number among `Longer`, or -1."""
    articles: Integers
    names: Integers
    """How many postings each has in articles and in names, in one of them at least."""
    postings: Postings
    """Term by term, ascending."""

    def counts(self) -> Integers:
        """Postings of each."""
        return self.articles + self.names

    def starts(self) -> Integers:
        """Where the postings of each term begin, and the end."""
        return starts_of(self.counts())

    def part(self, start: int, end: int | None = None) -> Stretch:
        """Terms from *start* to before *end*."""
        *columns, postings = self
        heads, longer, articles, names = (it[start:end] for it in columns)
        first = int(self.articles[:start].sum() + self.names[:start].sum())
        last = first + int(articles.sum() + names.sum())
        return Stretch(heads, longer, articles, names, postings[first:last])


class Gathered(NamedTuple):
    """All postings."""

    divisions: list[tuple[int, int, list[_Keys]]]
    """First units from … to before …; the postings of their terms of one or two units, in no order."""
    longer: Longer
    ranked: _Keys
    """Of longer terms, ascending."""


def gather(
    articles: Sequence[Numbered],
    names: Sequence[Numbered],
    asked: NDArray[np.bool_] | None = None,
) -> Gathered:
    """The postings of all documents, or those of terms whose first unit is `asked` for."""
    spaces = ((articles, 0), (names, NAMES))
    documents = [it.tokens for numbered, _ in spaces for it in numbered]
    assert all(it.number < MOST_DOCUMENTS for it in chain(articles, names))
    places = np.array(
        [space | it.number << 8 for numbered, space in spaces for it in numbered], np.uint32
    )
    longer, short, ranked = _others(documents, places, asked)
    divisions: list[tuple[int, int, list[_Keys]]] = [
        (first, end, []) for first, end in _divisions(documents)
    ]
    for start in range(0, len(documents), _DOCUMENTS_AT_ONCE):
        some = documents[start : start + _DOCUMENTS_AT_ONCE]
        heads = np.frombuffer(b"".join([it.pairs for it in some]), "<u4")
        sizes = [len(it.pair_marks) for it in some]
        postings = np.repeat(places[start : start + len(some)], sizes)
        postings |= np.frombuffer(b"".join([it.pair_marks for it in some]), np.uint8)
        if asked is not None:
            chosen = asked[heads >> 16]
            heads, postings = heads[chosen], postings[chosen]
        _divide(_keys(heads, postings), divisions)
    _divide(short, divisions)
    return Gathered(divisions, longer, ranked)


def _others(
    documents: Sequence[Tokens], places: Postings, asked: NDArray[np.bool_] | None
) -> tuple[Longer, _Keys, _Keys]:
    """The table of longer terms; postings of terms of one or two units, in no order; of longer ones."""
    postings = np.repeat(places, [len(it.other_marks) for it in documents])
    postings |= np.frombuffer(b"".join([it.other_marks for it in documents]), np.uint8)
    text = "".join([it.others for it in documents])
    if asked is None:
        terms = text.split("\n")[:-1]
    else:
        terms, chosen = _chosen(text, asked)
        postings = postings[chosen]
    ordered = sorted(set(terms))
    encoded = "".join(ordered).encode("utf-16-be", "surrogatepass")
    lengths = np.fromiter(map(len, ordered), np.int64, len(ordered))
    if len(encoded) > 2 * lengths.sum():
        # Characters beyond the first plane are two units, which stand before U+E000.
        ordered.sort(key=units)
        encoded = "".join(ordered).encode("utf-16-be", "surrogatepass")
        lengths = np.fromiter(map(len, map(units, ordered)), np.int64, len(ordered))
    numbers = dict(zip(ordered, range(len(ordered)), strict=True))
    keys = _keys(np.fromiter(map(numbers.__getitem__, terms), np.int64, len(terms)), postings)
    keys.sort()
    # A name and an alias may have the same key: the higher mark is kept.
    last = np.append(keys[1:] >> np.uint64(8) != keys[:-1] >> np.uint64(8), True)[: len(keys)]
    which, postings = _upper(keys[last]), _lower(keys[last])

    starts = starts_of(lengths)[:-1]
    codes = np.frombuffer(encoded + b"\0\0", ">u2").astype(np.int64)
    # Keys of one character are terms of two units.
    is_longer = lengths > 2
    heads = codes[starts] << 16 | np.where(lengths > 1, codes[starts + 1], 0)
    ranks = np.cumsum(is_longer) - 1
    of_longer = is_longer[which]
    ranked = _keys(ranks[which[of_longer]], postings[of_longer])
    longer = Longer(codes[:-1][np.repeat(is_longer, lengths)], starts_of(lengths[is_longer]))
    return longer, _keys(heads[which[~of_longer]], postings[~of_longer]), ranked


def _chosen(text: str, asked: NDArray[np.bool_]) -> tuple[list[str], Integers]:
    """Those of the terms, each of which ends in a line feed, that are asked for; which they are."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    codes = np.frombuffer(encoded, "<u2")
    ends = np.flatnonzero(codes == ord("\n"))
    starts = np.concatenate([[0], ends[:-1] + 1]) if len(ends) else ends
    chosen = np.flatnonzero(asked[codes[starts]])
    bounds = zip((starts[chosen] * 2).tolist(), (ends[chosen] * 2).tolist(), strict=True)
    return [encoded[it:end].decode("utf-16-le", "surrogatepass") for it, end in bounds], chosen


def _keys(terms: NDArray[np.uint32] | Integers, postings: Postings) -> _Keys:
    """Heads or numbers with their postings."""
    keys = np.empty((len(terms), 2), np.uint32)
    keys[:, _HIGH] = terms
    keys[:, 1 - _HIGH] = postings
    return keys.view(np.uint64)[:, 0]


def _upper(keys: _Keys) -> NDArray[np.uint32]:
    return keys.view(np.uint32)[_HIGH::2]


def _lower(keys: _Keys) -> Postings:
    return np.ascontiguousarray(keys.view(np.uint32)[1 - _HIGH :: 2])


def _divisions(documents: Sequence[Tokens]) -> Iterator[tuple[int, int]]:
    """First units from … to before …, each with about as many postings, as a sample says."""
    total = sum(len(it.pair_marks) for it in documents)
    parts = -(-total // max(_AT_ONCE, total // 16)) if total else 1
    step = max(1, total // _SAMPLED)
    sample = np.frombuffer(b"".join([it.pairs for it in documents[::step]]), "<u4") >> 16
    sample.sort()
    inner = {int(sample[len(sample) * it // parts]) for it in range(1, parts)} if parts > 1 else ()
    ends = [*sorted({0, *inner}), 1 << 16]
    yield from pairwise(ends)


def _divide(keys: _Keys, divisions: Sequence[tuple[int, int, list[_Keys]]]) -> None:
    """Each to the pieces of its division."""
    if len(divisions) == 1:
        divisions[0][2].append(keys)
        return
    sizes = [end - first for first, end, _ in divisions]
    which = np.repeat(np.arange(len(divisions), dtype=np.uint8), sizes)[_upper(keys) >> 16]
    # Sorting bytes stably takes numpy one pass.
    order = np.argsort(which, kind="stable")
    in_order = keys[order]
    starts = which[order].searchsorted(np.arange(len(divisions) + 1, dtype=np.uint8))
    for (_, _, pieces), (start, end) in zip(divisions, pairwise(starts), strict=True):
        # A copy: memory is given back division by division.
        pieces.append(in_order[start:end].copy())


def stretches(gathered: Gathered) -> Iterator[Stretch]:
    """All terms in order. Terms with the same first unit are in one stretch."""
    divisions, longer, ranked = gathered
    longer_heads = longer.heads()
    for first, end, pieces in divisions:
        keys = np.concatenate(pieces)
        pieces.clear()
        keys.sort()
        ranks = longer_heads.searchsorted([first << 16, end << 16])
        start, stop = ranked.searchsorted(ranks.astype(np.uint64) << np.uint64(32))
        yield _merged(keys, ranked[start:stop], longer_heads)


def _merged(pairs: _Keys, ranked: _Keys, longer_heads: Integers) -> Stretch:
    """Postings of short terms and of longer ones, each in order -> one stretch."""
    heads, head_counts = _runs(pairs)
    ranks, rank_counts = _runs(ranked)
    if not len(ranks):
        return _stretch(heads, np.full(len(heads), -1, np.int64), head_counts, _lower(pairs))
    # A longer term stands after the pair it begins with.
    at = heads.searchsorted(longer_heads[ranks], "right") + np.arange(len(ranks))
    is_longer = np.zeros(len(heads) + len(ranks), np.bool_)
    is_longer[at] = True
    merged = np.empty(len(is_longer), np.int64)
    merged[at] = longer_heads[ranks]
    merged[~is_longer] = heads
    counts = np.empty(len(is_longer), np.int64)
    counts[at] = rank_counts
    counts[~is_longer] = head_counts
    longer = np.full(len(is_longer), -1, np.int64)
    longer[at] = ranks
    of_longer = np.repeat(is_longer, counts)
    postings = np.empty(len(of_longer), np.uint32)
    postings[of_longer] = _lower(ranked)
    postings[~of_longer] = _lower(pairs)
    return _stretch(merged, longer, counts, postings)


def _stretch(heads: Integers, longer: Integers, counts: Integers, postings: Postings) -> Stretch:
    """With the postings of each term counted by space."""
    terms = starts_of(counts)[1:].searchsorted(np.flatnonzero(postings >= NAMES), "right")
    names = np.bincount(terms, minlength=len(counts))
    return Stretch(heads, longer, counts - names, names, postings)


def _runs(keys: _Keys) -> tuple[Integers, Integers]:
    """The upper halves of sorted numbers, each once, and how often each is there."""
    upper = _upper(keys)
    firsts = np.flatnonzero(np.concatenate([[True], upper[1:] != upper[:-1]])[: len(upper)])
    return upper[firsts].astype(np.int64), np.diff(firsts, append=len(upper))


def joined(stretches: Sequence[Stretch]) -> Stretch:
    """Stretches one after the other as one."""
    if len(stretches) == 1:
        return stretches[0]
    return Stretch(*map(np.concatenate, zip(*stretches, strict=True)))
