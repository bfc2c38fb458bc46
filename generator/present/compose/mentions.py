"""Mentions of an entity -> its sentences by article; one that stands on the page already is only linked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.model.knowledge import Mention
from generator.present import views
from generator.present.compose.desk import Desk

_MOST_OF = 2
"""A clause stands for its sentence if it is at least one part of so many."""
Shown = Mapping[str, Sequence[str]]
"""URL of a sentence -> its words that a page shows above, not folded."""


def shown_in(it: views.StatementsView) -> Shown:
    """What the sections of a page show of sentences; offices and documents show names only."""
    found: dict[str, list[str]] = {}
    for words in _clauses(it):
        found.setdefault(words.url, []).append(words.text)
    return found


def _clauses(it: views.StatementsView) -> Iterator[views.WordsView]:
    for moment in it.timeline:
        yield moment.cites[0].words
    for group in it.figures:
        for row in group.rows:
            yield row.clause
    for relation in it.relations:
        yield relation.clause
    for speech in it.quotes:
        yield speech.words


def by_article(
    desk: Desk, part: Sequence[Mention], totals: Mapping[int, int], shown: Shown
) -> tuple[views.EntityGroup, ...]:
    """`totals`: mentions by reading, on all pages of the entity."""
    knowledge = desk.knowledge
    told: set[str] = set()
    groups = []
    for reading, mentions in groupby(part, key=lambda it: it.reading):
        article = knowledge.readings[reading].article
        url = knowledge.article_urls[reading]
        quotes: list[views.QuoteView] = []
        above: list[str] = []
        for mention in mentions:
            quote = desk.quote_here(mention)
            if quote.text in told or (quote.url in shown and _stands(quote, shown[quote.url])):
                above.append(quote.url)
            else:
                told.add(quote.text)
                quotes.append(quote)
        link = views.TermLink(article.title, url, totals[reading], article.date)
        topics = tuple(desk.topic_link(it) for it in knowledge.article_topics[reading])
        groups.append(views.EntityGroup(link, topics, tuple(quotes), totals[reading], tuple(above)))
    return tuple(groups)


def _stands(quote: views.QuoteView, clauses: Sequence[str]) -> bool:
    """Whether most of a sentence is shown, and the mention with it."""
    (start, end) = quote.marks[0] if quote.marks else (0, 0)
    for words in clauses:
        at = quote.text.find(words)
        if 0 <= at <= start and end <= at + len(words) and _MOST_OF * len(words) >= len(quote.text):
            return True
    return False
