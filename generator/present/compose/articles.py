"""Readings -> article pages, the list of all, and those of each tag."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import partial

from generator.model.article import Article, all_blocks
from generator.model.knowledge import Backlink, Reading
from generator.present import views
from generator.present.compose.desk import ARTICLES, TAGS, Desk, Later
from generator.present.compose.keys import Keys
from generator.present.compose.paging import paged
from generator.present.compose.rooms import crumb
from generator.present.texts import say, text
from generator.weave.statements import related_articles
from generator.weave.statements.related_articles import Related

_LIST = 50


def article_pages(desk: Desk, keys: Keys) -> Iterator[tuple[str, Later]]:
    """One page an article; composed only if something it shows changed."""
    for index, reading in enumerate(desk.knowledge.readings):
        url = desk.knowledge.article_urls[index]
        key = partial(_key, desk, keys, index)
        around = desk.around and desk.around + _around(desk, index)
        yield url, Later(key, partial(_article, desk, index, reading), around)


def _key(desk: Desk, keys: Keys, index: int) -> bytes:
    knowledge = desk.knowledge
    article = knowledge.readings[index].article
    said = (
        desk.chrome(knowledge.article_urls[index], article.title, "", (crumb("articles"),)),
        knowledge.links[index],
        [desk.topic_link(it) for it in knowledge.article_topics[index]],
        keys.entities(desk.entities_of[index]),
        keys.ties(index),
    )
    linking = [it.sentence.reading for it in knowledge.backlinks[index]]
    return desk.key((said, keys.readings(linking)), ()) + _around(desk, index)


def _around(desk: Desk, index: int) -> bytes:
    """What its page shows that is neither a fact nor comes of facts."""
    knowledge = desk.knowledge
    reading = knowledge.readings[index]
    backlinks_ = knowledge.backlinks[index]
    said = (
        knowledge.addresses[index],
        [(tag, desk.tag_url(tag)) for tag in reading.article.tags],
        [(it.sentence.sentence, it.start, it.end) for it in backlinks_],
        _neighbour(desk, index - 1),
        _neighbour(desk, index + 1),
        _turns(desk, index),
        [desk.page_titles[it.page] for it in reading.article.pages],
    )
    return desk.key(said, (), [index, *[it.sentence.reading for it in backlinks_]])


def _article(desk: Desk, index: int, reading: Reading) -> views.ArticleView:
    knowledge, article = desk.knowledge, reading.article
    card = desk.card(index)
    return views.ArticleView(
        chrome=desk.chrome(
            card.url, article.title, article.summary or card.summary, (crumb("articles"),)
        ),
        title=article.title,
        article=reading.article_bytes,
        annotations=reading.annotation_bytes,
        links=tuple(
            (it.block, it.start, it.end, it.url, it.title) for it in knowledge.links[index]
        ),
        addresses=knowledge.addresses[index],
        tags=card.tags,
        topics=tuple(desk.topic_link(it) for it in knowledge.article_topics[index]),
        concepts=desk.entity_links(index),
        backlinks=backlinks(desk, knowledge.backlinks[index], index),
        newer=_neighbour(desk, index - 1),
        older=_neighbour(desk, index + 1),
        source_pages=tuple(_sources(desk, article)),
        characters=card.characters,
        findings=knowledge.findings[index] if knowledge.findings else b"",
        related=tuple(_related(desk, it) for it in related_articles(knowledge, index)),
        turns=_turns(desk, index),
    )


def _related(desk: Desk, it: Related) -> views.RelatedArticle:
    article = desk.knowledge.readings[it.reading].article
    return views.RelatedArticle(
        title=article.title,
        url=desk.knowledge.article_urls[it.reading],
        reason=it.words,
        date=article.date,
        here=desk.quote(it.here),
        there=desk.quote(it.there),
    )


def _sources(desk: Desk, article: Article) -> Iterator[views.TermLink]:
    """The pages it comes from; of several, how many lines each holds, and where they begin."""
    for number, page in enumerate(article.pages):
        title, url = desk.page_titles[page.page], f"pages/{page.page}/"
        if len(article.pages) > 1:
            segments = (it for block in all_blocks(article) for it in block.segments)
            lines = {it.line for it in segments if it.page == number}
            title, url = (
                say("article.part", title=title, lines=say("count.lines", count=len(lines))),
                f"{url}#L{min(lines)}",
            )
        yield views.TermLink(title, url)


def backlinks(
    desk: Desk, found: tuple[Backlink, ...], reading: int = -1
) -> tuple[views.BacklinkView, ...]:
    """Sentences that link here; those of the page itself are left out."""
    return tuple(
        views.BacklinkView(desk.quote_sentence(it.sentence, it.start, it.end))
        for it in found
        if it.sentence.reading != reading
    )


def _turns(desk: Desk, index: int) -> tuple[views.TopicTurn, ...]:
    """Before and after it among the articles that are about each of its topics."""
    found = []
    for topic in desk.knowledge.article_topics[index]:
        main = desk.knowledge.topics[topic].main
        if len(main) > 1:
            at = bisect_left(main, index)
            newer = _neighbour(desk, main[at - 1]) if at else None
            older = _neighbour(desk, main[at + 1]) if at + 1 < len(main) else None
            found.append(views.TopicTurn(desk.topic_link(topic), newer, older))
    return tuple(found)


def _neighbour(desk: Desk, index: int) -> views.TermLink | None:
    if not 0 <= index < len(desk.knowledge.readings):
        return None
    return views.TermLink(
        desk.knowledge.readings[index].article.title, desk.knowledge.article_urls[index]
    )


def article_lists(desk: Desk) -> Iterator[tuple[str, views.View]]:
    """All articles, latest first."""
    every = range(len(desk.knowledge.readings))
    for url, part, pager in paged(every, ARTICLES, _LIST):
        cards = tuple(desk.card(it) for it in part)
        chrome = desk.chrome(url, text("nav.articles"))
        yield (
            url,
            views.ListView(chrome, "articles", text("nav.articles"), cards, len(every), pager),
        )


def tag_pages(desk: Desk) -> Iterator[tuple[str, views.View]]:
    """The list of tags, and the articles of each."""
    tags = desk.knowledge.tags
    if not tags:
        return
    links = tuple(views.TermLink(tag, url, len(readings)) for tag, url, readings in tags)
    yield TAGS, views.TagsView(desk.chrome(TAGS, text("tags.title")), links)
    for tag, base, readings in tags:
        for url, part, pager in paged(readings, base, _LIST):
            chrome = desk.chrome(url, tag, "", (views.Crumb(text("tags.title"), TAGS),))
            cards = tuple(desk.card(it) for it in part)
            yield url, views.ListView(chrome, "tag", tag, cards, len(readings), pager)
