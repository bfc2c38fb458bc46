"""Source pages with their audit, and pages that only lead on or tell machines."""

from __future__ import annotations

import msgspec

from generator.present.views.pieces import ArticleCard, Chrome, TermLink


class LineView(msgspec.Struct, frozen=True, array_like=True):
    """One line of a source page and what became of it."""

    number: int
    text: str
    fate: str
    """placed | aside | unplaced; blank lines are not listed."""
    role: str
    article: str
    article_url: str
    """To the block; empty if unplaced."""
    ground: str
    by: str
    repairs: tuple[tuple[int, int, str, str, str], ...] = ()
    """(start, end, shown, kind, ground) in the line's own offsets."""
    flags: tuple[tuple[int, int, str], ...] = ()


class PieceView(msgspec.Struct, frozen=True, array_like=True):
    """line[start:end] of a source page, as it stands there."""

    line: int
    start: int
    end: int
    text: str
    cut: bool = False
    """More of the line stands before it, or behind it: whichever is not shown."""


class JoinView(msgspec.Struct, frozen=True, array_like=True):
    """A seam."""

    tail: PieceView
    """The end of the line before it."""
    head: PieceView
    """The beginning of the line behind it."""
    by: str
    sure: bool
    probability: float
    ground: str
    url: str
    """To the sentence that the seam runs through."""


class DoubtView(msgspec.Struct, frozen=True, array_like=True):
    """Text whose place in its article is not sure."""

    piece: PieceView
    """Its beginning."""
    kind: str
    """place | seam | offer, as of the article's doubts; title: whether it is one"""
    by: str
    probability: float | None
    ground: str
    characters: int
    article: str
    url: str
    """To where it stands now."""


class QuestionView(msgspec.Struct, frozen=True, array_like=True):
    """A line that breaks off, and what may follow; nobody has decided yet."""

    tail: PieceView
    heads: tuple[tuple[PieceView, float], ...]
    missing: float


class GapView(msgspec.Struct, frozen=True, array_like=True):
    line: int
    where: str
    """before | after"""
    ground: str
    url: str
    by: str = "editor"


class AsideView(msgspec.Struct, frozen=True, array_like=True):
    """A line kept out of the running text."""

    piece: PieceView
    role: str
    ground: str
    by: str


class RepairView(msgspec.Struct, frozen=True, array_like=True):
    piece: PieceView
    """What stands there; empty where something was put in."""
    around: PieceView
    """The same with a few characters on either side."""
    shown: str
    kind: str
    ground: str
    by: str


class FlagView(msgspec.Struct, frozen=True, array_like=True):
    piece: PieceView
    note: str
    by: str


class AuditView(msgspec.Struct, frozen=True, array_like=True):
    """Everything that was decided about a source page, or is still open."""

    joins: tuple[JoinView, ...] = ()
    """By line; the template tells those that are not sure first."""
    doubts: tuple[DoubtView, ...] = ()
    questions: tuple[QuestionView, ...] = ()
    gaps: tuple[GapView, ...] = ()
    asides: tuple[AsideView, ...] = ()
    unplaced: tuple[PieceView, ...] = ()
    repairs: tuple[RepairView, ...] = ()
    """Changes of width not among them."""
    widths: tuple[tuple[int, int], ...] = ()
    """(line, signs made full-width)."""
    flags: tuple[FlagView, ...] = ()
    arranged: tuple[int, ...] = ()
    """Lines that the program placed without joining them to what stands before."""


class SourcePageView(msgspec.Struct, frozen=True, array_like=True, tag="page"):
    chrome: Chrome
    title: str
    path: str
    digest: str
    encoding: str
    source: str
    date: str
    date_ground: str
    characters: int
    placed: int
    aside: int
    unplaced: int
    layout: int
    line_count: int
    """Non-blank lines."""
    unreviewed: int
    """Articles that no editor has confirmed."""
    articles: tuple[ArticleCard, ...]
    shares: tuple[tuple[int, int], ...]
    """For each article: characters whose place is sure, and all."""
    lines: tuple[LineView, ...]
    audit: AuditView


class PagesView(msgspec.Struct, frozen=True, array_like=True, tag="pages"):
    """All source pages, with their counts in `note`."""

    chrome: Chrome
    pages: tuple[TermLink, ...]


class NotFoundView(msgspec.Struct, frozen=True, array_like=True, tag="404"):
    chrome: Chrome


class RedirectView(msgspec.Struct, frozen=True, array_like=True, tag="redirect"):
    """An address that was used before; leads on without a server's help."""

    chrome: Chrome
    url: str
    """Where the page stands now."""


class FeedEntry(msgspec.Struct, frozen=True, array_like=True):
    title: str
    url: str
    """Absolute."""
    date: str
    summary: str


class FeedView(msgspec.Struct, frozen=True, array_like=True, tag="feed"):
    """Atom 1.0 (RFC 4287); only with base_url."""

    title: str
    language: str
    home: str
    self_url: str
    updated: str
    entries: tuple[FeedEntry, ...]


class SitemapView(msgspec.Struct, frozen=True, array_like=True, tag="sitemap"):
    """Sitemap protocol 0.9: absolute URL and last-modified day; only with base_url."""

    urls: tuple[tuple[str, str], ...]
