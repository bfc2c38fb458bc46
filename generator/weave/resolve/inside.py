"""Which mentions of an article stand inside longer names, and inside which."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.facts import At, Facts, NameFact
from generator.model.findings import NameKind
from generator.model.knowledge import Reading

_AROUND = frozenset(("ORG", "LOC", "DOC", "TERM"))
"""Kinds of names that have other names inside."""
_Spans = dict[int, list[tuple[int, int, NameKind]]]


class Inside:
    """Looks articles up, each once, and only those that are asked for."""

    def __init__(self, readings: Sequence[Reading], facts: Sequence[Facts]) -> None:
        self._readings = readings
        self._facts = facts
        self._spans: dict[int, _Spans] = {}

    def free(self, reading: int, it: NameFact) -> tuple[At, ...]:
        """Where a name stands by itself."""
        if not it.inside:
            return it.at
        if it.inside >= len(it.at):
            return ()
        return tuple(at for at in it.at if self._around(reading, at) is None)

    def sound(self, reading: int, it: NameFact) -> tuple[At, ...]:
        """Where a place is meant: 山西 inside 山西农业大学, 嘉兴 inside 嘉兴路街道 is a word of that
        name, 浑源县 inside 浑源县委 is the county.
        """
        if not it.inside:
            return it.at
        if it.inside >= len(it.at):
            whole = [at for at in it.at if self._surface(reading, at) == it.name]
            return tuple(at for at in whole if self._around(reading, at) != "DOC")
        return tuple(
            at
            for at in it.at
            if self._surface(reading, at) == it.name or self._around(reading, at) is None
        )

    def is_word(self, reading: int, it: NameFact) -> bool:
        """Whether it stands only inside longer names and is nothing by itself there: a given name,
        a word of a body's name that is a place elsewhere.
        """
        if it.inside < len(it.at):
            return False
        return it.kind == "PER" or (it.kind == "LOC" and not self.sound(reading, it))

    def _around(self, reading: int, at: At) -> NameKind | None:
        """The kind of the longer name around a mention."""
        _, start, end = at
        for first, last, kind in self._of(reading).get(at[0], ()):
            if first <= start and end <= last and last - first > end - start:
                return kind
        return None

    def _of(self, reading: int) -> _Spans:
        spans = self._spans.get(reading)
        if spans is None:
            spans = self._spans[reading] = {}
            for name in self._facts[reading].names:
                if name.kind not in _AROUND:
                    continue
                for sentence, start, end in name.at:
                    spans.setdefault(sentence, []).append((start, end, name.kind))
        return spans

    def _surface(self, reading: int, at: At) -> str:
        sentence, start, end = at
        block = self._readings[reading].annotations.sentences[sentence].block
        return self._readings[reading].article.blocks[block].text[start:end]
