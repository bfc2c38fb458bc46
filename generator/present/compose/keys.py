"""What a page shows from outside the articles it quotes, in short: for the keys of `Desk.later`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable

from generator.model.knowledge import Knowledge
from generator.weave.statements.related_articles import OFTEN


class Keys:
    """One for all indexes; what names are called and where they lead is digested once."""

    def __init__(
        self, knowledge: Knowledge, digest: Callable[[int], bytes], measured: Container[str] = ()
    ) -> None:
        """`digest`: of what pages of other things show of one article.

        measured: measures that have a page of their own.
        """
        self._knowledge = knowledge
        self._measured = measured
        self._digest = digest
        self._readings: list[bytes | None] = [None] * len(knowledge.readings)
        self._ties: list[bytes | None] = [None] * len(knowledge.entities)
        self._entities = [
            f"{it.name}\0{it.url}\0".encode() for it in knowledge.entities
        ]  # 100,000 of them: joined, never hashed one by one

    def _reading(self, index: int) -> bytes:
        """Of the article's address, and of who and what its names are."""
        made = self._readings[index]
        if made is None:
            made = self._readings[index] = self._made(index)
        return made

    def _made(self, index: int) -> bytes:
        knowledge = self._knowledge
        entities = self._entities
        parts = [entities[it] for it in knowledge.named[index] if it >= 0]
        parts.append(knowledge.article_urls[index].encode())
        told = (it.measure for it in knowledge.facts[index].figures)
        parts += (it.encode() for it in told if it in self._measured)
        return hashlib.blake2b(b"".join(parts), digest_size=16).digest()

    def entities(self, counted: Iterable[tuple[int, int]]) -> bytes:
        """What entities are called and where they lead, with a number each."""
        entities = self._entities
        return b"".join([b"%d\0%b" % (count, entities[it]) for it, count in counted])

    def ties(self, index: int) -> bytes:
        """Of all that decides which articles are related to one: who else names what it names."""
        known = self._ties
        parts = []
        for it in dict.fromkeys(self._knowledge.named[index]):
            if it >= 0:
                made = known[it]
                if made is None:
                    made = known[it] = self._tie(it)
                parts.append(made)
        return hashlib.blake2b(b"".join(parts), digest_size=16).digest()

    def _tie(self, number: int) -> bytes:
        entity = self._knowledge.entities[number]
        readings = dict.fromkeys([reading for reading, _ in entity.places])
        if not 1 < len(readings) <= OFTEN:
            return b""
        places = b"".join(map(self._digest, readings))
        head = f"{entity.name}\0{entity.kind}\0".encode()
        return hashlib.blake2b(head + places, digest_size=16).digest()

    def readings(self, indices: Iterable[int]) -> bytes:
        """Of several, in this order."""
        return b"".join(map(self._reading, indices))
