"""The bodies and places that an article names, and its time: what two sightings may have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.annotate.names.gazetteer import entries
from generator.model.facts import Facts
from generator.model.findings import NameKind
from generator.model.knowledge import Reading
from generator.weave.naming import official
from generator.weave.resolve.sightings import Sighting

_FEW = 10
_SHARE = 50
"""What stands in more articles than a few, or a fiftieth of them, is company to everybody."""
_OFTEN = 2
"""Times as many articles may name a person or a title: two of one name seldom have a third in common."""
_YEAR = 366
_KINDS: tuple[NameKind, NameKind] = ("ORG", "LOC")
_WIDE = frozenset(
    ("country", "region", "party", "state", "ministry", "agency", "mass", "army", "media",
     "organisation", "court")
)  # fmt: skip
"""Sorts of the packaged names of which articles about anything speak."""

_OTHERS = ("PER", "DOC")
_TELLING = 3
"""Characters of a person's name or a title that is seldom that of another."""
_NOTHING: frozenset[str] = frozenset()
Paragraphs = tuple[
    Sequence[int], Sequence[int], Mapping[int, set[str]], Mapping[int, Sequence[int]]
]


class Company:
    """Looks articles up, each once."""

    def __init__(
        self,
        readings: Sequence[Reading],
        facts: Sequence[Facts],
        standing: Sequence[tuple[Sequence[str], Sequence[str]]],
        common: Mapping[str, int],
    ) -> None:
        """`standing`: bodies and places of each article; `common`: in how many articles a name is."""
        self._readings = readings
        self._facts = facts
        self._standing = standing
        self._common = common
        self._most = max(_FEW, len(readings) // _SHARE)
        self._tiers: dict[NameKind, dict[str, tuple[str, int]]] = {"ORG": {}, "LOC": {}}
        self._paragraphs: dict[int, Paragraphs] = {}
        self._words: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    def words(self, reading: int) -> frozenset[str]:
        """Official names of bodies and places of the article that not everybody names."""
        return self._told(reading)[0]

    def telling(self, reading: int) -> frozenset[str]:
        """Those of them that say something of who somebody of a common name is: no provinces."""
        return self._told(reading)[1]

    def beside(self, it: Sighting, words: frozenset[str]) -> frozenset[str]:
        """Those of the words that stand in a paragraph with somebody, or in the first of the article;
        people and titles in a paragraph with him.

        What stands elsewhere in it may have nothing to do with him.
        """
        told = self._paragraphs.get(it.reading)
        if told is None:
            told = self._paragraphs[it.reading] = self._by_paragraph(it.reading)
        blocks, first, standing, others = told
        names = self._facts[it.reading].names
        own = {index for _, index in it.places}
        mine = {blocks[at[0]] for index in own for at in names[index].at}
        near: set[str] = set()
        for at in (*first, *mine):
            near |= standing.get(at, _NOTHING)
        near &= words
        known = entries()
        common = any(len(names[index].name) < _TELLING for index in own)
        for at in mine:
            for index in others.get(at, ()):
                name = names[index].name
                # Beside those whom everybody knows stand many of a common name.
                if index not in own and not (common and name in known):
                    near.add(name)
        return frozenset(near)

    def _by_paragraph(self, reading: int) -> Paragraphs:
        """The block of each sentence; blocks up to the first paragraph; words, and others, by block."""
        self._told(reading)
        it = self._readings[reading]
        blocks = [found.block for found in it.annotations.sentences]
        kinds = it.article.blocks
        first = next((at for at in blocks if kinds[at].kind != "heading"), -1)
        standing: dict[int, set[str]] = {}
        others: dict[int, list[int]] = {}
        often = _OFTEN * self._most
        for index, name in enumerate(self._facts[reading].names):
            if name.kind in _OTHERS:
                if len(name.name) >= _TELLING and self._common.get(name.name, 0) <= often:
                    for at in {blocks[at[0]] for at in name.at}:
                        others.setdefault(at, []).append(index)
                continue
            tiers = self._tiers.get(name.kind)
            tier = tiers.get(name.name) if tiers is not None else None
            if tier is not None and tier[1]:
                for sentence, _, _ in name.at:
                    standing.setdefault(blocks[sentence], set()).add(tier[0])
        return blocks, [at for at in standing if at <= first], standing, others

    def _told(self, reading: int) -> tuple[frozenset[str], frozenset[str]]:
        told = self._words.get(reading)
        if told is None:
            words, telling = [], []
            for kind, names in zip(_KINDS, self._standing[reading], strict=True):
                tiers = self._tiers[kind]
                for it in names:
                    tier = tiers.get(it)
                    if tier is None:
                        tier = tiers[it] = self._tier(kind, it)
                    name, says = tier
                    if says:
                        words.append(name)
                        if says > 1:
                            telling.append(name)
            told = self._words[reading] = frozenset(words), frozenset(telling)
        return told

    def _tier(self, kind: NameKind, name: str) -> tuple[str, int]:
        """Its official name, and what it says: nothing, something, more than a province does."""
        name = official(kind, name)
        entry = entries().get(name)
        sort = entry.sort if entry is not None else ""
        # What gather has not put among them says only in its text which body it is.
        if sort in _WIDE or not 0 < self._common.get(name, 0) <= self._most:
            return name, 0
        return name, 1 if sort == "province" else 2

    def sentence(self, reading: int, sentence: int) -> str:
        """What a sentence of the article says."""
        it = self._readings[reading]
        found = it.annotations.sentences[sentence]
        return it.article.blocks[found.block].text[found.start : found.end]

    def day(self, reading: int) -> int:
        """When it was published, in days; 0 if it is not dated."""
        date = self._readings[reading].article.date
        if len(date) < len("2022-10-10"):
            return 0
        # Months of 31 days are near enough for spans of a year.
        return int(date[:4]) * _YEAR + int(date[5:7]) * 31 + int(date[8:10])


def is_near(day: int, days: Iterable[int]) -> bool:
    """Whether all are within a year of one another, and dated."""
    known = (day, *days)
    return all(known) and max(known) - min(known) <= _YEAR
