"""Entities of topics -> why two topics are related: a sentence of each side, never a score."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.knowledge import Entity, Mention, Reading, Shared

_SHOWN = 12
"""Connections a topic page tells; the entities' own pages have all."""


_TELLING = 45
"""Characters of a sentence that says something and is read at a glance."""


def relate(
    topic: int,
    entities: Sequence[Entity],
    main: Sequence[tuple[int, ...]],
    readings: Sequence[Reading],
) -> tuple[Shared, ...]:
    """What connects a topic with others, the most said on both sides first."""
    shared = []
    ours = set(main[topic])
    for number, entity in enumerate(entities):
        if topic not in entity.topics:
            continue
        here = [it for it in entity.mentions if it.reading in ours]
        for other in entity.topics:
            theirs = set(main[other])
            there = [it for it in entity.mentions if it.reading in theirs]
            if other == topic or not _apart(here, there):
                continue
            shared.append(
                Shared(
                    other,
                    number,
                    _telling(here, readings),
                    _telling(there, readings),
                    len(here),
                    len(there),
                )
            )
    shared.sort(key=lambda it: (-min(it.here_count, it.there_count), it.topic, it.entity))
    return tuple(shared[:_SHOWN])


def _apart(here: Sequence[Mention], there: Sequence[Mention]) -> bool:
    """Whether different articles speak: one article of both topics connects nothing."""
    ones, others = {it.reading for it in here}, {it.reading for it in there}
    return bool(ones - others) and bool(others - ones)


def _telling(mentions: Sequence[Mention], readings: Sequence[Reading]) -> Mention:
    """The mention whose sentence says most: full sentences of middling length, headings last."""

    def rank(mention: Mention) -> tuple[bool, int, int, int, int]:
        reading = readings[mention.reading]
        sentence = reading.annotations.sentences[mention.sentence]
        heading = reading.article.blocks[mention.block].kind == "heading"
        length = abs(sentence.end - sentence.start - _TELLING)
        return (heading, length, mention.reading, mention.block, mention.start)

    return min(mentions, key=rank)
