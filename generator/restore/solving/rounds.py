"""Nodes -> chances: which line follows which, and which continues a paragraph that was cut.

Three rounds: the first knows texts and places, the others also what the round before found about
rivals and about the order of the columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.restore.solving.chances import Table, list_chances, net_scores
from generator.restore.solving.features import (
    OPEN,
    SHORTEST,
    Features,
    none_features,
    stacked,
    text_features,
)
from generator.restore.solving.ngrams import Floats, NGrams
from generator.restore.solving.page import Nodes
from generator.restore.solving.structure import structure_features
from generator.restore.solving.words import Dictionary
from generator.text.data import read_arrays

ROUNDS = 3
QUESTIONS = ("follows", "joins")
_AT_ONCE = 64
"""Rows whose features lie in memory side by side."""

Weights = Mapping[str, Table]
"""Name of the net -> its arrays: follows-1, follows-1-none, joins-1 … and kinds."""


@dataclass(frozen=True, slots=True)
class Chances:
    """Of every line as the next one; rows sum to one with the chance of none."""

    follows: Floats
    """(nodes, nodes): the column's line is the next of the row's article."""
    joins: Floats
    """(nodes, nodes): the column's line continues the row's paragraph; 0 for closed rows."""
    ends: Floats
    """Nothing on the page follows."""
    missing: Floats
    """The paragraph does not go on on this page."""
    texts: Features
    """What the texts and places said, for the grounds."""
    order: Floats
    """(nodes, nodes): how well the pair fits the order of the links above and below it, -1 … 1."""
    shape: Floats
    """(nodes, nodes): characters of the word across the cut, 10 × before + behind; 0 for none."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The editor's decisions, by node."""

    joined: Mapping[int, int]
    follows: Mapping[int, int]
    ended: frozenset[int]
    apart: frozenset[tuple[int, int]]
    begun: frozenset[int] = frozenset()
    """First lines of the editor's articles: nothing leads there but what is joined."""

    def applied(self, question: str, chances: Floats, none: Floats) -> tuple[Floats, Floats]:
        """The chances with what is decided; rows still sum to one."""
        pairs = self.joined if question == "joins" else {**self.follows, **self.joined}
        if question == "joins":
            for tail in sorted(self.ended):
                chances[tail], none[tail] = 0.0, 1.0
            for tail, head in sorted(self.follows.items()):
                # If it goes on in another line at all, then in the next one of the order.
                own = chances[tail, head]
                none += chances[:, head]
                chances[:, head] = 0.0
                none[tail] += chances[tail].sum() - own
                chances[tail] = 0.0
                chances[tail, head] = own
            for tail, head in sorted(self.apart):
                none[tail] += chances[tail, head]
                chances[tail, head] = 0.0
        for start in sorted(self.begun):
            none += chances[:, start]
            chances[:, start] = 0.0
        for tail, head in sorted(pairs.items()):
            # Nothing else leads to this head: what did is lost to "none".
            none += chances[:, head]
            chances[:, head] = 0.0
            chances[tail] = 0.0
            chances[tail, head], none[tail] = 1.0, 0.0
        return chances, none


@cache
def packaged_weights() -> Weights:
    """The committed ones, made by the fitting script."""
    arrays = read_arrays("restore_weights.npz")
    tables: dict[str, dict[str, NDArray[Any]]] = {}
    for name, array in arrays.items():
        table, _, part = name.rpartition("/")
        tables.setdefault(table, {})[part] = array
    return tables


def find_chances(
    nodes: Nodes,
    languages: Sequence[NGrams],
    words: Dictionary,
    weights: Weights,
    decided: Decided,
) -> Chances:
    """All rounds; what the editor decided is certain in each."""
    if not len(nodes):
        nothing = np.zeros((0, 0))
        return Chances(nothing, nothing, np.zeros(0), np.zeros(0), {}, nothing, nothing)
    texts, shape = text_features(nodes, languages, words)
    features = texts
    found: dict[str, tuple[Floats, Floats]] = {}
    rounds = []
    for number in range(1, ROUNDS + 1):
        if number > 1:
            features = next_features(nodes, texts, found)
        found = {
            question: decided.applied(question, *ask(nodes, question, features, weights, number))
            for question in QUESTIONS
        }
        rounds.append(found["joins"])
    follows, ends = found["follows"]
    joins, missing = mean(rounds[-1], rounds[-2])
    order = (features["order-before"] + features["order-behind"]) / 2
    return Chances(follows, joins, ends, missing, texts, order, shape)


def mean(one: tuple[Floats, Floats], other: tuple[Floats, Floats]) -> tuple[Floats, Floats]:
    """Chances of two rounds: they err on different lines, together less often than either."""
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def next_features(
    nodes: Nodes, texts: Features, found: Mapping[str, tuple[Floats, Floats]]
) -> Features:
    """Features of the next round."""
    (follows, ends), (joins, missing) = found["follows"], found["joins"]
    return structure_features(nodes, texts, follows, joins, (ends, missing))


def ask(
    nodes: Nodes, question: str, features: Features, weights: Weights, number: int
) -> tuple[Floats, Floats]:
    """Chances of every column for each row asked, and of none; rows not asked: 0 and 1."""
    size = len(nodes)
    chances, nothing = np.zeros((size, size)), np.ones(size)
    rows = asked(nodes, question)
    if not len(rows) or size < 2:
        return chances, nothing
    none = none_features(nodes, features)
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        scores = net_scores(stacked(features, some), weights[f"{question}-{number}"])
        allowed = np.arange(size)[None, :] != some[:, None]
        null = net_scores(none[some], weights[f"{question}-{number}-none"])
        chances[some], nothing[some] = list_chances(scores, null, allowed)
    return chances, nothing


def asked(nodes: Nodes, question: str) -> NDArray[np.intp]:
    """Rows a question is put to: every line has a successor, only open ones a continuation."""
    if question == "follows":
        return np.arange(len(nodes))
    long = np.array([len(unit.text) >= SHORTEST for unit in nodes.units], bool)
    return np.flatnonzero((nodes.open >= OPEN) & long)
