"""A topic -> one amount that tells something of it, for its card."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from generator.annotate.facts.measures import usual_name
from generator.model.facts import FigureFact
from generator.model.knowledge import Knowledge, Mention, Topic
from generator.present import views
from generator.present.compose.desk import Desk
from generator.present.compose.words import value_of, words
from generator.weave.statements.times import EVER, order
from generator.weave.topics import selecting_words

_LEAST = 2
"""Characters of what is measured: 人 says nothing on a card."""
_ENOUGH = 4
_NAMED, _TERM = 4.0, 1.0
_MANY = 6
"""Articles from which an amount is only told if it is of the topic itself and of a time: they have
amounts of all sorts.
"""
_SHORT = 12
_FEW = 10
"""Of people and things, a card does not tell fewer."""


def telling_figure(desk: Desk, topic: Topic) -> views.TellingFigure | None:
    """The best of those in the topic's own passages; None if none says enough."""
    found = _best(desk.knowledge, topic)
    if found is None:
        return None
    reading, fact = found
    sentence, start, end = fact.at
    block = desk.knowledge.readings[reading].annotations.sentences[sentence].block
    amount = words(desk, Mention(reading, block, start, end, sentence))
    return views.TellingFigure(
        measure=fact.measure,
        text=amount.text,
        proof=amount.proof,
        url=amount.url,
        value=value_of(fact.value),
        unit=fact.unit,
        when=fact.as_of or "",
        aim="target" in fact.status,
    )


def _best(knowledge: Knowledge, topic: Topic) -> tuple[int, FigureFact] | None:
    """Of a topic's own articles any amount; of others only sentences that name the topic."""
    words_of = selecting_words(topic.page)
    names = (topic.page.title, *topic.page.aliases)
    many = len(topic.readings) >= _MANY
    blocks: dict[int, set[int]] = {}
    for it in topic.passages:
        blocks.setdefault(it.mention.reading, set()).add(it.mention.block)
    whole = frozenset(topic.whole)
    best: tuple[tuple[float, ...], int, FigureFact] | None = None
    for reading, inside in blocks.items():
        read = knowledge.readings[reading]
        for fact in knowledge.facts[reading].figures:
            sentence = read.annotations.sentences[fact.at[0]]
            if len(fact.measure) < _LEAST or fact.by_editor or sentence.block not in inside:
                continue
            grown = fact.status.startswith("change")
            if many and (grown or not fact.as_of or not _is_of(fact.measure, words_of)):
                continue
            own = _NAMED if any(word in fact.measure for word in names) or not many else _TERM
            named = own * any(word in fact.measure for word in words_of)
            worth = (_worth(fact) + named, _latest(fact))
            if worth[0] < _ENOUGH or (best is not None and worth <= best[0]):
                continue
            text = read.article.blocks[sentence.block].text
            if (reading in whole and 2 * len(inside) >= len(read.article.blocks)) or any(
                text.find(word, sentence.start, sentence.end) >= 0 for word in words_of
            ):
                best = (worth, reading, fact)
    return best and (best[1], best[2])


def _is_of(measure: str, words: Sequence[str]) -> bool:
    """Whether it is a word of the topic, or what that has: 农村贫困人口, 香港股市."""
    told = any(measure.startswith(word) or measure.endswith(word) for word in words)
    return told and len(measure) <= _SHORT and "了" not in measure


def _worth(fact: FigureFact) -> float:
    """Points for what a reader has to know of an amount, and for what is counted in money."""
    known = 2 * bool(usual_name(fact.measure, change=False))
    level = 2 * (not fact.status.startswith("change"))
    size = min(len(fact.measure), 6) / 3
    money = 1.5 * fact.unit.endswith("元")
    most = fact.value[1] if isinstance(fact.value, tuple) else fact.value
    if most < _FEW and not money and fact.unit != "%":
        return 0
    many = min(log10(most + 1), 4) / 4
    return known + level + size + money + many + bool(fact.as_of) + fact.as_of_said / 2


def _latest(fact: FigureFact) -> float:
    """Of two that say as much, the later one."""
    return order(fact.as_of)[0] if fact.as_of else -EVER
