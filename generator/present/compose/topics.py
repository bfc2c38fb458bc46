"""Topics -> their pages: the editor's words, the sources' words, and what leads elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model.article import Article, ArticleId
from generator.model.knowledge import Passage, Shared, Topic
from generator.present import views
from generator.present.apparatus import Apparatus
from generator.present.body import Setting, body
from generator.present.compose.articles import backlinks
from generator.present.compose.desk import TOPICS, Desk, lead
from generator.present.compose.paging import paged

_PASSAGES = 120
"""Passages on one page of a topic; a longer topic goes over several."""
_CONCEPTS = 8
_APART = 12
"""Topics with nothing in common that are named; of more, only how many they are."""


def topic_pages(desk: Desk) -> Iterator[tuple[str, views.View]]:
    """The list of topics, and each topic over as many pages as it takes."""
    if not desk.knowledge.topics:
        return
    cards = tuple(topic_card(desk, index) for index in range(len(desk.knowledge.topics)))
    yield TOPICS, views.TopicsView(desk.chrome(TOPICS, "专题"), cards)
    for index, topic in enumerate(desk.knowledge.topics):
        for url, part, pager in paged(topic.passages, topic.url, _PASSAGES):
            yield url, _topic(desk, index, topic, url, part, pager)


def topic_card(desk: Desk, index: int) -> views.TopicCard:
    """The topic in a list."""
    topic = desk.knowledge.topics[index]
    first, last = _span(desk, topic)
    return views.TopicCard(
        title=topic.page.title,
        url=topic.url,
        lead=lead(topic),
        articles=len(topic.readings),
        passages=len(topic.passages),
        first_date=first,
        last_date=last,
        concepts=_shared_links(desk, topic),
    )


def _topic(
    desk: Desk,
    index: int,
    topic: Topic,
    url: str,
    passages: Sequence[Passage],
    pager: views.Pager | None,
) -> views.TopicView:
    first, last = _span(desk, topic)
    knowledge = desk.knowledge
    related = tuple(_related(desk, it) for it in topic.shared)
    near = {it.topic for it in topic.shared}
    return views.TopicView(
        chrome=desk.chrome(url, topic.page.title, lead(topic), _crumbs(desk, topic)),
        title=topic.page.title,
        kind=topic.page.kind,
        aliases=topic.page.aliases,
        intro_html=_intro(desk, index, topic, url),
        key_quotes=(),
        first_date=first,
        last_date=last,
        article_count=len(topic.readings),
        passage_count=len(topic.passages),
        terms=topic.page.terms,
        concepts=tuple(
            views.TermLink(entity.name, entity.url, len(entity.mentions))
            for entity in (knowledge.entities[it] for it in topic.entities)
        ),
        groups=_groups(desk, passages),
        related=related,
        little_shared=_apart(
            desk, [it for it in range(len(knowledge.topics)) if it != index and it not in near]
        ),
        backlinks=backlinks(desk, knowledge.topic_backlinks[index]),
        sources=_sources(desk, topic),
        pager=pager,
    )


def _crumbs(desk: Desk, topic: Topic) -> tuple[views.Crumb, ...]:
    by_id = {it.page.id: it for it in desk.knowledge.topics}
    above: list[views.Crumb] = []
    seen = {topic.page.id}
    parent = by_id.get(topic.page.parent)
    while parent is not None and parent.page.id not in seen:
        seen.add(parent.page.id)
        above.append(views.Crumb(parent.page.title, parent.url))
        parent = by_id.get(parent.page.parent)
    return (views.Crumb("专题", TOPICS), *reversed(above))


def _intro(desk: Desk, index: int, topic: Topic, url: str) -> str:
    page = topic.page
    holder = Article(ArticleId(page.id), page.title, page.path, page.intro)
    addresses = dict(desk.knowledge.topic_addresses[index])
    setting = Setting(holder, "../" * url.count("/"), addresses, Apparatus(holder))
    return body(setting, (), ()).html


def _span(desk: Desk, topic: Topic) -> tuple[str, str]:
    dates = [desk.knowledge.readings[it].article.date for it in topic.readings]
    known = [it for it in dates if it]
    return (min(known), max(known)) if known else ("", "")


def _shared_links(desk: Desk, topic: Topic) -> tuple[views.TermLink, ...]:
    entities = desk.knowledge.entities
    numbers = dict.fromkeys(it.entity for it in topic.shared)
    return tuple(views.TermLink(entities[it].name, entities[it].url) for it in numbers)[:_CONCEPTS]


def _groups(desk: Desk, passages: Sequence[Passage]) -> tuple[views.SourceGroup, ...]:
    return tuple(
        views.SourceGroup(desk.card(reading), _aspects(desk, reading, list(group)))
        for reading, group in groupby(passages, key=lambda it: it.mention.reading)
    )


def _aspects(desk: Desk, reading: int, passages: list[Passage]) -> tuple[views.AspectView, ...]:
    blocks = desk.knowledge.readings[reading].article.blocks
    url = desk.knowledge.article_urls[reading]
    aspects = []
    for heading, group in groupby(passages, key=lambda it: it.heading):
        title = blocks[heading].text if heading >= 0 else ""
        anchor = f"{url}#{blocks[heading].id}" if heading >= 0 else url
        shown = tuple(views.PassageView(desk.quote(it.mention), _reason(it)) for it in group)
        aspects.append(views.AspectView(title, anchor, shown))
    return tuple(aspects)


def _reason(passage: Passage) -> str:
    return f"{_REASONS[passage.reason]}“{passage.word}”"


_REASONS = {
    "term": "文中有",
    "heading": "小标题有",
    "entity": "文中称",
    "child": "属下级专题",
}


def _related(desk: Desk, shared: Shared) -> views.RelatedView:
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


def _apart(desk: Desk, topics: Sequence[int]) -> tuple[views.TermLink, ...]:
    links = tuple(desk.topic_link(it) for it in topics[:_APART])
    if len(topics) <= _APART:
        return links
    return (*links, views.TermLink(f"另外 {len(topics) - _APART} 个专题", TOPICS))


def _sources(desk: Desk, topic: Topic) -> tuple[views.TermLink, ...]:
    pages = [
        page.page
        for index in topic.readings
        for page in desk.knowledge.readings[index].article.pages
    ]
    return tuple(
        views.TermLink(desk.page_titles[it], f"pages/{it}/") for it in dict.fromkeys(pages)
    )
