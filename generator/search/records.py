"""What passes between the steps of indexing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

INDEX_FOLDER = "search/i/"
"""Of shards and directory nodes, named by their content: no page links to them."""

Terms = Iterable[tuple[str, int]]
"""(term, mark), each term once; any order; in characters, which the writer of shards orders by units."""


class Tokens(msgspec.Struct, frozen=True, array_like=True):
    """The terms of one document with their marks (docs/search.md, “A posting”)."""

    pairs: bytes = b""
    """Terms of two units: first << 16 | second as little-endian uint32, ascending, each once."""
    pair_marks: bytes = b""
    """A byte each."""
    others: str = ""
    """The other terms: units alone, runs, keys, facets. Each ends in a line feed."""
    other_marks: bytes = b""

    def adding(self, terms: Terms) -> Tokens:
        """The same with other terms added."""
        more = list(terms)
        others = "".join([self.others, *[f"{term}\n" for term, _ in more]])
        marks = self.other_marks + bytes([mark for _, mark in more])
        return Tokens(self.pairs, self.pair_marks, others, marks)


class Part(msgspec.Struct, frozen=True, array_like=True):
    """A stretch of an article as results show it."""

    text: str
    """Blocks divided by line feeds."""
    sentences: tuple[str | int, ...]
    """id, offset, id, offset …: where sentences begin, code units of `text`."""


class ArticleEntry(msgspec.Struct, frozen=True, array_like=True):
    """All that the index holds of one article but what others decide (URL, topics)."""

    tokens: Tokens
    parts: tuple[int, ...]
    """Characters of each of its parts, which are cut anew where they are written (parts.py)."""


class Numbered(NamedTuple):
    """A document of one of the two spaces, numbered, with its terms; facets and keys included."""

    number: int
    tokens: Tokens


class About(NamedTuple):
    """What the manifest says beside the index itself."""

    articles: int
    names: int
    article_bits: int
    """Numbers of articles are less than 2 to the power of this."""
    name_bits: int
    article_shift: int
    name_shift: int
    """How far a number is shifted right to give its text file."""
    article_heads: int
    name_heads: int
    """The same for files of heads."""
    texts: bytes
    """Digest over all that the files of texts are made of, and fold.json."""


class SearchFile(NamedTuple):
    """A file of the index, which is made only if it does not stand published."""

    path: str
    """Relative to the site's root."""
    key: bytes
    """All that it is made of: the same key always makes the same bytes."""
    make: Callable[[], bytes]
