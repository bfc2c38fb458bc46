"""A topic's or entity's view -> its JSON-LD (schema.org), for machines that read the page.

Only what the page shows: names, kinds, articles. Statements are in the data files, with their places.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from markupsafe import Markup

from generator.present.views import Chrome, EntityView, TermLink, TopicView

_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Place",
    "document": "CreativeWork",
    "term": "DefinedTerm",
    "programme": "DefinedTerm",
}
"""Kinds of entities as schema.org calls them."""
_MENTIONED = 40
_ARTICLES = 100


def topic_data(view: TopicView) -> Markup:
    """A CollectionPage about the topic; nothing on its further pages."""
    if view.above:
        return Markup()
    about = {"@type": "Thing", "name": view.title, "alternateName": list(view.aliases)}
    named = [(kind, link) for kind, links in view.names for link in links]
    span = "/".join(dict.fromkeys(filter(None, (view.first_date, view.last_date))))
    page = {
        **_page(view.chrome, "CollectionPage"),
        "about": _filled(about),
        "temporalCoverage": span,
        "hasPart": _articles(view.chrome, view.articles),
        "mentions": [
            {"@type": _TYPES.get(kind, "Thing"), "name": it.title, "url": _url(view.chrome, it.url)}
            for kind, it in named[:_MENTIONED]
        ],
    }
    return _script(page)


def entity_data(view: EntityView) -> Markup:
    """The person, body, place, document or term; nothing on its further pages."""
    if view.above:
        return Markup()
    thing = {
        "@type": _TYPES.get(view.kind, "Thing"),
        "name": view.title,
        "alternateName": list(view.aliases),
        "description": view.note,
        "disambiguatingDescription": view.apart,
        "jobTitle": list(view.offices),
        "publisher": {"@type": "Organization", "name": view.issuer} if view.issuer else None,
        "subjectOf": _articles(view.chrome, (it.article for it in view.groups)),
    }
    return _script({**_page(view.chrome, "WebPage"), "mainEntity": _filled(thing)})


def _page(chrome: Chrome, kind: str) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": kind,
        "name": chrome.title,
        "url": chrome.canonical,
        "inLanguage": chrome.language,
        "isPartOf": {"@type": "WebSite", "name": chrome.site_title},
    }


def _articles(chrome: Chrome, links: Iterable[TermLink]) -> list[dict[str, Any]]:
    """`note` of an article's link is its date."""
    return [
        _filled(
            {
                "@type": "Article",
                "headline": it.title,
                "datePublished": it.note,
                "url": _url(chrome, it.url),
            }
        )
        for it in list(links)[:_ARTICLES]
    ]


def _url(chrome: Chrome, url: str) -> str:
    """Absolute where the site knows its address, else as the page's own links have it."""
    base = chrome.canonical.removesuffix(chrome.path) if chrome.canonical else chrome.root
    return base + url


def _filled(thing: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in thing.items() if value}


def _script(data: dict[str, Any]) -> Markup:
    """No text in it can end the element: "<" is spelt as an escape (HTML, 4.12.1.3)."""
    text = msgspec.json.encode(_filled(data)).decode().replace("<", "\\u003c")
    return Markup(f'<script type="application/ld+json">{text}</script>\n')
