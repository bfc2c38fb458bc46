"""Files as bytes -> articles and topics; what can't be decoded becomes a problem of its file."""

from __future__ import annotations

import msgspec

from generator.forms.review import ReviewForm
from generator.forms.toml_text import read_toml
from generator.model.article import Article
from generator.model.knowledge import TopicPage
from generator.model.problem import Problem
from generator.model.source import PageFiles, SourceFile
from generator.restore.authored import parse_article, parse_topic
from generator.restore.page import PageText, Restored, restore
from generator.text.decode import Undecodable, decode


class Parsed(msgspec.Struct, frozen=True, array_like=True):
    """What one Markdown article gave; no article if it is a draft or can't be read."""

    article: Article | None
    problems: tuple[Problem, ...]


class ParsedTopic(msgspec.Struct, frozen=True, array_like=True):
    """What one topic file gave."""

    topic: TopicPage | None
    problems: tuple[Problem, ...]


class RestoredPage(msgspec.Struct, frozen=True, array_like=True):
    """What one newspaper page gave; nothing if it or its review can't be read."""

    restored: Restored | None
    problems: tuple[Problem, ...]


def restore_page(files: PageFiles) -> RestoredPage:
    """Decode both files, read the review, put the page together."""
    page = decode(files.page.data)
    problems: tuple[Problem, ...] = ()
    if isinstance(page, Undecodable):
        problems = (page.at(files.page.path),)
    form: ReviewForm | None = None
    review_path = ""
    if files.review is not None:
        review_path = files.review.path
        review = decode(files.review.data)
        if isinstance(review, Undecodable):
            return RestoredPage(None, (*problems, review.at(review_path)))
        form, found = read_toml(review.text, ReviewForm, review_path)
        problems += found
        if form is None:
            return RestoredPage(None, problems)
    if isinstance(page, Undecodable):
        return RestoredPage(None, problems)
    path = files.page.path
    stem = path.rpartition("/")[2].rpartition(".")[0]
    text = PageText(path, stem, page.text, page.encoding, files.page.digest, review_path)
    return RestoredPage(restore(text, form), problems)


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
