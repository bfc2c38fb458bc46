"""Corrections -> the places of the texts that they are about; what can't be found is told.

The sentence's id names the place. An id changes with a page's lines or a sentence's words; then
the words decide where they stand in one sentence only, and a note says so. Nothing is guessed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from msgspec.structs import replace

from generator.annotate.prose import UNREAD
from generator.model.annotation import Sentence
from generator.model.correction import Correction
from generator.model.findings import Offsets
from generator.model.knowledge import Reading
from generator.model.problem import Place, Problem, problem

_TELLING = 4
"""Characters of a span from which on it may name its sentence by itself."""
_LONGEST = 40
_SEVERAL = 5


class Found(NamedTuple):
    """One place that a correction holds for."""

    correction: Correction
    start: int
    end: int
    """Of the span, in the text of findings."""
    sentence: Offsets


class Places(NamedTuple):
    """By reading, in the order in which the corrections are written."""

    of: dict[int, list[Found]]
    problems: tuple[Problem, ...] = ()


def block_starts(reading: Reading) -> list[int]:
    """Where each block begins in the text that findings count in."""
    sizes = (0 if it.kind in UNREAD else len(it.text) for it in reading.article.blocks)
    return list(accumulate((size + 1 for size in sizes), initial=0))


def surface_at(reading: Reading, starts: Sequence[int], start: int, end: int) -> str:
    """What stands there in the text of findings."""
    block = bisect_right(starts, start, hi=len(reading.article.blocks)) - 1
    at = starts[block]
    return reading.article.blocks[block].text[start - at : end - at].replace("\n", " ")


def find_places(corrections: Sequence[Correction], readings: Sequence[Reading]) -> Places:
    """Where each correction holds."""
    if not corrections:
        return Places({})
    finder = _Finder(corrections, readings)
    of: dict[int, list[Found]] = {}
    said: dict[tuple[int, int, int, str], Correction] = {}
    for it in corrections:
        twice: Correction | None = None
        for index, found in finder.find(it):
            of.setdefault(index, []).append(found)
            before = said.setdefault((index, found.start, found.end, it.kind), it)
            twice = twice or (before if before is not it else None)
        if twice is not None:
            facts = {"sentence": it.sentence, "span": it.span, "other": twice.path}
            place = Place(it.path, key=it.key)
            finder.problems.append(problem("correct-twice", place, **facts))
    return Places(of, tuple(finder.problems))


class _Finder:
    def __init__(self, corrections: Sequence[Correction], readings: Sequence[Reading]) -> None:
        self.problems: list[Problem] = []
        self._readings = readings
        self._slugs = {str(it.article.id): index for index, it in enumerate(readings)}
        asked = {it.sentence for it in corrections if not it.article}
        self._having: dict[str, list[int]] = {}
        if asked:
            for index, reading in enumerate(readings):
                for sentence in reading.annotations.sentences:
                    if sentence.id in asked:
                        self._having.setdefault(sentence.id, []).append(index)

    def find(self, it: Correction) -> Iterator[tuple[int, Found]]:
        """The places of one correction."""
        having = self._articles(it)
        spans = [(at, sentence) for at in having if (sentence := self._named(at, it))]
        if not it.article and len(spans) > 1:
            slugs = "、".join(str(self._readings[at].article.id) for at, _ in spans[:_SEVERAL])
            place = Place(it.path, key=it.key)
            self.problems.append(
                problem("correct-ambiguous", place, sentence=it.sentence, articles=slugs)
            )
            return
        if not spans:
            spans = self._moved(it)
            if not spans:
                return
        for at, sentence in spans:
            for start, end, bounds in self._spans(at, sentence, it):
                yield at, Found(it, start, end, bounds)

    def _articles(self, it: Correction) -> list[int]:
        if it.article:
            return [self._slugs[it.article]] if it.article in self._slugs else []
        return self._having.get(it.sentence, [])

    def _named(self, index: int, it: Correction) -> Sentence | None:
        """The sentence of that id, if it holds the words."""
        for sentence in self._readings[index].annotations.sentences:
            if sentence.id == it.sentence and self._fits(index, sentence, it):
                return sentence
        return None

    def _fits(self, index: int, sentence: Sentence, it: Correction) -> bool:
        text = self._readings[index].article.blocks[sentence.block].text
        if it.text and not text.startswith(it.text, sentence.start):
            return False
        return any(True for _ in _occurrences(text, sentence, it))

    def _spans(
        self, index: int, sentence: Sentence, it: Correction
    ) -> Iterator[tuple[int, int, Offsets]]:
        reading = self._readings[index]
        text = reading.article.blocks[sentence.block].text
        base = block_starts(reading)[sentence.block]
        for at in _occurrences(text, sentence, it):
            end = base + at + len(it.span)
            bounds = (base + sentence.start, max(base + sentence.end, end))
            yield base + at, end, bounds

    def _moved(self, it: Correction) -> list[tuple[int, Sentence]]:
        """The one sentence that is meant although its id is another by now; else it is told."""
        found = list(self._standing(it))
        sure = (len(it.text) >= _TELLING and found) or len(it.span) >= _TELLING
        place = Place(it.path, key=it.key)
        if sure and len(found) == 1:
            index, sentence = found[0]
            slug = str(self._readings[index].article.id)
            facts = {"article": slug, "sentence": it.sentence, "now": sentence.id}
            self.problems.append(problem("correct-moved", place, **facts))
            return found
        named = found or list(self._standing(replace(it, text="")))
        near = "、".join(
            f"{self._readings[index].article.id}#{sentence.id}"
            for index, sentence in named[:_SEVERAL]
        )
        facts = {"span": it.span, "near": near or "—"}
        now = self._now(it)
        if it.article and it.article not in self._slugs:
            self.problems.append(problem("correct-article", place, article=it.article, **facts))
        elif now:
            self.problems.append(
                problem("correct-stale", place, sentence=it.sentence, now=now, **facts)
            )
        else:
            self.problems.append(problem("correct-lost", place, sentence=it.sentence, **facts))
        return []

    def _standing(self, it: Correction) -> Iterator[tuple[int, Sentence]]:
        """Sentences with these words, of the article or, if none is named, of all."""
        slug = self._slugs.get(it.article)
        indices = range(len(self._readings)) if slug is None else (slug,)
        for index in indices:
            reading = self._readings[index]
            blocks = reading.article.blocks
            holding = {at for at, block in enumerate(blocks) if it.span in block.text}
            if not holding:
                continue
            for sentence in reading.annotations.sentences:
                if sentence.block in holding and self._fits(index, sentence, it):
                    yield index, sentence

    def _now(self, it: Correction) -> str:
        """What the sentence of that id says by now."""
        for index in self._articles(it):
            for sentence in self._readings[index].annotations.sentences:
                if sentence.id == it.sentence:
                    text = self._readings[index].article.blocks[sentence.block].text
                    said = " ".join(text[sentence.start : sentence.end].split())
                    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
        return ""


def _occurrences(text: str, sentence: Sentence, it: Correction) -> Iterator[int]:
    """Where the span begins inside the sentence; it may end in one after it."""
    number = 0
    at = text.find(it.span, sentence.start)
    while 0 <= at < sentence.end:
        number += 1
        if it.occurrence in (0, number):
            yield at
        at = text.find(it.span, at + len(it.span))
