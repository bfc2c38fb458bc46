"""One article -> its sentences with their place on the site, their source, and whom they mention."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.model.knowledge import Knowledge
from generator.present.data.records import SentenceRecord
from generator.present.proof import proof
from generator.weave.sections import heads

Told = tuple[int, int, int, int]
"""A mention: (sentence, start, -end, number of the entity); start and end in the sentence's block.
So put, they sort in the order of the text, the longer name first."""


class Sentences:
    """Sentences of one article after the other."""

    def __init__(
        self,
        knowledge: Knowledge,
        base_url: str,
        ids: Mapping[int, str],
        told: Callable[[int], Sequence[Told]],
    ) -> None:
        """`told`: gives the mentions of an article."""
        self._knowledge = knowledge
        self._base_url = base_url
        self._ids = ids
        self._told = told

    def of(self, index: int) -> list[SentenceRecord]:
        """All sentences of a reading, in order."""
        article = self._knowledge.readings[index].article
        sentences = self._knowledge.readings[index].annotations.sentences
        url = f"{self._base_url}{self._knowledge.article_urls[index]}#"
        above = heads(article)
        mentions: dict[int, list[tuple[int, int, str]]] = {}
        for number, start, end, entity in self._told(index):
            begin = sentences[number].start
            found_at = (start - begin, -end - begin, self._ids[entity])
            mentions.setdefault(number, []).append(found_at)
        found = []
        for number, it in enumerate(sentences):
            block = article.blocks[it.block]
            place = proof(article, it.block, it.start, it.end)
            heading = above[it.block]
            found.append(
                SentenceRecord(
                    id=f"{article.id}#{it.id}",
                    article=article.id,
                    text=block.text[it.start : it.end],
                    url=url + it.id,
                    source=place.source,
                    pieces=place.pieces,
                    repairs=place.repairs,
                    heading=article.blocks[heading].text if 0 <= heading < it.block else "",
                    mentions=tuple(mentions.get(number, ())),
                )
            )
        return found


def tell(knowledge: Knowledge, numbers: Sequence[int]) -> list[list[Told]]:
    """Mentions of all entities by reading; `numbers`: of each entity."""
    by_reading: list[list[Told]] = [[] for _ in knowledge.readings]
    for number, entity in zip(numbers, knowledge.entities, strict=True):
        for it in entity.mentions:
            by_reading[it.reading].append((it.sentence, it.start, -it.end, number))
    for mentions in by_reading:
        mentions.sort()
    return by_reading
