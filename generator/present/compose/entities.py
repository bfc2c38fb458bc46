"""Entities -> their pages: every mention in its sentence, by article, over as many pages as needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.model.knowledge import Entity, Mention
from generator.present import views
from generator.present.compose.desk import INDEX, Desk
from generator.present.compose.paging import paged

_MENTIONS = 100


def entity_pages(desk: Desk) -> Iterator[tuple[str, views.View]]:
    """Each entity over as many pages as its sentences take."""
    for entity in desk.knowledge.entities:
        if not entity.url:
            continue
        told = _one_a_sentence(entity.mentions)
        totals = Counter(mention.reading for mention in entity.mentions)
        for url, part, pager in paged(told, entity.url, _MENTIONS):
            yield url, _entity(desk, entity, totals, url, part, pager)


def _entity(
    desk: Desk,
    entity: Entity,
    totals: Mapping[int, int],
    url: str,
    part: Sequence[Mention],
    pager: views.Pager | None,
) -> views.EntityView:
    """`totals`: mentions by reading, on all pages of the entity."""
    groups = tuple(
        views.EntityGroup(
            article=views.TermLink(
                desk.knowledge.readings[reading].article.title,
                desk.knowledge.article_urls[reading],
                totals[reading],
                desk.knowledge.readings[reading].article.date,
            ),
            topics=tuple(desk.topic_link(it) for it in desk.knowledge.article_topics[reading]),
            quotes=tuple(desk.quote(it) for it in mentions),
            total=totals[reading],
        )
        for reading, mentions in groupby(part, key=lambda it: it.reading)
    )
    return views.EntityView(
        chrome=desk.chrome(url, entity.name, entity.note, (views.Crumb("索引", INDEX),)),
        kind=entity.kind,
        title=entity.name,
        aliases=entity.aliases,
        note=entity.note,
        found_by=entity.found_by,
        groups=groups,
        topics=tuple(desk.topic_link(it) for it in entity.topics),
        total=len(entity.mentions),
        article_count=len(totals),
        pager=pager,
    )


def _one_a_sentence(mentions: Sequence[Mention]) -> list[Mention]:
    first: dict[tuple[int, int], Mention] = {}
    for mention in mentions:
        first.setdefault((mention.reading, mention.sentence), mention)
    return list(first.values())
