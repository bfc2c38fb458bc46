"""Encoded article and lexicon -> encoded annotations: a pure leaf for workers and memo."""

from __future__ import annotations

import functools

import msgspec

from generator.annotate.article import annotate
from generator.model.article import Article
from generator.text.segment import Lexicon, Word


class ToAnnotate(msgspec.Struct, frozen=True, array_like=True):
    """An article, encoded, and the words the author added to the dictionary."""

    article: bytes
    lexicon: tuple[tuple[str, int | None, str], ...] = ()


def annotate_leaf(encoded: bytes) -> bytes:
    """ToAnnotate -> Annotations."""
    asked = msgspec.msgpack.decode(encoded, type=ToAnnotate)
    article = _decoder().decode(asked.article)
    lexicon: Lexicon = tuple(Word(*word) for word in asked.lexicon)
    return msgspec.msgpack.encode(annotate(article, lexicon))


@functools.cache
def _decoder() -> msgspec.msgpack.Decoder[Article]:
    return msgspec.msgpack.Decoder(Article)
