"""A topic as a book."""

from __future__ import annotations

import msgspec

from generator.present.views.pieces import Proof, QuoteView, TermLink
from generator.present.views.statements import StatementsView
from generator.present.views.topics import SourceGroup


class NoteView(msgspec.Struct, frozen=True, array_like=True):
    """What a statement rests on: the sentence, and where it was printed."""

    article: str
    """The article's title."""
    source: str
    date: str
    page: str
    """第2版，原页第29行; as far as it is known."""
    text: str
    proof: Proof
    url: str
    """To the sentence on the article's page."""


class SourceEntry(msgspec.Struct, frozen=True, array_like=True):
    """An article in the list of sources."""

    words: str
    """After GB/T 7714."""
    url: str


class BookView(msgspec.Struct, frozen=True, array_like=True):
    """All that a book says but its notes, which are asked for as statements refer to them."""

    title: str
    url: str
    """Of the topic's page."""
    site_title: str
    base_url: str
    """Absolute, with a slash at its end; empty: the book leads nowhere."""
    language: str
    kind: str
    aliases: tuple[str, ...]
    intro_html: str
    """The editor's introduction, safe HTML."""
    first_date: str
    last_date: str
    article_count: int
    passage_count: int
    terms: tuple[str, ...]
    where: tuple[TermLink, ...]
    key_quotes: tuple[QuoteView, ...]
    statements: StatementsView
    names: tuple[tuple[str, tuple[TermLink, ...]], ...]
    groups: tuple[SourceGroup, ...]
    sources: tuple[SourceEntry, ...]
