"""What the editor says of the data files, and where they stand."""

from __future__ import annotations

from typing import Literal

import msgspec

DATA = "data/"
DATABASE = f"{DATA}jingwei.sqlite"
METADATA = f"{DATA}metadata.json"

Format = Literal["jsonl", "csv", "sqlite"]
Index = Literal["full", "light"]
"""full: indices, and full text of all sentences; light: full text of titles and names only."""

NOT_IN_CSV = frozenset({"sentences"})
"""Sentences have their mentions inside them, for which a table has no place."""

LIGHT_FROM = 20_000
"""Sentences from which `auto` is light. Indices and full text of so many take a build a quarter of
a second, and any edit makes them anew; without them a query reads every row, which at fifty
thousand sentences takes SQLite some ten milliseconds.
"""


class DataSettings(msgspec.Struct, frozen=True):
    """`[data]` of site.toml."""

    formats: tuple[Format, ...] = ("jsonl", "csv", "sqlite")
    index: Literal["auto", "full", "light"] = "auto"
    licence: str = ""
    """Under which the data may be used, in the editor's words."""

    def index_for(self, sentences: int) -> Index:
        """How the database of so many sentences is indexed."""
        if self.index == "auto":
            return "full" if sentences <= LIGHT_FROM else "light"
        return self.index


def topic_data(url: str) -> str:
    """URL of the statements of the topic at `url`."""
    return f"{url}data.jsonl"


def topic_feed(url: str) -> str:
    """URL of the feed of the topic at `url`."""
    return f"{url}feed.xml"
