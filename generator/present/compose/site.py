"""Knowledge -> every page of the site, one view after another."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.knowledge import Knowledge
from generator.present import views
from generator.present.compose.articles import article_lists, article_pages, tag_pages
from generator.present.compose.desk import FEED, HOME, SITEMAP, Desk, Later, Site, Spell
from generator.present.compose.entities import entity_pages
from generator.present.compose.feeds import feed, sitemap
from generator.present.compose.home import home, not_found, redirects
from generator.present.compose.index import index_pages
from generator.present.compose.source_pages import source_pages
from generator.present.compose.topics import topic_pages


def compose(
    site: Site, knowledge: Knowledge, spell: Spell
) -> Iterator[views.PageView | views.LaterPage]:
    """All pages. Views are made one at a time: a large site never stands in memory whole."""
    desk = Desk(site, knowledge, spell)
    urls = []
    for url, view in _pages(desk):
        urls.append(url)
        path = f"{url}index.html"
        if isinstance(view, Later):
            yield views.LaterPage(path, view.key, view.make)
        else:
            yield views.PageView(path, view)
    for url, view in redirects(desk):
        yield views.PageView(f"{url}index.html", view)
    yield views.PageView("404.html", not_found(desk))
    if site.base_url:
        yield views.PageView(FEED, feed(desk))
        yield views.PageView(SITEMAP, sitemap(desk, urls))


def _pages(desk: Desk) -> Iterator[tuple[str, views.View | Later]]:
    yield HOME, home(desk)
    yield from topic_pages(desk)
    yield from article_pages(desk)
    yield from article_lists(desk)
    yield from source_pages(desk)
    yield from entity_pages(desk)
    yield from tag_pages(desk)
    yield from index_pages(desk)
