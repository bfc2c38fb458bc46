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
    Features,
    none_features,
    stacked,
    structure_features,
    text_features,
)
from generator.restore.solving.ngrams import Floats, NGrams
from generator.restore.solving.page import Nodes
from generator.restore.solving.words import Dictionary
from generator.text.data import read_arrays

ROUNDS = 3
QUESTIONS = ("follows", "joins")

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

    def applied(self, question: str, chances: Floats, none: Floats) -> tuple[Floats, Floats]:
        """The chances with what is decided; rows still sum to one."""
        pairs = self.joined if question == "joins" else {**self.follows, **self.joined}
        if question == "joins":
            for tail in sorted(self.ended):
                chances[tail], none[tail] = 0.0, 1.0
            for tail, head in sorted(self.apart):
                none[tail] += chances[tail, head]
                chances[tail, head] = 0.0
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
    for number in range(1, ROUNDS + 1):
        if number > 1:
            features = next_features(nodes, texts, found)
        cube, none = stacked(features), none_features(nodes, features)
        found = {
            question: decided.applied(question, *ask(nodes, question, cube, none, weights, number))
            for question in QUESTIONS
        }
    (follows, ends), (joins, missing) = found["follows"], found["joins"]
    order = (features["order-before"] + features["order-behind"]) / 2
    return Chances(follows, joins, ends, missing, texts, order, shape)


def next_features(
    nodes: Nodes, texts: Features, found: Mapping[str, tuple[Floats, Floats]]
) -> Features:
    """Features of the next round."""
    (follows, ends), (joins, missing) = found["follows"], found["joins"]
    return structure_features(nodes, texts, follows, joins, (ends, missing))


def ask(
    nodes: Nodes, question: str, cube: Floats, none: Floats, weights: Weights, number: int
) -> tuple[Floats, Floats]:
    """Chances of every column for each row asked, and of none; rows not asked: 0 and 1."""
    size = len(nodes)
    chances, nothing = np.zeros((size, size)), np.ones(size)
    rows = asked(nodes, question)
    if len(rows) and size > 1:
        scores = net_scores(cube[rows], weights[f"{question}-{number}"])
        allowed = np.arange(size)[None, :] != rows[:, None]
        null = net_scores(none[rows], weights[f"{question}-{number}-none"])
        chances[rows], nothing[rows] = list_chances(scores, null, allowed)
    return chances, nothing


def asked(nodes: Nodes, question: str) -> NDArray[np.intp]:
    """Rows a question is put to: every line has a successor, only open ones a continuation."""
    if question == "follows":
        return np.arange(len(nodes))
    return np.flatnonzero(nodes.open >= OPEN)
