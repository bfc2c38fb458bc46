"""Terms in order -> bytes, each by its difference from the term before.

docs/search.md, “Shards”, 2. Also of the first terms of shards in the nodes of the directory.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.search.columns import Column, Integers, starts_of, varints, within
from generator.search.merge import Longer

_RAW = 1 << 40
"""Added to what goes out as one byte, whatever it is."""


def spelled(heads: Integers, numbers: Integers, longer: Longer, firsts: Integers) -> Column:
    """The bytes of each term, given as in `Stretch`; before `firsts` no term counts."""
    begins = np.zeros(len(heads), np.bool_)
    begins[firsts] = True
    before = np.roll(heads, 1)
    is_pair = (numbers < 0) & (heads & 0xFFFF > 0)
    near = is_pair & np.roll(is_pair, 1) & (heads >> 16 == before >> 16) & ~begins
    whole = is_pair & ~near
    other = np.flatnonzero(~is_pair)

    shared, units, left = _further(other, heads, numbers, longer, begins)
    sizes = np.ones(len(heads), np.int64)
    sizes[whole] = 5
    sizes[other] = 3 + left
    starts = starts_of(sizes)
    items = np.empty(starts[-1], np.int64)
    items[starts[:-1][near]] = heads[near] - before[near] + 1
    at = starts[:-1][whole]
    items[at] = 0
    for byte in range(4):
        items[at + byte + 1] = heads[whole] >> 8 * (3 - byte) & 0xFF | _RAW
    at = starts[:-1][other]
    items[at] = 1
    items[at + 1] = shared
    items[at + 2] = left
    items[np.repeat(at + 3, left) + within(left)] = units
    data, ends = varints(items & _RAW - 1, items >= _RAW)
    return Column(data, ends[starts])


def hashes(heads: Integers, numbers: Integers, longer: Longer) -> NDArray[np.uint32]:
    """A number of each term, as if by chance; depends on nothing else."""
    hashed = heads.astype(np.uint32)
    is_longer = numbers >= 0
    if is_longer.any():
        odd = within(longer.lengths()).astype(np.uint32) * np.uint32(0x9E3779B2) + np.uint32(1)
        sums = np.add.reduceat(longer.units.astype(np.uint32) * odd, longer.starts[:-1])
        hashed[is_longer] ^= sums[numbers[is_longer]]
    hashed ^= hashed >> 16
    hashed *= np.uint32(0x7FEB352D)
    hashed ^= hashed >> 15
    hashed *= np.uint32(0x846CA68B)
    return (hashed ^ hashed >> 16).astype(np.uint32, copy=False)


def _further(
    other: Integers, heads: Integers, numbers: Integers, longer: Longer, begins: NDArray[np.bool_]
) -> tuple[Integers, Integers, Integers]:
    """Of terms that are no pairs: units shared with the term before; what follows these; how many."""
    own = numbers[other]
    before = other - 1
    previous = numbers[before]
    # A term in its head only has the number -1, and anything for its place in the table.
    starts, starts_before = longer.starts[own], longer.starts[previous]
    lengths = np.where(own < 0, 1, longer.starts[own + 1] - starts)
    lengths_before = longer.starts[previous + 1] - starts_before

    differing = heads[other] ^ heads[before]
    shared = np.where(differing >> 16, 0, np.where(differing, 1, 2))
    shared[begins[other]] = 0
    like = np.flatnonzero((shared == 2) & (own >= 0) & (previous >= 0))
    place = 2
    while len(like):
        like = like[(lengths[like] > place) & (lengths_before[like] > place)]
        same = longer.units[starts[like] + place] == longer.units[starts_before[like] + place]
        like = like[same]
        place += 1
        shared[like] = place
    left = lengths - shared
    places = np.repeat(starts + shared, left) + within(left)
    stands = np.repeat(own >= 0, left)
    units = np.empty(len(places), np.int64)
    units[stands] = longer.units[places[stands]]
    units[~stands] = heads[other[own < 0]] >> 16
    return shared, units, left
