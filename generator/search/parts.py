"""Article and its sentences -> its text in parts, as search reads and shows it.

A part ends where a sentence does, and never inside a word: what is found stands in one part whole.
docs/search.md, “Texts”.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.annotation import Sentence
from generator.model.article import Article, Block
from generator.search.records import Part
from generator.search.terms import units

USUAL = 1200
"""Characters of a part, more or less."""
MOST = 64
"""Parts of an article."""

BODY, HEAD = 1, 3
"""What a term counts in running text, and in headings and in the line above the title."""

_PAUSE = re.compile(r"[\s，。；：、！？,;:!?]+")


class Line(NamedTuple):
    """A stretch of text that nothing runs into, and where in it one can be led to."""

    text: str
    weight: int
    anchors: tuple[tuple[int, str], ...]
    """(offset, id), the first at 0; an empty id is the top of the page."""


class Piece(NamedTuple):
    """A stretch of a line, within one part; the last of a line ends in a line feed."""

    text: str
    weight: int
    part: int
    anchors: tuple[tuple[int, str], ...]


def lines(article: Article, sentences: Sequence[Sentence]) -> Iterator[Line]:
    """All that the page shows of the article but its title, in its order."""
    for block in article.labels:
        yield _whole(block)
    if article.kicker is not None:
        yield _whole(article.kicker, HEAD)
    for block in article.bylines:
        yield _whole(block)
    if article.authors and not article.bylines:
        yield Line("　".join(article.authors), BODY, ((0, ""),))
    for block in article.jumps:
        yield _whole(block)
    yield from _body(article, sentences)
    for block in (*article.credits, *article.asides):
        yield _whole(block)
    if article.tags:
        yield Line("　".join(article.tags), BODY, ((0, ""),))


def _whole(block: Block, weight: int = BODY) -> Line:
    return Line(block.text, weight, ((0, block.id),))


def _body(article: Article, sentences: Sequence[Sentence]) -> Iterator[Line]:
    at, count = 0, len(sentences)
    for number, block in enumerate(article.blocks):
        if block.note:
            yield Line(block.note, BODY, ((0, block.id),))
        anchors: list[tuple[int, str]] = []
        while at < count and sentences[at].block == number:
            anchors.append((sentences[at].start, sentences[at].id))
            at += 1
        if not anchors or anchors[0][0]:
            anchors.insert(0, (0, block.id))
        yield Line(block.text, HEAD if block.kind == "heading" else BODY, tuple(anchors))


def pieces(article: Article, sentences: Sequence[Sentence]) -> list[Piece]:
    """The same cut into parts of about the same length."""
    every = [it for it in lines(article, sentences) if it.text.strip()]
    total = sum(len(it.text) for it in every)
    count = min(MOST, max(1, -(-total // USUAL)))
    if count == 1:
        return [Piece(f"{it.text}\n", it.weight, 0, it.anchors) for it in every]
    found: list[Piece] = []
    at = part = 0
    for line in every:
        start = 0
        places = [it for it, _ in line.anchors]
        for cut in (*_cuts(line, total // count), len(line.text)):
            # To the part in which most of it stands.
            if found and part + 1 < count and (at + (cut - start) / 2) * count > (part + 1) * total:
                part += 1
            last = "\n" if cut == len(line.text) else ""
            anchors = _within(line.anchors, places, start, cut)
            found.append(Piece(line.text[start:cut] + last, line.weight, part, anchors))
            at += cut - start
            start = cut
    return found


def _cuts(line: Line, size: int) -> Iterator[int]:
    """Where a line may be cut: before sentences, and inside those that are far too long."""
    text = line.text
    starts = [it for it, _ in line.anchors if it and not text[it - 1].isalnum()]
    begin = 0
    for end in (*starts, len(text)):
        if end - begin > 2 * size:
            for pause in _PAUSE.finditer(text, begin, end):
                if pause.end() - begin > size and pause.end() < end:
                    yield pause.end()
                    begin = pause.end()
        if end < len(text):
            yield end
        begin = end


def _within(
    anchors: tuple[tuple[int, str], ...], places: Sequence[int], start: int, end: int
) -> tuple[tuple[int, str], ...]:
    """Those of a stretch, told from its start; `places`: where each anchor of the line is."""
    first, after = bisect_right(places, start), bisect_left(places, end)
    return ((0, anchors[first - 1][1]), *[(at - start, it) for at, it in anchors[first:after]])


def parts(found: Sequence[Piece]) -> tuple[Part, ...]:
    """Pieces -> what results show of each part; an article without text has one empty part."""
    if not found:
        return (Part("", ()),)
    made = []
    first = 0
    for part in range(found[-1].part + 1):
        texts: list[str] = []
        named: list[str | int] = []
        at = 0
        while first < len(found) and found[first].part == part:
            piece = found[first]
            named += [it for place, name in piece.anchors for it in (name, at + place)]
            texts.append(piece.text)
            at += len(piece.text)
            first += 1
        text = "".join(texts)
        if text and max(text) > "\uffff":
            named = _in_units(text, named)
        made.append(Part(text.removesuffix("\n"), tuple(named)))
    return tuple(made)


def _in_units(text: str, named: Sequence[str | int]) -> list[str | int]:
    return [it if isinstance(it, str) else len(units(text[:it])) for it in named]
