"""Nodes -> for every ordered pair of them, what speaks for the second following the first.

All features are (nodes, nodes) arrays, row = the line before, column = the line behind. They are
built in layers: the texts and their places in the file; then, twice, what the chances of the
round before say about rivals and about the order of the columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.restore.solving.kinds import FUNCTION_ENDS, FUNCTION_STARTS
from generator.restore.solving.ngrams import Floats, NGrams, end_codes, start_codes
from generator.restore.solving.page import Nodes, cosines
from generator.restore.solving.words import Dictionary, word_gain

Features = dict[str, Floats]
Values = Sequence[float] | NDArray[Any]
_FIGURE = re.compile(r"[0-9.%]")
_PUNCTUATION = re.compile(r"[，。；：、？！“”‘’《》（）…—]")
_PAUSES = frozenset("，、：；—")
_FAR = 8
OPEN = 0.05
"""Chance of breaking off from which on a line is asked for its continuation."""


SHORTEST = 4
"""Characters below which a line says too little to look for its continuation."""


def logit(chance: Floats) -> Floats:
    """Log-odds, bounded at ±9."""
    return np.asarray(np.log((chance + 1e-4) / (1 - chance + 1e-4)))


def text_features(
    nodes: Nodes, languages: Sequence[NGrams], words: Dictionary
) -> tuple[Features, Floats]:
    """What the texts and their places in the file say; and the shape of the words across the cuts.

    `languages`: texts at hand, then packaged.
    """
    size = len(nodes)
    at = np.arange(size)
    distance = at[None, :] - at[:, None]
    cuts = np.concatenate([[0], np.cumsum(nodes.open > 0.5)])[:size]
    texts, lengths = nodes.texts, nodes.lengths
    opened = np.concatenate([[0.0], nodes.open[:-1]])[:size]
    headed = np.concatenate([[0.0], nodes.heading[:-1]])[:size]
    unopened = np.array([unit.unopened for unit in nodes.units], np.float64)
    unclosed = np.array([unit.unclosed for unit in nodes.units], np.float64)
    first_figure = np.array([_FIGURE.match(it[0]) is not None for it in texts], np.float64)
    last_figure = np.array([_FIGURE.match(it[-1]) is not None for it in texts], np.float64)
    last_clause = np.array([_clause(it[::-1]) for it in texts], np.float64)
    first_clause = np.array([_clause(it) for it in texts], np.float64)

    def row(values: Values) -> Floats:
        return of_rows(np.asarray(values, np.float64))

    def column(values: Values) -> Floats:
        return of_columns(np.asarray(values, np.float64))

    above, below = nodes.cell_above, nodes.cell_below
    features: Features = {
        "next": (distance == 1) * 1.0,
        "next-head": (distance == 1) * column(nodes.after_head),
        "forward": (distance > 0) * 1.0,
        "distance": np.log1p(np.abs(distance)),
        "cuts-between": np.minimum(np.abs(cuts[None, :] - cuts[:, None]), _FAR) * 1.0,
        "second": (distance == 2) * 1.0,
        "third": (distance == 3) * 1.0,
        "above": (distance == -1) * 1.0,
        "tail-open": row(nodes.open),
        "tail-closed": row(nodes.closed),
        "tail-heading": row(nodes.heading),
        "head-heading": column(nodes.heading),
        "head-open": column(nodes.open),
        "head-after-cut": column(opened),
        "head-after-heading": column(headed),
        "head-first": column(at == 0),
        "head-after-head": column(nodes.after_head),
        "head-after-credit": column(nodes.after_credit),
        "tail-before-head": row(nodes.before_head),
        "tail-last": row(nodes.last),
        "below-open": row(np.append(nodes.open[1:], 0.0)[:size]),
        "below-heading": row(np.append(nodes.heading[1:], 0.0)[:size]),
        "topic": cosines(nodes.words, nodes.words),
        "stretch": cosines(nodes.above, nodes.below),
        "head-unopened": np.minimum(2, column(unopened)),
        "tail-unclosed": np.minimum(2, row(unclosed)),
        "quote-fits": (row(unclosed) > 0) * (column(unopened) > 0) * 1.0,
        "quote-fails": (row(unclosed) == 0) * (column(unopened) > 0) * 1.0,
        "head-function": column([it[0] in FUNCTION_STARTS for it in texts]),
        "tail-function": row([it[-1] in FUNCTION_ENDS for it in texts]),
        "tail-pause": row([it[-1] in _PAUSES for it in texts]),
        "tail-colon": row([it[-1] == "：" for it in texts]),
        "figure": row(last_figure) * column(first_figure),
        "head-figure": column(first_figure),
        "tail-length": row(np.minimum(lengths, 200)),
        "head-length": column(np.minimum(lengths, 200)),
        "tail-clause": row(last_clause),
        "head-clause": column(first_clause),
        "clause": np.minimum(row(last_clause) + column(first_clause), 40),
        "cells": np.abs(np.log((above[:, None] + 20) / (below[None, :] + 20))),
    }
    tails = [it for it in range(size) if nodes.open[it] >= OPEN and len(texts[it]) >= SHORTEST]
    ends = end_codes([texts[it] for it in tails], 3)
    starts = start_codes(texts, 3)
    for number, language in enumerate(languages):
        first, fluency = np.zeros((size, size)), np.zeros((size, size))
        if tails:
            first[tails], fluency[tails] = language.across(ends, starts)
        features[f"first-{number}"] = first
        features[f"fluency-{number}"] = fluency
        features[f"begins-{number}"] = column(language.beginning(starts))
    gain, shape = np.zeros((size, size)), np.zeros((size, size))
    if tails:
        found, shapes = word_gain([texts[it] for it in tails], texts, words)
        gain[tails] = found
        shape[tails] = shapes
    features["word"] = gain
    features["word-length"] = shape // 10 + shape % 10
    for name in ("word", "stretch", *(f"fluency-{it}" for it in range(len(languages)))):
        features[f"{name}-row"], features[f"{name}-column"] = margins(features[name])
    return features, shape


def none_features(nodes: Nodes, features: Features) -> Floats:
    """(nodes, features): what speaks for nothing following, or the continuation being missing."""
    size = len(nodes)
    lengths = nodes.lengths
    columns = [
        nodes.open,
        nodes.heading,
        nodes.closed * 1.0,
        np.minimum(lengths, 100) / 10,
        lengths < 30,
        _of_row(features["tail-function"]),
        _of_row(features["tail-pause"]),
        _of_row(features["tail-colon"]),
        nodes.before_head * 1.0,
        nodes.last * 1.0,
        _of_row(features["tail-unclosed"]),
        np.arange(size) / max(1, size),
        np.full(size, np.log(max(1, size))),
        np.full(size, (nodes.open > 0.5).sum()),
        *(_best(features[name]) for name in ("fluency-0", "fluency-1", "word")),
    ]
    if "joins" in features:
        columns += [
            _best(features["joins"]),
            _best(features["follows"]),
            _of_row(features["joins-none"]),
            _of_row(features["follows-none"]),
            _best(features["joins"] - features["joins-column-rest"]),
        ]
    return np.stack([np.asarray(it, np.float64) for it in columns], axis=1)


def stacked(features: Features, rows: NDArray[np.intp] | slice = slice(None)) -> Floats:
    """(rows, nodes, features), in the order they were made."""
    return np.stack([values[rows] for values in features.values()], axis=2).astype(np.float32)


def margins(values: Floats) -> tuple[Floats, Floats]:
    """By how much each value beats the best other one of its row, and of its column."""
    if len(values) < 3:
        return np.zeros_like(values), np.zeros_like(values)
    bare = values.copy()
    np.fill_diagonal(bare, values.min() - 1)
    return _row_margins(bare), _row_margins(bare.T).T


def _row_margins(values: Floats) -> Floats:
    top = np.argsort(-values, axis=1, kind="stable")[:, :2]
    rows = np.arange(len(values))
    best, second = values[rows, top[:, 0]], values[rows, top[:, 1]]
    out = values - best[:, None]
    out[rows, top[:, 0]] = best - second
    return np.asarray(out)


def of_rows(values: Floats) -> Floats:
    """The same in every column; a view, for most features are such and pages may be long."""
    return np.broadcast_to(values[:, None], (len(values), len(values)))


def of_columns(values: Floats) -> Floats:
    """The same in every row; a view."""
    return np.broadcast_to(values[None, :], (len(values), len(values)))


def _of_row(values: Floats) -> Floats:
    """What a feature of the row says, the same in every column."""
    return values[:, 0] if len(values) else np.zeros(0)


def _best(values: Floats) -> Floats:
    if len(values) < 2:
        return np.zeros(len(values))
    bare = values.copy()
    np.fill_diagonal(bare, -np.inf)
    return np.asarray(bare.max(axis=1))


def _clause(text: str) -> int:
    found = _PUNCTUATION.search(text)
    return min(found.start() if found else len(text), 30)
