"""What is compared on one page: its running text and headings, in file order, with their surroundings."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.restore.solving.ngrams import Floats
from generator.restore.solving.units import Unit
from generator.text.common_words import rarity
from generator.text.segment import cut

_FADE = 0.6
"""How much less the line before counts for what a stretch of lines is about."""
_SIZES = 2000


@dataclass(frozen=True, slots=True)
class Nodes:
    """The lines to be put in order; arrays run over them."""

    units: tuple[Unit, ...]
    open: Floats
    """Chance that the line breaks off inside a paragraph."""
    heading: Floats
    closed: NDArray[np.bool_]
    after_head: NDArray[np.bool_]
    """A title, byline or jump line stands directly above."""
    after_credit: NDArray[np.bool_]
    before_head: NDArray[np.bool_]
    """A title, byline or jump line, or the end of the file, comes next."""
    last: NDArray[np.bool_]
    words: Floats
    """(nodes, words): weighted by how rare the word is."""
    above: Floats
    """The same with the lines above in the same stretch, fading."""
    below: Floats

    def __len__(self) -> int:
        return len(self.units)

    @property
    def texts(self) -> list[str]:
        """Normalised texts."""
        return [unit.text for unit in self.units]

    @property
    def lengths(self) -> Floats:
        """Characters."""
        return np.array([len(unit.text) for unit in self.units], np.float64)

    @property
    def cell_above(self) -> Floats:
        """Characters from the last cut or head down to the line's end."""
        sizes = np.zeros(len(self))
        for at, length in enumerate(self.lengths):
            fresh = at == 0 or self.after_head[at] or self.open[at - 1] > 0.5
            sizes[at] = length + (0.0 if fresh else sizes[at - 1])
        return np.minimum(sizes, _SIZES)

    @property
    def cell_below(self) -> Floats:
        """Characters from the line's beginning to the next cut or head."""
        sizes = np.zeros(len(self))
        for at in range(len(self) - 1, -1, -1):
            ends = at == len(self) - 1 or self.after_head[at + 1] or self.open[at] > 0.5
            sizes[at] = len(self.units[at].text) + (0.0 if ends else sizes[at + 1])
        return np.minimum(sizes, _SIZES)


def read_nodes(
    units: Sequence[Unit],
    vectors: Floats,
    chances: Floats,
    heads: Mapping[int, str],
    aside: frozenset[int],
) -> tuple[Nodes, list[int]]:
    """The nodes, and for each its index among `units`.

    vectors: of all units, as `word_vectors` gives them. chances: of body, heading, title
    (units, 3). heads: units that stand above articles or are
    other furniture, by index, with their kind. aside: units set aside.
    """
    chosen = [at for at in range(len(units)) if at not in heads and at not in aside]
    leading = frozenset(at for at, kind in heads.items() if kind != "credit")
    kept = [at for at in range(len(units)) if at not in aside]
    place = {at: rank for rank, at in enumerate(kept)}

    def beside(at: int, step: int) -> int:
        rank = place[at] + step
        return kept[rank] if 0 <= rank < len(kept) else -1

    closed = np.array([units[at].closed for at in chosen], bool)
    body = chances[chosen, 0] if chosen else np.zeros(0)
    after_head = np.array([beside(at, -1) in leading for at in chosen], bool)
    words = vectors[chosen]
    above, below = words.copy(), words.copy()
    for row in range(1, len(chosen)):
        if not after_head[row]:
            above[row] += _FADE * above[row - 1]
    for row in range(len(chosen) - 2, -1, -1):
        if not after_head[row + 1]:
            below[row] += _FADE * below[row + 1]
    nodes = Nodes(
        units=tuple(units[at] for at in chosen),
        open=np.where(closed, 0.0, body),
        heading=chances[chosen, 1] if chosen else np.zeros(0),
        closed=closed,
        after_head=after_head,
        after_credit=np.array([heads.get(beside(at, -1)) == "credit" for at in chosen], bool),
        before_head=np.array(
            [beside(at, 1) < 0 or beside(at, 1) in leading for at in chosen], bool
        ),
        last=np.array([beside(at, 1) < 0 for at in chosen], bool),
        words=words,
        above=above,
        below=below,
    )
    return nodes, chosen


def cosines(left: Floats, right: Floats) -> Floats:
    """(n, m): cosine of every row of `left` with every row of `right`."""
    return np.asarray(_unit(left) @ _unit(right).T)


def _unit(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(1e-9, np.linalg.norm(rows, axis=1, keepdims=True)))


def word_vectors(texts: Sequence[str]) -> Floats:
    """(texts, words): words of two and more characters, weighted by how rare they are."""
    counts = [Counter(word for word in cut(text) if len(word) > 1) for text in texts]
    # A word that stands in one line only says nothing about which lines belong together.
    spread = Counter(word for count in counts for word in count)
    column = {word: at for at, word in enumerate(it for it, lines in spread.items() if lines > 1)}
    vectors = np.zeros((len(texts), len(column) + len(texts)), np.float64)
    for row, count in enumerate(counts):
        alone = 0.0
        for word, times in count.items():
            weight = (1 + math.log(times)) * rarity(word)
            if word in column:
                vectors[row, column[word]] = weight
            else:
                alone += weight * weight
        # Its words of its own still count for its length.
        vectors[row, len(column) + row] = math.sqrt(alone)
    return vectors
