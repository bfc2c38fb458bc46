"""An entity -> those that stand in a sentence with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from generator.annotate.names.gazetteer import entries
from generator.model.knowledge import Entity, EntityKind, Knowledge, Mention
from generator.weave.naming import is_relative
from generator.weave.statements.sources import sources

_SHOWN: Final = 24
_DOUBTFUL: Final[tuple[EntityKind, ...]] = ("person", "place")
_MANY: Final = 5
"""Articles of one that is named so often that a body beside it is named more than once."""


class Companion(NamedTuple):
    """An entity that stands in a sentence with the one that is asked for."""

    entity: int
    sentences: int
    """How many name both; one that is printed again counts once."""
    place: Mention
    """Of the companion, in the first of them."""


def companions(knowledge: Knowledge, entity: int, most: int = _SHOWN) -> list[Companion]:
    """Those of most sentences first; of whom one sentence alone knows, only what is no passing name."""
    known = sources(knowledge)
    entities = knowledge.entities
    counts: dict[int, int] = {}
    first: dict[int, tuple[int, int, int, int]] = {}
    told: set[str] = set()
    for reading, name in entities[entity].places:
        beside = known.beside(reading)
        for sentence in sorted({at[0] for at in known.facts(reading).names[name].at}):
            others = beside.get(sentence, ())
            if len(others) < 2:
                continue
            words = known.words(reading, sentence)
            if words in told:
                continue
            told.add(words)
            for other, start, end in others:
                if other in counts:
                    counts[other] += 1
                elif other != entity:
                    counts[other] = 1
                    first[other] = (reading, sentence, start, end)
    kinds = _DOUBTFUL if len(entities[entity].places) <= _MANY else (*_DOUBTFUL, "organisation")
    ranked = sorted(
        (it for it, count in counts.items() if count > 1 or not _passing(entities[it], kinds)),
        key=lambda it: (-counts[it], first[it]),
    )
    return [
        Companion(it, counts[it], known.mention(first[it][0], first[it][1:]))
        for it in ranked[:most]
    ]


def _passing(it: Entity, kinds: Sequence[EntityKind]) -> bool:
    """Of no page and no list: named once, it may be half a name; or a body of any place: 税务所."""
    if it.kind == "organisation" and not it.url and is_relative(it.name):
        return True
    return not it.url and it.kind in kinds and it.name not in entries()
