"""What tests/cases/first_page/*.toml may say: the form is told in the README.md beside them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
from msgspec import Struct, field

from generator.model.findings import Number

CASES = Path(__file__).parents[2] / "cases" / "first_page"


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stretch of text."""

    text: str = field(name="is")
    others: tuple[str, ...] = field(default=(), name="or")
    """Longer or shorter stretches that are right as well."""
    nth: int = 0
    doubtful: bool = False
    why: str = ""


class Named(Entry, frozen=True):
    """An organisation or a place."""

    nested: tuple[str, ...] = ()


class Person(Entry, frozen=True):
    """A person, with the office if this sentence gives it."""

    office: str = ""
    org: str = ""
    doubtful_org: bool = False


class Document(Entry, frozen=True):
    """A document."""

    type: str = ""
    or_type: tuple[str, ...] = ()
    issuer: str | None = None


class Time(Entry, frozen=True):
    """A time expression; without `edtf` a vague one."""

    edtf: str | None = None
    or_edtf: tuple[str, ...] = ()


class Amount(Entry, frozen=True):
    """A figure."""

    value: Number
    unit: str
    qualifiers: tuple[str, ...] = ()
    of: str = ""
    as_of: str | None = None


class Speech(Entry, frozen=True):
    """A quotation."""

    direct: bool = True
    speaker: str | None = None
    or_speaker: tuple[str, ...] = ()
    office: str | None = None
    or_office: tuple[str, ...] = ()
    org: str = ""
    verb: str = ""


class Shorthand(Entry, frozen=True):
    """A programme."""

    count: int
    members: tuple[str, ...] = ()
    members_at: str = ""
    doubtful_members: bool = False


class Deed(Struct, frozen=True, forbid_unknown_fields=True):
    """An event. A `date` of "" is none."""

    clause: str = field(name="in")
    verb: str
    or_verb: tuple[str, ...] = ()
    date: str = ""
    or_date: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    object: str = ""
    or_object: tuple[str, ...] = ()
    place: str = ""
    or_place: tuple[str, ...] = ()
    sum: Number | None = None
    doubtful: bool = False
    why: str = ""


class Passage(Struct, frozen=True, forbid_unknown_fields=True):
    """All that one block says."""

    id: str
    begins: str
    people: tuple[Person, ...] = ()
    organisations: tuple[str | Named, ...] = ()
    places: tuple[str | Named, ...] = ()
    documents: tuple[Document, ...] = ()
    dates: tuple[Time, ...] = ()
    figures: tuple[Amount, ...] = ()
    quotes: tuple[Speech, ...] = ()
    terms: tuple[str, ...] = ()
    programmes: tuple[Shorthand, ...] = ()
    events: tuple[Deed, ...] = ()
    nothing: tuple[str, ...] = ()


class Answers(Struct, frozen=True, forbid_unknown_fields=True):
    """All that one article says."""

    title: str
    authors: tuple[str, ...]
    block: tuple[Passage, ...]


def read_answers() -> list[Answers]:
    """The files in order of their names: the order of the articles on the page."""
    return [
        msgspec.convert(tomllib.loads(path.read_text("utf-8")), Answers)
        for path in sorted(CASES.glob("*.toml"))
    ]
