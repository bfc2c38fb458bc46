"""View models: one frozen type a template, complete in itself.

A view's encoded bytes are the key under which its page is memoised, so whatever a page shows
must be in its view and nothing else may be. All URLs are relative to the site's root, without a
leading slash ("articles/x/#s1"); templates put `chrome.root` before them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from generator.present.views.audit import (
    AsideView,
    AuditView,
    DoubtView,
    FeedEntry,
    FeedView,
    FlagView,
    GapView,
    JoinView,
    LineView,
    NotFoundView,
    PagesView,
    PieceView,
    QuestionView,
    RedirectView,
    RepairView,
    SitemapView,
    SourcePageView,
)
from generator.present.views.data import (
    ColumnView,
    DataFile,
    DataFileView,
    DataPart,
    DataView,
    Joined,
    Piece,
    TableView,
)
from generator.present.views.indexes import IndexPage
from generator.present.views.pieces import (
    ArticleCard,
    BacklinkView,
    Chrome,
    Crumb,
    NavItem,
    Pager,
    Proof,
    QuoteView,
    TellingFigure,
    TermLink,
    TopicCard,
)
from generator.present.views.reading import (
    ArticleView,
    CompanionView,
    EntityGroup,
    EntityView,
    GroundView,
    IndexEntry,
    IndexLetter,
    IndexView,
    ListView,
    OutlineItem,
    RelatedArticle,
    TagsView,
    TopicTurn,
)
from generator.present.views.statements import (
    CiteView,
    FigureGroupView,
    FigureView,
    MomentView,
    More,
    OfficeView,
    PaperView,
    PartView,
    ProgrammeView,
    RelationView,
    SpeechView,
    StatementsView,
    TimeView,
    WordingView,
    WordsView,
)
from generator.present.views.topics import (
    AspectView,
    HomeView,
    PassageView,
    RelatedView,
    SourceGroup,
    TogetherView,
    TopicsView,
    TopicView,
)

__all__ = [
    "ArticleCard",
    "ArticleView",
    "AsideView",
    "AspectView",
    "AuditView",
    "BacklinkView",
    "Chrome",
    "CiteView",
    "ColumnView",
    "CompanionView",
    "Crumb",
    "DataFile",
    "DataFileView",
    "DataPart",
    "DataView",
    "DoubtView",
    "EntityGroup",
    "EntityView",
    "FeedEntry",
    "FeedView",
    "FigureGroupView",
    "FigureView",
    "FlagView",
    "GapView",
    "GroundView",
    "HomeView",
    "IndexEntry",
    "IndexLetter",
    "IndexPage",
    "IndexView",
    "JoinView",
    "Joined",
    "LaterMany",
    "LaterPage",
    "LaterPages",
    "LineView",
    "ListView",
    "MomentView",
    "More",
    "NavItem",
    "NotFoundView",
    "OfficeView",
    "OutlineItem",
    "PageView",
    "Pager",
    "PagesView",
    "PaperView",
    "PartView",
    "PassageView",
    "Piece",
    "PieceView",
    "ProgrammeView",
    "Proof",
    "QuestionView",
    "QuoteView",
    "RedirectView",
    "RelatedArticle",
    "RelatedView",
    "RelationView",
    "RepairView",
    "SitemapView",
    "SourceGroup",
    "SourcePageView",
    "SpeechView",
    "StatementsView",
    "TableView",
    "TagsView",
    "TellingFigure",
    "TermLink",
    "TimeView",
    "TogetherView",
    "TopicCard",
    "TopicTurn",
    "TopicView",
    "TopicsView",
    "View",
    "WordingView",
    "WordsView",
]

View = (
    HomeView
    | TopicsView
    | TopicView
    | ArticleView
    | ListView
    | TagsView
    | EntityView
    | PartView
    | IndexView
    | SourcePageView
    | PagesView
    | NotFoundView
    | RedirectView
    | DataView
    | FeedView
    | SitemapView
    | IndexPage
)


class PageView(msgspec.Struct, frozen=True):
    """A view and the file it becomes."""

    path: str
    """Of the output file, relative to the site's root: articles/x/index.html."""
    view: View


class LaterPage(NamedTuple):
    """A page that is composed only if it can't be the one that stands published."""

    path: str
    key: Callable[[], bytes]
    """All that the view is made of, encoded: the same key always makes the same view."""
    make: Callable[[], View]
    around: bytes = b""
    """More than that, in short: where it is the same, so is the key. Empty: not known."""


class LaterMany(NamedTuple):
    """Pages of which none need be asked for by itself if nothing around them has changed."""

    path: str
    """A name for them all."""
    around: bytes
    """All that they are made of, in short; empty: not known."""
    make: Callable[[], Iterator[PageView | LaterPage | LaterPages]]
    """The pages; fills `urls`."""
    urls: list[str]
    """Of the pages, for the site map. Whoever does not call `make` fills it as it did."""


class LaterPages(NamedTuple):
    """Pages of which only composing tells how many they are; all of them, or none, are composed."""

    path: str
    """Of the first."""
    key: Callable[[], bytes]
    """All that they are made of, encoded: the same key always makes the same pages."""
    make: Callable[[], Iterator[PageView]]
    around: bytes = b""
    """As of a single page."""
