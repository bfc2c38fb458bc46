"""Knowledge -> every data file of the site and of each topic."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import PurePosixPath

import msgspec

from generator.model.knowledge import Knowledge, Topic
from generator.present.data.database import Database
from generator.present.data.lines import csv_head, csv_lines, json_lines
from generator.present.data.metadata import metadata
from generator.present.data.records import (
    ArticleRecord,
    EntityRecord,
    SentenceRecord,
    StatementRecord,
    TopicRecord,
)
from generator.present.data.settings import (
    DATA,
    DATABASE,
    METADATA,
    DataSettings,
    Index,
    topic_data,
)
from generator.present.data.site_records import SiteRecords
from generator.present.data.tables import Small
from generator.present.fresh import Kept, anew
from generator.present.views import DataFile, DataPart, Joined
from generator.weave.selection import selection
from generator.weave.statements import Selected
from generator.weave.topics import selecting_words

Records = Sequence[msgspec.Struct]
Kind = type[msgspec.Struct]
Digest = Callable[[int], bytes]
Share = Callable[[int, Sequence[SentenceRecord], Sequence[StatementRecord]], DataPart]
"""Number of an article's reading, its rows -> what it adds to a file."""


def data_files(
    knowledge: Knowledge,
    title: str,
    base_url: str,
    settings: DataSettings,
    digest: Digest,
    kept: Kept = anew,
) -> Iterator[DataFile]:
    """All files of data; `digest`: of all that is known of one article by itself; kept: see `compose`."""
    records = SiteRecords(knowledge, base_url, digest, kept)
    index = settings.index_for(sum(len(it.annotations.sentences) for it in knowledge.readings))
    key = _key(records)
    people = _entities_key(records) or key
    formats = {f".{it}" for it in settings.formats}
    made = [
        *_whole("articles", ArticleRecord, lambda: records.articles, key),
        *_whole("topics", TopicRecord, lambda: records.topics, key),
        *_whole("entities", EntityRecord, lambda: records.entities, people),
    ]
    yield from (it for it in made if PurePosixPath(it.path).suffix in formats)
    shares = _Shares(records)
    head = csv_head(StatementRecord)
    yield from (
        DataFile(path, b"".join(records.keys), records.keys, shares.of(lines), join)
        for path, lines, join in (
            (f"{DATA}sentences.jsonl", _sentence_lines, partial(_joined, b"")),
            (f"{DATA}statements.jsonl", _statement_lines, partial(_joined, b"")),
            (f"{DATA}statements.csv", _statement_rows, partial(_joined, head)),
        )
        if PurePosixPath(path).suffix in formats
    )
    if "sqlite" in settings.formats:
        yield _database(records, shares, key + index.encode(), people, index)
        told = metadata(title, base_url, settings.licence, index)
        yield _made(METADATA, told, lambda: told)
    if "jsonl" in settings.formats:
        yield from (_topic(records, it) for it in knowledge.topics)


def _key(records: SiteRecords) -> bytes:
    """Of what the small tables are made of: all articles, and what is known of them together."""
    knowledge = records.knowledge
    told = [
        (it.page.id, it.page.title, it.page.kind, it.page.parent, it.page.aliases, it.page.terms)
        for it in knowledge.topics
    ]
    members = [(it.readings, it.main, it.entities) for it in knowledge.topics]
    passages = [[(at.mention, at.reason, at.word) for at in it.passages] for it in knowledge.topics]
    entities = [
        (it.name, it.url, it.apart, it.aliases, it.note, it.found_by, it.topics, it.grounds)
        for it in knowledge.entities
    ]
    encoded = msgspec.msgpack.encode((told, members, passages, entities))
    return blake2b(b"".join((*records.keys, encoded)), digest_size=32).digest()


