"""Files as bytes -> articles and topics; what can't be decoded becomes a problem of its file."""

from __future__ import annotations

import msgspec

from generator.model.article import Article
from generator.model.knowledge import TopicPage
from generator.model.problem import Problem
from generator.model.source import SourceFile
from generator.restore.authored import parse_article, parse_topic
from generator.text.decode import Undecodable, decode


class Parsed(msgspec.Struct, frozen=True, array_like=True):
    """What one Markdown article gave; no article if it is a draft or can't be read."""

    article: Article | None
    problems: tuple[Problem, ...]


class ParsedTopic(msgspec.Struct, frozen=True, array_like=True):
    """What one topic file gave."""

    topic: TopicPage | None
    problems: tuple[Problem, ...]


def parse_file(file: SourceFile) -> Parsed:
    """Decode an article's file and parse it."""
    text = decode(file.data)
    if isinstance(text, Undecodable):
        return Parsed(None, (text.at(file.path),))
    return Parsed(*parse_article(text.text, file.path))


def parse_topic_leaf(encoded: bytes) -> bytes:
    """SourceFile of a topic -> ParsedTopic."""
    file = msgspec.msgpack.decode(encoded, type=SourceFile)
    text = decode(file.data)
    if isinstance(text, Undecodable):
        return msgspec.msgpack.encode(ParsedTopic(None, (text.at(file.path),)))
    topic, problems = parse_topic(text.text, file.path)
    return msgspec.msgpack.encode(ParsedTopic(topic, problems))
