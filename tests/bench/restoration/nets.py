"""Training of what `generator.restore.solving.chances` evaluates: a listwise net, by Adam in numpy.

Rows are candidates; the rows of one line stand together, and the last possibility of each line,
that there is none, has features of its own. Loss: cross-entropy of the softmax over both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
_NONE_INNER = 8
_BATCH = 256
_RATE = 5e-3
_CLIP = 4.0


@dataclass(frozen=True, slots=True)
class Lists:
    """All lines of all pages with their candidates."""

    rows: Array
    """(candidates, features), standardised."""
    none: Array
    """(lines, features), standardised."""
    sizes: NDArray[np.intp]
    """(lines,): candidates of each."""
    right: Array
    """(candidates,): 1 where it is the answer."""
    nothing: Array
    """(lines,): 1 where there is none."""

    def chosen(self, lines: NDArray[np.bool_]) -> Lists:
        """Some of the lines."""
        rows = np.repeat(lines, self.sizes)
        return Lists(
            self.rows[rows],
            self.none[lines],
            self.sizes[lines],
            self.right[rows],
            self.nothing[lines],
        )


@dataclass(frozen=True, slots=True)
class Scale:
    """Mean and spread of features, for standardising."""

    mean: Array
    spread: Array

    @classmethod
    def of(cls, features: Array) -> Scale:
        """Of rows."""
        return cls(features.mean(axis=0), features.std(axis=0) + 1e-6)

    def applied(self, features: Array) -> Array:
        """Standardised and clipped, as the solver does it."""
        scaled = np.clip((features - self.mean) / self.spread, -_CLIP, _CLIP)
        return np.asarray(scaled, np.float32)


class Net:
    """x·linear + outer·tanh(x inner + bias) for candidates, the same with an offset for "none"."""

    def __init__(self, features: int, none: int, inner: int, seed: int) -> None:
        """`inner`: hidden units for candidates."""
        rng = np.random.default_rng(seed)
        values = {
            "linear": np.zeros(features),
            "inner": rng.normal(0, features**-0.5, (features, inner)),
            "bias": np.zeros(inner),
            "outer": rng.normal(0, 0.1, inner),
            "none-linear": np.zeros(none),
            "none-inner": rng.normal(0, none**-0.5, (none, _NONE_INNER)),
            "none-bias": np.zeros(_NONE_INNER),
            "none-outer": rng.normal(0, 0.1, _NONE_INNER),
            "offset": np.zeros(1),
        }
        self.values: dict[str, Any] = {name: it.astype(np.float32) for name, it in values.items()}

    def scores(self, rows: Array, none: Array) -> tuple[Any, Any, Any, Any]:
        """Scores of candidates and of none, each with its hidden layer."""
        it = self.values
        hidden = np.tanh(rows @ it["inner"] + it["bias"])
        none_hidden = np.tanh(none @ it["none-inner"] + it["none-bias"])
        scores = rows @ it["linear"] + hidden @ it["outer"]
        nothing = none @ it["none-linear"] + none_hidden @ it["none-outer"] + it["offset"][0]
        return scores, nothing, hidden, none_hidden

    def fit(self, lists: Lists, epochs: int, decay: float, seed: int) -> None:
        """Adam with a cosine schedule."""
        rng = np.random.default_rng(seed)
        count = len(lists.sizes)
        ends = np.cumsum(lists.sizes)
        starts = ends - lists.sizes
        first = {name: np.zeros_like(it) for name, it in self.values.items()}
        second = {name: np.zeros_like(it) for name, it in self.values.items()}
        steps, step = epochs * -(-count // _BATCH), 0
        for _ in range(epochs):
            shuffled = rng.permutation(count)
            for at in range(0, count, _BATCH):
                lines = np.sort(shuffled[at : at + _BATCH])
                rows = np.concatenate([np.arange(starts[it], ends[it]) for it in lines])
                slopes = self._slopes(
                    lists.rows[rows],
                    lists.none[lines],
                    lists.sizes[lines],
                    lists.right[rows],
                    lists.nothing[lines],
                )
                step += 1
                rate = _RATE * 0.5 * (1 + np.cos(np.pi * step / steps))
                for name, slope in slopes.items():
                    slope = slope + decay * self.values[name]
                    first[name] = 0.9 * first[name] + 0.1 * slope
                    second[name] = 0.99 * second[name] + 0.01 * slope * slope
                    even = first[name] / (1 - 0.9**step)
                    size = np.sqrt(second[name] / (1 - 0.99**step)) + 1e-8
                    moved = self.values[name] - rate * even / size
                    self.values[name] = moved.astype(np.float32)

    def _slopes(
        self, rows: Array, none: Array, sizes: NDArray[np.intp], right: Array, nothing: Array
    ) -> dict[str, Any]:
        scores, null, hidden, none_hidden = self.scores(rows, none)
        chances, no_chance = list_softmax(scores, null, sizes)
        error = (chances - right) / len(sizes)
        none_error = (no_chance - nothing) / len(sizes)
        inner = np.outer(error, self.values["outer"]) * (1 - hidden * hidden)
        none_inner = np.outer(none_error, self.values["none-outer"]) * (1 - none_hidden**2)
        return {
            "linear": rows.T @ error,
            "inner": rows.T @ inner,
            "bias": inner.sum(axis=0),
            "outer": hidden.T @ error,
            "none-linear": none.T @ none_error,
            "none-inner": none.T @ none_inner,
            "none-bias": none_inner.sum(axis=0),
            "none-outer": none_hidden.T @ none_error,
            "offset": np.array([none_error.sum()]),
        }


def list_softmax(scores: Any, nothing: Any, sizes: NDArray[np.intp]) -> tuple[Any, Any]:
    """Chances of each candidate among its line's, and of none."""
    starts = np.cumsum(sizes) - sizes
    top = np.maximum(np.maximum.reduceat(scores, starts), nothing)
    weights = np.exp(scores - np.repeat(top, sizes))
    null = np.exp(nothing - top)
    whole = np.add.reduceat(weights, starts) + null
    return weights / np.repeat(whole, sizes), null / whole


def table(
    nets: list[Net], scale: Scale, none_scale: Scale
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Packaged arrays of an ensemble: for candidates, and for none."""

    def stacked(*names: str) -> list[Any]:
        return [np.stack([net.values[name] for net in nets]) for name in names]

    linear, inner, bias, outer = stacked("linear", "inner", "bias", "outer")
    rows = {
        "mean": scale.mean,
        "spread": scale.spread,
        "linear": linear,
        "inner": inner,
        "bias": bias,
        "outer": outer,
        "offset": np.zeros(len(nets), np.float32),
    }
    linear, inner, bias, outer = stacked("none-linear", "none-inner", "none-bias", "none-outer")
    none = {
        "mean": none_scale.mean,
        "spread": none_scale.spread,
        "linear": linear,
        "inner": inner,
        "bias": bias,
        "outer": outer,
        "offset": np.array([net.values["offset"][0] for net in nets], np.float32),
    }
    return rows, none
