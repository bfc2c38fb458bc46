"""Articles, topics, entities and what belongs to them -> the database's small tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.present.data.grafting import insertion
from generator.present.data.identity import ROWS
from generator.present.data.lines import BETWEEN
from generator.present.data.site_records import SiteRecords

Row = tuple[object, ...]


class Small(NamedTuple):
    """The records, and the numbers of the articles."""

    records: SiteRecords
    article_numbers: Sequence[int]
    """Of each reading."""

    def sentence(self, reading: int, index: int) -> int:
        """Number of a sentence."""
        return (self.article_numbers[reading] << ROWS) + index + 1


def fill_entities(connection: sqlite3.Connection, small: Small) -> None:
    """Put the entities in and what belongs to them, by rising keys."""
    numbers = small.records.entity_numbers
    by_number = sorted(range(len(numbers)), key=numbers.__getitem__)
    connection.execute("BEGIN")
    _insert(connection, "entities", (_entity(small, it) for it in by_number))
    _insert(connection, "aliases", _aliases(small, by_number))
    _insert(connection, "grounds", _grounds(small, by_number))
    connection.execute("COMMIT")


def fill(connection: sqlite3.Connection, small: Small) -> None:
    """Put all other rows in, by rising keys."""
    connection.execute("BEGIN")
    _insert(connection, "articles", sorted(_articles(small)))
    _insert(connection, "topics", _topics(small))
    _insert(connection, "topic_articles", _topic_articles(small))
    _insert(connection, "topic_passages", _topic_passages(small))
    _insert(connection, "topic_entities", _topic_entities(small))
    connection.execute("COMMIT")


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    connection.executemany(insertion(connection, table), rows)


def _articles(small: Small) -> Iterator[Row]:
    for n, it in zip(small.article_numbers, small.records.articles, strict=True):
        yield (
            n,
            it.id,
            it.title,
            it.url,
            it.date or None,
            it.source or None,
            it.edition or None,
            it.kicker or None,
            _joined(it.authors),
            _joined(it.tags),
            _joined(it.files),
            it.characters,
            it.sentences,
            it.restored,
            it.reviewed,
            it.sure,
            it.total,
        )


def _topics(small: Small) -> Iterator[Row]:
    numbers = {it.id: n for n, it in enumerate(small.records.topics, 1)}
    for n, it in enumerate(small.records.topics, 1):
        parent = numbers.get(it.parent)
        named = (it.id, it.title, it.url, it.kind or None)
        yield n, *named, parent, _joined(it.aliases), _joined(it.terms), it.passages


def _entity(small: Small, index: int) -> Row:
    it = small.records.entities[index]
    return (
        small.records.entity_numbers[index],
        it.id,
        it.kind,
        it.name,
        it.apart or None,
        it.url or None,
        it.note or None,
        it.found_by,
        _joined(it.aliases),
        it.mentions,
        it.articles,
    )


def _aliases(small: Small, order: Iterable[int]) -> Iterator[Row]:
    for index in order:
        for name in sorted(set(small.records.entities[index].aliases)):
            yield small.records.entity_numbers[index], name


def _grounds(small: Small, order: Iterable[int]) -> Iterator[Row]:
    n = 0
    entities = small.records.knowledge.entities
    for index in order:
        number = small.records.entity_numbers[index]
        for ground in entities[index].grounds:
            cites: list[int | None] = [
                small.sentence(it.reading, it.sentence) for it in ground.cites
            ]
            for sentence in cites or [None]:
                n += 1
                yield n, number, ground.rule, ground.words, sentence


def _topic_articles(small: Small) -> Iterator[Row]:
    for n, topic in enumerate(small.records.knowledge.topics, 1):
        about = set(topic.main)
        found = {small.article_numbers[it]: it in about for it in {*topic.readings, *topic.main}}
        yield from ((n, article, found[article]) for article in sorted(found))


def _topic_passages(small: Small) -> Iterator[Row]:
    for n, topic in enumerate(small.records.knowledge.topics, 1):
        found: dict[int, tuple[str, str]] = {}
        for it in topic.passages:
            sentence = small.sentence(it.mention.reading, it.mention.sentence)
            found.setdefault(sentence, (it.reason, it.word))
        yield from ((n, it, *found[it]) for it in sorted(found))


def _topic_entities(small: Small) -> Iterator[Row]:
    numbers = small.records.entity_numbers
    for n, topic in enumerate(small.records.knowledge.topics, 1):
        yield from ((n, it) for it in sorted({numbers[at] for at in topic.entities}))


def _joined(values: Sequence[str]) -> str | None:
    return BETWEEN.join(values) or None
