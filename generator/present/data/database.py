"""Knowledge -> one SQLite file that Datasette opens; same knowledge, same bytes.

What each article adds is made once and copied from then on (`grafting.py`); tables that have a
row a thing and not a row a sentence are made anew, as are indices and full text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from generator.present.data.grafting import WRITER, Template, graft, new_database, root_of
from generator.present.data.identity import ROWS
from generator.present.data.lines import BETWEEN
from generator.present.data.records import SentenceRecord, StatementRecord
from generator.present.data.schema import (
    APPLICATION_ID,
    BULK,
    INDICES,
    SMALL,
    USER_VERSION,
    VIEWS,
    full_text,
    full_text_rows,
)
from generator.present.data.settings import Index
from generator.present.data.site_records import SiteRecords
from generator.present.data.tables import Small, fill, fill_entities
from generator.present.views import DataPart, Joined

Row = tuple[object, ...]


class Database:
    """The numbers of all rows, and how the file is put together."""

    def __init__(self, records: SiteRecords, index: Index) -> None:
        self._index = index
        names = [it.article.id for it in records.knowledge.readings]
        articles = records.articles_by_id.of
        self.articles = [articles[it] for it in names]
        """Number of each reading."""
        self.order = sorted(range(len(names)), key=self.articles.__getitem__)
        self._entities = records.entities_by_id
        self._template: Template | None = None

    def part(
        self,
        reading: int,
        sentences: Sequence[SentenceRecord],
        statements: Sequence[StatementRecord],
    ) -> DataPart:
        """The rows of one article."""
        if self._template is None:
            self._template = Template(BULK)
        return self._template.part(
            (
                self._sentences(reading, sentences),
                self._mentions(reading, sentences),
                self._statements(reading, sentences, statements),
                self._roles(reading, statements),
            )
        )

    def _sentences(self, reading: int, sentences: Sequence[SentenceRecord]) -> Iterator[Row]:
        article = self.articles[reading]
        for n, it in enumerate(sentences, (article << ROWS) + 1):
            proof = (it.source, it.pieces or None, it.repairs or None)
            yield n, it.id, article, it.text, it.url, it.heading or None, *proof

    def _mentions(self, reading: int, sentences: Sequence[SentenceRecord]) -> Iterator[Row]:
        base = n = self.articles[reading] << ROWS
        for number, it in enumerate(sentences, base + 1):
            for start, end, entity in it.mentions:
                n += 1
                yield n, self._entities[entity], number, start, end, it.text[start:end]

    def _statements(
        self,
        reading: int,
        sentences: Sequence[SentenceRecord],
        statements: Sequence[StatementRecord],
    ) -> Iterator[Row]:
        article = self.articles[reading]
        base = article << ROWS
        at = {it.url: base + number for number, it in enumerate(sentences, 1)}
        for n, it in enumerate(statements, base + 1):
            yield (
                n,
                it.id,
                it.kind,
                article,
                at[it.url],
                it.words,
                it.subject or None,
                it.predicate or None,
                it.object or None,
                it.value,
                it.value_high,
                it.unit or None,
                BETWEEN.join(it.qualifiers) or None,
                it.status or None,
                it.change or None,
                it.measure_said or None,
                it.date or None,
                it.date_said,
                it.date_basis or None,
                it.place or None,
                it.part_of or None,
            )

    def _roles(self, reading: int, statements: Sequence[StatementRecord]) -> Iterator[Row]:
        base = n = self.articles[reading] << ROWS
        for number, it in enumerate(statements, base + 1):
            for role, entity in it.entities:
                n += 1
                yield n, number, self._entities[entity], role

    def base(self, small: Small) -> bytes:
        """All tables, with the entities in theirs: no edit of a text but of its facts changes them."""
        head = new_database()
        head.execute(f"PRAGMA application_id={APPLICATION_ID}")
        head.execute(f"PRAGMA user_version={USER_VERSION}")
        head.executescript(f"BEGIN;{SMALL};{';'.join(BULK.values())};{VIEWS};COMMIT")
        fill_entities(head, small)
        _search(head, "entities")
        data = head.serialize()
        head.close()
        return data

    def join(
        self,
        base: bytes,
        small: Small,
        parts: Iterable[DataPart],
    ) -> Joined:
        """The file; parts in `order`."""
        head = new_database()
        head.deserialize(base)
        fill(head, small)
        _search(head, "articles")
        roots = [root_of(head, name) for name in BULK]
        joined = graft(head.serialize(), roots, parts)
        head.close()
        if self._template is not None:
            self._template.close()
            self._template = None
        return Joined([_indexed(joined.data)], joined.start) if self._index == "full" else joined


def _search(head: sqlite3.Connection, table: str) -> None:
    head.executescript(f"BEGIN;{full_text(table)}{full_text_rows(table)}COMMIT")


def _indexed(data: bytes) -> bytes:
    light, whole = new_database(), new_database()
    light.deserialize(data)
    # What was deserialised can't grow beyond a gigabyte; a copy can.
    light.backup(whole)
    light.close()
    rows = full_text_rows("sentences")
    whole.executescript(f"BEGIN;{INDICES};{full_text('sentences')}{rows}COMMIT")
    indexed = whole.serialize()
    whole.close()
    return indexed[:96] + WRITER + indexed[100:]
