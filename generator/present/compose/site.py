"""Knowledge -> every page of the site, one view after another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model.knowledge import Knowledge
from generator.present import views
from generator.present.compose.articles import article_lists, article_pages, tag_pages
from generator.present.compose.data import data_page
from generator.present.compose.desk import (
    FEED,
    HOME,
    SITEMAP,
    Desk,
    Later,
    LaterGroup,
    Many,
    Site,
    Spell,
)
from generator.present.compose.entities import entity_pages
from generator.present.compose.feeds import feed, sitemap, topic_feeds
from generator.present.compose.home import home, not_found, redirects
from generator.present.compose.indexes import all_indexes
from generator.present.compose.keys import Keys
from generator.present.compose.measured import Measured
from generator.present.compose.pictures import article_pictures
from generator.present.compose.source_pages import source_pages
from generator.present.data.files import data_files
from generator.present.data.settings import DATA
from generator.present.fresh import Kept, anew
from generator.present.lists.chrome import SEARCH


def compose(
    site: Site, knowledge: Knowledge, spell: Spell, kept: Kept = anew
) -> Iterator[
    views.PageView | views.LaterPage | views.LaterPages | views.LaterMany | views.DataFile
]:
    """All pages. Views are made one at a time: a large site never stands in memory whole.

    kept: what a build before made of the very same knowledge.
    """
    desk = Desk(site, knowledge, spell, kept)
    urls: list[str] = []
    for url, view in _pages(desk):
        if isinstance(view, views.DataFile):
            yield view
        elif isinstance(view, Many):
            yield views.LaterMany(url, desk.around, partial(_many, view), view.urls)
            urls += view.urls
        else:
            if url != SEARCH:
                urls.append(url)
            yield _page(url, view)
    for url, view in redirects(desk):
        yield views.PageView(f"{url}index.html", view)
    yield views.PageView("404.html", not_found(desk))
    yield from data_files(knowledge, site.title, site.base_url, site.data, desk.digest, kept)
    if site.base_url:
        yield views.PageView(FEED, feed(desk))
        yield from topic_feeds(desk)
        yield views.PageView(SITEMAP, sitemap(desk, urls))


def _page(
    url: str, view: views.View | Later | LaterGroup
) -> views.PageView | views.LaterPage | views.LaterPages:
    path = f"{url}index.html"
    if isinstance(view, LaterGroup):
        return views.LaterPages(path, view.key, partial(_together, view), view.around)
    if isinstance(view, Later):
        return views.LaterPage(path, view.key, view.make, view.around)
    return views.PageView(path, view)


def _many(many: Many) -> Iterator[views.PageView | views.LaterPage | views.LaterPages]:
    for url, view in many.make():
        many.urls.append(url)
        yield _page(url, view)


def _together(group: LaterGroup) -> Iterator[views.PageView]:
    for url, view in group.make():
        yield views.PageView(f"{url}index.html", view)


def _pages(
    desk: Desk,
) -> Iterator[tuple[str, views.View | Later | LaterGroup | Many | views.DataFile]]:
    measured = Measured(desk.knowledge, lambda: desk.tally.measured)
    keys = Keys(desk.knowledge, desk.shown, measured)
    yield HOME, home(desk)
    if desk.knowledge.topics:
        # Not at the top, as with others of which most edits compose no page.
        from generator.present.compose.topics import topic_pages

        yield from topic_pages(desk, keys, measured)
    yield from article_pages(desk, keys)
    yield from article_pictures(desk)
    yield from article_lists(desk)
    yield from source_pages(desk)
    yield "entities", Many(partial(entity_pages, desk, keys, measured, found=True), [])
    yield from entity_pages(desk, keys, measured, found=False)
    yield from tag_pages(desk)
    yield from all_indexes(desk, keys, measured)
    yield DATA, data_page(desk)
