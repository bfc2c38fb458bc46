"""Statements as pages show them: timeline, figures, offices, quotes, documents, relations, wordings.

What is the source's goes out as `WordsView` with its proof; all else is the program's reading.
"""

from __future__ import annotations

import msgspec

from generator.present.views.drawings import ChartView, MarksView, StripView
from generator.present.views.pieces import Chrome, Pager, Proof, QuoteView, TermLink


class WordsView(msgspec.Struct, frozen=True, array_like=True):
    """Some words of an article with their proof, and the sentence they stand in."""

    text: str
    proof: Proof
    url: str
    """To the sentence on the article's page."""
    article: str = ""
    """The article's title."""
    date: str = ""
    """ISO 8601 day of the article; empty if not known."""
    mark: tuple[int, int] = (0, 0)
    """Span of `text` to highlight; empty: none."""


class TimeView(msgspec.Struct, frozen=True, array_like=True):
    """A time expression, and the time that the program read from it."""

    edtf: str
    words: WordsView
    basis: str = ""
    """How a relative date was read, in Chinese."""


class CiteView(msgspec.Struct, frozen=True, array_like=True):
    """A clause that tells something, with the time expression that dates it."""

    words: WordsView
    time: TimeView | None = None


class MomentView(msgspec.Struct, frozen=True, array_like=True):
    """An entry of a timeline."""

    edtf: str
    cites: tuple[CiteView, ...]
    """The first is shown, the others can be opened."""
    entities: tuple[TermLink, ...] = ()
    verb: str = ""
    period: bool = False
    """Of a time in which several things happened."""
    anchor: str = ""
    """Its name on the page, if a drawing leads to it."""


class FigureView(msgspec.Struct, frozen=True, array_like=True):
    """One amount."""

    amount: WordsView
    value: str
    """In base units: LOW or LOW/HIGH."""
    unit: str
    clause: WordsView
    """The amount among its neighbours, highlighted."""
    status: str
    """actual | target | change | change-target"""
    when: str = ""
    """EDTF."""
    when_said: bool = True
    """False: concluded from the surroundings."""
    subject: TermLink | None = None
    """Whose it is; no URL: it has no page."""
    notes: tuple[str, ...] = ()
    repeats: tuple[WordsView, ...] = ()
    bar: int = -1
    """Thousandths of the longest bar beside it; -1: none."""
    by_editor: bool = False
    """The value is the editor's, who may know better than the words."""


class FigureGroupView(msgspec.Struct, frozen=True, array_like=True):
    """Amounts of one measure."""

    measure: str
    rows: tuple[FigureView, ...]
    conflicts: tuple[tuple[QuoteView, ...], ...] = ()
    """Sentences that can't all be right."""
    url: str = ""
    """Of the measure's own page."""
    held: bool = False
    """It goes on from the page before."""
    chart: ChartView | None = None
    """Its longest series over the years, however few rows are shown."""


class OfficeView(msgspec.Struct, frozen=True, array_like=True):
    """A person in an office."""

    person: TermLink
    office: str
    org: TermLink | None
    first: str
    last: str
    cites: tuple[WordsView, ...]


class SpeechView(msgspec.Struct, frozen=True, array_like=True):
    """Somebody's words."""

    words: WordsView
    speaker: TermLink | None
    office: str
    direct: bool
    date: str = ""
    """The day on which it was said; empty where the text tells of years before, and no day."""


class PaperView(msgspec.Struct, frozen=True, array_like=True):
    """A document."""

    title: TermLink
    type: str
    issuer: str
    period: str
    cites: tuple[WordsView, ...]


class ProgrammeView(msgspec.Struct, frozen=True, array_like=True):
    """A counted policy name with its members."""

    name: TermLink
    count: int
    members: tuple[WordsView, ...]
    cites: tuple[WordsView, ...]


class RelationView(msgspec.Struct, frozen=True, array_like=True):
    """Bodies that do something together, and the clause that says so."""

    kind: str
    """founded | cooperation | investment | settled | appointed | award"""
    clause: WordsView
    institute: TermLink | None
    partners: tuple[TermLink, ...]
    places: tuple[TermLink, ...]
    sum: WordsView | None
    value: str
    date: str
    """EDTF."""
    by_editor: bool = False
    planned: bool = False
    """It is to be, and is not yet."""
    repeats: tuple[WordsView, ...] = ()
    """Other clauses that tell of it."""


class WordingView(msgspec.Struct, frozen=True, array_like=True):
    """A phrase over time."""

    phrase: str
    count: int
    articles: int
    first: WordsView
    last: WordsView
    years: tuple[tuple[str, int], ...]
    variants: tuple[tuple[WordsView, int], ...] = ()
    page: str = ""
    """URL of the term's own page."""


class More(msgspec.Struct, frozen=True, array_like=True):
    """A section that goes on elsewhere."""

    shown: int
    total: int
    url: str


class StatementsView(msgspec.Struct, frozen=True, array_like=True):
    """Everything that is said of one thing, or a part of it."""

    timeline: tuple[MomentView, ...] = ()
    figures: tuple[FigureGroupView, ...] = ()
    offices: tuple[OfficeView, ...] = ()
    quotes: tuple[SpeechView, ...] = ()
    papers: tuple[PaperView, ...] = ()
    programmes: tuple[ProgrammeView, ...] = ()
    relations: tuple[RelationView, ...] = ()
    wordings: tuple[WordingView, ...] = ()
    many: bool = False
    """Several articles speak, so that each has to be named beside its words."""
    more: dict[str, More] = {}
    """Name of a field above -> where the rest of it stands."""
    strip: StripView | None = None
    """All of the timeline by year."""
    marks: MarksView | None = None
    """All of it, one by one: one of the two, or none."""


class PartView(msgspec.Struct, frozen=True, array_like=True, tag="part"):
    """One section of a topic's or an entity's page, whole, on pages of its own."""

    chrome: Chrome
    section: str
    """A field of StatementsView."""
    owner: TermLink
    statements: StatementsView
    total: int
    pager: Pager | None = None
