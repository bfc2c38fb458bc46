"""A topic's sentences -> how much of what is typical of the topic each says, told by the texts alone.

Typical are pairs of characters that several of its articles have, and that stand in the topic's
sentences oftener than in the other sentences of the same articles (log odds ratio, as Monroe et al.,
Fightin' Words, 2008): 救灾, 帐篷 of an earthquake, no stock word. What is compared lies in the topic's
own articles, so no other article changes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from typing import Final

from generator.model.knowledge import Knowledge
from generator.weave.statements.same_event import pairs
from generator.weave.statements.sources import Selected

_ARTICLES: Final = 10
_BESIDE: Final = 60
"""Articles, and sentences of them about other things, from which the two can be told apart."""
_AGAIN: Final = 3
"""Articles that a pair stands in: of fewer, it is of one event or one person."""
_SHORT: Final = 25
"""Pairs of a sentence; shorter ones count as long as that."""
_FLAT: Final = 0.7
_BEST: Final = 0.03
"""The share of sentences that are as typical as can be."""

Place = tuple[int, int]
"""(reading, sentence)."""


def typical(knowledge: Knowledge, selection: Sequence[Selected]) -> Mapping[Place, float]:
    """0 … 1 for each selected sentence; nothing where there is too little to compare."""
    found: dict[Place, frozenset[str]] = {}
    beside: Counter[str] = Counter()
    others = 0
    for place, text, inside in _sentences(knowledge, selection):
        if inside:
            found[place] = pairs(text)
        else:
            beside.update(pairs(text))
            others += 1
    if len(selection) < _ARTICLES or others < _BESIDE:
        return {}
    weights = _weights(found, beside, others)
    told = {place: _told(said, weights) for place, said in found.items()}
    ranked = sorted(told.values(), reverse=True)
    most = ranked[int(len(ranked) * _BEST)] if ranked else 0.0
    return {place: round(min(1.0, it / most), 6) for place, it in told.items()} if most else {}


def _sentences(
    knowledge: Knowledge, selection: Sequence[Selected]
) -> Iterator[tuple[Place, str, bool]]:
    """Each sentence of the articles, and whether it is the topic's."""
    for asked in selection:
        reading = knowledge.readings[asked.reading]
        blocks = reading.article.blocks
        for number, it in enumerate(reading.annotations.sentences):
            text = blocks[it.block].text[it.start : it.end]
            inside = asked.sentences is None or number in asked.sentences
            yield (asked.reading, number), text, inside


def _weights(
    found: Mapping[Place, frozenset[str]], beside: Mapping[str, int], others: int
) -> dict[str, float]:
    counts: Counter[str] = Counter()
    articles: dict[str, set[int]] = {}
    for (reading, _), said in found.items():
        counts.update(said)
        for pair in said:
            articles.setdefault(pair, set()).add(reading)
    weights = {}
    for pair, count in counts.items():
        spread = len(articles[pair])
        if spread >= _AGAIN:
            odds = (count + 0.5) / (len(found) + 1) * (others + 1) / (beside.get(pair, 0) + 0.5)
            if odds > 1:
                weights[pair] = log(odds) * sqrt(log(spread))
    return weights


def _told(said: frozenset[str], weights: Mapping[str, float]) -> float:
    # A set of texts has another order in each process, and sums of fractions go by it.
    whole = sum(sorted([weights[pair] for pair in said if pair in weights]))
    return whole / float(max(len(said), _SHORT) ** _FLAT)
