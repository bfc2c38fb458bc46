"""Findings: what one text says of people, bodies, places, documents, times, amounts and events.

Offsets count code points of the text as it was read: of an article, its blocks joined by line
breaks (`generator/annotate/prose.py`). `text[start:end]` is always what stands there.
`shown` is False for what could look foolish: kept for editors, not put before readers.
"""

from __future__ import annotations

from typing import Literal

import msgspec

NameKind = Literal["PER", "ORG", "LOC", "DOC", "TERM"]
Qualifier = Literal["approx", "min", "more", "max", "less", "target", "cumulative", "new"]
"""approx 约, 近; min 以上, 不低于; more 超, 突破, 多, 余; max 以内, 不超过; less 不足, 不到;
target 力争, 目标; cumulative 累计; new 新增."""

Offsets = tuple[int, int]
"""[start, end) in the text."""
Number = int | float
"""In base units: 77.8亿元 is 7780000000, 4.5% is 4.5."""


class Name(msgspec.Struct, frozen=True, array_like=True):
    """A person, organisation, place, document or term where the text names it."""

    start: int
    end: int
    kind: NameKind
    shown: bool = True
    ground: str = ""
    """Which rule found it: for editors and for those who mend the rules."""
    full: str = ""
    """The longer name of the same text that this one is short for: 励颐拓 of 重庆励颐拓软件有限公司."""
    nested: tuple[Name, ...] = ()
    """Names inside it, outermost first; they never cross one another."""


class Date(msgspec.Struct, frozen=True, array_like=True):
    """A time expression."""

    start: int
    end: int
    edtf: str | None
    """ISO 8601-2 (EDTF); None where the text is vague."""
    basis: str
    """How it was read, in Chinese: 去年，据发表日期2022-10-10推算."""
    shown: bool = True


class Figure(msgspec.Struct, frozen=True, array_like=True):
    """An amount with its unit."""

    start: int
    end: int
    value: Number | tuple[Number, Number]
    """A range: (low, high)."""
    unit: str
    qualifiers: tuple[Qualifier, ...] = ()
    of: str = ""
    """What is counted or measured, as the text gives it; of a share: of what."""
    as_of: str | None = None
    """EDTF of the day or year it holds for, or is aimed at."""
    shown: bool = True


class Quote(msgspec.Struct, frozen=True, array_like=True):
    """Speech. Direct: the words between the marks; indirect: the reported clause."""

    start: int
    end: int
    speaker: str | None
    """As the text names them (never a pronoun); None where the text does not say."""
    office: str | None
    direct: bool
    verb: str = ""
    speaker_at: Offsets | None = None
    shown: bool = True


class Office(msgspec.Struct, frozen=True, array_like=True):
    """A person with the office the text gives them."""

    person: Offsets
    office: Offsets
    org: Offsets | None = None
    shown: bool = True


class Paper(msgspec.Struct, frozen=True, array_like=True):
    """A document named in the text: 《…》, or a name of a law without the marks."""

    start: int
    end: int
    type: str
    """意见, 条例, 规划, 通知, 法, 书 …; empty where the name does not tell."""
    issuer: str | None
    """As the text gives it; several joined as they stand there."""
    shown: bool = True


class Programme(msgspec.Struct, frozen=True, array_like=True):
    """Policy shorthand with a count (七大攻坚提升行动), and its members where the text lists them."""

    start: int
    end: int
    count: int
    members: tuple[Offsets, ...] = ()
    shown: bool = True


class Event(msgspec.Struct, frozen=True, array_like=True):
    """Who did what with whom, when, where, for how much: as far as the sentence says it."""

    start: int
    end: int
    """The clause that tells it."""
    verb: str
    date: str | None = None
    """EDTF."""
    place: str | None = None
    sum: Number | tuple[Number, Number] | None = None
    """In 元, or the currency that the figure at this place names."""
    participants: tuple[Offsets, ...] = ()
    object: Offsets | None = None
    """What was signed, founded, held, issued."""
    shown: bool = True


Part = Literal["names", "dates", "figures", "quotes", "offices", "papers", "programmes", "events"]


class Edited(msgspec.Struct, frozen=True, array_like=True):
    """What stands as an editor says it does, and no longer as it was read."""

    part: Part
    """Of the findings."""
    start: int
    """Of the finding; of an office, of its person."""
    added: bool
    """Nothing was read there before."""
    of: str = ""
    """Of a figure: what it measures, if the editor says so."""
    time: str = ""
    """EDTF the editor gives a figure or an event."""


class Withheld(msgspec.Struct, frozen=True, array_like=True):
    """What the rules read of a date or an amount, and a judge who knows none of them refused."""

    part: Literal["dates", "figures"]
    start: int
    end: int
    value: str
    """EDTF; a number in base units, two for a range: 3/5."""


class Findings(msgspec.Struct, frozen=True, array_like=True):
    """All of one text; each kind in order of its place."""

    names: tuple[Name, ...] = ()
    dates: tuple[Date, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    offices: tuple[Office, ...] = ()
    papers: tuple[Paper, ...] = ()
    programmes: tuple[Programme, ...] = ()
    events: tuple[Event, ...] = ()
    edited: tuple[Edited, ...] = ()
    """By corrections; empty as long as a text speaks for itself."""
    withheld: tuple[Withheld, ...] = ()
    """What stands there is a date without EDTF, or an amount that is not shown."""


class Said(msgspec.Struct, frozen=True, array_like=True):
    """Findings of one text, and its names in short: what every build looks at, rarest last.

    Names are once here, however often they stand in the text, and by kind.
    """

    findings: bytes
    """Findings, encoded."""
    open: dict[NameKind, tuple[str, ...]] = {}
    """Not shown, but would be if another text were sure of them."""
    sure: dict[NameKind, tuple[str, ...]] = {}
    """Shown on the strength of this text's own words: other texts may go by them."""
    others: tuple[str, ...] = ()
    """All the rest but documents."""
