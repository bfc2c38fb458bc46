"""Chances -> the likeliest whole: as many paths through the lines as there are heads.

A linear assignment gives every line its successor; circles that it leaves are opened at their
weakest link and put where they cost least.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from generator.restore.solving.ngrams import Floats

_LEAST = 1e-6
_FIRST = 0.97
"""Chance that the text of an article begins right below its head."""


def find_paths(follows: Floats, ends: Floats, starts: Sequence[int | None]) -> list[list[int]]:
    """For each head the nodes behind it, in reading order; every node stands in one path.

    follows: (nodes, nodes) chances; ends: of each node, that nothing follows. starts: of each
    head, the node right below it, None if there is none.
    """
    size, heads = len(follows), len(starts)
    if size == 0:
        return [[] for _ in starts]
    # Rows: nodes, then heads. Columns: nodes, then as many ends.
    gain = np.full((size + heads, size + heads), np.log(_LEAST))
    gain[:size, :size] = np.log(np.maximum(follows, _LEAST))
    np.fill_diagonal(gain[:size, :size], 20 * np.log(_LEAST))
    gain[:size, size:] = np.log(np.maximum(ends, _LEAST))[:, None]
    for head, below in enumerate(starts):
        # A head without text is possible where the text below it has another owner.
        gain[size + head, size:] = np.log(1e-3) if below is not None else np.log(0.5)
        gain[size + head, :size] = np.log((1 - _FIRST) / max(1, size))
        if below is not None:
            gain[size + head, below] = np.log(_FIRST)
    rows, columns = linear_sum_assignment(gain, maximize=True)
    successor = {int(row): int(column) for row, column in zip(rows, columns, strict=True)}
    paths = []
    seen: set[int] = set()
    for head in range(heads):
        path = []
        at = successor[size + head]
        while at < size:
            path.append(at)
            seen.add(at)
            at = successor[at]
        paths.append(path)
    for node in range(size):
        if node in seen:
            continue
        circle = [node]
        while (after := successor[circle[-1]]) != node:
            circle.append(after)
        seen.update(circle)
        _insert(paths, _opened(circle, gain), gain, starts)
    return paths


def _opened(circle: list[int], gain: Floats) -> list[int]:
    """The circle as a path, cut at its weakest link (the first of equals)."""
    links = [gain[circle[at - 1], circle[at]] for at in range(len(circle))]
    weakest = int(np.argmin(np.round(links, 6)))
    return circle[weakest:] + circle[:weakest]


def _insert(
    paths: list[list[int]], piece: list[int], gain: Floats, starts: Sequence[int | None]
) -> None:
    size = len(gain) - len(starts)
    best: tuple[float, int, int] | None = None
    for number, path in enumerate(paths):
        # 0: right behind the head.
        for place in range(len(path) + 1):
            before = path[place - 1] if place else size + number
            after = path[place] if place < len(path) else size
            change = gain[before, piece[0]] + gain[piece[-1], after] - gain[before, after]
            if best is None or round(float(change), 6) > best[0]:
                best = (round(float(change), 6), number, place)
    if best is None:
        paths.append(piece)
    else:
        _, number, place = best
        paths[number][place:place] = piece
