"""Knowledge -> all index pages, and which of them there are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.present import views
from generator.present.compose.desk import TAGS, Desk, Later, LaterGroup, Many
from generator.present.compose.graph_page import graph_page
from generator.present.compose.index import Index
from generator.present.compose.keys import Keys
from generator.present.compose.kinds import kind_pages, kinds_present
from generator.present.compose.measured import Measured
from generator.present.compose.quality import quality_pages
from generator.present.compose.rooms import GRAPH, QUALITY, QUOTES, WORDING
from generator.present.compose.search import search_page
from generator.present.compose.timeline import timeline_pages
from generator.present.data.settings import DATA
from generator.present.lists.chrome import SEARCH
from generator.present.texts import text


def all_indexes(
    desk: Desk, keys: Keys, measured: Measured
) -> Iterator[tuple[str, views.View | Later | LaterGroup | Many]]:
    """Those that have something in them."""
    rooms = [(it.title, it.url) for it in kinds_present(desk.knowledge)]
    yield "kinds", Many(partial(kind_pages, desk), [])
    yield "timeline", Many(partial(timeline_pages, desk, keys), [])
    yield "figures", Many(partial(_figures, desk, keys, measured), [])
    for title, url, pages in (
        (text("quotes.title"), QUOTES, Many(partial(_quotes, desk, keys), [])),
        (text("wordings.title"), WORDING, Many(partial(_wordings, desk, keys), [])),
    ):
        yield url, pages
        # Who takes the pages has told by now which there are.
        if pages.urls:
            rooms.append((title, url))
    for page in graph_page(desk):
        rooms.append((text("graph.title"), GRAPH))
        yield page
    if desk.knowledge.tags:
        rooms.append((text("tags.title"), TAGS))
    yield from quality_pages(desk, keys)
    rooms += [(text("quality.title"), QUALITY), (text("data.title"), DATA)]
    links = tuple(views.TermLink(it, url) for it, url in rooms)
    index = Index(desk)
    yield "index", Many(partial(index.pages, links), [])
    yield SEARCH, search_page(desk, index.alphabet())


# Of pages that few edits make anew not even the modules are loaded.


def _figures(
    desk: Desk, keys: Keys, measured: Measured
) -> Iterator[tuple[str, views.View | Later]]:
    from generator.present.compose.figures import figure_pages

    return figure_pages(desk, keys, measured)


def _quotes(desk: Desk, keys: Keys) -> Iterator[tuple[str, views.View | Later]]:
    from generator.present.compose.quotes import quote_pages

    return quote_pages(desk, keys)


def _wordings(desk: Desk, keys: Keys) -> Iterator[tuple[str, views.View | Later]]:
    from generator.present.compose.wording import wording_pages

    return wording_pages(desk, keys)
