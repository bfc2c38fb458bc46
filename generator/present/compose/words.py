"""Places in texts -> words with their proof; each leads to its sentence on the article's page."""

from __future__ import annotations

from generator.model.findings import Number
from generator.model.knowledge import Mention
from generator.present import views
from generator.present.compose.desk import Desk
from generator.present.proof import proof

_STOPS = frozenset("，。；：！？,;!?\n")
_LEAST = 12
"""Characters of a clause below which its neighbour is taken in."""
_MOST = 72


def words(desk: Desk, it: Mention, mark: tuple[int, int] = (0, 0)) -> views.WordsView:
    """Exactly block.text[start:end]. `mark`: offsets in the block to highlight."""
    reading = desk.knowledge.readings[it.reading]
    article = reading.article
    sentence = reading.annotations.sentences[it.sentence]
    start, end = max(mark[0], it.start) - it.start, min(mark[1], it.end) - it.start
    return views.WordsView(
        text=article.blocks[it.block].text[it.start : it.end],
        proof=proof(article, it.block, it.start, it.end),
        url=f"{desk.knowledge.article_urls[it.reading]}#{sentence.id}",
        article=article.title,
        date=article.date,
        mark=(start, end) if start < end else (0, 0),
    )


def around(desk: Desk, it: Mention) -> views.WordsView:
    """The clause around a place, which is highlighted; a short one with its neighbour."""
    reading = desk.knowledge.readings[it.reading]
    sentence = reading.annotations.sentences[it.sentence]
    text = reading.article.blocks[it.block].text
    start, end = clause(text, (it.start, it.end), (sentence.start, sentence.end))
    whole = Mention(it.reading, it.block, start, end, it.sentence)
    return words(desk, whole, (it.start, it.end))


def clause(text: str, span: tuple[int, int], within: tuple[int, int]) -> tuple[int, int]:
    """The clause of text[within] that holds the span, without the stop at its end.

    A clause of few characters (增长4.5%) says nothing alone: those before it are taken in.
    """
    low, high = within
    start, end = max(span[0], low), min(span[1], high)
    start = _back(text, start, low)
    while end < high and text[end] not in _STOPS:
        end += 1
    while start > low and end - start < _LEAST:
        start = _back(text, start - 1, low)
    if end - start > _MOST:
        start = max(start, span[0] - _MOST // 2)
        end = min(end, max(span[1], start + _MOST))
    while start < span[0] and text[start].isspace():
        start += 1
    return start, end


def _back(text: str, at: int, low: int) -> int:
    while at > low and text[at - 1] not in _STOPS:
        at -= 1
    return at


def find_in(desk: Desk, it: Mention, surface: str) -> Mention | None:
    """Where the surface first stands in a place."""
    text = desk.knowledge.readings[it.reading].article.blocks[it.block].text
    at = text.find(surface, it.start, it.end) if surface else -1
    if at < 0:
        return None
    return Mention(it.reading, it.block, at, at + len(surface), it.sentence)


def value_of(value: Number | tuple[Number, Number]) -> str:
    """For a `data` element: 7780000000, 4.5; a range 3/5; never with an exponent."""
    if isinstance(value, tuple):
        return "/".join(map(value_of, value))
    if isinstance(value, float) and not value.is_integer():
        shown = repr(value)
        return shown if "e" not in shown else f"{value:.12f}".rstrip("0")
    return str(int(value))
