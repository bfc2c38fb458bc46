"""Where the site's own pages stand, and which of them its navigation names."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.knowledge import EntityKind, Knowledge
from generator.present.compose.years import is_dated
from generator.present.data.settings import DATA
from generator.weave.addresses import FOLDERS

HOME = ""
TOPICS = "topics/"
ARTICLES = "articles/"
PAGES = "pages/"
TAGS = "tags/"
INDEX = "index/"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
TIMELINE = "timeline/"
FIGURES = "figures/"
QUOTES = "quotes/"
WORDING = "wording/"
GRAPH = "graph/"
QUALITY = "quality/"


class Kind(NamedTuple):
    """An index of names."""

    title: str
    url: str
    kinds: tuple[EntityKind, ...]


KINDS = (
    Kind("人物", f"{FOLDERS['person']}/", ("person",)),
    Kind("机构", f"{FOLDERS['organisation']}/", ("organisation",)),
    Kind("地方", f"{FOLDERS['place']}/", ("place",)),
    Kind("文件", f"{FOLDERS['document']}/", ("document",)),
    Kind("词语", f"{FOLDERS['term']}/", ("term", "programme")),
)

_BELOW_INDEX = frozenset((*(it.url for it in KINDS), TAGS, QUOTES, WORDING, GRAPH, QUALITY, DATA))
"""Pages to which the index leads: the navigation shows it as the place one is at."""


def navigation(knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    """(title, URL) of what every page's head leads to."""
    facts = knowledge.facts
    wanted = (
        ("专题", TOPICS, bool(knowledge.topics)),
        ("文章", ARTICLES, True),
        ("大事", TIMELINE, is_dated(knowledge)),
        ("数字", FIGURES, any(it.figures for it in facts)),
        ("原页", PAGES, bool(knowledge.ledgers)),
        ("索引", INDEX, True),
    )
    return tuple((title, url) for title, url, wants in wanted if wants)


def room_of(path: str) -> str:
    """The entry of the navigation under which a page stands."""
    room = path.partition("/")[0] + "/"
    return INDEX if room in _BELOW_INDEX else room
