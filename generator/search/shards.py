"""A stretch of terms -> shards: where to cut, and what stands in each file.

docs/search.md, “Shards”. Cuts are chosen by the terms themselves (content-defined chunking: Muthitacharoen,
Chen, Mazières, “A low-bandwidth network file system”, 2001), so that a change moves cuts only near it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from typing import NamedTuple

import numpy as np

from generator.search.columns import Column, Integers, rice, starts_of, varints, width
from generator.search.merge import NAMES, Longer, Stretch
from generator.search.records import INDEX_FOLDER, SearchFile
from generator.search.spelling import hashes, spelled

# Bits that a term, a further unit of it and a posting take beside the code of its document: measured.
_OF_TERM, _OF_UNIT, _OF_MARK = 18, 6, 4
_LEAST, _MOST = 10_000, 22_000
"""Bits of a shard."""
_HEAVY = 32_000
"""Bits of a term that has a shard of its own."""
_AT_ONCE = 1 << 16
"""Postings encoded together: they stay in the processor's cache."""
# Few repeats, but unevenly spread bytes: smaller than level 9 makes it, in two fifths of the time.
_DEFLATE = (6, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_FILTERED)
NAME = 6
"""Bytes of a digest that name a file."""


class Bits(NamedTuple):
    """In how many bits numbers of documents fit."""

    articles: int
    names: int


class Shard(NamedTuple):
    """A file of terms and where it begins."""

    file: SearchFile
    name: bytes
    head: int
    longer: int
    """Its first term, as `Stretch` has it."""


def cuts(stretch: Stretch, longer: Longer, bits: Bits, *, last: bool) -> list[int]:
    """Where shards begin and, if no more terms follow, where the last ends.

    Otherwise what comes from the last of them on waits for the next stretch.
    """
    weights = _weights(stretch, longer, bits)
    ends = np.cumsum(weights)
    chances = hashes(stretch.heads, stretch.longer, longer)
    heavy = np.flatnonzero(weights > _HEAVY).tolist()
    # Not np.union1d: that loads masked arrays, a hundredth of what an edit costs.
    forced = [*sorted({it + after for it in heavy for after in (0, 1)}), len(ends) + 1]
    found = [0]
    done = following = 0
    while found[-1] < len(ends):
        start = found[-1]
        while forced[following] <= start:
            following += 1
        lowest, highest = ends.searchsorted([done + _LEAST, done + _MOST], "right").tolist()
        # A shard may end before the term that makes it too heavy.
        lowest, highest = max(lowest + 1, start + 1), max(highest, lowest + 1, start + 1)
        if forced[following] <= highest:
            cut = forced[following]
        elif highest >= len(ends):
            break
        else:
            cut = lowest + int(chances[lowest : highest + 1].argmin())
        if cut >= len(ends):
            break
        found.append(cut)
        done = int(ends[cut - 1])
    return [*found, len(ends)] if last and found[-1] < len(ends) else found


def _weights(stretch: Stretch, longer: Longer, bits: Bits) -> Integers:
    """About how many bits each term takes."""
    # A Golomb-Rice code takes a unit more than its low bits, and half a unit more on average.
    low = stretch.articles * width(stretch.articles, bits.articles)
    low += stretch.names * width(stretch.names, bits.names)
    weights = _OF_TERM + low + stretch.counts() * _OF_MARK
    is_longer = stretch.longer >= 0
    weights[is_longer] += _OF_UNIT * longer.lengths()[stretch.longer[is_longer]]
    return weights


def shards(stretch: Stretch, longer: Longer, bits: Bits, at: list[int]) -> Iterator[Shard]:
    """The files of the terms between neighbouring cuts, in order."""
    starts = stretch.starts()
    firsts = starts[at].tolist()
    begin = 0
    while begin < len(at) - 1:
        end = begin + 1
        while end < len(at) - 1 and firsts[end + 1] - firsts[begin] <= _AT_ONCE:
            end += 1
        inner = [it - at[begin] for it in at[begin : end + 1]]
        yield from _encoded(stretch.part(at[begin], at[end]), longer, bits, np.array(inner))
        begin = end


