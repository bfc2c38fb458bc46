"""An article -> others that speak of the same rare people, bodies, documents, concepts; and of which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log2, sqrt
from typing import Final, NamedTuple

from generator.model.knowledge import EntityKind, Knowledge, Mention
from generator.weave.statements.sources import Posted, Sources, place_order, sources

_MOST: Final = 5
OFTEN: Final = 30
"""Articles from which an entity tells nothing of any two of them."""
_WEIGHT: Final[dict[EntityKind, float]] = {
    "person": 1.0,
    "organisation": 1.0,
    "document": 1.0,
    "programme": 1.0,
    "term": 0.8,
    "place": 0.3,
}
_RARE: Final = 3.0
_ENOUGH: Final = 2.0
"""Weight from which two articles are related: a rare body named often, or several."""
_NAMED: Final = 4
"""Entities that a reason names."""
_CREDITS: Final = 6
"""Mentions up to which a name may stand in credits only."""
_BEFORE: Final = re.compile("(?:记者|编辑|通讯员|作者|摄影|来源)[:：]?$")
_AFTER: Final = re.compile("摄|记者|[^，。]{0,8}日?电|发[（ ]?$|讯")


class Related(NamedTuple):
    """An article that speaks of the same."""

    reading: int
    words: str
    """What both speak of, joined by 、."""
    here: Mention
    there: Mention


class _Shared(NamedTuple):
    weight: float
    entity: int
    there: int
    """Index of the name in the other article."""


def related_articles(knowledge: Knowledge, reading: int) -> list[Related]:
    """At most five, those that share most and rarest first."""
    known = sources(knowledge)
    here = _names(known, reading)
    ours = []
    for entity in here:
        posted = _posted(known, entity)
        if posted is not None and reading in posted.where:
            ours.append((entity, posted, posted.where[reading][1]))
    found = []
    for other in _ranked(known, reading, ours)[:_MOST]:
        best = sorted(
            _Shared(
                -posted.weight * _often(times, posted.where[other][1]),
                entity,
                posted.where[other][0],
            )
            for entity, posted, times in ours
            if other in posted.where
        )
        first = best[0]
        found.append(
            Related(
                other,
                "、".join(known.name(it.entity) for it in best[:_NAMED]),
                _place(known, reading, here[first.entity]),
                _place(known, other, first.there),
            )
        )
    return found


def _often(one: int, other: int) -> float:
    """What is named often weighs more, up to twice: in the article that names it less."""
    return min(1 + min(one, other) / 4, 2)


def _ranked(known: Sources, reading: int, ours: Sequence[tuple[int, Posted, int]]) -> list[int]:
    """Long articles share something with every other one: what they name in all counts against them.

    They share two things beside places, or one that both come back to.
    """
    weights: dict[int, float] = {}
    things: dict[int, int] = {}
    for _, posted, times in ours:
        weight, place = posted.weight, posted.place
        for other, (_, theirs) in posted.where.items():
            least = times if times < theirs else theirs
            weights[other] = weights.get(other, 0.0) + weight * min(1 + least / 4, 2)
            if not place:
                things[other] = things.get(other, 0) + (1 if least == 1 else 2)
    weights.pop(reading, None)
    scores = {
        other: weight / sqrt(8 + len(known.facts(other).names))
        for other, weight in weights.items()
        if weight >= _ENOUGH and things.get(other, 0) > 1
    }
    return sorted(scores, key=lambda it: (-scores[it], it))


def _posted(known: Sources, entity: int) -> Posted | None:
    """Where an entity is named; None if only here, or too often to tell anything."""
    if entity not in known.posted:
        known.posted[entity] = _post(known, entity)
    return known.posted[entity]


def _post(known: Sources, entity: int) -> Posted | None:
    one = known.knowledge.entities[entity]
    names = dict(reversed(one.places))
    if not 1 < len(names) <= OFTEN:
        return None
    where = {
        reading: (name, times)
        for reading, name in names.items()
        if (times := _times(known, reading, name))
    }
    # Not by how many articles there are: one more would change all that are related.
    weight = _RARE / log2(1 + len(names)) * _WEIGHT[one.kind]
    return Posted(weight, one.kind == "place", where)


def _names(known: Sources, reading: int) -> dict[int, int]:
    """Entities of an article -> the first of its names that is it."""
    named = known.knowledge.named
    found: dict[int, int] = {}
    for name, entity in enumerate(named[reading] if reading < len(named) else ()):
        if entity >= 0:
            found.setdefault(entity, name)
    return found


def _times(known: Sources, reading: int, name: int) -> int:
    """How often it is named, not counting those inside longer names; 0 if only in credits."""
    fact = known.facts(reading).names[name]
    times = len(fact.at) - fact.inside
    if times <= _CREDITS and fact.kind in ("PER", "ORG"):
        times -= sum(_credited(known, known.mention(reading, at)) for at in fact.at)
    return max(times, 0)


def _credited(known: Sources, it: Mention) -> bool:
    """新华社记者某某摄: who wrote or photographed is not what an article is about."""
    text = known.knowledge.readings[it.reading].article.blocks[it.block].text
    before = text[max(it.start - 4, 0) : it.start]
    return bool(_BEFORE.search(before) or _AFTER.match(text, it.end))


def _place(known: Sources, reading: int, name: int) -> Mention:
    """Where it is named in a sentence rather than a heading."""
    places = [known.mention(reading, at) for at in known.facts(reading).names[name].at]
    return min(places, key=lambda it: (known.heading(it), place_order(it)))
