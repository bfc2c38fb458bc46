"""Where the site's own pages stand, and which of them its navigation names."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.knowledge import EntityKind, Knowledge
from generator.present import views
from generator.present.compose.tally import Tally
from generator.present.data.settings import DATA
from generator.present.texts import text
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

    url: str
    kinds: tuple[EntityKind, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        return text(f"kinds.{self.kinds[0]}")


KINDS = (
    Kind(f"{FOLDERS['person']}/", ("person",)),
    Kind(f"{FOLDERS['organisation']}/", ("organisation",)),
    Kind(f"{FOLDERS['place']}/", ("place",)),
    Kind(f"{FOLDERS['document']}/", ("document",)),
    Kind(f"{FOLDERS['term']}/", ("term", "programme")),
)

_URLS = {
    "topics": TOPICS,
    "articles": ARTICLES,
    "timeline": TIMELINE,
    "figures": FIGURES,
    "pages": PAGES,
    "index": INDEX,
}
_BELOW_INDEX = frozenset((*(it.url for it in KINDS), TAGS, QUOTES, WORDING, GRAPH, QUALITY, DATA))
"""Pages to which the index leads: the navigation shows it as the place one is at."""


def navigation(knowledge: Knowledge, tally: Tally) -> tuple[tuple[str, str], ...]:
    """(title, URL) of what every page's head leads to."""
    wanted = {
        "topics": bool(knowledge.topics),
        "timeline": bool(tally.years),
        "figures": tally.figures > 0,
        "pages": bool(knowledge.ledgers),
    }
    return tuple(
        (text(f"nav.{room}"), url) for room, url in _URLS.items() if wanted.get(room, True)
    )


def crumb(room: str) -> views.Crumb:
    """A step of the way to a page: a place by its name in the catalogue."""
    return views.Crumb(text(f"nav.{room}"), _URLS[room])


def room_of(path: str) -> str:
    """The entry of the navigation under which a page stands."""
    room = path.partition("/")[0] + "/"
    return INDEX if room in _BELOW_INDEX else room
