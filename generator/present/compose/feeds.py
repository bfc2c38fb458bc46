"""Knowledge -> Atom feed and sitemap; only for a site that knows its own address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.knowledge import Mention, Topic
from generator.present import views
from generator.present.compose.desk import FEED, Desk
from generator.present.data.settings import topic_feed

_ENTRIES = 50


def feed(desk: Desk) -> views.FeedView:
    """The latest dated articles. `updated` is the newest date in the content: no clock."""
    base = desk.site.base_url
    dated = [index for index, it in enumerate(desk.knowledge.readings) if it.article.date][
        :_ENTRIES
    ]
    cards = [desk.card(it) for it in dated]
    return views.FeedView(
        title=desk.site.title,
        language=desk.site.language,
        home=base,
        self_url=base + FEED,
        updated=cards[0].date if cards else "1970-01-01",
        entries=tuple(
            views.FeedEntry(card.title, base + card.url, card.date, card.summary) for card in cards
        ),
    )


def topic_feeds(desk: Desk) -> Iterator[views.PageView]:
    """For each topic the latest of its articles; of one with a passage only, that passage's words."""
    for topic in desk.knowledge.topics:
        url = topic_feed(topic.url)
        yield views.PageView(url, _topic_feed(desk, topic, url))


def _topic_feed(desk: Desk, topic: Topic, url: str) -> views.FeedView:
    base = desk.site.base_url
    about = set(topic.main)
    first: dict[int, Mention] = {}
    for passage in topic.passages:
        first.setdefault(passage.mention.reading, passage.mention)
    dated = [it for it in topic.readings if desk.knowledge.readings[it].article.date][:_ENTRIES]
    entries = []
    for index in dated:
        card = desk.card(index)
        summary, to = card.summary, card.url
        if index not in about and index in first:
            told = desk.quote(first[index])
            summary, to = told.text, told.url
        entries.append(views.FeedEntry(card.title, base + to, card.date, summary))
    return views.FeedView(
        title=f"{topic.page.title} · {desk.site.title}",
        language=desk.site.language,
        home=base + topic.url,
        self_url=base + url,
        updated=entries[0].date if entries else "1970-01-01",
        entries=tuple(entries),
    )


def sitemap(desk: Desk, urls: Sequence[str]) -> views.SitemapView:
    """Every page; the day is the article's own, empty for pages made of many."""
    days = {
        desk.knowledge.article_urls[index]: reading.article.date
        for index, reading in enumerate(desk.knowledge.readings)
    }
    return views.SitemapView(
        tuple((desk.site.base_url + url, days.get(url, "")) for url in sorted(urls))
    )
