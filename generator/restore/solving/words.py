"""Characters on either side of a cut -> what they gain by being a word together.

The dictionary is a packaged table of two- to four-character words with the logarithm of their
frequency; single characters are in it too. Words of five and more are rare and never cut twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from generator.restore.solving.ngrams import Floats, Keys, codes
from generator.text.data import read_arrays

LONGEST = 4
_REACH = 7
"""Characters on each side that the best segmentation looks at."""
_BITS = np.uint64(16)
_NONE = -1e9
_BEFORE = range(1, LONGEST)
"""Characters a word may have on one side of a cut."""


class Dictionary:
    """Log-probabilities of words; immutable."""

    def __init__(self, keys: Keys, values: Floats, unknown: float) -> None:
        """`keys`: sorted; a word is its UTF-16 units, 16 bits each."""
        self._keys = keys
        self._values = values
        self._unknown = unknown
        self._known: dict[str, float] = {}

    def value(self, word: str) -> float:
        """Log-probability; of an unknown character a low one, of an unknown word none (-1e9)."""
        found = self._known.get(word)
        if found is None:
            key = np.uint64(0)
            for unit in codes(word):
                key = (key << _BITS) | unit
            at = int(np.searchsorted(self._keys, key))
            if at < len(self._keys) and self._keys[at] == key:
                found = float(self._values[at])
            else:
                found = self._unknown if len(word) == 1 else _NONE
            self._known[word] = found
        return found

    def best(self, text: str) -> list[float]:
        """Value of the best segmentation of each beginning: best[i] of text[:i]."""
        values = [0.0]
        for end in range(1, len(text) + 1):
            values.append(
                max(
                    values[end - length] + self.value(text[end - length : end])
                    for length in range(1, min(LONGEST, end) + 1)
                )
            )
        return values

    def best_from(self, text: str) -> list[float]:
        """Value of the best segmentation of each rest: best_from[i] of text[i:]."""
        values = [0.0] * (len(text) + 1)
        for start in range(len(text) - 1, -1, -1):
            values[start] = max(
                self.value(text[start : start + length]) + values[start + length]
                for length in range(1, min(LONGEST, len(text) - start) + 1)
            )
        return values

    def lookup(self, keys: Keys) -> Floats:
        """Values of many keys at once; -1e9 where there is no such word."""
        at = np.searchsorted(self._keys, keys)
        at[at == len(self._keys)] = 0
        return np.where(self._keys[at] == keys, self._values[at], _NONE)


@cache
def dictionary() -> Dictionary:
    """The packaged one, loaded on first use."""
    arrays = read_arrays("words.npz")
    keys = np.cumsum(arrays["steps"], dtype=np.uint64)
    return Dictionary(keys, arrays["values"].astype(np.float64), float(arrays["unknown"]))


def word_gain(
    tails: Sequence[str], heads: Sequence[str], words: Dictionary
) -> tuple[Floats, NDArray[np.int8]]:
    """(tails, heads): gain in log-probability by the best word across the cut, 0 if there is none;
    and how many of its characters stand before the cut, times ten, plus those behind it.
    """
    gain = np.zeros((len(tails), len(heads)))
    shape = np.zeros((len(tails), len(heads)), np.int8)
    ends = [_ends(text[-_REACH:], words) for text in tails]
    starts = [_starts(text[:_REACH], words) for text in heads]
    for before in range(1, LONGEST):
        end_key = np.array([it[0][before - 1] for it in ends], np.uint64)
        end_value = np.array([it[1][before - 1] for it in ends])
        for behind in range(1, LONGEST - before + 1):
            start_key = np.array([it[0][behind - 1] for it in starts], np.uint64)
            start_value = np.array([it[1][behind - 1] for it in starts])
            keys = (end_key[:, None] << np.uint64(16 * behind)) | start_key[None, :]
            found = words.lookup(keys.ravel()).reshape(keys.shape)
            value = found + end_value[:, None] + start_value[None, :]
            better = value > gain
            gain[better] = value[better]
            shape[better] = 10 * before + behind
    return gain, shape


def _ends(text: str, words: Dictionary) -> tuple[list[int], list[float]]:
    """For 1, 2, 3 characters at the end: their key, and what the rest gains without them."""
    best = words.best(text)
    return _pieces([text[-it:] for it in _BEFORE], best[-2::-1], best[-1])


def _starts(text: str, words: Dictionary) -> tuple[list[int], list[float]]:
    """The same for characters at the beginning."""
    best = words.best_from(text)
    return _pieces([text[:it] for it in _BEFORE], best[1:], best[0])


def _pieces(
    pieces: Sequence[str], rests: Sequence[float], whole: float
) -> tuple[list[int], list[float]]:
    """Keys and gains; a text too short for a piece gives a key that is no word's."""
    count = len(rests)
    keys = [_key(it) if at < count else 0 for at, it in enumerate(pieces)]
    values = [rests[at] - whole if at < count else _NONE for at in range(len(pieces))]
    return keys, values


def _key(text: str) -> int:
    key = 0
    for unit in codes(text):
        key = (key << 16 | int(unit)) & 0xFFFF_FFFF_FFFF_FFFF
    return key
