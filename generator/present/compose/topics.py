"""Topics -> their pages: the editor's words, the sources' words, and what leads elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import msgspec

from generator.model.article import Article, ArticleId
from generator.model.knowledge import Topic
from generator.present import views
from generator.present.apparatus import Apparatus
from generator.present.body import Setting, body
from generator.present.compose.articles import backlinks
from generator.present.compose.data import topic_files
from generator.present.compose.desk import TOPICS, Desk, LaterGroup, lead
from generator.present.compose.keys import Keys
from generator.present.compose.neighbours import by_kind, named_in, neighbourhood, where
from generator.present.compose.paging import paged
from generator.present.compose.passages import by_article
from generator.present.compose.rooms import crumb
from generator.present.compose.sections import first, part_pages
from generator.present.compose.statements import statements_view
from generator.present.compose.telling import telling_figure
from generator.present.compose.ties import (
    all_related,
    apart,
    beside,
    shared_links,
    together,
    without_ties,
)
from generator.present.texts import text
from generator.weave.key_sentences import key_sentences
from generator.weave.selection import selection
from generator.weave.statements import statements
from generator.weave.topics import selecting_words

_PASSAGES = 60
"""Passages on one page of a topic; a longer topic goes over several."""
"""Topics with nothing in common that are named; of more, only how many they are."""


def topic_pages(
    desk: Desk, keys: Keys, measured: Mapping[str, str]
) -> Iterator[tuple[str, views.View | LaterGroup]]:
    """The list of topics, and each topic over as many pages as it takes.

    measured: measure -> URL of its page.
    """
    if not desk.knowledge.topics:
        return
    cards = tuple(topic_card(desk, index) for index in range(len(desk.knowledge.topics)))
    yield TOPICS, views.TopicsView(desk.chrome(TOPICS, text("nav.topics")), cards)
    titles = [(it.page.title, it.url) for it in desk.knowledge.topics]
    for index, topic in enumerate(desk.knowledge.topics):
        key = _key(desk, keys, index, topic, titles)
        yield topic.url, LaterGroup(key, partial(_pages, desk, index, topic, measured))


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
        together(desk, index, topic),
    )
    return desk.key(parts, readings) + keys.readings(readings)


def _is_few(group: views.FigureGroupView) -> bool:
    """A single count below ten."""
    return len(group.rows) == 1 and len(group.rows[0].value) == 1 and group.rows[0].unit != "%"


def _pages(
    desk: Desk, index: int, topic: Topic, measured: Mapping[str, str]
) -> Iterator[tuple[str, views.View]]:
    chosen = selection(desk.knowledge, topic)
    whole = statements_view(desk, statements(desk.knowledge, chosen), measured)
    words = selecting_words(topic.page)
    whole = msgspec.structs.replace(
        whole,
        many=len(chosen) > 1,
        # What measures the topic itself comes before what is only told beside it.
        figures=tuple(
            sorted(
                whole.figures,
                key=lambda it: _is_few(it) or not any(word in it.measure for word in words),
            )
        ),
    )
    shown = first(whole, topic.url)
    names = named_in(desk.knowledge, chosen)
    told = key_sentences(desk.knowledge, chosen, words)
    above = views.TopicView(
        chrome=desk.chrome(topic.url, topic.page.title, lead(topic), _crumbs(desk, topic)),
        title=topic.page.title,
        kind=topic.page.kind,
        aliases=topic.page.aliases,
        intro_html=_intro(desk, index, topic, topic.url),
        key_quotes=tuple(desk.quote_words(it) for it in told),
        first_date=_span(desk, topic)[0],
        last_date=_span(desk, topic)[1],
        article_count=len(topic.readings),
        passage_count=len(topic.passages),
        terms=topic.page.terms,
        children=_children(desk, topic),
        concepts=(),
        groups=(),
        related=all_related(desk, topic),
        # Of one without a passage nothing is known yet.
        little_shared=apart(desk, without_ties(desk, index, topic)) if topic.passages else (),
        beside=beside(desk, index, topic),
        backlinks=backlinks(desk, desk.knowledge.topic_backlinks[index]),
        sources=_sources(desk, topic),
        statements=shown,
        names=by_kind(names),
        where=where(names),
        graph=neighbourhood(desk.knowledge, index, names, chosen),
        files=topic_files(desk, topic.url),
        articles=tuple(_article_link(desk, it) for it in topic.readings),
    )
    for url, part, pager in paged(topic.passages, topic.url, _PASSAGES):
        groups = by_article(desk, part)
        if url == topic.url:
            yield url, msgspec.structs.replace(above, groups=groups, pager=pager)
        else:
            yield url, _further(desk, above, url, groups, pager)
    owner = views.TermLink(topic.page.title, topic.url)
    yield from part_pages(desk, owner, _crumbs(desk, topic), whole, shown.more)


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
    first, last = _span(desk, topic)
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


def _sources(desk: Desk, topic: Topic) -> tuple[views.TermLink, ...]:
    pages = [
        page.page
        for index in topic.readings
        for page in desk.knowledge.readings[index].article.pages
    ]
    return tuple(
        views.TermLink(desk.page_titles[it], f"pages/{it}/") for it in dict.fromkeys(pages)
    )
