"""What all pages of a topic, and its book, are made of: its sentences and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from generator.model.article import Article, ArticleId
from generator.model.knowledge import Mention, Topic
from generator.present import views
from generator.present.apparatus import Apparatus
from generator.present.body import Setting, body
from generator.present.compose.desk import Desk
from generator.present.compose.neighbours import Neighbour, named_in
from generator.present.compose.sections import FIRST
from generator.present.compose.statements import statements_view
from generator.weave.foremost import Foremost, foremost, in_order
from generator.weave.key_sentences import key_sentences
from generator.weave.selection import selection
from generator.weave.statements import Selected, statements
from generator.weave.topics import selecting_words
from generator.weave.typical import typical


class Told(NamedTuple):
    """A topic's own sentences, and what they say."""

    chosen: tuple[Selected, ...]
    statements: views.StatementsView
    """All of them."""
    first: Foremost | None
    """Which of them the topic's page shows; None: as everywhere."""
    names: list[Neighbour]
    key: tuple[Mention, ...]


def told(desk: Desk, topic: Topic, measured: Mapping[str, str]) -> Told:
    """measured: measure -> URL of its page."""
    knowledge = desk.knowledge
    chosen = selection(knowledge, topic)
    words = selecting_words(topic.page)
    near = typical(knowledge, chosen)
    ordered = in_order(statements(knowledge, chosen), near, words)
    whole = statements_view(desk, ordered, measured)
    key = key_sentences(knowledge, chosen, words, typical=near)
    return Told(
        chosen=chosen,
        statements=msgspec.structs.replace(whole, many=len(chosen) > 1),
        first=foremost(knowledge, ordered, near, words, FIRST["timeline"], FIRST["quotes"]),
        names=named_in(knowledge, chosen),
        key=key,
    )


def intro(desk: Desk, index: int, topic: Topic, url: str) -> str:
    """The editor's introduction as HTML for the page at `url`."""
    page = topic.page
    holder = Article(ArticleId(page.id), page.title, page.path, page.intro)
    addresses = dict(desk.knowledge.topic_addresses[index])
    setting = Setting(holder, "../" * url.count("/"), addresses, Apparatus(holder))
    return body(setting, (), ()).html


def span(desk: Desk, topic: Topic) -> tuple[str, str]:
    """Its first and last day; empty if none is known."""
    dates = [desk.knowledge.readings[it].article.date for it in topic.readings]
    known = [it for it in dates if it]
    return (min(known), max(known)) if known else ("", "")
