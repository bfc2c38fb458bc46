"""Pieces of pages that several kinds of page share."""

from __future__ import annotations

import msgspec


class Crumb(msgspec.Struct, frozen=True, array_like=True):
    """One step of the way from home to this page."""

    title: str
    url: str


class NavItem(msgspec.Struct, frozen=True, array_like=True):
    """One entry of the site's navigation."""

    title: str
    url: str
    current: bool = False


class Chrome(msgspec.Struct, frozen=True, array_like=True):
    """What surrounds every page."""

    site_title: str
    tagline: str
    language: str
    """BCP 47, of the texts: zh-Hans."""
    root: str
    """"" on the home page, "../../" two levels down; on 404 with base_url the site's absolute path."""
    title: str
    """Of this page, without the site's."""
    description: str
    path: str
    """This page's own site-relative URL."""
    nav: tuple[NavItem, ...]
    crumbs: tuple[Crumb, ...] = ()
    canonical: str = ""
    """Absolute URL; empty without base_url."""
    feed: str = ""
    """Site-relative URL of the Atom feed; empty without base_url."""
    styles: str = ""
    """Site-relative URL of the style sheet, with its digest in the name."""
    script: str = ""
    icon: str = ""
    picture: str = ""
    """Absolute URL of the share picture; empty: there is none."""
    interface: str = ""
    """BCP 47, of the interface; empty: that of the texts."""
    twin: str = ""
    """BCP 47, of the same page in the other script; empty: there is none."""


class Proof(msgspec.Struct, frozen=True, array_like=True):
    """How `check` finds a quoted text in its source again; goes into data- attributes.

    source: path of the source file, relative to the content folder.
    pieces: for a newspaper page, "29:0-40 41:0-25": line:start-end in code points, in reading
    order; empty for authored Markdown.
    repairs: JSON [[start, end, "shown"], …], edits of the pieces put together; "" if none.
    """

    source: str
    pieces: str = ""
    repairs: str = ""


class QuoteView(msgspec.Struct, frozen=True, array_like=True):
    """A sentence of an article, quoted elsewhere."""

    text: str
    proof: Proof
    url: str
    """To the sentence on the article's page."""
    article: str
    """The article's title."""
    article_url: str
    date: str = ""
    source: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    """Spans of `text` to highlight: the term for which it is quoted."""
    context: str = ""
    """Heading of the section it stands in."""


class TermLink(msgspec.Struct, frozen=True, array_like=True):
    """A link to a page with a count."""

    title: str
    url: str
    count: int = 0
    note: str = ""


class ArticleCard(msgspec.Struct, frozen=True, array_like=True):
    """An article in a list."""

    title: str
    url: str
    kicker: str = ""
    date: str = ""
    source: str = ""
    byline: str = ""
    summary: str = ""
    """The article's first sentence, unchanged."""
    proof: Proof | None = None
    tags: tuple[TermLink, ...] = ()
    characters: int = 0
    restored: bool = False


class TellingFigure(msgspec.Struct, frozen=True, array_like=True):
    """One amount that tells something of a topic."""

    measure: str
    text: str
    """The amount as its source has it."""
    proof: Proof
    url: str
    """To its sentence."""
    value: str
    """In base units: LOW or LOW/HIGH."""
    unit: str
    when: str = ""
    """EDTF."""
    aim: bool = False


class TopicCard(msgspec.Struct, frozen=True, array_like=True):
    """A topic in a list. lead: first sentence of the editor's introduction."""

    title: str
    url: str
    lead: str
    articles: int
    passages: int
    first_date: str = ""
    last_date: str = ""
    concepts: tuple[TermLink, ...] = ()
    """Concepts it shares with other topics."""
    figure: TellingFigure | None = None


class Pager(msgspec.Struct, frozen=True, array_like=True):
    """Where this page stands in a list that goes over several."""

    number: int
    total: int
    previous: str = ""
    next: str = ""
    pages: tuple[NavItem, ...] = ()


class BacklinkView(msgspec.Struct, frozen=True, array_like=True):
    """A sentence of another page that names this one."""

    quote: QuoteView
