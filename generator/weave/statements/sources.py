"""Knowledge as statements need it: facts, places, the entity that a name is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from generator.model.facts import At, Facts
from generator.model.knowledge import EntityKind, Knowledge, Mention
from generator.text import titles

Kind = Literal[
    "figures", "dates", "events", "offices", "quotes", "papers", "programmes", "relations"
]
Pick = tuple[int, int]
"""(reading, index into its facts of one kind)."""


class Selected(NamedTuple):
    """What of one article is asked for."""

    reading: int
    sentences: frozenset[int] | None = None
    """Indices of sentences; None: all."""


class Name(NamedTuple):
    """A name in a sentence, none of a longer one."""

    start: int
    end: int
    name: int
    """Index into Facts.names."""


class Posted(NamedTuple):
    """The articles that name an entity, in short."""

    weight: float
    """What it is worth that two articles share it."""
    place: bool
    where: dict[int, tuple[int, int]]
    """Reading -> (index of the name, how often it stands outside of credits)."""


class Sources:
    """One per Knowledge; what is asked of a reading once is remembered."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._names: dict[int, dict[int, list[Name]]] = {}
        self.parts: dict[int, dict[int, dict[Kind, list[int]]]] = {}
        """Filled by `about`: what each name of a reading takes part in."""
        self._beside: dict[int, dict[int, list[tuple[int, int, int]]]] = {}
        self.posted: dict[int, Posted | None] = {}
        """Filled by `related_articles`, by entity."""
        self._titles: dict[EntityKind, dict[str, int]] = {}

    def facts(self, reading: int) -> Facts:
        """Of the article; none where nothing was gathered."""
        facts = self.knowledge.facts
        return facts[reading] if reading < len(facts) else Facts()

    def mention(self, reading: int, at: At) -> Mention:
        """The place as pages point at it."""
        sentence, start, end = at
        block = self.knowledge.readings[reading].annotations.sentences[sentence].block
        return Mention(reading, block, start, end, sentence)

    def text(self, place: Mention) -> str:
        """What stands there."""
        block = self.knowledge.readings[place.reading].article.blocks[place.block]
        return block.text[place.start : place.end]

    def sentence(self, place: Mention) -> Mention:
        """The whole sentence."""
        found = self.knowledge.readings[place.reading].annotations.sentences[place.sentence]
        return Mention(place.reading, found.block, found.start, found.end, place.sentence)

    def words(self, reading: int, sentence: int) -> str:
        """What the sentence says."""
        it = self.knowledge.readings[reading]
        found = it.annotations.sentences[sentence]
        return it.article.blocks[found.block].text[found.start : found.end]

    def date(self, reading: int) -> str:
        """Of the article: a day, or empty."""
        return self.knowledge.readings[reading].article.date

    def heading(self, place: Mention) -> bool:
        """Whether it stands in a heading."""
        block = self.knowledge.readings[place.reading].article.blocks[place.block]
        return block.kind == "heading"

    def entity(self, reading: int, name: int) -> int:
        """The entity that a name of the article is, or -1."""
        named = self.knowledge.named
        if name < 0 or reading >= len(named) or name >= len(named[reading]):
            return -1
        return named[reading][name]

    def name(self, entity: int) -> str:
        """Its name; empty for -1."""
        return self.knowledge.entities[entity].name if entity >= 0 else ""

    def titled(self, kind: EntityKind, title: str) -> int:
        """The document or programme of that title, or -1."""
        if kind not in self._titles:
            known: dict[str, int] = {}
            for index, it in enumerate(self.knowledge.entities):
                if it.kind == kind:
                    for name in (it.name, *it.aliases):
                        known.setdefault(bare_title(name), index)
            self._titles[kind] = known
        return self._titles[kind].get(bare_title(title), -1)

    def names(self, reading: int) -> dict[int, list[Name]]:
        """Sentence -> the names in it, none that stands in a longer one, in order."""
        known = self._names.get(reading)
        if known is None:
            known = self._names[reading] = _outermost(self.facts(reading))
        return known

    def beside(self, reading: int) -> dict[int, list[tuple[int, int, int]]]:
        """Sentence -> (entity, start, end) where each entity first stands in it, in order."""
        known = self._beside.get(reading)
        if known is None:
            known = self._beside[reading] = {}
            named = self.knowledge.named[reading]
            for sentence, names in self.names(reading).items():
                found: dict[int, tuple[int, int, int]] = {}
                for start, end, name in names:
                    entity = named[name]
                    if entity >= 0 and entity not in found:
                        found[entity] = (entity, start, end)
                known[sentence] = list(found.values())
        return known


_LAST: list[Sources] = []


def sources(knowledge: Knowledge) -> Sources:
    """Of this knowledge: made once, for a build asks of one only."""
    if not _LAST or _LAST[0].knowledge is not knowledge:
        _LAST[:] = [Sources(knowledge)]
    return _LAST[0]


def selected(it: Sources, selection: Iterable[Selected], kind: Kind) -> Iterator[Pick]:
    """The facts of one kind in the selected sentences, in the order of the selection."""
    for asked in selection:
        found: Sequence[Any] = getattr(it.facts(asked.reading), kind)
        wanted = asked.sentences
        for index, fact in enumerate(found):
            if wanted is None or _stands(fact.at, wanted):
                yield asked.reading, index


def _stands(at: At | tuple[At, ...], wanted: frozenset[int]) -> bool:
    if at and isinstance(at[0], int):
        return at[0] in wanted
    return any(place[0] in wanted for place in at)


def bare_title(title: str) -> str:
    """Without the marks of a title, brackets in one width."""
    return titles.bare_title(title).replace("(", "（").replace(")", "）")


def place_order(it: Mention) -> tuple[int, int, int, int]:
    """Reading order: articles latest first, each from its beginning."""
    return it.reading, it.block, it.start, it.end


def _outermost(facts: Facts) -> dict[int, list[Name]]:
    found: dict[int, list[Name]] = {}
    for index, name in enumerate(facts.names):
        for sentence, start, end in name.at:
            found.setdefault(sentence, []).append(Name(start, end, index))
    for sentence, names in found.items():
        if len(names) == 1:
            continue
        names.sort(key=lambda it: (it.start, -it.end))
        kept: list[Name] = []
        for it in names:
            if not kept or it.start >= kept[-1].end:
                kept.append(it)
        found[sentence] = kept
    return found
