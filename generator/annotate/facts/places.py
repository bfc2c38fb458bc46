"""Offsets of a text -> sentence and place in its block."""

from __future__ import annotations

from bisect import bisect_right

from generator.annotate.prose import Prose
from generator.annotate.seams import is_credit
from generator.model.annotation import Sentence
from generator.model.facts import At


class Places:
    """Where things of one text stand."""

    def __init__(self, prose: Prose, sentences: tuple[Sentence, ...]) -> None:
        self.text = prose.text
        self.spans = prose.sentences
        self.blocks = tuple(it.block for it in sentences)
        """Of each sentence."""
        self._credits: dict[int, bool] = {}
        self._starts = [start for start, _ in prose.sentences]
        self._offsets = [prose.starts[it.block] for it in sentences]

    def sentence(self, offset: int) -> int:
        """Index of the sentence in which it stands; -1 if in none."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.spans[number][1] else -1

    def is_credit(self, number: int) -> bool:
        """Whether the sentence only says who took a picture or wired the text."""
        known = self._credits.get(number)
        if known is None:
            known = self._credits[number] = is_credit(self.text[slice(*self.spans[number])])
        return known

    def place(self, start: int, end: int) -> At | None:
        """None if it stands in no sentence."""
        number = bisect_right(self._starts, start) - 1
        if number < 0 or start >= self.spans[number][1]:
            return None
        block = self._offsets[number]
        return number, start - block, end - block

    def start(self, at: At) -> int:
        """Where it begins in the text."""
        return self._offsets[at[0]] + at[1]
