"""Pieces of an article's text -> its terms and their marks, all at once by arrays of UTF-16 units.

The same terms as terms.py gives, twenty times as fast; a test holds one against the other.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.search.fold import fold
from generator.search.parts import Piece
from generator.search.records import Terms, Tokens
from generator.search.terms import LONGEST, H, units

TITLE = 1000
"""What a term counts in the title: more than anything in the text."""

_K = 1.2
_FLAT, _STEEP = 0.25, 0.75
USUAL = 700
"""Length in units of an article that is neither short nor long."""
_STEPS = (0.4, 0.6, 0.78)
"""tf / (tf + k · (¼ + ¾ · length / usual)) from which the impact is 1, 2, 3: Okapi BM25's tf part."""

_ORDER = "le" if sys.byteorder == "little" else "be"
_ENDIAN, _WIDE = f"utf-16-{_ORDER}", f"utf-32-{_ORDER}"
_UNKNOWN, _LONG = -1, -2
_IS_H, _IS_R = 1, 2
_BOTH = np.array([[0, 0, 0], [0, 1, 1], [0, 1, 0]], np.bool_)
"""Whether a unit of one class and the next of the other are a term."""
_COMMA, _STOP = 44, 46

_Units = NDArray[np.uint16]
_Numbers = NDArray[np.int64]


class _Text(NamedTuple):
    """Folded units with, for each, its class, what it counts and its part."""

    units: _Units
    kinds: NDArray[np.uint8]
    weights: _Numbers
    parts: NDArray[np.uint8]


def tokens(title: str, pieces: Sequence[Piece], others: Terms = ()) -> Tokens:
    """All terms of an article; `others`: keys and facets, taken as they are."""
    text = _laid_out(title, pieces)
    kinds = text.kinds
    steps = _steps(int(np.count_nonzero(kinds)))
    pairs, counts, first = _pairs(text)
    marks = text.parts[first] << 2
    marks |= np.searchsorted(steps, counts, side="right").astype(np.uint8)
    single: dict[str, tuple[int, int]] = {}
    _runs(text, single)
    _alone(text, pairs, single)
    told = [(it, bisect(steps, count) | part << 2) for it, (count, part) in single.items()]
    return Tokens(pairs.astype("<u4").tobytes(), marks.tobytes()).adding((*told, *others))


def _steps(length: int) -> list[float]:
    """Weighted counts from which a term of an article of this length has impact 1, 2, 3."""
    flat = _K * (_FLAT + _STEEP * length / USUAL)
    return [flat * it / (1 - it) for it in _STEPS]


def _laid_out(title: str, pieces: Sequence[Piece]) -> _Text:
    # The title last: a term that stands in the text as well is led to there. No term is at an end.
    codes, lengths = _folded(["\n", *[it.text for it in pieces], f"\n{title}\n\n\n\n"])
    weights = np.repeat(np.array([0, *[it.weight for it in pieces], TITLE]), lengths)
    parts = np.repeat(np.array([0, *[it.part for it in pieces], 0], np.uint8), lengths)
    kinds = _kinds()[codes]
    _keep_points(codes, kinds)
    drop = _commas(codes)
    if not len(drop):
        return _Text(codes, kinds, weights, parts)
    return _Text(*[np.delete(it, drop) for it in (codes, kinds, weights, parts)])


def _folded(texts: Sequence[str]) -> tuple[_Units, list[int]]:
    """Folded units of all texts in a row, and how many each has."""
    raw = _units("".join(texts))
    table = _table()
    codes = table[raw]
    least = codes.min()
    if least == _UNKNOWN:
        # Not np.unique: that loads masked arrays, a hundredth of what an edit costs.
        for code in sorted(set(raw[codes == _UNKNOWN].tolist())):
            folded = fold(chr(code))
            if len(folded) > 1 and not any(map(_is_term, folded)):
                folded = "\n"
            table[code] = ord(folded) if len(folded) == 1 and folded <= "\uffff" else _LONG
        codes = table[raw]
        least = codes.min()
    if least != _LONG:
        return codes.astype(np.uint16), [len(it) for it in texts]
    made = [units(fold(it)) for it in texts]
    return _units("".join(made)), [len(it) for it in made]


