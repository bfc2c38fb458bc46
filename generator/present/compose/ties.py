"""A topic -> other topics: what both name, which articles tell of both, and those with neither."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.knowledge import Shared, Topic
from generator.present import views
from generator.present.compose.desk import TOPICS, Desk
from generator.present.texts import say
from generator.weave.together import told_together

_CONCEPTS = 8
_APART = 12
"""Topics with nothing in common that are named; of more, only how many they are."""


def all_related(desk: Desk, topic: Topic) -> tuple[views.RelatedView, ...]:
    """What it shares with others, one topic after another, the closest first."""
    order = {
        other: number for number, other in enumerate(dict.fromkeys(it.topic for it in topic.shared))
    }
    return tuple(related(desk, it) for it in sorted(topic.shared, key=lambda it: order[it.topic]))


def related(desk: Desk, shared: Shared) -> views.RelatedView:
    """Another topic and what both name, by a sentence of each."""
    topic = desk.knowledge.topics[shared.topic]
    entity = desk.knowledge.entities[shared.entity]
    return views.RelatedView(
        title=topic.page.title,
        url=topic.url,
        concept=entity.name,
        concept_url=entity.url,
        here_count=shared.here_count,
        there_count=shared.there_count,
        here=desk.quote(shared.here),
        there=desk.quote(shared.there),
    )


def without_ties(desk: Desk, index: int, topic: Topic) -> list[int]:
    """Topics with which it has neither names nor articles in common."""
    near = {it.topic for it in topic.shared} | {it for it, _ in together(desk, index, topic)}
    others = range(len(desk.knowledge.topics))
    return [it for it in others if it != index and it not in near]


def together(desk: Desk, index: int, topic: Topic) -> list[tuple[int, int]]:
    """(topic, articles that are about both), most first."""
    counts: dict[int, int] = {}
    for reading in topic.main:
        for other in desk.knowledge.article_topics[reading]:
            if other != index:
                counts[other] = counts.get(other, 0) + 1
    return sorted(counts.items(), key=lambda it: (-it[1], it[0]))


def beside(
    desk: Desk, index: int, topic: Topic
) -> tuple[tuple[views.TogetherView, ...], tuple[views.TermLink, ...]]:
    """Topics of which the same articles tell, with their number: those that one sentence names with
    this one, and the others.
    """
    told, others = [], []
    for other, count in together(desk, index, topic)[:_APART]:
        link = desk.topic_link(other, count)
        place = told_together(desk.knowledge, topic, desk.knowledge.topics[other])
        if place is None:
            others.append(link)
        else:
            told.append(views.TogetherView(link, desk.quote_words(place)))
    return tuple(told), tuple(others)


def apart(desk: Desk, topics: Sequence[int]) -> tuple[views.TermLink, ...]:
    """Links to topics; of many, to the list of all."""
    links = tuple(desk.topic_link(it) for it in topics[:_APART])
    if len(topics) <= _APART:
        return links
    return (*links, views.TermLink(say("topics.more", count=len(topics) - _APART), TOPICS))


def shared_links(desk: Desk, topic: Topic) -> tuple[views.TermLink, ...]:
    """What it shares with other topics, the most said first."""
    entities = desk.knowledge.entities
    numbers = dict.fromkeys(it.entity for it in topic.shared)
    return tuple(views.TermLink(entities[it].name, entities[it].url) for it in numbers)[:_CONCEPTS]
