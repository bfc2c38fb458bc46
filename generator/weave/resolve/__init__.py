"""Names of all articles -> entities: who is who across texts, each merge with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.model.facts import Facts
from generator.model.knowledge import Entity, Reading
from generator.model.problem import Problem
from generator.weave.addresses import Slug


class Resolved(NamedTuple):
    """All entities, and which of them each name of each article is."""

    entities: tuple[Entity, ...]
    """In order of URL, those without a page last, by kind and name."""
    named: tuple[tuple[int, ...], ...]
    problems: tuple[Problem, ...] = ()


def resolve(
    readings: Sequence[Reading],
    facts: Sequence[Facts],
    written: Sequence[Entity],
    not_same: Sequence[frozenset[str]],
    slug: Slug,
) -> Resolved:
    """`written`: entities of authority files and concepts that topics share, with mentions."""
    return Resolved(tuple(written), tuple((-1,) * len(it.names) for it in facts))
