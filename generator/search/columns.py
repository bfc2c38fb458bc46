"""Numbers -> bytes, many at once: LEB128 varints and Golomb-Rice codes.

Golomb, “Run-length encodings” (1966); Rice and Plaunt (1971): the codes of powers of two.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]


class Column(NamedTuple):
    """Bytes of a row of values; `data[starts[i] : starts[i + 1]]` is the value *i*."""

    data: bytes
    starts: Integers


def starts_of(counts: Integers) -> Integers:
    """Where each of neighbours of these sizes begins, and the end of the last."""
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def within(counts: Integers) -> Integers:
    """0, 1, 2 … for each of neighbours of these sizes."""
    starts = starts_of(counts)
    return np.arange(starts[-1]) - np.repeat(starts[:-1], counts)


def varints(values: Integers, raw: NDArray[np.bool_] | None = None) -> Column:
    """LEB128: seven bits a byte, the lowest first; those that are `raw` are one byte each as it is."""
    sizes = np.ones(len(values), np.int64)
    highest = int(values.max(initial=0))
    limit = 1 << 7
    while limit <= highest:
        sizes += values >= limit
        limit <<= 7
    if raw is not None:
        sizes[raw] = 1
    starts = starts_of(sizes)
    data = np.empty(starts[-1], np.uint8)
    last = starts[1:] - 1
    data[last] = values if highest < 128 else values >> 7 * (sizes - 1)
    longer = np.flatnonzero(sizes > 1)
    byte = 0
    while len(longer):
        data[starts[longer] + byte] = values[longer] >> 7 * byte & 0x7F | 0x80
        byte += 1
        longer = longer[sizes[longer] > byte + 1]
    return Column(data.tobytes(), starts)


def width(counts: Integers, bits: int) -> Integers:
    """Low bits of the code of so many distances in 2^bits documents."""
    low: Integers = np.maximum(0, bits - np.frexp(counts)[1]).astype(np.int64)
    return low


def rice(values: NDArray[np.int32], low: NDArray[np.int32], groups: Integers) -> Column:
    """Codes of values with their low bits, most significant bit first.

    Each of the neighbouring `groups` (their sizes) begins with a byte of its own; none is empty.
    """
    quotients = values >> low
    lengths = quotients + low + 1
    firsts = starts_of(groups)[:-1]
    sizes = np.add.reduceat(lengths, firsts, dtype=np.int64)
    words = starts_of(sizes + 31 >> 5)
    # Each group ends with a word of 32 bits.
    lengths[firsts[1:]] += (-sizes[:-1] & 31).astype(np.int32)
    ends = np.cumsum(lengths)
    # Ones then a zero, taken upside down, are nothing and a one: what remains fits a word.
    codes = (quotients + 2).astype(np.int64) << low
    codes -= values + 1
    codes <<= -ends & 31
    # In a word and, what is above 32 bits, in the word before.
    at = ends - 1 >> 5
    begins = np.concatenate([[0], np.flatnonzero(at[1:] != at[:-1]) + 1])
    sums = np.add.reduceat(codes, begins)
    at = at[begins]
    filled = np.zeros(int(words[-1]) + 1, np.uint32)
    filled[at] = sums & 0xFFFFFFFF
    filled[at - 1] |= (sums >> 32).astype(np.uint32)
    filled = ~filled[:-1]
    unused = -sizes & 31
    filled[words[1:] - 1] &= (0xFFFFFFFF << unused & 0xFFFFFFFF).astype(np.uint32)
    data = filled.astype(">u4").tobytes()
    return Column(_packed(data, words << 2, sizes + 7 >> 3), starts_of(sizes + 7 >> 3))


def _packed(data: bytes, starts: Integers, sizes: Integers) -> bytes:
    """The first so many bytes from each start, one after the other."""
    pairs = zip(starts.tolist(), sizes.tolist(), strict=False)
    return b"".join([data[start : start + size] for start, size in pairs])
