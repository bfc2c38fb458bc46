"""Entities of topics -> why two topics are related: a sentence of each side, never a score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.annotate.names.gazetteer import entries
from generator.model.knowledge import Entity, Mention, Reading, Shared

_SHOWN = 12
"""Connections a topic page tells; the entities' own pages have all."""

_TELLING = 45
"""Characters of a sentence that says something and is read at a glance."""

_AGAIN = 2
"""What a program found connects topics only if both come back to it."""

_OFTEN = 1 / 4
"""Share of the articles that name it which are about one of the two."""

_RARE = 4
"""Articles that name it, of which one may be all that a topic has."""

_EVERYWHERE = frozenset(("media", "state", "party"))
"""Sorts of bodies that texts about anything name."""

_SEVERAL = 4
"""Topics from which one that most of them name tells nothing."""

Own = Mapping[int, frozenset[int] | None]
"""Reading -> blocks; None: all of them."""

_Rank = tuple[bool, int, int, int, int]


class Side(NamedTuple):
    """What the articles about one topic say of an entity."""

    telling: Mention
    """The mention whose sentence says most."""
    also: Mention
    """The same of another article, if there is one."""
    times: int
    readings: frozenset[int]


def sides(
    entities: Sequence[Entity], main: Sequence[Own], readings: Sequence[Reading]
) -> tuple[Mapping[int, Side], ...]:
    """For each entity that stands in several topics, by topic, what it is to them.

    main: of each topic the articles about it, with the paragraphs that are its own.
    """
    topics_of: dict[int, list[tuple[int, frozenset[int] | None]]] = {}
    for topic, chosen in enumerate(main):
        for index, blocks in chosen.items():
            topics_of.setdefault(index, []).append((topic, blocks))
    return tuple(
        _sides(entity.mentions, topics_of, readings) if _relates(entity, len(main)) else {}
        for entity in entities
    )


def relate(
    topic: int, entities: Sequence[Entity], told: Sequence[Mapping[int, Side]]
) -> tuple[Shared, ...]:
    """What connects a topic with others, the most said on both sides first.

    told: `sides` of all entities.
    """
    shared = []
    for number, (entity, by_topic) in enumerate(zip(entities, told, strict=True)):
        here = by_topic.get(topic)
        if here is None:
            continue
        asked = entity.found_by != "text"
        named = 0 if asked else len({it.reading for it in entity.mentions})
        shared += [
            Shared(other, number, *_told(here, there), here.times, there.times)
            for other, there in by_topic.items()
            if other != topic
            and _apart(here.readings, there.readings)
            and (asked or _is_theirs(here, there, named))
        ]
    shared.sort(key=lambda it: (-min(it.here_count, it.there_count), it.topic, it.entity))
    return tuple(shared[:_SHOWN])


def _is_theirs(here: Side, there: Side, named: int) -> bool:
    """Whether both come back to it, and not so many other articles name it too.

    named: articles that name it. What only one of them names is of that article, and no tie of
    topics with many.
    """
    both = len(here.readings | there.readings)
    if min(here.times, there.times) < _AGAIN or both < named * _OFTEN:
        return False
    return named <= _RARE or min(len(here.readings), len(there.readings)) >= _AGAIN


def _told(here: Side, there: Side) -> tuple[Mention, Mention]:
    """A sentence of each side, of different articles."""
    if here.telling.reading != there.telling.reading:
        return here.telling, there.telling
    if there.also.reading != here.telling.reading:
        return here.telling, there.also
    return here.also, there.telling


def _relates(entity: Entity, topics: int) -> bool:
    """Whether it may connect topics: a place or a leader that texts name by the way does not.

    Nor what is named everywhere: a news agency, the government, a phrase that most topics hold.
    What an editor lists does.
    """
    if len(entity.topics) < 2:
        return False
    if entity.found_by == "editor":
        return True
    if topics >= _SEVERAL and 2 * len(entity.topics) > topics:
        return False
    if entity.found_by == "recurrence":
        return True
    if entity.kind != "organisation":
        return entity.kind in ("document", "programme")
    entry = entries().get(entity.name)
    return entry is None or entry.sort not in _EVERYWHERE


def _sides(
    mentions: Sequence[Mention],
    topics_of: Mapping[int, list[tuple[int, frozenset[int] | None]]],
    readings: Sequence[Reading],
) -> dict[int, Side]:
    found: dict[int, list[tuple[_Rank, Mention]]] = {}
    for mention in mentions:
        topics = topics_of.get(mention.reading)
        if topics:
            ranked = (_rank(mention, readings), mention)
            for topic, blocks in topics:
                if blocks is None or mention.block in blocks:
                    found.setdefault(topic, []).append(ranked)
    return {topic: _side(ranked) for topic, ranked in found.items()}


def _side(ranked: Sequence[tuple[_Rank, Mention]]) -> Side:
    best = min(ranked, key=lambda it: it[0])[1]
    others = [it for it in ranked if it[1].reading != best.reading]
    also = min(others, key=lambda it: it[0])[1] if others else best
    return Side(best, also, len(ranked), frozenset(mention.reading for _, mention in ranked))


def _apart(ones: frozenset[int], others: frozenset[int]) -> bool:
    """Whether different articles speak: one article of both topics connects nothing."""
    return not ones <= others and not others <= ones


def _rank(mention: Mention, readings: Sequence[Reading]) -> _Rank:
    """Full sentences of middling length first, headings last."""
    reading = readings[mention.reading]
    sentence = reading.annotations.sentences[mention.sentence]
    heading = reading.article.blocks[mention.block].kind == "heading"
    length = abs(sentence.end - sentence.start - _TELLING)
    return (heading, length, mention.reading, mention.block, mention.start)
