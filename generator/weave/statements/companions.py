"""An entity -> those that stand in a sentence with it."""

from __future__ import annotations

from typing import Final, NamedTuple

from generator.model.knowledge import Knowledge, Mention
from generator.weave.statements.sources import sources

_SHOWN: Final = 24


class Companion(NamedTuple):
    """An entity that stands in a sentence with the one that is asked for."""

    entity: int
    sentences: int
    """How many name both."""
    place: Mention
    """Of the companion, in the first of them."""


def companions(knowledge: Knowledge, entity: int, most: int = _SHOWN) -> list[Companion]:
    """Those of most sentences first."""
    known = sources(knowledge)
    counts: dict[int, int] = {}
    first: dict[int, tuple[int, int, int, int]] = {}
    for reading, name in knowledge.entities[entity].places:
        beside = known.beside(reading)
        for sentence in sorted({at[0] for at in known.facts(reading).names[name].at}):
            for other, start, end in beside.get(sentence, ()):
                if other in counts:
                    counts[other] += 1
                elif other != entity:
                    counts[other] = 1
                    first[other] = (reading, sentence, start, end)
    ranked = sorted(counts, key=lambda it: (-counts[it], first[it]))
    return [
        Companion(it, counts[it], known.mention(first[it][0], first[it][1:]))
        for it in ranked[:most]
    ]
