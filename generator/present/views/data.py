"""The data page, and files of data that are put together of parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from generator.present.views.pieces import Chrome, TermLink


class ColumnView(msgspec.Struct, frozen=True, array_like=True):
    """A field of a table."""

    name: str
    type: str
    words: str
    """What it says, in Chinese."""


class DataFileView(msgspec.Struct, frozen=True, array_like=True):
    """A file to take away."""

    url: str
    format: str
    """JSON Lines, CSV, SQLite …"""


class TableView(msgspec.Struct, frozen=True, array_like=True):
    """A table: what a row is, its fields, the files that hold it."""

    name: str
    title: str
    words: str
    rows: int
    files: tuple[DataFileView, ...]
    columns: tuple[ColumnView, ...]


class DataView(msgspec.Struct, frozen=True, array_like=True, tag="data"):
    chrome: Chrome
    tables: tuple[TableView, ...]
    topics: tuple[tuple[TermLink, tuple[TermLink, ...]], ...]
    """(topic, its files)."""
    database: str
    """URL of the SQLite file; empty if the site has none."""
    metadata: str
    searched: bool
    """Whether all sentences can be searched by full text, not only titles and names."""
    licence: str = ""


Piece = bytes | bytearray | memoryview


class DataPart(NamedTuple):
    """What one article adds to a file."""

    data: bytes | memoryview
    note: bytes = b""
    """What joining has to know of it."""


class Joined(NamedTuple):
    """A file, and where in it the first part begins; the others follow without a gap."""

    pieces: Sequence[Piece]
    """One behind the other; megabytes that stood in the file before are not copied together."""
    start: int

    @property
    def data(self) -> bytes:
        """All of it."""
        return b"".join(self.pieces)


class DataFile(NamedTuple):
    """A file made of parts, of which those that are known from the file as it stands are copied."""

    path: str
    key: bytes
    """All that the file is made of: the same key is always the same bytes."""
    parts: Sequence[bytes]
    """Key of each part."""
    make: Callable[[int], DataPart]
    join: Callable[[Iterable[DataPart], bytes], Joined]
    """The parts, and what `base` makes; without one, nothing."""
    base: tuple[bytes, Callable[[], bytes]] | None = None
    """Digest of what few edits change, and what makes it."""
