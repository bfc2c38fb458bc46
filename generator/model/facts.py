"""Facts: what one article says, put together for weaving; made of its findings, once an article.

Findings (model/findings.py) point at a text in one piece. Facts point at sentences, name people,
bodies and things by the name under which the article's mentions belong together, and know of an
amount what it measures and whether it is reached or aimed at. Only what is shown to readers.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.model.findings import NameKind, Number, Qualifier

At = tuple[int, int, int]
"""(index of a sentence in the article's annotations, start, end): code points of that sentence's
block, so that block.text[start:end] is what stands there."""

Status = Literal["actual", "target", "change", "change-target"]
"""What an amount is: reached, or aimed at; `change` is by how much something grew or fell (4.5% in
同比增长4.5%), `change-target` by how much it shall."""


class NameFact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A person, body, place or term, with all its mentions in the article."""

    kind: NameKind
    name: str
    """The fullest form in the article."""
    at: tuple[At, ...]
    """In order; those inside longer names too, if `inside` counts them."""
    aliases: tuple[str, ...] = ()
    """Other forms in this article, most frequent first: 励颐拓, 学校."""
    inside: int = 0
    """How many of the mentions stand inside a longer name (山西 in 山西农业大学)."""


class OfficeFact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A person with an office, as of the article's date."""

    person: int
    """Index into Facts.names."""
    office: str
    org: str
    """The body or place it is held at, as the text says; may be empty."""
    org_name: int
    """The same among Facts.names, or -1."""
    at: At
    """From the first to the last word of it."""
    past: bool = False
    """Told of years before the article's: held then, and not as of its date."""


class FigureFact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An amount: of what, whose, reached or aimed at, as of when."""

    at: At
    """The amount as the text has it."""
    value: Number | tuple[Number, Number]
    unit: str
    qualifiers: tuple[Qualifier, ...]
    measure: str
    """What is counted or measured, put in its usual name (国内生产总值); empty if the text does not say."""
    words: str
    """The same as the text says it (GDP)."""
    status: Status
    as_of: str | None = None
    """EDTF: of the sentence, else supplied from the article's date; None if not known."""
    as_of_said: bool = False
    """Whether the sentence says so; else it was concluded from its surroundings or the date."""
    subject: int = -1
    """Whose it is: a body or place of Facts.names; -1 if the sentence does not say."""
    change: str = ""
    """The word before it that says how it changed (同比增长)."""
    by_editor: bool = False
    """An editor put it right, and may know better than its words."""


class EventFact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Who did what with whom, where, when, for how much."""

    at: At
    """The clause that tells it."""
    verb: str
    date: str | None
    """EDTF."""
    place: str | None
    sum: Number | tuple[Number, Number] | None
    sum_words: str
    who: tuple[int, ...]
    """Participants among Facts.names."""
    said: tuple[str, ...]
    """Participants as the text names them, those that are no names of ours too."""
    object: str
    """What was signed, founded, held, issued; as the text says it."""
    object_name: int = -1


class DateFact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A day, month, year or span that the article tells something of."""

    at: At
    """The time expression."""
    edtf: str
    basis: str
    """How it was read, in Chinese; empty where the text says it whole."""
    clause: At
    """What happened then: the clause or sentence around it."""
    event: int = -1
    """Index into Facts.events if it is the date of one."""


class QuoteFact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Words of somebody."""

    at: At
    """Direct: without the marks."""
    speaker: str
    """As the text says; empty: nobody is named."""
    speaker_name: int
    """Index into Facts.names, or -1."""
    office: str
    direct: bool
    verb: str = ""
    date: str = ""
    """The day on which it was said, EDTF, where the text tells it; else that of the article."""
    basis: str = ""
    """How the day was read."""
    past: bool = False
    """Said in years before the article's."""


class PaperFact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A document."""

    title: str
    """Without 《》."""
    type: str
    issuer: str
    at: tuple[At, ...]
    period: str = ""
    """Years that its name says it is for, EDTF (2022/2025)."""


class ProgrammeFact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A policy name, mostly a counted one, and, where the text lists them, its members."""

    name: str
    count: int
    """0: it has none (双带头人培育工程)."""
    members: tuple[str, ...]
    at: tuple[At, ...]
    members_at: tuple[At, ...] = ()


class RelationFact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Bodies that founded or run something together, or money that one gave another: one sentence says it.

    For tables like institute × university × county × sum × date.
    """

    kind: Literal["founded", "cooperation", "investment", "settled", "appointed", "award"]
    at: At
    """The clause."""
    institute: str
    """What came of it: an institute, a base, a project; may be empty."""
    partners: tuple[int, ...]
    """Bodies, among Facts.names."""
    places: tuple[int, ...]
    """Counties, cities: among Facts.names."""
    sum_words: str = ""
    sum: Number | tuple[Number, Number] | None = None
    date: str | None = None
    by_editor: bool = False
    """Its sum is as an editor says."""
    planned: bool = False
    """It is to be, and is not yet: 将入驻."""


class PhraseFact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A wording of policy whose use can be followed over time: 高质量发展, “两山”理论."""

    words: str
    at: tuple[At, ...]


class WithheldFact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A date or an amount that was read otherwise than it is judged from outside; told to nobody as such."""

    at: At
    part: Literal["dates", "figures"]
    value: str
    """As it was read: EDTF; a number in base units, two for a range: 3/5."""


class Facts(msgspec.Struct, frozen=True, array_like=True):
    """All of one article; each kind in order of its place."""

    names: tuple[NameFact, ...] = ()
    offices: tuple[OfficeFact, ...] = ()
    figures: tuple[FigureFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    dates: tuple[DateFact, ...] = ()
    quotes: tuple[QuoteFact, ...] = ()
    papers: tuple[PaperFact, ...] = ()
    programmes: tuple[ProgrammeFact, ...] = ()
    relations: tuple[RelationFact, ...] = ()
    phrases: tuple[PhraseFact, ...] = ()
    blocks: tuple[int, ...] = ()
    """Blocks of the article in which anything of this stands, in order."""
    shown: bytes = b""
    """Digest of all that pages other than the article's own may show of these blocks."""
    withheld: tuple[WithheldFact, ...] = ()
