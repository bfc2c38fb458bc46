"""View models: one frozen type a template, complete in itself.

A view's encoded bytes are the key under which its page is memoised, so whatever a page shows
must be in its view and nothing else may be. All URLs are relative to the site's root, without a
leading slash ("articles/x/#s1"); templates put `chrome.root` before them.
"""

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
    """BCP 47, of the interface and the text: zh-Hans."""
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


class Pager(msgspec.Struct, frozen=True, array_like=True):
    """Where this page stands in a list that goes over several."""

    number: int
    total: int
    previous: str = ""
    next: str = ""
    pages: tuple[NavItem, ...] = ()


class HomeView(msgspec.Struct, frozen=True, array_like=True, tag="home"):
    chrome: Chrome
    intro: str
    topics: tuple[TopicCard, ...]
    articles: tuple[ArticleCard, ...]
    """Latest first, at most twelve."""
    concepts: tuple[TermLink, ...]
    """What the topics share, most shared first."""
    article_count: int
    topic_count: int
    page_count: int
    sentence_count: int
    crossings: tuple[tuple[int, int, int], ...] = ()
    """(index into `articles`, index into `topics`, passages): the weave shown on the home page."""


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


class BacklinkView(msgspec.Struct, frozen=True, array_like=True):
    """A sentence of another page that names this one."""

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
    pager: Pager | None = None


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


View = (
    HomeView
    | TopicsView
    | TopicView
    | ArticleView
    | ListView
    | TagsView
    | EntityView
    | IndexView
    | SourcePageView
    | PagesView
    | NotFoundView
    | RedirectView
    | FeedView
    | SitemapView
)


class PageView(msgspec.Struct, frozen=True):
    """A view and the file it becomes."""

    path: str
    """Of the output file, relative to the site's root: articles/x/index.html."""
    view: View
