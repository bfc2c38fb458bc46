"""Ledger: where each character of a source page went; the proof that nothing was lost."""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.model.article import By, Join

Fate = Literal["placed", "aside", "unplaced", "layout"]
"""placed: in an article; aside: a pull quote or other line set aside, kept on the source page;
unplaced: no decision covers it; layout: line breaks, blank lines and white space at line ends."""


Side = Literal["before", "after"]


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """line[start:end] of the page has this fate."""

    line: int
    start: int
    end: int
    """Code points of the line, its line break included."""
    fate: Fate
    role: str = ""
    """title, kicker, byline, jump, credit, label, heading, paragraph, pullquote, other."""
    article: str = ""
    """ArticleId, if placed or set aside beside one."""
    block: str = ""
    """Block id on that article's page."""
    ground: str = ""
    by: By = "editor"


class Gap(msgspec.Struct, frozen=True, array_like=True):
    """Text that the page does not hold. line: the line beside which it is missing."""

    line: int
    where: Side
    article: str
    ground: str = ""
    by: By = "editor"
    block: str = ""
    """Its anchor on the article's page; empty: `gap-<where>-<line>`."""


class Question(msgspec.Struct, frozen=True, array_like=True):
    """A line that breaks off, and what may follow it: nobody has decided yet."""

    tail: int
    heads: tuple[tuple[int, float], ...]
    """(line, probability), likeliest first."""
    missing: float
    """Probability that the continuation is not on this page."""


class Ledger(msgspec.Struct, frozen=True, array_like=True):
    """One source page: its pieces in file order, its joins, gaps and counts.

    Pieces follow one another without hole or overlap from the first to the last character.
    """

    page: str
    path: str
    digest: str
    encoding: str
    lines: tuple[str, ...]
    """The lines as they came, without their breaks."""
    pieces: tuple[Piece, ...]
    joins: tuple[Join, ...] = ()
    gaps: tuple[Gap, ...] = ()
    repairs: int = 0
    flags: int = 0
    reviewed: bool = True
    articles: tuple[str, ...] = ()
    title: str = ""
    source: str = ""
    date: str = ""
    date_ground: str = ""
    characters: int = 0
    """Code points in the file, a byte order mark not counted."""
    questions: tuple[Question, ...] = ()
    """Sorted by tail."""