def _entities_key(records: SiteRecords) -> bytes:
    """Of what their tables alone are made of; empty if it is not known."""
    knowledge = records.knowledge
    if not knowledge.identified:
        return b""
    topics = [(it.page.id, it.main) for it in knowledge.topics]
    told = msgspec.msgpack.encode((records.base_url, topics))
    return blake2b(knowledge.identified + told, digest_size=20).digest()


def _topic(records: SiteRecords, topic: Topic) -> DataFile:
    """The statements of a topic's own sentences, article by article."""

    @functools.cache
    def chosen() -> tuple[Selected, ...]:
        return selection(records.knowledge, topic)

    def lines(number: int) -> DataPart:
        it = chosen()[number]
        return DataPart(json_lines(records.statements(it.reading, it.sentences)))

    whole = frozenset(topic.whole)
    told: dict[int, list[tuple[object, ...]]] = {it: [] for it in topic.readings}
    for it in topic.passages:
        place = (it.mention.block, it.mention.sentence, it.heading, it.reason, it.word)
        told[it.mention.reading].append(place)
    words = selecting_words(topic.page)
    keys = [
        blake2b(
            records.keys[it] + msgspec.msgpack.encode((words, it in whole, told[it])),
            digest_size=16,
        ).digest()
        for it in topic.readings
    ]
    path = topic_data(topic.url)
    return DataFile(path, b"".join(keys), keys, lines, partial(_joined, b""))


def _whole(name: str, kind: Kind, rows: Callable[[], Records], key: bytes) -> Iterator[DataFile]:
    """A table as files that are made whole."""
    yield _made(f"{DATA}{name}.jsonl", key, lambda: json_lines(rows()))
    yield _made(f"{DATA}{name}.csv", key, lambda: csv_head(kind) + csv_lines(rows()))


def _made(path: str, key: bytes, make: Callable[[], bytes]) -> DataFile:
    return DataFile(path, key, (), _nothing, lambda _parts, _base: Joined([make()], -1))


class _Shares:
    """What each article adds to several files: made for all of them when the first asks for it.

    So its rows are made once, and not held. Files ask in the order of `of`, each once.
    """

    def __init__(self, records: SiteRecords) -> None:
        self._records = records
        self._files: list[tuple[Share, dict[int, DataPart]]] = []

    def of(self, share: Share) -> Callable[[int], DataPart]:
        """Reading -> its share in one more file."""
        number = len(self._files)
        self._files.append((share, {}))
        return partial(self._take, number)

    def _take(self, number: int, reading: int) -> DataPart:
        found = self._files[number][1].pop(reading, None)
        if found is not None:
            return found
        rows = self._records.rows(reading)
        for share, waiting in self._files[number + 1 :]:
            waiting[reading] = share(reading, *rows)
        return self._files[number][0](reading, *rows)


def _sentence_lines(_reading: int, sentences: Records, _statements: Records) -> DataPart:
    return DataPart(json_lines(sentences))


def _statement_lines(_reading: int, _sentences: Records, statements: Records) -> DataPart:
    return DataPart(json_lines(statements))


def _statement_rows(_reading: int, _sentences: Records, statements: Records) -> DataPart:
    return DataPart(csv_lines(statements))


def _nothing(_index: int) -> DataPart:
    return DataPart(b"")


def _joined(head: bytes, parts: Iterable[DataPart], _base: bytes) -> Joined:
    return Joined([head, *[it.data for it in parts]], len(head))


def _database(
    records: SiteRecords, shares: _Shares, key: bytes, entities: bytes, index: Index
) -> DataFile:
    database = Database(records, index)
    share = shares.of(database.part)

    def make(number: int) -> DataPart:
        return share(database.order[number])

    def join(parts: Iterable[DataPart], base: bytes) -> Joined:
        return database.join(base, Small(records, database.articles), parts)

    def base() -> bytes:
        return database.base(Small(records, database.articles))

    parts = [records.keys[it] for it in database.order]
    return DataFile(DATABASE, key, parts, make, join, (entities, base))
