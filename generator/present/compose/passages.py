"""Passages of a topic -> by article and heading, each with the reason why it belongs here."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.model.knowledge import Passage
from generator.present import views
from generator.present.compose.desk import Desk
from generator.present.texts import say


def by_article(desk: Desk, passages: Sequence[Passage]) -> tuple[views.SourceGroup, ...]:
    """In their order."""
    return tuple(
        views.SourceGroup(desk.card(reading), _aspects(desk, reading, list(group)))
        for reading, group in groupby(passages, key=lambda it: it.mention.reading)
    )


def _aspects(desk: Desk, reading: int, passages: list[Passage]) -> tuple[views.AspectView, ...]:
    blocks = desk.knowledge.readings[reading].article.blocks
    url = desk.knowledge.article_urls[reading]
    aspects = []
    for heading, group in groupby(passages, key=lambda it: it.heading):
        title = blocks[heading].text if heading >= 0 else ""
        anchor = f"{url}#{blocks[heading].id}" if heading >= 0 else url
        shown = tuple(views.PassageView(desk.quote(it.mention), _reason(it)) for it in group)
        aspects.append(views.AspectView(title, anchor, shown))
    return tuple(aspects)


def _reason(passage: Passage) -> str:
    word = say("mark.quote", text=passage.word)
    return say(f"passage.{passage.reason}", word=word)
