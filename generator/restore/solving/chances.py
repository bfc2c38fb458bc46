"""Features -> chances, with packaged weights: two classifiers and a small listwise net.

The net scores every candidate by x·w + v·tanh(xW + b) + offset, the possibility that there is none by the
same from features of its own, and takes the softmax over all of them: the chances of one list sum
to one, and a strong rival lowers every other. No training here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.restore.solving.ngrams import Floats

Table = Mapping[str, NDArray[Any]]
CLIP = 4.0
"""Standard deviations beyond which a feature says no more."""


def scaled(features: Floats, mean: Floats, spread: Floats) -> Floats:
    """Standardised and clipped."""
    return np.clip((features - mean) / spread, -CLIP, CLIP)


def linear_chances(features: Floats, weights: Table) -> Floats:
    """(rows, classes) softmax of a linear map."""
    x = scaled(features, weights["mean"], weights["spread"])
    scores = x @ weights["matrix"] + weights["bias"]
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(scores / scores.sum(axis=1, keepdims=True))


def forest_chances(features: Floats, weights: Table) -> Floats:
    """(rows, classes) softmax of the sums of gradient-boosted trees.

    Nodes of all trees lie in one array; `left` and `right` are places in it, a leaf leads to
    itself. Trees take turns among the classes.
    """
    roots = np.asarray(weights["roots"], np.intp)
    feature, threshold = np.asarray(weights["feature"], np.intp), weights["threshold"]
    left, right = np.asarray(weights["left"], np.intp), np.asarray(weights["right"], np.intp)
    at = np.repeat(roots[None, :], len(features), axis=0)
    rows = np.arange(len(features))[:, None]
    while True:
        chosen = np.where(features[rows, feature[at]] <= threshold[at], left[at], right[at])
        if np.array_equal(chosen, at):
            break
        at = chosen
    values = weights["value"][at]
    classes = int(weights["classes"])
    scores = np.stack([values[:, it::classes].sum(axis=1) for it in range(classes)], axis=1)
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(scores / scores.sum(axis=1, keepdims=True))


def net_scores(features: Floats, weights: Table) -> Floats:
    """Scores of rows of features, any leading shape; averaged over the nets of the ensemble."""
    x = scaled(features, weights["mean"], weights["spread"])
    linear, inner, bias, outer = (weights[name] for name in ("linear", "inner", "bias", "outer"))
    total = np.full(features.shape[:-1], float(np.sum(weights["offset"])))
    for member in range(linear.shape[0]):
        hidden = np.tanh(x @ inner[member] + bias[member])
        total = total + x @ linear[member] + hidden @ outer[member]
    return np.asarray(total / linear.shape[0])


def list_chances(scores: Floats, none: Floats, allowed: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """(rows, columns) and (rows,): softmax over the allowed columns and "none"."""
    masked = np.where(allowed, scores, -np.inf)
    top = np.maximum(masked.max(axis=1, initial=-np.inf), none)
    weights = np.exp(masked - top[:, None])
    null = np.exp(none - top)
    whole = weights.sum(axis=1) + null
    return weights / whole[:, None], null / whole
