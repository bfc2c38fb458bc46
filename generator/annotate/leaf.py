"""Encoded article -> encoded annotations or terms: pure leaves for workers and memo.

Terms are a leaf of their own: only articles that a topic is about are asked for them, and an
edit of the author's lexicon undoes no sentence.
"""

from __future__ import annotations

import functools

import msgspec

from generator.annotate.article import annotate
from generator.model.annotation import Annotations, Term
from generator.model.article import Article

Terms = tuple[Term, ...]


class TermsWanted(msgspec.Struct, frozen=True, array_like=True):
    """An annotated article, encoded, and the words the author added to the dictionary."""

    article: bytes
    annotations: bytes
    lexicon: tuple[tuple[str, int | None, str], ...] = ()


def annotate_leaf(encoded: bytes) -> bytes:
    """Article -> Annotations."""
    return msgspec.msgpack.encode(annotate(_articles().decode(encoded)))


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
