"""Articles, lists of them, entities, the index."""

from __future__ import annotations

import msgspec

from generator.present.views.pieces import (
    ArticleCard,
    BacklinkView,
    Chrome,
    Pager,
    QuoteView,
    TermLink,
)


class OutlineItem(msgspec.Struct, frozen=True, array_like=True):
    """One heading of the article's contents."""

    title: str
    anchor: str
    level: int


class ArticleView(msgspec.Struct, frozen=True, array_like=True, tag="article"):
    chrome: Chrome
    title: str
    article: bytes
    """The Article, encoded: its digest is part of the view's; decoded only when rendered."""
    annotations: bytes
    links: tuple[tuple[int, int, int, str, str], ...]
    """(block, start, end, URL, title of the target): first mentions."""
    addresses: tuple[tuple[str, str], ...]
    """Links as written -> site-relative or external URL; a link that leads nowhere is left out."""
    tags: tuple[TermLink, ...]
    topics: tuple[TermLink, ...]
    concepts: tuple[TermLink, ...]
    backlinks: tuple[BacklinkView, ...]
    newer: TermLink | None
    older: TermLink | None
    source_pages: tuple[TermLink, ...]
    characters: int
    findings: bytes = b""
    """Findings, encoded as the article is; empty: nothing was read from it."""


class ListView(msgspec.Struct, frozen=True, array_like=True, tag="list"):
    """All articles, or those of a tag: one page of them."""

    chrome: Chrome
    kind: str
    """articles | tag"""
    title: str
    articles: tuple[ArticleCard, ...]
    total: int
    pager: Pager | None = None


class TagsView(msgspec.Struct, frozen=True, array_like=True, tag="tags"):
    chrome: Chrome
    tags: tuple[TermLink, ...]


class EntityGroup(msgspec.Struct, frozen=True, array_like=True):
    """Mentions in one article."""

    article: TermLink
    topics: tuple[TermLink, ...]
    quotes: tuple[QuoteView, ...]
    total: int
    """All mentions; `quotes` may show fewer on this page, the pager leads to the rest."""


class EntityView(msgspec.Struct, frozen=True, array_like=True, tag="entity"):
    """A term, person, organisation or place."""

    chrome: Chrome
    kind: str
    """term | person | organisation | place"""
    title: str
    aliases: tuple[str, ...]
    note: str
    """The editor's word from the authority file; empty for what was found by machine."""
    found_by: str
    """editor | recurrence: a machine's find is marked as such."""
    groups: tuple[EntityGroup, ...]
    topics: tuple[TermLink, ...]
    total: int
    article_count: int
    pager: Pager | None = None


class IndexEntry(msgspec.Struct, frozen=True, array_like=True):
    """One line of the A–Z index."""

    title: str
    url: str
    kind: str
    """topic | article | term | person | organisation | place | tag"""
    pinyin: str
    see: str = ""
    """For an alias: the name it leads to."""


class IndexLetter(msgspec.Struct, frozen=True, array_like=True):
    letter: str
    """A … Z, or #."""
    entries: tuple[IndexEntry, ...]


class IndexView(msgspec.Struct, frozen=True, array_like=True, tag="index"):
    chrome: Chrome
    letters: tuple[IndexLetter, ...]
    """Of this page."""
    alphabet: tuple[TermLink, ...]
    """Every letter that has entries, with the page it stands on."""
    total: int
    pager: Pager | None = None
