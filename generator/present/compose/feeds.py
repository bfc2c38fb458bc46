"""Knowledge -> Atom feed and sitemap; only for a site that knows its own address."""

from __future__ import annotations

from collections.abc import Sequence

from generator.present import views
from generator.present.compose.desk import FEED, Desk

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


def sitemap(desk: Desk, urls: Sequence[str]) -> views.SitemapView:
    """Every page; the day is the article's own, empty for pages made of many."""
    days = {
        desk.knowledge.article_urls[index]: reading.article.date
        for index, reading in enumerate(desk.knowledge.readings)
    }
    return views.SitemapView(
        tuple((desk.site.base_url + url, days.get(url, "")) for url in sorted(urls))
    )
