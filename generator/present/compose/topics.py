"""Topics -> their pages: the editor's words, the sources' words, and what leads elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import msgspec

from generator.model.knowledge import Topic
from generator.present import views
from generator.present.compose.articles import backlinks
from generator.present.compose.books import Book
from generator.present.compose.data import topic_files
from generator.present.compose.desk import TOPICS, Desk, LaterGroup, lead
from generator.present.compose.keys import Keys
from generator.present.compose.neighbours import by_kind, neighbourhood, where
from generator.present.compose.paging import paged
from generator.present.compose.passages import by_article
from generator.present.compose.pictures import topic_picture
from generator.present.compose.rooms import crumb
from generator.present.compose.sections import first, part_pages
from generator.present.compose.telling import telling_figure
from generator.present.compose.ties import (
    all_related,
    apart,
    beside,
    shared_links,
    together,
    without_ties,
)
from generator.present.compose.topic_told import intro, span, told
from generator.present.texts import text
from generator.weave.topics import selecting_words

_PASSAGES = 60
"""Passages on one page of a topic; a longer topic goes over several."""
"""Topics with nothing in common that are named; of more, only how many they are."""


def topic_pages(
    desk: Desk, keys: Keys, measured: Mapping[str, str]
) -> Iterator[tuple[str, views.View | LaterGroup | views.DataFile]]:
    """The list of topics, each topic over as many pages as it takes, and its book if wanted.

    measured: measure -> URL of its page.
    """
    if not desk.knowledge.topics:
        return
    cards = tuple(topic_card(desk, index) for index in range(len(desk.knowledge.topics)))
    yield TOPICS, views.TopicsView(desk.chrome(TOPICS, text("nav.topics")), cards)
    titles = [(it.page.title, it.url) for it in desk.knowledge.topics]
    for index, topic in enumerate(desk.knowledge.topics):
        key = partial(_key, desk, keys, index, topic, titles)
        book = Book(desk, index, measured) if desk.site.save.epub else None
        yield topic.url, LaterGroup(key, partial(_pages, desk, index, topic, measured, book))
        if book is not None:
            yield book.url, book.file(key())
        yield from topic_picture(desk, topic, cards[index], key)


def _key(
    desk: Desk, keys: Keys, index: int, topic: Topic, titles: Sequence[tuple[str, str]]
) -> bytes:
    """All that the pages of a topic show; places in texts without the number of their reading,
    which changes whenever an article comes to the corpus.
    """
    knowledge = desk.knowledge
    linking = [it.sentence.reading for it in knowledge.topic_backlinks[index]]
    beside = [place.reading for it in topic.shared for place in (it.here, it.there)]
    readings = sorted({*topic.readings, *linking, *beside})
    entities = knowledge.entities
    parts = (
        desk.chrome(topic.url, topic.page.title, lead(topic), _crumbs(desk, topic)),
        topic.page,
        _children(desk, topic),
        knowledge.topic_addresses[index],
        [(it.start, it.end) for it in knowledge.topic_backlinks[index]],
        [msgspec.structs.astuple(it.mention)[1:] for it in topic.passages],
        [(it.heading, it.reason, it.word) for it in topic.passages],
        [it in topic.whole for it in topic.readings],
        titles,
        [
            (
                titles[it.topic],
                entities[it.entity].name,
                entities[it.entity].url,
                it.here_count,
                it.there_count,
                it.here.start,
                it.there.start,
            )
            for it in topic.shared
        ],
        _sources(desk, topic),
        topic_files(desk, topic.url),
        [
            (count, selecting_words(knowledge.topics[other].page), titles[other])
            for other, count in together(desk, index, topic)
        ],
    )
    return desk.key(parts, (), readings) + keys.readings(readings)


def _pages(
    desk: Desk, index: int, topic: Topic, measured: Mapping[str, str], book: Book | None
) -> Iterator[tuple[str, views.View]]:
    said = told(desk, topic, measured)
    shown = first(said.statements, topic.url, said.first)
    files = topic_files(desk, topic.url)
    if book is not None:
        files = tuple(book.link if it.url == book.url else it for it in files)
    with_it, others = beside(desk, index, topic)
    above = views.TopicView(
        chrome=desk.chrome(topic.url, topic.page.title, lead(topic), _crumbs(desk, topic)),
        title=topic.page.title,
        kind=topic.page.kind,
        aliases=topic.page.aliases,
        intro_html=intro(desk, index, topic, topic.url),
        key_quotes=tuple(desk.quote_words(it) for it in said.key),
        first_date=span(desk, topic)[0],
        last_date=span(desk, topic)[1],
        article_count=len(topic.readings),
        passage_count=len(topic.passages),
        terms=topic.page.terms,
        children=_children(desk, topic),
        concepts=(),
        groups=(),
        related=all_related(desk, topic),
        # Of one without a passage nothing is known yet.
        little_shared=apart(desk, without_ties(desk, index, topic)) if topic.passages else (),
        together=with_it,
        beside=others,
        backlinks=backlinks(desk, desk.knowledge.topic_backlinks[index]),
        sources=_sources(desk, topic),
        statements=shown,
        names=by_kind(said.names),
        where=where(said.names),
        graph=neighbourhood(desk.knowledge, index, said.names, said.chosen),
        files=files,
        articles=tuple(_article_link(desk, it) for it in topic.readings),
    )
    for url, part, pager in paged(topic.passages, topic.url, _PASSAGES):
        groups = by_article(desk, part)
        if url == topic.url:
            yield url, msgspec.structs.replace(above, groups=groups, pager=pager)
        else:
            yield url, _further(desk, above, url, groups, pager)
    owner = views.TermLink(topic.page.title, topic.url)
    yield from part_pages(desk, owner, _crumbs(desk, topic), said.statements, shown.more)


def _children(desk: Desk, topic: Topic) -> tuple[views.TermLink, ...]:
    below = (it for it in desk.knowledge.topics if it.page.parent == topic.page.id)
    return tuple(views.TermLink(it.page.title, it.url, len(it.passages)) for it in below)


def _further(
    desk: Desk,
    first_page: views.TopicView,
    url: str,
    groups: tuple[views.SourceGroup, ...],
    pager: views.Pager | None,
) -> views.TopicView:
    """A page on which only the passages go on."""
    crumbs = (*first_page.chrome.crumbs, views.Crumb(first_page.title, first_page.chrome.path))
    return msgspec.structs.replace(
        first_page,
        chrome=desk.chrome(url, first_page.title, "", crumbs),
        intro_html="",
        key_quotes=(),
        related=(),
        little_shared=(),
        together=(),
        beside=(),
        backlinks=(),
        statements=views.StatementsView(),
        names=(),
        graph=None,
        groups=groups,
        pager=pager,
        above=first_page.chrome.path,
        articles=(),
    )


def _article_link(desk: Desk, index: int) -> views.TermLink:
    article = desk.knowledge.readings[index].article
    return views.TermLink(article.title, desk.knowledge.article_urls[index], 0, article.date)


def topic_card(desk: Desk, index: int) -> views.TopicCard:
    """The topic in a list; made once, however many lists show it."""
    made = desk.topic_cards.get(index)
    if made is None:
        made = desk.topic_cards[index] = _card(desk, index)
    return made


def _card(desk: Desk, index: int) -> views.TopicCard:
    topic = desk.knowledge.topics[index]
    first, last = span(desk, topic)
    return views.TopicCard(
        title=topic.page.title,
        url=topic.url,
        lead=lead(topic),
        articles=len(topic.readings),
        passages=len(topic.passages),
        first_date=first,
        last_date=last,
        concepts=shared_links(desk, topic),
        figure=telling_figure(desk, topic),
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
    return (crumb("topics"), *reversed(above))


def _sources(desk: Desk, topic: Topic) -> tuple[views.TermLink, ...]:
    pages = [
        page.page
        for index in topic.readings
        for page in desk.knowledge.readings[index].article.pages
    ]
    return tuple(
        views.TermLink(desk.page_titles[it], f"pages/{it}/") for it in dict.fromkeys(pages)
    )