def _encoded(stretch: Stretch, longer: Longer, bits: Bits, at: Integers) -> Iterator[Shard]:
    terms = spelled(stretch.heads, stretch.longer, longer, at[:-1])
    articles, names = varints(stretch.articles), varints(stretch.names)
    is_name = stretch.postings >= NAMES
    marks = stretch.postings.astype(np.uint8)
    marks_of_articles, marks_of_names = marks[~is_name].tobytes(), marks[is_name].tobytes()
    bits_of_shards = _bits(stretch, bits, at)

    def bounds(starts: Integers) -> list[int]:
        return list(map(int, starts[at]))

    ends = zip(
        bounds(terms.starts),
        bounds(articles.starts),
        bounds(names.starts),
        bounds(starts_of(stretch.articles)),
        bounds(starts_of(stretch.names)),
        bits_of_shards.starts.tolist(),
        strict=True,
    )
    columns = (
        terms.data, articles.data, names.data, marks_of_articles, marks_of_names, bits_of_shards.data
    )  # fmt: skip
    before = next(ends)
    sizes = varints(np.diff(at))
    for shard, after in enumerate(ends):
        *compressed, stored = (
            column[start:end] for column, start, end in zip(columns, before, after, strict=True)
        )
        size = sizes.data[sizes.starts[shard] : sizes.starts[shard + 1]]
        name, file = written(b"".join([size, *compressed]), stored)
        first = int(at[shard])
        yield Shard(file, name, int(stretch.heads[first]), int(stretch.longer[first]))
        before = after


def _bits(stretch: Stretch, bits: Bits, at: Integers) -> Column:
    """The codes of all distances, shard by shard."""
    # Both spaces of a term one after the other; what is empty has no first posting.
    sizes = np.stack([stretch.articles, stretch.names], axis=1).ravel()
    some = sizes > 0
    low = np.stack(
        [width(stretch.articles, bits.articles), width(stretch.names, bits.names)], axis=1
    )
    low = low.ravel()[some]
    sizes = sizes[some]
    documents = (stretch.postings >> 8 & 0x7FFFFF).astype(np.int32)
    distances = documents.copy()
    distances[1:] -= documents[:-1] + 1
    firsts = starts_of(sizes)[:-1]
    distances[firsts] = documents[firsts]
    assert distances.min(initial=0) >= 0, "a document has a term twice"
    return rice(distances, np.repeat(low.astype(np.int32), sizes), np.diff(stretch.starts()[at]))


def written(columns: bytes, stored: bytes = b"") -> tuple[bytes, SearchFile]:
    """Content, what compresses and what does not -> the name and the file."""
    digest = blake2b(columns, digest_size=16)
    digest.update(stored)
    key = digest.digest()
    return key[:NAME], SearchFile(
        f"{INDEX_FOLDER}{key[:NAME].hex()}.bin", key, partial(_packed, columns, stored)
    )


def _packed(columns: bytes, stored: bytes) -> bytes:
    """A zlib stream (RFC 1950) whose second part is stored: bits of codes do not compress."""
    deflate = zlib.compressobj(*_DEFLATE)
    packed = [b"\x78\x9c", deflate.compress(columns)]
    if stored:
        packed.append(deflate.flush(zlib.Z_FULL_FLUSH))
        pieces = [stored[it : it + 0xFFFF] for it in range(0, len(stored), 0xFFFF)]
        for it in pieces:
            size = len(it).to_bytes(2, "little")
            inverse = (len(it) ^ 0xFFFF).to_bytes(2, "little")
            packed += [b"\1" if it is pieces[-1] else b"\0", size, inverse, it]
    else:
        packed.append(deflate.flush())
    packed.append(zlib.adler32(stored, zlib.adler32(columns)).to_bytes(4, "big"))
    return b"".join(packed)
