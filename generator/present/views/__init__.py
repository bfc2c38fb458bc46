"""View models: one frozen type a template, complete in itself.

A view's encoded bytes are the key under which its page is memoised, so whatever a page shows
must be in its view and nothing else may be. All URLs are relative to the site's root, without a
leading slash ("articles/x/#s1"); templates put `chrome.root` before them.
"""

from __future__ import annotations

from collections.abc import Callable
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
from generator.present.views.pieces import (
    ArticleCard,
    BacklinkView,
    Chrome,
    Crumb,
    NavItem,
    Pager,
    Proof,
    QuoteView,
    TermLink,
    TopicCard,
)
from generator.present.views.reading import (
    ArticleView,
    EntityGroup,
    EntityView,
    IndexEntry,
    IndexLetter,
    IndexView,
    ListView,
    OutlineItem,
    TagsView,
)
from generator.present.views.topics import (
    AspectView,
    HomeView,
    PassageView,
    RelatedView,
    SourceGroup,
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
    "Crumb",
    "DoubtView",
    "EntityGroup",
    "EntityView",
    "FeedEntry",
    "FeedView",
    "FlagView",
    "GapView",
    "HomeView",
    "IndexEntry",
    "IndexLetter",
    "IndexView",
    "JoinView",
    "LaterPage",
    "LineView",
    "ListView",
    "NavItem",
    "NotFoundView",
    "OutlineItem",
    "PageView",
    "Pager",
    "PagesView",
    "PassageView",
    "PieceView",
    "Proof",
    "QuestionView",
    "QuoteView",
    "RedirectView",
    "RelatedView",
    "RepairView",
    "SitemapView",
    "SourceGroup",
    "SourcePageView",
    "TagsView",
    "TermLink",
    "TopicCard",
    "TopicView",
    "TopicsView",
    "View",
]

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


class LaterPage(NamedTuple):
    """A page that is composed only if it can't be the one that stands published."""

    path: str
    key: bytes
    """All that the view is made of, encoded: the same key always makes the same view."""
    make: Callable[[], View]
