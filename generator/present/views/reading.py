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
from generator.present.views.statements import StatementsView


class OutlineItem(msgspec.Struct, frozen=True, array_like=True):
    """One heading of the article's contents."""

    title: str
    anchor: str
    level: int


class RelatedArticle(msgspec.Struct, frozen=True, array_like=True):
    """Another article, and why: a sentence of each side."""

    title: str
    url: str
    reason: str
    date: str
    here: QuoteView
    there: QuoteView


class TopicTurn(msgspec.Struct, frozen=True, array_like=True):
    """An article's neighbours by date among those about one topic."""

    topic: TermLink
    newer: TermLink | None
    older: TermLink | None


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
    related: tuple[RelatedArticle, ...] = ()
    turns: tuple[TopicTurn, ...] = ()
    """One for each topic that others are about as well."""


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
    above: tuple[str, ...] = ()
    """URLs of sentences that the page shows already, so that they are only linked."""


class CompanionView(msgspec.Struct, frozen=True, array_like=True):
    """A name that stands in the same sentences."""

    link: TermLink
    """With the number of these sentences; no URL: it has no page."""
    kind: str
    url: str
    """Of the first of them."""


class GroundView(msgspec.Struct, frozen=True, array_like=True):
    """Why mentions were taken for one."""

    words: str
    cites: tuple[str, ...]
    """URLs of the sentences that say so."""


class EntityView(msgspec.Struct, frozen=True, array_like=True, tag="entity"):
    """A term, person, organisation or place."""

    chrome: Chrome
    kind: str
    """term | person | organisation | place | document | programme"""
    title: str
    aliases: tuple[str, ...]
    note: str
    """The editor's word from the authority file; empty for what was found by machine."""
    found_by: str
    """editor | recurrence | text: a machine's find is marked as such."""
    groups: tuple[EntityGroup, ...]
    topics: tuple[TermLink, ...]
    total: int
    article_count: int
    pager: Pager | None = None
    apart: str = ""
    """What tells it from others of its name."""
    statements: StatementsView = StatementsView()
    companions: tuple[CompanionView, ...] = ()
    grounds: tuple[GroundView, ...] = ()
    offices: tuple[str, ...] = ()
    """Of a person, the latest first."""
    measured: str = ""
    """URL of the page with all amounts, of a term that is measured."""
    issuer: str = ""
    """Of a document, as texts say."""
    period: str = ""
    """Years for which a document is, EDTF."""
    above: str = ""
    """URL of the first page, if this is a further one."""
    more_companions: bool = False
    """Others stand in one sentence with it less often."""


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
    rooms: tuple[TermLink, ...] = ()
    """The indexes of one kind each."""
