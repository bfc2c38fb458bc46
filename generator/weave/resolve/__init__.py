"""Names of all articles -> entities: who is who across texts, each merge with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.model.facts import Facts
from generator.model.findings import NameKind
from generator.model.knowledge import Entity, Reading
from generator.model.problem import Problem
from generator.weave.addresses import Slug
from generator.weave.resolve.company import Company
from generator.weave.resolve.finish import finish
from generator.weave.resolve.gather import gather
from generator.weave.resolve.inside import Inside
from generator.weave.resolve.localities import localities
from generator.weave.resolve.papers import documents, programmes
from generator.weave.resolve.persons import persons
from generator.weave.resolve.written import Listed


class Resolved(NamedTuple):
    """All entities, and which of them each name of each article is."""

    entities: tuple[Entity, ...]
    """In order of URL, those without a page last, by kind and name."""
    named: tuple[tuple[int, ...], ...]
    problems: tuple[Problem, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    """URLs that were, or would be, those of other names of an entity -> its URL."""


def resolve(
    readings: Sequence[Reading],
    facts: Sequence[Facts],
    written: Sequence[Entity],
    not_same: Sequence[frozenset[str]],
    slug: Slug,
    not_names: frozenset[str] = frozenset(),
    other_kinds: frozenset[tuple[NameKind, str]] = frozenset(),
) -> Resolved:
    """`written`: entities of authority files and concepts that topics share, with mentions.

    `other_kinds`: what texts alone take the names of entries for.
    """
    listed = Listed(written)
    inside = Inside(readings, facts)
    gathered = gather(facts, listed, not_same, inside, not_names)
    company = Company(readings, facts, gathered.standing, gathered.common)
    groups = localities(gathered.groups, readings, facts, company)
    groups += persons(facts, gathered, listed, company, not_same)
    groups += documents(gathered.documents, facts)
    groups += programmes(facts, gathered.terms, listed)
    return Resolved(*finish(readings, facts, written, groups, inside, slug, other_kinds))
