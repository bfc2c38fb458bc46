"""Home and topics."""

from __future__ import annotations

import msgspec

from generator.present.views.drawings import LoomView, StripView, WeaveView
from generator.present.views.pieces import (
    ArticleCard,
    BacklinkView,
    Chrome,
    Pager,
    QuoteView,
    TermLink,
    TopicCard,
)
from generator.present.views.statements import StatementsView


class HomeView(msgspec.Struct, frozen=True, array_like=True, tag="home"):
    chrome: Chrome
    intro: str
    topics: tuple[TopicCard, ...]
    """At most 24."""
    articles: tuple[ArticleCard, ...]
    """Latest first, at most twelve."""
    concepts: tuple[TermLink, ...]
    """What the topics share, most shared first."""
    article_count: int
    topic_count: int
    page_count: int
    sentence_count: int
    weave: WeaveView | None = None
    """None: no article belongs to a topic."""
    strip: StripView | None = None
    """The last years of the timeline."""
    earlier: int = 0
    """Years before these."""


class TopicsView(msgspec.Struct, frozen=True, array_like=True, tag="topics"):
    chrome: Chrome
    topics: tuple[TopicCard, ...]


class PassageView(msgspec.Struct, frozen=True, array_like=True):
    """One paragraph that belongs to a topic, shown by the sentence that says so."""

    quote: QuoteView
    reason: str
    """为何入选: 词语“党建” / 小标题 …"""


class AspectView(msgspec.Struct, frozen=True, array_like=True):
    """Passages under one heading of one article."""

    heading: str
    """Empty: before the article's first heading."""
    url: str
    passages: tuple[PassageView, ...]


class SourceGroup(msgspec.Struct, frozen=True, array_like=True):
    """A topic's passages in one article."""

    article: ArticleCard
    aspects: tuple[AspectView, ...]


class RelatedView(msgspec.Struct, frozen=True, array_like=True):
    """Another topic and what both share, told by a sentence of each side."""

    title: str
    url: str
    concept: str
    concept_url: str
    here_count: int
    there_count: int
    here: QuoteView
    there: QuoteView


class TogetherView(msgspec.Struct, frozen=True, array_like=True):
    """Another topic and a sentence that names both."""

    topic: TermLink
    """With how many articles are about both."""
    quote: QuoteView


class TopicView(msgspec.Struct, frozen=True, array_like=True, tag="topic"):
    chrome: Chrome
    title: str
    kind: str
    aliases: tuple[str, ...]
    intro_html: str
    """The editor's introduction, safe HTML."""
    key_quotes: tuple[QuoteView, ...]
    first_date: str
    last_date: str
    article_count: int
    passage_count: int
    terms: tuple[str, ...]
    """Terms that select the passages."""
    concepts: tuple[TermLink, ...]
    groups: tuple[SourceGroup, ...]
    related: tuple[RelatedView, ...]
    little_shared: tuple[TermLink, ...]
    """Topics with which nothing is shared: said, not hidden."""
    backlinks: tuple[BacklinkView, ...]
    sources: tuple[TermLink, ...]
    """Source pages behind the articles."""
    statements: StatementsView = StatementsView()
    together: tuple[TogetherView, ...] = ()
    """Topics that a sentence names with this one."""
    beside: tuple[TermLink, ...] = ()
    """Topics of which the same articles tell, with their number."""
    names: tuple[tuple[str, tuple[TermLink, ...]], ...] = ()
    """(kind, those of it that its sentences name, the most frequent first)."""
    where: tuple[TermLink, ...] = ()
    graph: LoomView | None = None
    files: tuple[TermLink, ...] = ()
    """Feed and data of this topic."""
    articles: tuple[TermLink, ...] = ()
    """Those with a passage, their dates as notes: for the page's JSON-LD."""
    above: str = ""
    """URL of the first page, if this is a further one."""
    pager: Pager | None = None
    children: tuple[TermLink, ...] = ()
    """Topics right below it."""
