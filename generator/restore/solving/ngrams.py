"""Texts -> counts of character n-grams; which character follows which, as probabilities.

Counts are sorted arrays: a table of a million 4-grams loads without building a Python object for
each, and a whole page is asked about in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.text.data import read_arrays

Keys = NDArray[np.uint64]
Floats = NDArray[np.floating[Any]]

ORDER = 4
"""Longest n-gram: four UTF-16 units fit one 64-bit key."""
_BITS = np.uint64(16)
_SMOOTHING = (1.0, 3.0, 3.0, 3.0)
"""Weight of the shorter context, in counts, by length (Dirichlet smoothing)."""
_FLOOR = 50.0
_ALPHABET = 6000.0
_BREAK = "\n"


def codes(text: str) -> Keys:
    """UTF-16 units; a lone surrogate is one unit as well."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return np.frombuffer(raw, dtype="<u2").astype(np.uint64)


def start_codes(texts: Iterable[str], length: int) -> Keys:
    """(texts, length): the first units of each, 0 where it is shorter."""
    rows = [codes(text[:length])[:length] for text in texts]
    out = np.zeros((len(rows), length), np.uint64)
    for at, row in enumerate(rows):
        out[at, : len(row)] = row
    return out


def end_codes(texts: Iterable[str], length: int) -> Keys:
    """(texts, length): the last units of each, 0 in front where it is shorter."""
    rows = [codes(text[-length:])[-length:] for text in texts]
    out = np.zeros((len(rows), length), np.uint64)
    for at, row in enumerate(rows):
        if len(row):
            out[at, length - len(row) :] = row
    return out


class NGrams:
    """Counts of n-grams up to four characters; immutable."""

    def __init__(self, tables: Mapping[int, tuple[Keys, Floats]], size: int) -> None:
        """`tables`: n -> (sorted keys, counts). `size`: characters counted."""
        self._tables = dict(tables)
        self.size = size

    @classmethod
    def count(cls, lines: Iterable[str]) -> NGrams:
        """All n-grams of the lines, a break before and after each."""
        units = codes(_BREAK + _BREAK.join(lines) + _BREAK)
        tables = {}
        keys = units
        for length in range(1, ORDER + 1):
            if length > 1:
                keys = (keys[:-1] << _BITS) | units[length - 1 :]
            found, counts = np.unique(keys, return_counts=True)
            tables[length] = (found, counts.astype(np.float64))
        return cls(tables, len(units))

    @classmethod
    def packaged(cls) -> NGrams:
        """Of the newspaper text that the packaged table was counted from."""
        return cls.unpacked(read_arrays("ngrams.npz"))

    @classmethod
    def unpacked(cls, arrays: Mapping[str, NDArray[Any]]) -> NGrams:
        """Of what `pruned` gives."""
        tables = {}
        for length in range(1, ORDER + 1):
            keys = np.cumsum(arrays[f"steps{length}"], dtype=np.uint64)
            tables[length] = (keys, arrays[f"counts{length}"].astype(np.float64))
        return cls(tables, int(arrays["size"]))

    def pruned(self, least: Mapping[int, int]) -> dict[str, NDArray[Any]]:
        """What `unpacked` reads: n-grams seen at least `least[n]` times."""
        arrays: dict[str, NDArray[Any]] = {"size": np.array(self.size)}
        for length, (keys, counts) in self._tables.items():
            kept = counts >= least.get(length, 1)
            arrays[f"steps{length}"] = np.diff(keys[kept], prepend=np.uint64(0))
            arrays[f"counts{length}"] = np.minimum(counts[kept], 65535).astype(np.uint16)
        return arrays

    def probability(self, context: Keys, character: Keys) -> Floats:
        """(n,): chance of `character` behind `context`, (n, up to 3) units, nearest last."""
        chance = (self._count(1, character) + _FLOOR / _ALPHABET) / (self.size + _FLOOR)
        for length in range(2, min(ORDER, context.shape[1] + 1) + 1):
            before = np.zeros(len(character), np.uint64)
            for column in range(context.shape[1] - length + 1, context.shape[1]):
                before = (before << _BITS) | context[:, column]
            seen = self._count(length - 1, before)
            together = self._count(length, (before << _BITS) | character)
            weight = _SMOOTHING[length - 1]
            # A pruned table may hold the longer n-gram's count and a smaller one of its context.
            chance = (np.minimum(together, seen) + weight * chance) / (seen + weight)
        return chance

    def across(self, tails: Keys, heads: Keys) -> tuple[Floats, Floats]:
        """(tails, heads): log-ratio by which a tail makes the head's first character, and its first
        three together, likelier than they are without it.

        tails: (n, 3) last units; heads: (m, 3) first units.
        """
        count, width = len(tails), len(heads)
        before = np.repeat(tails, width, axis=0)
        behind = np.tile(heads, (count, 1))
        total = np.zeros((count, width))
        first = total
        for at in range(heads.shape[1]):
            with_tail = self.probability(np.hstack([before, behind[:, :at]]), behind[:, at])
            alone = self.probability(heads[:, :at], heads[:, at])
            gain = np.log(with_tail).reshape(count, width) - np.log(alone)[None, :]
            total = total + np.where(heads[:, at][None, :] > 0, gain, 0.0)
            if at == 0:
                first = total
        return first, total

    def beginning(self, heads: Keys) -> Floats:
        """(m,): log-ratio by which the first two characters are likelier at a line's beginning."""
        line_break = np.full((len(heads), 1), ord(_BREAK), np.uint64)
        total = np.zeros(len(heads))
        for at in range(min(2, heads.shape[1])):
            begun = self.probability(np.hstack([line_break, heads[:, :at]]), heads[:, at])
            alone = self.probability(heads[:, :at], heads[:, at])
            total += np.where(heads[:, at] > 0, np.log(begun) - np.log(alone), 0.0)
        return total

    def _count(self, length: int, keys: Keys) -> Floats:
        found, counts = self._tables[length]
        if not len(found):
            return np.zeros(len(keys))
        at = np.searchsorted(found, keys)
        at[at == len(found)] = 0
        return np.where(found[at] == keys, counts[at], 0.0)
