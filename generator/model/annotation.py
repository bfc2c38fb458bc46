"""Annotations: spans of an article with what they are. Surface text always equals the span."""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.model.article import ArticleId


class Span(msgspec.Struct, frozen=True, array_like=True):
    """The one way to point at text: code points [start, end) of a block of an article."""

    article: ArticleId
    block: int
    """Index into Article.blocks."""
    start: int
    end: int


class Sentence(msgspec.Struct, frozen=True, array_like=True):
    """One sentence: its anchor on the article page and its place."""

    id: str
    block: int
    start: int
    end: int


class Term(msgspec.Struct, frozen=True, array_like=True):
    """A term of the article and where it stands; sentences: index of each occurrence's sentence."""

    surface: str
    kind: Literal["lexicon", "recurring"]
    sentences: tuple[int, ...]


class Annotations(msgspec.Struct, frozen=True, array_like=True):
    """What annotate knows of one article, compact: the whole corpus of them is held in memory."""

    article: ArticleId
    sentences: tuple[Sentence, ...] = ()
    links: tuple[tuple[int, int, int, str], ...] = ()
    """(block, start, end, address as written) of every link and image."""
