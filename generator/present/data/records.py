"""The records of the data files, field by field; what a field says is in the catalogue of texts.

In JSON Lines fields that say nothing are left out; in CSV every row has every field.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.model.findings import Number

Id = str
Proven = str
Pieces = str
Repairs = str
StatementKind = Literal[
    "figure", "event", "date", "office", "quote", "document", "programme", "relation"
]


class ArticleRecord(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """An article."""

    id: Id
    title: str
    url: str
    date: str = ""
    source: str = ""
    edition: str = ""
    kicker: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    characters: int = 0
    sentences: int = 0
    restored: bool = False
    reviewed: bool = True
    sure: int = 0
    total: int = 0


class TopicRecord(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A topic."""

    id: Id
    title: str
    url: str
    kind: str = ""
    parent: str = ""
    aliases: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    passages: int = 0


class EntityRecord(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Something that articles name: a person, an organisation, a place, a document, a term."""

    id: Id
    kind: str
    name: str
    apart: str = ""
    aliases: tuple[str, ...] = ()
    url: str = ""
    note: str = ""
    found_by: str = ""
    mentions: int = 0
    articles: int = 0
    topics: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()


class SentenceRecord(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A sentence with what it names."""

    id: Id
    article: str
    text: str
    url: str
    source: Proven
    pieces: Pieces = ""
    repairs: Repairs = ""
    heading: str = ""
    mentions: tuple[tuple[int, int, str], ...] = ()


class StatementRecord(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What one sentence states: an amount, an event, a time, an office, a quotation."""

    id: Id
    kind: StatementKind
    article: str
    sentence: str
    url: str
    words: str
    source: Proven
    pieces: Pieces = ""
    repairs: Repairs = ""
    subject: str = ""
    predicate: str = ""
    object: str = ""
    value: Number | None = None
    value_high: Number | None = None
    unit: str = ""
    qualifiers: tuple[str, ...] = ()
    status: str = ""
    change: str = ""
    measure_said: str = ""
    date: str = ""
    date_said: bool = True
    date_basis: str = ""
    place: str = ""
    article_date: str = ""
    part_of: str = ""
    entities: tuple[tuple[str, str], ...] = ()
