"""Indexes of the whole site: names by kind, timeline, figures, quotes, wordings, graph, quality, search."""

from __future__ import annotations

import msgspec

from generator.present.views.accounts import MergesView, QualityView, WithheldView
from generator.present.views.drawings import ChartView, LoomView, StripView
from generator.present.views.pieces import Chrome, NavItem, Pager, TermLink
from generator.present.views.statements import (
    FigureGroupView,
    FigureView,
    MomentView,
    SpeechView,
    WordingView,
)


class NameEntry(msgspec.Struct, frozen=True, array_like=True):
    """One name of an index."""

    title: str
    url: str
    """Its own page, or the sentence in which it stands."""
    pinyin: str
    own: bool = True
    """Whether it has a page of its own."""
    note: str = ""
    """Latest office of a person; what tells it from others of its name."""
    articles: int = 0
    see: str = ""
    """For another form of the name: the one it leads to."""


class NameLetter(msgspec.Struct, frozen=True, array_like=True):
    letter: str
    """A … Z, or #."""
    entries: tuple[NameEntry, ...]


class KindView(msgspec.Struct, frozen=True, array_like=True, tag="kind"):
    """People, organisations, places, documents or terms: one page of them."""

    chrome: Chrome
    title: str
    letters: tuple[NameLetter, ...]
    alphabet: tuple[TermLink, ...]
    total: int
    """Names, other forms not counted."""
    own: int
    """Of these, those with a page."""
    rooms: tuple[NavItem, ...]
    """The indexes of the other kinds."""
    pager: Pager | None = None


class YearRow(msgspec.Struct, frozen=True, array_like=True):
    """A year (or a time that no single year holds) and how much is told of it."""

    label: str
    url: str
    count: int
    bar: int
    """Thousandths of the longest."""
    year: int = 0


class TimelineView(msgspec.Struct, frozen=True, array_like=True, tag="timeline"):
    """All years, or those of a decade, with what leads to them."""

    chrome: Chrome
    title: str
    years: tuple[YearRow, ...]
    total: int
    strip: StripView | None = None
    """The same drawn; None: there is too little."""


class YearGroup(msgspec.Struct, frozen=True, array_like=True):
    label: str
    """2022年."""
    anchor: str
    moments: tuple[MomentView, ...]


class YearView(msgspec.Struct, frozen=True, array_like=True, tag="year"):
    """One year, or some in which little happened."""

    chrome: Chrome
    title: str
    groups: tuple[YearGroup, ...]
    newer: TermLink | None
    older: TermLink | None
    pager: Pager | None = None


class MeasureLink(msgspec.Struct, frozen=True, array_like=True):
    """A measure in the list of them."""

    title: str
    url: str
    pinyin: str
    count: int
    articles: int
    span: str
    """2004—2022年; empty if nothing tells."""
    targets: bool
    """Whether aims stand beside what was reached."""


class MeasureLetter(msgspec.Struct, frozen=True, array_like=True):
    letter: str
    entries: tuple[MeasureLink, ...]


class MeasuresView(msgspec.Struct, frozen=True, array_like=True, tag="measures"):
    """Measures with a page."""

    chrome: Chrome
    letters: tuple[MeasureLetter, ...]
    alphabet: tuple[TermLink, ...]
    most: tuple[MeasureLink, ...]
    """Those that stand in most articles; on the first page only."""
    total: int
    figures: int
    """All amounts of the site."""
    once: int
    """Those on no measure's page that are listed."""
    groups: tuple[FigureGroupView, ...]
    """They, if they are few; else `once_url` leads to them."""
    once_url: str
    pager: Pager | None = None


class OnceView(msgspec.Struct, frozen=True, array_like=True, tag="once"):
    """Amounts of which there is no series."""

    chrome: Chrome
    groups: tuple[FigureGroupView, ...]
    total: int
    pager: Pager | None = None


class SeriesCell(msgspec.Struct, frozen=True, array_like=True):
    """What is said of one time, under one head of the table."""

    figures: tuple[FigureView, ...]
    conflict: bool = False
    """They can't all be right."""


class SeriesRow(msgspec.Struct, frozen=True, array_like=True):
    when: str
    """EDTF; empty: not said."""
    aim: SeriesCell
    reached: SeriesCell


class SeriesView(msgspec.Struct, frozen=True, array_like=True):
    """One measure of one subject in one unit, by time."""

    subject: TermLink | None
    unit: str
    change: bool
    """By how much it grew or fell, not how much it is."""
    rows: tuple[SeriesRow, ...]
    aims: bool
    reached: bool
    """Whether anything stands in these columns."""
    way: str = ""
    """new | all: what was added, or what there is in all; empty: nothing tells."""
    chart: ChartView | None = None
    """Of the amounts of single years; None: too few."""


class MeasureView(msgspec.Struct, frozen=True, array_like=True, tag="measure"):
    """A measure over the years."""

    chrome: Chrome
    title: str
    words: tuple[str, ...]
    """How texts call it, if otherwise."""
    series: tuple[SeriesView, ...]
    single: tuple[FigureGroupView, ...]
    """Amounts with which nothing can be compared, in one group."""
    count: int
    articles: int
    span: str
    pager: Pager | None = None


class SpeakerGroup(msgspec.Struct, frozen=True, array_like=True):
    """Somebody's words on this page."""

    speaker: TermLink
    pinyin: str
    total: int
    quotes: tuple[SpeechView, ...]


class QuotesView(msgspec.Struct, frozen=True, array_like=True, tag="quotes"):
    """Quotes by speaker."""

    chrome: Chrome
    letters: tuple[tuple[str, tuple[SpeakerGroup, ...]], ...]
    alphabet: tuple[TermLink, ...]
    total: int
    speakers: int
    nobody: int
    """Quotes of which no text says whose they are."""
    pager: Pager | None = None


class WordingsView(msgspec.Struct, frozen=True, array_like=True, tag="wordings"):
    """Phrases over time."""

    chrome: Chrome
    letters: tuple[tuple[str, tuple[WordingView, ...]], ...]
    alphabet: tuple[TermLink, ...]
    years: tuple[int, int]
    """First and last year of all articles; 0: undated."""
    total: int
    pager: Pager | None = None


class GraphView(msgspec.Struct, frozen=True, array_like=True, tag="graph"):
    """Topics and what they share."""

    chrome: Chrome
    drawing: LoomView
    rows: tuple[tuple[TermLink, tuple[TermLink, ...]], ...]
    """All names that topics share, each with these topics."""
    total: int


class SearchView(msgspec.Struct, frozen=True, array_like=True, tag="search"):
    """The page on which results are shown; it knows none of them."""

    chrome: Chrome
    alphabet: tuple[TermLink, ...]
    """Letters of the index of everything: the way of those whose browser runs no scripts."""


IndexPage = (
    KindView
    | TimelineView
    | YearView
    | MeasuresView
    | MeasureView
    | OnceView
    | QuotesView
    | WordingsView
    | GraphView
    | SearchView
    | QualityView
    | MergesView
    | WithheldView
)
