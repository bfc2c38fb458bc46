"""Encoded PageView -> bytes of the file; a pure leaf that any worker can run."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import msgspec
from markupsafe import Markup

from generator.model.annotation import Annotations
from generator.model.article import Article
from generator.model.findings import Findings
from generator.present import views
from generator.present.apparatus import DOUBTFUL, Apparatus
from generator.present.body import Setting, body, line, proof_attributes
from generator.present.citation import citation, online_citation
from generator.present.filters import title
from generator.present.linked_data import entity_data, topic_data
from generator.present.percent import percent
from generator.present.templates import template
from generator.present.texts import label
from generator.present.told import told
from generator.present.views import accounts, indexes


def render(encoded_page_view: bytes) -> bytes:
    """The finished file. The same view gives the same bytes, in any process."""
    name, values = context(_page_decoder().decode(encoded_page_view).view)
    return template(name).render(values).encode()


def context(view: views.View) -> tuple[str, dict[str, object]]:
    """Which template shows a view, and all that it is given."""
    name, more = PAGES[type(view)]
    chrome = getattr(view, "chrome", None)
    return name, {"v": view, "c": chrome, **more(view)}


@functools.cache
def _page_decoder() -> msgspec.msgpack.Decoder[views.PageView]:
    return msgspec.msgpack.Decoder(views.PageView)


@functools.cache
def _article_decoder() -> msgspec.msgpack.Decoder[Article]:
    return msgspec.msgpack.Decoder(Article)


@functools.cache
def _findings_decoder() -> msgspec.msgpack.Decoder[Findings]:
    return msgspec.msgpack.Decoder(Findings)


@functools.cache
def _annotations_decoder() -> msgspec.msgpack.Decoder[Annotations]:
    return msgspec.msgpack.Decoder(Annotations)


def _nothing(_view: Any) -> dict[str, object]:
    return {}


def _home(view: views.HomeView) -> dict[str, object]:
    return {"knots": {(row, column): count for row, column, count in view.crossings}}


def _article(view: views.ArticleView) -> dict[str, object]:
    article = _article_decoder().decode(view.article)
    annotations = _annotations_decoder().decode(view.annotations)
    apparatus = Apparatus(article)
    setting = Setting(article, view.chrome.root, dict(view.addresses), apparatus)
    parts = {
        "labels": [Markup(line(setting, block, "span", "")) for block in article.labels],
        "kicker": Markup(line(setting, article.kicker, "p", "kicker") if article.kicker else ""),
        "heading": Markup(
            line(setting, article.title_block, "h1", "")
            if article.title_block
            else f"<h1>{title(article.title)}</h1>"
        ),
        "bylines": [Markup(line(setting, block, "span", "")) for block in article.bylines],
        "jumps": [Markup(line(setting, block, "p", "jump")) for block in article.jumps],
    }
    pulls = tuple(
        f'<figure class="pull">{line(setting, block, "blockquote", "")}'
        f"<figcaption>{label('article.pull')}</figcaption></figure>\n"
        for block in article.asides
    )
    text = body(setting, annotations.sentences, view.links, pulls)
    credit = [Markup(line(setting, block, "p", "credit")) for block in article.credits]
    authored = Markup("" if article.pages else proof_attributes(views.Proof(article.path)))
    return {
        **parts,
        "a": article,
        "body": Markup(text.html),
        "credits": credit,
        "outline": text.outline,
        "notes": apparatus.notes,
        "share": percent(article.sure, article.total) if article.total else "",
        "doubtful": [note for note in apparatus.notes if note.kind in DOUBTFUL],
        "widths": apparatus.widths,
        "authored": authored,
        "printed": citation(article),
        "online": online_citation(article),
        **_told(view, article, annotations),
    }


def _told(view: views.ArticleView, article: Article, annotations: Annotations) -> dict[str, object]:
    if not view.findings:
        return {"told": [], "edited": False}
    findings = _findings_decoder().decode(view.findings)
    pages = {it.title: view.chrome.root + it.url for it in view.concepts}
    found = told(article, annotations.sentences, findings, pages)
    return {"told": found, "edited": bool(findings.edited)}


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
    views.HomeView: ("home.html", _home),
    views.TopicsView: ("topics.html", _nothing),
    views.TopicView: ("topic.html", lambda view: {"data": topic_data(view)}),
    views.ArticleView: ("article.html", _article),
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
    views.SourcePageView: ("page.html", _page),
    views.PagesView: ("pages.html", _nothing),
    views.NotFoundView: ("404.html", _nothing),
    views.RedirectView: ("redirect.html", _nothing),
    views.DataView: ("data.html", _nothing),
    views.FeedView: ("feed.xml", _nothing),
    views.SitemapView: ("sitemap.xml", _nothing),
}
