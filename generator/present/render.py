"""Encoded PageView -> bytes of the file; a pure leaf that any worker can run."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import msgspec

from generator.present import views
from generator.present.article_page import article_parts
from generator.present.linked_data import entity_data, topic_data
from generator.present.look import look
from generator.present.templates import template
from generator.present.tongues import marked
from generator.present.twin import is_twin
from generator.present.views import accounts, indexes


def render(encoded_page_view: bytes) -> bytes:
    """The finished file. The same view gives the same bytes, in any process."""
    page = _page_decoder().decode(encoded_page_view)
    name, values = context(page.view)
    return twinned(page.path, in_tongues(name, template(name).render(values))).encode()


def twinned(path: str, page: str) -> str:
    """A page of the twin, converted; every other as it is."""
    if not is_twin(path):
        return page
    from generator.present.twin.page import converted

    return converted(page, path)


def in_tongues(name: str, page: str) -> str:
    """The page with lang on what is not in the language of its interface."""
    if not look().content or not name.endswith(".html"):
        return page
    return marked(page, look().interface, look().content)


def context(view: views.View) -> tuple[str, dict[str, object]]:
    """Which template shows a view, and all that it is given."""
    name, more = PAGES[type(view)]
    chrome = getattr(view, "chrome", None)
    return name, {"v": view, "c": chrome, **more(view)}


@functools.cache
def _page_decoder() -> msgspec.msgpack.Decoder[views.PageView]:
    return msgspec.msgpack.Decoder(views.PageView)


def _nothing(_view: Any) -> dict[str, object]:
    return {}


def _page(view: views.SourcePageView) -> dict[str, object]:
    """Which thread each line hangs on, and the share of each fate in thousandths of the page."""
    audit = view.audit
    lanes = {card.url.split("#")[0]: index for index, card in enumerate(view.articles)}
    lane = [lanes.get(item.article_url.split("#")[0], -1) for item in view.lines]
    gaps: dict[tuple[int, str], list[views.GapView]] = {}
    for gap in audit.gaps:
        gaps.setdefault((gap.line, gap.where), []).append(gap)
    total = max(view.characters, 1)
    counts = (view.placed, view.aside, view.unplaced, view.layout)
    shares, at = [], 0
    for count in counts:
        width = round(1000 * count / total)
        shares.append((at, width))
        at += width
    return {
        "u": audit,
        "lane": lane,
        "gaps_at": gaps,
        "seams": {join.head.line: join for join in audit.joins},
        "doubts_at": {doubt.piece.line: doubt for doubt in audit.doubts},
        "numbers": {item.number for item in view.lines},
        "widened": sum(count for _, count in audit.widths),
        "shares": shares,
    }


PAGES: dict[type, tuple[str, Callable[[Any], dict[str, object]]]] = {
    views.HomeView: ("home.html", _nothing),
    views.TopicsView: ("topics.html", _nothing),
    views.TopicView: ("topic.html", lambda view: {"data": topic_data(view)}),
    views.ArticleView: ("article.html", article_parts),
    views.ListView: ("list.html", _nothing),
    views.TagsView: ("tags.html", _nothing),
    views.EntityView: ("entity.html", lambda view: {"data": entity_data(view)}),
    views.PartView: ("part.html", _nothing),
    views.IndexView: ("index.html", _nothing),
    indexes.KindView: ("kind.html", _nothing),
    indexes.TimelineView: ("timeline.html", _nothing),
    indexes.YearView: ("year.html", _nothing),
    indexes.MeasuresView: ("measures.html", _nothing),
    indexes.MeasureView: ("measure.html", _nothing),
    indexes.OnceView: ("once.html", _nothing),
    indexes.QuotesView: ("quotes.html", _nothing),
    indexes.WordingsView: ("wordings.html", _nothing),
    indexes.GraphView: ("graph_page.html", _nothing),
    indexes.SearchView: ("search.html", _nothing),
    accounts.QualityView: ("quality.html", _nothing),
    accounts.MergesView: ("merges.html", _nothing),
    accounts.WithheldView: ("withheld.html", _nothing),
    views.SourcePageView: ("page.html", _page),
    views.PagesView: ("pages.html", _nothing),
    views.NotFoundView: ("404.html", _nothing),
    views.RedirectView: ("redirect.html", _nothing),
    views.DataView: ("data.html", _nothing),
    views.FeedView: ("feed.xml", _nothing),
    views.SitemapView: ("sitemap.xml", _nothing),
}
