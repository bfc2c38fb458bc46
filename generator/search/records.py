"""What passes between the steps of indexing."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec

Terms = tuple[tuple[str, int], ...]
"""(term, mark), each term once; any order; in characters, which the writer of shards orders by units."""


class Tokens(msgspec.Struct, frozen=True, array_like=True):
    """The terms of one document with their marks (docs/search.md, “A posting”)."""

    pairs: bytes = b""
    """Terms of two units: first << 16 | second as little-endian uint32, ascending, each once."""
    pair_marks: bytes = b""
    """A byte each."""
    others: Terms = ()
    """Terms of one unit or of more than two."""


class Part(msgspec.Struct, frozen=True, array_like=True):
    """A stretch of an article as results show it."""

    text: str
    """Blocks divided by line feeds."""
    sentences: tuple[str | int, ...]
    """id, offset, id, offset …: where sentences begin, code units of `text`."""


class ArticleEntry(msgspec.Struct, frozen=True, array_like=True):
    """All that the index holds of one article but what others decide (URL, topics)."""

    tokens: Tokens
    parts: tuple[Part, ...]


class Numbered(NamedTuple):
    """A document of one of the two spaces, numbered, with its terms; facets and keys included."""

    number: int
    tokens: Tokens


class SearchFile(NamedTuple):
    """A file of the index, which is made only if it does not stand published."""

    path: str
    """Relative to the site's root."""
    key: bytes
    """All that it is made of: the same key always makes the same bytes."""
    make: Callable[[], bytes]
