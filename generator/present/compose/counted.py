"""Knowledge -> for each article the entities with a page that stand in it, and how often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import msgspec

from generator.model.knowledge import Entity, Knowledge
from generator.present.fresh import Kept, kept_or_made

Counts = list[tuple[int, int]]
"""(entity, in how many places), the most frequent first."""

_COUNTS = msgspec.msgpack.Decoder(Counts)


class Counted(Sequence[Counts]):
    """Those of an article are opened when they are asked for."""

    def __init__(self, kept: Kept, knowledge: Knowledge) -> None:
        def make() -> list[bytes]:
            return list(map(msgspec.msgpack.Encoder().encode, _counts(knowledge)))

        self._encoded = kept_or_made(kept, "counted", knowledge.identified, list[bytes], make)

    @overload
    def __getitem__(self, index: int) -> Counts: ...
    @overload
    def __getitem__(self, index: slice) -> list[Counts]: ...
    def __getitem__(self, index: int | slice) -> Counts | list[Counts]:
        if isinstance(index, slice):
            return list(map(_COUNTS.decode, self._encoded[index]))
        return _COUNTS.decode(self._encoded[index])

    def __iter__(self) -> Iterator[Counts]:
        return map(_COUNTS.decode, self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)


def _counts(knowledge: Knowledge) -> list[Counts]:
    counts: list[dict[int, int]] = [{} for _ in knowledge.readings]
    entity: Entity
    for number, entity in enumerate(knowledge.entities):
        if not entity.url:
            continue
        for mention in entity.mentions:
            here = counts[mention.reading]
            here[number] = here.get(number, 0) + 1
    return [sorted(here.items(), key=lambda it: (-it[1], it[0])) for here in counts]
