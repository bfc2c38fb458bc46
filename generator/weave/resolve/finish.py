"""Groups -> entities with mentions, grounds and URLs, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from generator.model.facts import Facts
from generator.model.findings import NameKind
from generator.model.knowledge import Entity, Ground, Mention, Reading
from generator.model.problem import Problem
from generator.weave.addresses import Slug
from generator.weave.naming import is_relative
from generator.weave.resolve.group import Group
from generator.weave.resolve.inside import Inside
from generator.weave.resolve.mentions import Mentions
from generator.weave.resolve.urls import Acting, redirects, urls_of

_CITED = 3
_MOST = 12
"""Reasons told of one entity: those of a thousand articles say the same."""

Result = tuple[
    tuple[Entity, ...],
    tuple[tuple[int, ...], ...],
    tuple[Problem, ...],
    tuple[tuple[str, str], ...],
]


def finish(
    readings: Sequence[Reading],
    facts: Sequence[Facts],
    written: Sequence[Entity],
    groups: Sequence[Group],
    inside: Inside,
    slug: Slug,
    other_kinds: frozenset[tuple[NameKind, str]],
) -> Result:
    """Entities, the entity of each name, problems, redirects."""
    missing = dict(enumerate(written))
    kept = []
    for group in groups:
        if group.written >= 0:
            del missing[group.written]
        elif not group.places and not group.extra:
            continue
        kept.append(group)
    urls = urls_of(kept, written, Acting(readings, facts), slug)
    mentions = Mentions(readings, facts, kept, inside)
    made = [
        _found(number, group, url, mentions)
        if group.written < 0
        else _written(written[group.written], number, group, mentions)
        for number, (group, url) in enumerate(zip(kept, urls, strict=True))
    ]
    made += map(_alone, missing.values())
    order = sorted([at for at, it in enumerate(made) if it.url], key=lambda at: made[at].url)
    order += sorted(
        [at for at, it in enumerate(made) if not it.url], key=lambda at: _rank(made[at])
    )
    place = [-1] * (len(made) + 1)
    for number, at in enumerate(order):
        place[at] = number
    entities = tuple([made[at] for at in order])
    named = tuple([tuple([place[number] for number in row]) for row in mentions.named])
    return entities, named, (), redirects(entities, slug, other_kinds)


def _rank(it: Entity) -> tuple[str, str, str, tuple[tuple[int, int], ...]]:
    return (it.kind, it.name, it.apart, it.places[:1])


def _alone(it: Entity) -> Entity:
    return it if not it.of else msgspec.structs.replace(it, mentions=())


def _found(number: int, group: Group, url: str, mentions: Mentions) -> Entity:
    found = mentions.of(number)
    return Entity(
        group.kind,
        group.name,
        url,
        found,
        _aliases(group, mentions.forms.get(number)),
        "",
        "text",
        (),
        _grounds(group, found, mentions),
        group.apart,
        tuple(sorted(group.places)) if len(group.places) > 1 else tuple(group.places),
    )


def _written(it: Entity, number: int, group: Group, mentions: Mentions) -> Entity:
    return msgspec.structs.replace(
        it,
        mentions=mentions.joined(number, () if it.of else it.mentions),
        places=tuple(sorted(group.places)),
    )


def _aliases(group: Group, forms: Mapping[str, int] | None) -> tuple[str, ...]:
    """Other forms in its articles, most frequent first; not those that say nothing elsewhere."""
    if not group.also and not forms:
        return ()
    counts = dict.fromkeys(group.also, 1)
    for form, count in (forms or {}).items():
        if not is_relative(form):
            counts[form] = counts.get(form, 0) + count
    counts.pop(group.name, None)
    counts.pop(f"《{group.name}》", None)
    return tuple(sorted(counts, key=lambda it: (-counts[it], it)))


def _grounds(group: Group, found: Sequence[Mention], mentions: Mentions) -> tuple[Ground, ...]:
    if not group.reasons and len(group.places) + len(group.extra) < 2:
        return ()
    grounds: list[Ground] = []
    for rule, words, cites in dict.fromkeys(group.reasons):
        cited = (mentions.first(place) for place in cites[:_CITED])
        grounds.append(Ground(rule, words, tuple(it for it in cited if it is not None)))
        if len(grounds) == _MOST:
            break
    if len(found) > 1 and found[0].reading != found[-1].reading and group.kind != "person":
        other = next(it for it in found if it.reading != found[0].reading)
        grounds.append(Ground("same-name", "各篇名称相同", (found[0], other)))
    return tuple(grounds)
