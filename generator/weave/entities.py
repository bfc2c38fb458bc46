"""Authority entries + concepts -> entities with their mentions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from generator.model.knowledge import Authority, Entity, Mention, Reading, TopicPage
from generator.model.problem import Place, Problem, problem
from generator.weave.addresses import Slug, authority_url, entity_url, topic_url
from generator.weave.bodies import body_root
from generator.weave.concepts import Concept
from generator.weave.links import Listed
from generator.weave.names import Nested, find_names


class Woven(NamedTuple):
    """Entities with mentions, and where the names of topics and entities stand in each reading."""

    entities: tuple[Entity, ...]
    found: tuple[tuple[Listed, ...], ...]


def name_entities(
    authority: Sequence[Authority], concepts: Sequence[Concept], slug: Slug
) -> tuple[Entity, ...]:
    """One entity for each entry and each concept, without mentions yet; in order of URL."""
    entities = [
        Entity(
            it.kind,
            it.name,
            authority_url(it, slug),
            (),
            it.aliases,
            it.note,
            apart=it.of[0] if it.of else "",
            of=it.of,
        )
        for it in authority
    ]
    entities += [
        Entity("term", it.surface, entity_url("term", it.surface, slug), (), found_by="recurrence")
        for it in concepts
    ]
    return tuple(sorted(entities, key=lambda it: it.url))


def shared_names(topics: Sequence[TopicPage], authority: Sequence[Authority]) -> list[Problem]:
    """A problem for each name of an entry that stands for something else already.

    A text that holds such a name does not say which of the two it means, so the first has it;
    people may share a name if the bodies that are theirs tell them apart.
    """
    first = {name: it.path for it in topics for name in (it.title, *it.aliases)}
    bodies: dict[str, set[str]] = {}
    found = []
    for entry in authority:
        names = dict.fromkeys((entry.name, *entry.aliases))
        roots = set(map(body_root, entry.of))
        for name in names:
            others = bodies.get(name)
            if name in first and (not roots or others is None or others & roots):
                place = Place(entry.path, key=entry.key)
                found.append(problem("name-shared", place, name=name, other=first[name]))
            if roots:
                bodies.setdefault(name, set()).update(roots)
        first.update(dict.fromkeys(names, entry.path))
    return found


def weave_names(
    topics: Sequence[TopicPage],
    entities: Sequence[Entity],
    readings: Sequence[Reading],
) -> Woven:
    """Finds every name once: what an entity gets as mention may become a link."""
    names: dict[str, tuple[str, str, int]] = {}
    for topic in topics:
        for name in (topic.title, *topic.aliases):
            names.setdefault(name, (topic_url(topic), topic.title, -1))
    for number, entity in enumerate(entities):
        for name in (entity.name, *entity.aliases):
            names.setdefault(name, (entity.url, entity.name, number))
    mentions: list[list[Mention]] = [[] for _ in entities]
    found: list[list[Listed]] = [[] for _ in readings]
    listed = list(names)
    for item in find_names(listed, readings, Nested.SWALLOWED):
        mention = item.mention
        url, title, number = names[listed[item.name]]
        if number >= 0:
            mentions[number].append(mention)
        # Which of several people it is, only resolving tells.
        if number < 0 or not entities[number].of:
            place = (mention.block, mention.start, mention.end, url, title)
            found[mention.reading].append(place)
    woven = tuple(
        msgspec.structs.replace(entity, mentions=tuple(found))
        for entity, found in zip(entities, mentions, strict=True)
    )
    return Woven(woven, tuple(map(tuple, found)))


def in_topics(entities: Sequence[Entity], main: Sequence[tuple[int, ...]]) -> tuple[Entity, ...]:
    """Entities with the topics in whose articles they stand. `main`: the articles of each topic."""
    topics_of: dict[int, list[int]] = {}
    for topic, chosen in enumerate(main):
        for index in chosen:
            topics_of.setdefault(index, []).append(topic)
    if not topics_of:
        return tuple(entities)
    found = []
    for entity in entities:
        standing = {mention.reading for mention in entity.mentions} & topics_of.keys()
        topics = tuple(sorted({topic for index in standing for topic in topics_of[index]}))
        found.append(
            entity if topics == entity.topics else msgspec.structs.replace(entity, topics=topics)
        )
    return tuple(found)
