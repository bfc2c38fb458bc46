"""Findings of an article, as readers are told them -> Facts: put together, named, at their sentences."""

from __future__ import annotations

from bisect import bisect_right

from generator.annotate.prose import Prose, article_prose
from generator.model.annotation import Sentence
from generator.model.article import Article
from generator.model.facts import At, Facts, NameFact
from generator.model.findings import Findings


def gather_facts(article: Article, sentences: tuple[Sentence, ...], findings: Findings) -> Facts:
    """All that the article says, once; what stands in no sentence is left out."""
    prose = article_prose(article, sentences)
    at = _Places(prose, sentences)
    names: dict[tuple[str, str], list[At]] = {}
    for it in findings.names:
        if it.shown and (place := at.place(it.start, it.end)):
            key = (it.kind, it.full or prose.text[it.start : it.end])
            names.setdefault(key, []).append(place)
    return Facts(tuple(NameFact(kind, name, tuple(ats)) for (kind, name), ats in names.items()))


class _Places:
    """Offsets of the text -> sentence and place in its block."""

    def __init__(self, prose: Prose, sentences: tuple[Sentence, ...]) -> None:
        self._starts = [start for start, _ in prose.sentences]
        self._prose = prose
        self._sentences = sentences

    def place(self, start: int, end: int) -> At | None:
        """None if it stands in no sentence."""
        number = bisect_right(self._starts, start) - 1
        if number < 0 or start >= self._prose.sentences[number][1]:
            return None
        block = self._prose.starts[self._sentences[number].block]
        return number, start - block, end - block
