"""What drawings show; where it stands in them is reckoned when they are written."""

from __future__ import annotations

import msgspec

from generator.present.views.pieces import TermLink


class PointView(msgspec.Struct, frozen=True, array_like=True):
    """An amount of one year."""

    year: int
    low: float
    high: float
    """As low, unless the text tells a range. In base units, negative if something fell."""
    said: str
    """The amount in short: ≥1100万人."""
    aim: bool = False
    sort: str = ""
    """Only amounts of one sort are joined: real growth is not nominal growth."""
    split: bool = False
    """Another amount is told of the same year."""


class ChartView(msgspec.Struct, frozen=True, array_like=True):
    """One measure of one subject in one unit over the years."""

    points: tuple[PointView, ...]
    """By year; what was aimed at before what came."""
    unit: str
    change: bool = False
    left: int = 0
    """Amounts of the same series that are not of one year."""


class YearsView(msgspec.Struct, frozen=True, array_like=True):
    """How much is told of a year, a decade or a century."""

    number: int
    """Its first year in steps of the strip: 199 of decades is 1990 to 1999."""
    label: str
    url: str
    """To the first of it."""
    count: int


class StripView(msgspec.Struct, frozen=True, array_like=True):
    """Years side by side, each as tall as much is told of it."""

    columns: tuple[YearsView, ...]
    step: int = 1
    """Years a column stands for."""


class MarkView(msgspec.Struct, frozen=True, array_like=True):
    """Something at a time."""

    edtf: str
    label: str
    url: str


class MarksView(msgspec.Struct, frozen=True, array_like=True):
    """Few events on a time axis, each as exact as its text has it."""

    marks: tuple[MarkView, ...]


class ThreadView(msgspec.Struct, frozen=True, array_like=True):
    """What ties names: a topic that writes of them, or, without a name of its own, a sentence."""

    name: TermLink | None
    weight: int = 1
    """1 … 3."""


class WeftView(msgspec.Struct, frozen=True, array_like=True):
    """A name and what it is tied to."""

    name: TermLink
    """With how often it is named, if that is known."""
    kind: str
    weight: int
    """1 … 3."""
    knots: tuple[tuple[int, int], ...] = ()
    """(index of a thread, 1 … 5: how much)."""


class WeaveView(msgspec.Struct, frozen=True, array_like=True):
    """Topics and the latest articles that write of them."""

    topics: tuple[TermLink, ...]
    articles: tuple[TermLink, ...]
    knots: tuple[tuple[int, int, int], ...]
    """(index into articles, index into topics, passages)."""


class LoomView(msgspec.Struct, frozen=True, array_like=True):
    """Names as wefts, topics as warps; the same as a table."""

    title: str
    description: str
    own: str
    """The topic whose names these are; empty: they are of all topics."""
    wefts: tuple[WeftView, ...]
    threads: tuple[ThreadView, ...]
    tie: str = ""
    """What ties them, over their column in the table: 也见于."""
