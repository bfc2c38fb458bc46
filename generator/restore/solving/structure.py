"""Chances of one round -> features of the next: rivals, and the order of the columns."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from generator.restore.solving.features import Features, logit, margins, of_columns, of_rows
from generator.restore.solving.ngrams import Floats
from generator.restore.solving.page import Nodes, cosines

_LINK = 0.3
"""A chance from which on a line counts as having a successor in a column elsewhere."""


def structure_features(
    nodes: Nodes,
    texts: Mapping[str, Floats],
    follows: Floats,
    joins: Floats,
    none: tuple[Floats, Floats],
) -> Features:
    """The same and what the round before found.

    follows, joins: chances that the column's line comes next, and that it continues the row's
    paragraph. none: of each row, that nothing follows, and that its continuation is missing.
    """
    size = len(nodes)
    at = np.arange(size)
    features: Features = dict(texts)
    for name, chances in (("follows", follows), ("joins", joins)):
        odds = logit(chances)
        features[name] = odds
        features[f"{name}-row"], features[f"{name}-column"] = margins(odds)
        features[f"{name}-row-rest"] = chances.sum(axis=1, keepdims=True) - chances
        features[f"{name}-column-rest"] = chances.sum(axis=0, keepdims=True) - chances
    features["follows-none"] = of_rows(logit(none[0]))
    features["joins-none"] = of_rows(logit(none[1]))
    best, chance = follows.argmax(axis=1), follows.max(axis=1)
    claimed = np.minimum(joins.sum(axis=0), 1.0)
    fresh = np.ones(size, bool)
    fresh[1:] = (nodes.open[:-1] > 0.5) | nodes.after_head[1:] | (claimed[1:] > 0.5)
    cells = np.cumsum(fresh)
    features["below-claimed"] = of_rows(np.append(claimed[1:], 0.0)[:size])
    features["below-origin"] = _below_origin(joins, fresh)
    leaps = (best != at + 1) & (chance > _LINK)
    for name, step in (("before", -1), ("behind", 1)):
        neighbour = _nearest(leaps, step)
        known = neighbour >= 0
        near = np.where(known, neighbour, 0)
        target = best[near]
        weight = np.where(known, chance[near], 0.0)
        side = np.sign(at[None, :] - target[:, None]) * -step
        offset = np.clip((cells[None, :] - cells[target][:, None]) * -step, -4, 4)
        away = np.minimum(np.abs(at[None, :] - target[:, None]), 20)
        between = np.minimum(6, np.abs(cells[near] - cells))
        features[f"order-{name}"] = side * weight[:, None]
        features[f"offset-{name}"] = offset * known[:, None]
        features[f"away-{name}"] = away * known[:, None]
        features[f"between-{name}"] = of_rows(between * known)
        features[f"weight-{name}"] = of_rows(weight)
    adjacent = np.zeros(size)
    adjacent[: max(0, size - 1)] = follows[at[:-1], at[1:]]
    entered = np.concatenate([[0.0], adjacent[:-1]])[:size]
    features["tail-goes-on"] = of_rows(adjacent)
    features["tail-entered"] = of_rows(entered)
    features["head-goes-on"] = of_columns(adjacent)
    features["head-entered"] = of_columns(entered)
    reach = np.eye(size) + 0.5 * (follows + follows.T)
    spread = np.eye(size) * 0.5 + 0.25 * (follows + follows.T)
    for _ in range(3):
        reach = reach @ spread
    grown = reach @ nodes.words
    features["article"] = cosines(grown, grown)
    np.fill_diagonal(reach, 0.0)
    features["reach"] = np.log(reach + 1e-4)
    return features


def _below_origin(joins: Floats, fresh: NDArray[np.bool_]) -> Floats:
    """Chance that the column's line stands right below the cell from which the row's was reached.

    Where the last column of a section ends, reading goes on below its first: at the heading under
    the cell whose tail led, over one column or several, to this one.
    """
    size = len(joins)
    start = np.maximum.accumulate(np.where(fresh, np.arange(size), 0))
    entered = joins.T[start]
    origin = entered + entered @ entered
    origin = origin + entered @ entered @ entered
    below = np.zeros((size, size))
    below[:, 1:] = origin[:, :-1]
    return np.minimum(below, 1.0)


def _nearest(marked: NDArray[np.bool_], step: int) -> NDArray[np.intp]:
    """For each place the nearest other marked one before (-1) or behind (1) it; -1 if none."""
    out = np.full(len(marked), -1)
    seen = -1
    order = range(len(marked)) if step < 0 else range(len(marked) - 1, -1, -1)
    for at in order:
        out[at] = seen
        if marked[at]:
            seen = at
    return out
