"""Statements: what several articles say about one thing, each with the places it rests on.

Made by `generator/weave/statements/` of the facts (model/facts.py) of some articles or of some
of their sentences: for a topic, an entity, or the whole site. A place is a `Mention`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.model.facts import Status
from generator.model.findings import Number, Qualifier
from generator.model.knowledge import Mention


class Moment(msgspec.Struct, frozen=True, array_like=True):
    """An entry of a timeline: something at a time, told in one or several sentences."""

    edtf: str
    """Of what is only known to be before its article: ../2022-10-10."""
    cites: tuple[Mention, ...]
    """Clauses that tell it, the most telling first."""
    words: tuple[Mention, ...]
    """The time expression of each clause (empty: start == end)."""
    basis: str = ""
    """How a relative date was read."""
    verb: str = ""
    """Of an event; empty where only a date stands."""
    entities: tuple[int, ...] = ()
    """Who and what takes part, among Knowledge.entities."""
    told: tuple[tuple[str, str], ...] = ()
    """(EDTF, basis) of each clause's own time expression: one may say the month, another the day."""
    period: bool = False
    """It is what an article says of a period (五年来), not of one event."""


class FigureRow(msgspec.Struct, frozen=True, array_like=True):
    """One amount."""

    cite: Mention
    """The amount as the text has it."""
    value: Number | tuple[Number, Number]
    unit: str
    qualifiers: tuple[Qualifier, ...]
    status: Status
    when: str
    """EDTF it holds for or is aimed at, empty if nothing tells."""
    when_said: bool
    subject: int
    """Whose, among Knowledge.entities; -1: not said."""
    subject_words: str
    words: str
    """What is measured, in the sentence's own words."""
    change: str = ""
    repeats: tuple[Mention, ...] = ()
    """Other places that say the same."""
    by_editor: bool = False


class FigureGroup(msgspec.Struct, frozen=True, array_like=True):
    """All amounts of one measure, oldest first."""

    measure: str
    rows: tuple[FigureRow, ...]
    conflicts: tuple[tuple[int, ...], ...] = ()
    """Rows that can't both be right: same subject, measure, time and status, another value."""
    series: tuple[tuple[int, ...], ...] = ()
    """Rows that can be held against one another (same subject, kind of unit, amount or change), oldest
    first; the longest series first, none of a single row."""


class OfficeRow(msgspec.Struct, frozen=True, array_like=True):
    """A person in an office, with the time for which texts say so."""

    person: int
    """Among Knowledge.entities, or -1."""
    name: str
    office: str
    org: int
    org_words: str
    first: str
    """Date of the first article that says so; empty: undated."""
    last: str
    cites: tuple[Mention, ...]


class QuoteRow(msgspec.Struct, frozen=True, array_like=True):
    """Somebody's words."""

    cite: Mention
    speaker: int
    """Among Knowledge.entities, or -1."""
    speaker_words: str
    office: str
    direct: bool
    date: str


class PaperRow(msgspec.Struct, frozen=True, array_like=True):
    """A document that is named."""

    entity: int
    title: str
    type: str
    issuer: str
    period: str
    cites: tuple[Mention, ...]


class ProgrammeRow(msgspec.Struct, frozen=True, array_like=True):
    """A policy name, mostly a counted one."""

    entity: int
    name: str
    count: int
    """0: it has none."""
    members: tuple[tuple[str, Mention], ...]
    cites: tuple[Mention, ...]


class RelationRow(msgspec.Struct, frozen=True, array_like=True):
    """Bodies that do something together."""

    kind: Literal["founded", "cooperation", "investment", "settled", "appointed", "award"]
    cite: Mention
    institute: str
    institute_entity: int
    partners: tuple[tuple[int, str], ...]
    """(entity or -1, words)."""
    places: tuple[tuple[int, str], ...]
    sum_words: str
    sum: Number | tuple[Number, Number] | None
    date: str
    repeats: tuple[Mention, ...] = ()
    """Other clauses that tell the same."""
    by_editor: bool = False
    """Its sum is as an editor says."""
    planned: bool = False
    """It is to be, and is not yet."""


class Wording(msgspec.Struct, frozen=True, array_like=True):
    """A phrase over time."""

    phrase: str
    count: int
    articles: int
    first: Mention
    last: Mention
    years: tuple[tuple[str, int], ...]
    """(year, how often)."""
    variants: tuple[tuple[str, int, Mention], ...] = ()
    """(wording, how often, where first): the drift of the phrase."""


class Statements(msgspec.Struct, frozen=True, array_like=True):
    """All that is said, by kind."""

    timeline: tuple[Moment, ...] = ()
    figures: tuple[FigureGroup, ...] = ()
    """The most telling first."""
    offices: tuple[OfficeRow, ...] = ()
    quotes: tuple[QuoteRow, ...] = ()
    papers: tuple[PaperRow, ...] = ()
    programmes: tuple[ProgrammeRow, ...] = ()
    relations: tuple[RelationRow, ...] = ()
    wordings: tuple[Wording, ...] = ()
