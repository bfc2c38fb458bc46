"""Knowledge -> the records of a site; each is made when a file asks for it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from hashlib import blake2b

import msgspec

from generator.model.knowledge import Entity, Knowledge
from generator.present.data.identity import ENTITY_BITS, entity_ids, numbers
from generator.present.data.records import (
    ArticleRecord,
    EntityRecord,
    SentenceRecord,
    StatementRecord,
    TopicRecord,
)
from generator.present.data.sentences import Sentences, Told, tell
from generator.present.data.statements import Statements
from generator.present.fresh import Kept, anew, kept_or_made

_KEPT = 1000
"""Articles whose rows are held in memory, some 100 KB each."""
_ENCODE = msgspec.msgpack.Encoder().encode


_Parts = tuple[list[Told], list[int]]
_PARTS: msgspec.msgpack.Decoder[_Parts] = msgspec.msgpack.Decoder(_Parts)


class _Named(msgspec.Struct, frozen=True, array_like=True):
    """What the rows of articles tell of entities; rests on entities and their mentions alone."""

    numbers: list[int]
    """Of each entity."""
    moved: tuple[str, ...]
    """As in `Numbers`."""
    told: list[bytes]
    """For each article its mentions and the numbers of its names, encoded."""

    def of(self, index: int) -> _Parts:
        """The same of one article, decoded."""
        return _PARTS.decode(self.told[index])


class SiteRecords:
    """The records of a site; each file asks for what it needs when it is made."""

    def __init__(
        self,
        knowledge: Knowledge,
        base_url: str,
        digest: Callable[[int], bytes],
        kept: Kept = anew,
    ) -> None:
        """`digest`: of all that is known of one article by itself; kept: see `compose`."""
        self.knowledge = knowledge
        self.base_url = base_url
        self.ids = entity_ids(knowledge.entities)
        self.articles_by_id = numbers(it.article.id for it in knowledge.readings)
        named = kept_or_made(kept, "rows", knowledge.identified, _Named, self._named)
        self.entity_numbers = named.numbers
        self.entities_by_id = dict(zip(self.ids, named.numbers, strict=True))
        by_number = dict(zip(named.numbers, self.ids, strict=True))
        self._sentences = Sentences(knowledge, base_url, by_number, lambda it: named.of(it)[0])
        self._statements = Statements(knowledge, self.ids)
        # Files of topics are made of the same rows; those of a large corpus are made again.
        self._made = functools.lru_cache(_KEPT)(self._make)
        self.topic_ids = tuple(it.page.id for it in knowledge.topics)
        shared = _ENCODE((base_url, self.articles_by_id.moved, named.moved))
        self.keys = [
            blake2b(
                b"".join((shared, _ENCODE(url), named.told[index], digest(index))), digest_size=16
            ).digest()
            for index, url in enumerate(knowledge.article_urls)
        ]
        """For each article, of all that its rows are made of."""

    def _named(self) -> _Named:
        found = numbers(self.ids, ENTITY_BITS)
        of = [found.of[it] for it in self.ids]
        known = self.knowledge
        told = tell(known, of)
        named = known.named or [()] * len(told)
        return _Named(
            of,
            found.moved,
            [
                _ENCODE((mentions, [of[it] if it >= 0 else 0 for it in here]))
                for mentions, here in zip(told, named, strict=True)
            ],
        )

    def rows(self, index: int) -> tuple[Sequence[SentenceRecord], Sequence[StatementRecord]]:
        """Of one article; held where files of topics will ask for them again."""
        return self._made(index) if self.topic_ids else self._make(index)

    def statements(
        self, index: int, only: frozenset[int] | None = None
    ) -> Sequence[StatementRecord]:
        """Of one article, or of some of its sentences."""
        sentences, found = self._made(index)
        if only is None:
            return found
        urls = {sentences[it].url for it in only}
        return [it for it in found if it.url in urls]

    def _make(self, index: int) -> tuple[list[SentenceRecord], list[StatementRecord]]:
        sentences = self._sentences.of(index)
        return sentences, self._statements.of(index, sentences)

    def _article(self, index: int) -> ArticleRecord:
        reading = self.knowledge.readings[index]
        it = reading.article
        return ArticleRecord(
            id=it.id,
            title=it.title,
            url=self.base_url + self.knowledge.article_urls[index],
            date=it.date,
            source=it.source,
            edition=it.edition,
            kicker=it.kicker.text if it.kicker else "",
            authors=it.authors,
            tags=it.tags,
            topics=tuple(self.topic_ids[n] for n in self.knowledge.article_topics[index]),
            files=tuple(page.path for page in it.pages) or (it.path,),
            characters=sum(len(block.text) for block in it.blocks),
            sentences=len(reading.annotations.sentences),
            restored=bool(it.pages),
            reviewed=it.reviewed,
            sure=it.sure,
            total=it.total,
        )

    @functools.cached_property
    def articles(self) -> list[ArticleRecord]:
        """Of the whole site."""
        return [self._article(it) for it in range(len(self.knowledge.readings))]

    @functools.cached_property
    def topics(self) -> list[TopicRecord]:
        """Of the whole site."""
        return [
            TopicRecord(
                id=it.page.id,
                title=it.page.title,
                url=self.base_url + it.url,
                kind=it.page.kind,
                parent=it.page.parent,
                aliases=it.page.aliases,
                terms=it.page.terms,
                articles=tuple(self.knowledge.readings[n].article.id for n in it.main),
                passages=len(it.passages),
            )
            for it in self.knowledge.topics
        ]

    @functools.cached_property
    def entities(self) -> list[EntityRecord]:
        """Of the whole site."""
        return [self._entity(n, it) for n, it in enumerate(self.knowledge.entities)]

    def _entity(self, number: int, it: Entity) -> EntityRecord:
        return EntityRecord(
            id=self.ids[number],
            kind=it.kind,
            name=it.name,
            apart=it.apart,
            aliases=it.aliases,
            url=self.base_url + it.url if it.url else "",
            note=it.note,
            found_by=it.found_by,
            mentions=len(it.mentions),
            articles=len({mention.reading for mention in it.mentions}),
            topics=tuple(self.topic_ids[n] for n in it.topics),
            grounds=tuple(ground.words for ground in it.grounds),
        )