def _is_term(character: str) -> bool:
    return character > "\uffff" or bool(_kinds()[ord(character)])


def _units(text: str) -> _Units:
    return np.frombuffer(text.encode(_ENDIAN, "surrogatepass"), np.uint16)


@cache
def _table() -> NDArray[np.int32]:
    """Unit -> its folded form, learnt as texts come; surrogates and what becomes several: _LONG."""
    table = np.full(65536, _UNKNOWN, np.int32)
    table[0xD800:0xE000] = _LONG
    return table


@cache
def _kinds() -> NDArray[np.uint8]:
    """Unit -> _IS_H, _IS_R or 0."""
    every = "".join(map(chr, range(65536)))
    table = np.zeros(65536, np.uint8)
    for pattern, kind in ((r"[^\W_]+", _IS_R), (f"[{H}]+", _IS_H)):
        for found in re.finditer(pattern, every):
            table[found.start() : found.end()] = kind
    return table


def _is_digit(codes: _Units) -> NDArray[np.bool_]:
    return (codes >= ord("0")) & (codes <= ord("9"))


def _keep_points(codes: _Units, kinds: NDArray[np.uint8]) -> None:
    """A full stop between digits belongs to the run."""
    at = (codes == _STOP).nonzero()[0]
    if len(at):
        kinds[at[_is_digit(codes[at - 1]) & _is_digit(codes[at + 1])]] = _IS_R


def _commas(codes: _Units) -> _Numbers:
    """Commas between digits and before exactly three."""
    at: _Numbers = (codes == _COMMA).nonzero()[0]
    for step in (-1, 1, 2, 3):
        if not len(at):
            return at
        at = at[_is_digit(codes[at + step])]
    at = at[~_is_digit(codes[at + 4])]
    return at


def _pairs(text: _Text) -> tuple[_Numbers, _Numbers, _Numbers]:
    """Each pair once, ascending; its weighted count; where it stands first."""
    one, two = text.kinds[:-1], text.kinds[1:]
    at = _BOTH[one, two].nonzero()[0]
    if not len(at):
        return at, at, at
    codes = text.units.astype(np.int64)
    whole = (codes[at] << 16 | codes[at + 1]) << 31 | at
    whole.sort()
    pairs, places = whole >> 31, whole & 0x7FFF_FFFF
    starts = np.concatenate(([0], (pairs[1:] != pairs[:-1]).nonzero()[0] + 1))
    return pairs[starts], np.add.reduceat(text.weights[places], starts), places[starts]


def _runs(text: _Text, single: dict[str, tuple[int, int]]) -> None:
    """Runs of R, their first characters."""
    is_r = text.kinds == _IS_R
    edges = (is_r[1:] != is_r[:-1]).nonzero()[0] + 1
    starts, ends = edges[::2], edges[1::2]
    # A character for each unit, surrogates too.
    whole = text.units.astype(np.uint32).tobytes().decode(_WIDE, "surrogatepass")
    weights, parts = text.weights[starts].tolist(), text.parts[starts].tolist()
    for start, end, weight, part in zip(
        starts.tolist(), ends.tolist(), weights, parts, strict=True
    ):
        _add(whole[start : min(end, start + LONGEST)], weight, part, single)


def _alone(text: _Text, pairs: _Numbers, single: dict[str, tuple[int, int]]) -> None:
    """Units of H that begin no pair anywhere."""
    kinds = text.kinds
    at = ((kinds[:-1] == _IS_H) & (kinds[1:] == 0)).nonzero()[0]
    codes = text.units[at]
    begins = np.append(pairs >> 16, -1)
    alone = begins[begins[:-1].searchsorted(codes)] != codes
    alone &= (codes < 0xD800) | (codes > 0xDFFF)
    at = at[alone]
    for code, weight, part in zip(
        codes[alone].tolist(), text.weights[at].tolist(), text.parts[at].tolist(), strict=True
    ):
        _add(chr(code), weight, part, single)


def _add(term: str, weight: int, part: int, single: dict[str, tuple[int, int]]) -> None:
    known = single.get(term)
    single[term] = (weight, part) if known is None else (known[0] + weight, known[1])
