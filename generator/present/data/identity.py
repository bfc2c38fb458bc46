"""What rows are known by: names for people to read and numbers for the database to join on.

Both rest on content: an article that is added or edited leaves all other names and numbers as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from generator.model.knowledge import Entity

ROWS = 22
"""Bits for the rows of one article. With 31 for the article a number stays below 2**53, so that
JavaScript, and by it Datasette's JSON, can hold it."""
_BITS = 31
ENTITY_BITS = 52


def entity_ids(entities: Sequence[Entity]) -> tuple[str, ...]:
    """kind:name, with what tells it from others of its name: person:李卫祥@山西农业大学."""
    taken: dict[str, int] = {}
    found = []
    for it in entities:
        name = f"{it.kind}:{it.name}@{it.apart}" if it.apart else f"{it.kind}:{it.name}"
        times = taken[name] = taken.get(name, 0) + 1
        found.append(name if times == 1 else f"{name}~{times}")
    return tuple(found)


class Numbers(NamedTuple):
    """Numbers by name."""

    of: dict[str, int]
    moved: tuple[str, ...]
    """Names that had to give way to others with the same digest; hardly ever any."""


def numbers(names: Iterable[str], bits: int = _BITS) -> Numbers:
    """A number for each name, by its digest; of two that meet the later in order takes the next."""
    taken: set[int] = set()
    found = {}
    moved = []
    for name in sorted(names):
        digest = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")
        number = digest >> (64 - bits) or 1
        if number in taken:
            moved.append(name)
            while number in taken:
                number = number + 1 if number + 1 < 1 << bits else 1
        taken.add(number)
        found[name] = number
    return Numbers(found, tuple(moved))
