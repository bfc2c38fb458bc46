"""The account of the site: what is sure, what is grounded, what nobody has looked at."""

from __future__ import annotations

import msgspec

from generator.present.views.pieces import Chrome, Pager, TermLink
from generator.present.views.statements import WordsView


class CountRow(msgspec.Struct, frozen=True, array_like=True):
    """A line of the account: what, how many, and what is to be said of it."""

    title: str
    count: int
    note: str = ""
    url: str = ""


class PageRow(msgspec.Struct, frozen=True, array_like=True):
    """A source page in the account."""

    title: str
    url: str
    share: str
    """Of the text whose place is sure; empty if nothing was restored."""
    reviewed: bool


class MergeRow(msgspec.Struct, frozen=True, array_like=True):
    """Why several mentions were taken for one thing."""

    name: TermLink
    kind: str
    reasons: tuple[tuple[str, tuple[WordsView, ...]], ...]


class WithheldRow(msgspec.Struct, frozen=True, array_like=True):
    """A date or an amount that two readings of the same words do not agree on."""

    words: WordsView
    """Its sentence, the words themselves marked."""
    value: str
    """As the program read it, in words."""


class QualityView(msgspec.Struct, frozen=True, array_like=True, tag="quality"):
    """What the site rests on, and what nobody has looked at."""

    chrome: Chrome
    share: str
    """Of the restored text, that whose place is sure; empty: nothing was restored."""
    restored: int
    """Articles put together from newspaper pages."""
    unreviewed: int
    """Of these, those that no editor has looked at."""
    articles: int
    pages: tuple[PageRow, ...]
    statements: tuple[CountRow, ...]
    concluded: tuple[CountRow, ...]
    """What the program concluded because no sentence says it."""
    names: tuple[CountRow, ...]
    apart: tuple[tuple[str, tuple[TermLink, ...]], ...]
    """Different people of one name."""
    merges: int
    merges_url: str
    links: int
    withheld: int = 0
    """Dates and amounts that the check refused, shown nowhere else."""
    withheld_url: str = ""


class MergesView(msgspec.Struct, frozen=True, array_like=True, tag="merges"):
    """Everything that the program put together, with the reason."""

    chrome: Chrome
    rows: tuple[MergeRow, ...]
    total: int
    pager: Pager | None = None


class WithheldView(msgspec.Struct, frozen=True, array_like=True, tag="withheld"):
    """What was read and not published, each with its sentence."""

    chrome: Chrome
    rows: tuple[WithheldRow, ...]
    total: int
    pager: Pager | None = None
