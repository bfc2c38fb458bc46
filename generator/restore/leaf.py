"""Files as bytes -> articles and topics; what can't be decoded becomes a problem of its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from generator.model.article import Article
from generator.model.knowledge import TopicPage
from generator.model.problem import Level, Place, Problem, problem
from generator.model.source import SourceFile
from generator.restore.authored import as_it_stands, parse_article, parse_topic
from generator.text.decode import Undecodable, decode


class Parsed(msgspec.Struct, frozen=True, array_like=True):
    """What one Markdown article gave; no article if it is a draft or can't be read."""

    article: Article | None
    problems: tuple[Problem, ...]


class ParsedTopic(msgspec.Struct, frozen=True, array_like=True):
    """What one topic file gave."""

    topic: TopicPage | None
    problems: tuple[Problem, ...]


Lost = Callable[[bytes, Sequence[str]], str]
"""A file, the texts read from it -> words of theirs that it does not hold; empty: it holds all."""


def _nothing(_file: bytes, _texts: Sequence[str]) -> str:
    return ""


def parse_file(file: SourceFile, lost: Lost = _nothing) -> Parsed:
    """Decode an article's file and parse it; where something was lost, it is shown as written."""
    text = decode(file.data)
    if isinstance(text, Undecodable):
        return Parsed(None, (text.at(file.path),))
    article, problems = parse_article(text.text, file.path)
    if article is None or any(it.level is Level.ERROR for it in problems):
        return Parsed(article, problems)
    if words := lost(file.data, [it.text for it in article.blocks]):
        article = as_it_stands(article, text.text)
        place = Place(file.path, needle=words.strip("…")[:_NEEDLE])
        problems = (*problems, problem("markdown-as-written", place, words=words))
    return Parsed(article, problems)


_NEEDLE = 8
"""Characters before the first that is lost: what is behind is not in the file."""


def parse_topic_leaf(encoded: bytes) -> bytes:
    """SourceFile of a topic -> ParsedTopic."""
    file = msgspec.msgpack.decode(encoded, type=SourceFile)
    text = decode(file.data)
    if isinstance(text, Undecodable):
        return msgspec.msgpack.encode(ParsedTopic(None, (text.at(file.path),)))
    topic, problems = parse_topic(text.text, file.path)
    return msgspec.msgpack.encode(ParsedTopic(topic, problems))
