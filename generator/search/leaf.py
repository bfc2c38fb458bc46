"""An annotated article -> its entry in the search index: a pure leaf that workers run.

Nothing of other articles is in it, so that an edit makes one entry anew.
"""

from __future__ import annotations

import functools

import msgspec

from generator.model.annotation import Annotations
from generator.model.article import Article
from generator.search.parts import parts, pieces
from generator.search.records import ArticleEntry, Part, Terms
from generator.search.sounds import keys
from generator.search.terms import facet
from generator.search.tokens import tokens

_BEST = 3
"""Impact of a key, part 0."""


class Indexed(msgspec.Struct, frozen=True, array_like=True):
    """An annotated article, each encoded."""

    article: bytes
    annotations: bytes


def search_leaf(encoded: bytes) -> bytes:
    """Indexed -> ArticleEntry."""
    article, annotations = _decoded(encoded)
    found = pieces(article, annotations.sentences)
    lengths = [0] * (found[-1].part + 1 if found else 1)
    for piece in found:
        lengths[piece.part] += len(piece.text)
    entry = ArticleEntry(tokens(article.title, found, _others(article)), tuple(lengths))
    return msgspec.msgpack.encode(entry)


def _others(article: Article) -> Terms:
    facets = [facet("kind", "article")]
    if article.source:
        facets.append(facet("source", article.source))
    if article.date:
        facets.append(facet("year", article.date[:4]))
    return (*((it, _BEST) for it in keys((article.title,))), *((it, 0) for it in facets))


def text_parts(article: Article, annotations: Annotations) -> tuple[Part, ...]:
    """What results show of the article, as the entry counts its parts."""
    return parts(pieces(article, annotations.sentences))


def warm() -> None:
    """Load the tables that the leaf needs, for workers to share."""
    keys(("行",))
    tokens("行", ())


def _decoded(encoded: bytes) -> tuple[Article, Annotations]:
    indexed, articles, annotations = _decoders()
    it = indexed.decode(encoded)
    return articles.decode(it.article), annotations.decode(it.annotations)


@functools.cache
def _decoders() -> tuple[
    msgspec.msgpack.Decoder[Indexed],
    msgspec.msgpack.Decoder[Article],
    msgspec.msgpack.Decoder[Annotations],
]:
    decoder = msgspec.msgpack.Decoder
    return decoder(Indexed), decoder(Article), decoder(Annotations)
