"""Encoded files -> encoded articles with annotations: the pure leaves that workers run.

Restoring or parsing and annotating is one leaf, for the one is never wanted without the other.
Terms are a leaf of their own: only articles that a topic is about are asked for them, and an
edit of the author's lexicon undoes no sentence.
"""

from __future__ import annotations

import functools

import msgspec

from generator.annotate.article import annotate
from generator.model.annotation import Annotations, Term
from generator.model.article import Article
from generator.model.ledger import Ledger
from generator.model.part import Part
from generator.model.problem import Problem
from generator.model.source import PageFiles, SourceFile
from generator.restore.leaf import parse_file

Terms = tuple[Term, ...]


class TermsWanted(msgspec.Struct, frozen=True, array_like=True):
    """An annotated article, encoded, and the words the author added to the dictionary."""

    article: bytes
    annotations: bytes
    lexicon: tuple[tuple[str, int | None, str], ...] = ()


class Annotated(msgspec.Struct, frozen=True, array_like=True):
    """An article and its annotations, each encoded: the page that shows them holds them so."""

    article: bytes
    annotations: bytes


class AuthoredFile(msgspec.Struct, frozen=True, array_like=True):
    """What one Markdown article gave; none if it is a draft or can't be read."""

    annotated: Annotated | None
    problems: tuple[Problem, ...]


class RestoredFile(msgspec.Struct, frozen=True, array_like=True):
    """What one newspaper page gave."""

    annotated: tuple[Annotated, ...]
    ledger: Ledger | None
    problems: tuple[Problem, ...]
    parts: tuple[Part, ...] = ()
    """Which of the articles belong to articles of other pages."""


def authored_leaf(encoded: bytes) -> bytes:
    """SourceFile -> AuthoredFile."""
    parsed = parse_file(msgspec.msgpack.decode(encoded, type=SourceFile))
    annotated = _annotated(parsed.article) if parsed.article is not None else None
    return msgspec.msgpack.encode(AuthoredFile(annotated, parsed.problems))


def restored_leaf(encoded: bytes) -> bytes:
    """PageFiles -> RestoredFile."""
    # Not at the top: most sites have no newspaper page.
    from generator.restore.page_file import restore_page

    page = restore_page(msgspec.msgpack.decode(encoded, type=PageFiles))
    if page.restored is None:
        return msgspec.msgpack.encode(RestoredFile((), None, page.problems))
    annotated = tuple(map(_annotated, page.restored.articles))
    problems = (*page.problems, *page.restored.problems)
    file = RestoredFile(annotated, page.restored.ledger, problems, page.restored.parts)
    return msgspec.msgpack.encode(file)


def _annotated(article: Article) -> Annotated:
    return Annotated(msgspec.msgpack.encode(article), msgspec.msgpack.encode(annotate(article)))


def terms_leaf(encoded: bytes) -> bytes:
    """TermsWanted -> Terms."""
    # Not at the top: the segmenter's dictionary is loaded where there is something to segment.
    from generator.annotate.terms import find_terms
    from generator.text.segment import Word

    wanted = msgspec.msgpack.decode(encoded, type=TermsWanted)
    article = _articles().decode(wanted.article)
    sentences = msgspec.msgpack.decode(wanted.annotations, type=Annotations).sentences
    lexicon = tuple(Word(*word) for word in wanted.lexicon)
    return msgspec.msgpack.encode(find_terms(article, sentences, lexicon))


@functools.cache
def _articles() -> msgspec.msgpack.Decoder[Article]:
    return msgspec.msgpack.Decoder(Article)
