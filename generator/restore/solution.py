"""What the solver is told about a page and what it answers: plain data, no rules.

Lines are named by their 1-based number in the file throughout.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

LineKind = Literal[
    "body", "heading", "title", "kicker", "byline", "label", "jump", "credit", "pullquote", "other"
]


class Fixed(Struct, frozen=True):
    """What the editor has decided and the solver must not change."""

    kinds: Mapping[int, LineKind] = {}
    """Lines whose kind is known."""
    joins: frozenset[tuple[int, int]] = frozenset()
    """(tail, head): one paragraph goes on from tail to head."""
    orders: tuple[tuple[int, ...], ...] = ()
    """Each the lines of one article, furniture first, in reading order. They stay together and in
    this order; nothing comes between them but a jump line that arrives there; lines without a place
    may follow the last one."""
    ends: frozenset[int] = frozenset()
    """Lines after which nothing on this page follows inside the paragraph: the rest is missing."""
    apart: frozenset[tuple[int, int]] = frozenset()
    """(tail, head) which the editor has said are no continuation of one another."""


class SolvedJoin(Struct, frozen=True, array_like=True):
    """`head` goes on where `tail` breaks off, inside the paragraph."""

    tail: int
    head: int
    p: float
    """Calibrated probability, four decimals."""
    made: bool
    """False: only the best guess, offered to the editor; the two lines may stand side by side."""
    ground: str
    """In the editor's language: 词被切断：发|展 …"""
    by: Literal["auto", "editor"] = "auto"


class Candidate(Struct, frozen=True, array_like=True):
    """A possible continuation of an open tail."""

    head: int
    p: float
    ground: str = ""


class Offer(Struct, frozen=True, array_like=True):
    """An open tail with its best heads, likeliest first (five at most), and the chance that its rest is lost."""

    tail: int
    heads: tuple[Candidate, ...]
    missing: float
    made: bool
    """Whether the best head was joined without asking."""


class SolvedArticle(Struct, frozen=True):
    """One article: all its lines in reading order, and which of them are no running text."""

    order: tuple[int, ...]
    """Every line of the article once, titles and other furniture included, asides not."""
    title: tuple[int, ...] = ()
    kicker: tuple[int, ...] = ()
    byline: tuple[int, ...] = ()
    label: tuple[int, ...] = ()
    headings: tuple[int, ...] = ()
    jump: tuple[int, ...] = ()
    credit: tuple[int, ...] = ()
    gaps_before: frozenset[int] = frozenset()
    """Lines before which text is missing: the article's beginning is on another page, or a paragraph's was lost."""
    gaps_after: frozenset[int] = frozenset()
    unsure: Mapping[int, float] = {}
    """Lines whose place in the order is doubtful, with the probability that it is right."""
    title_doubt: str = ""
    """Why the title may be none; empty if it is sure."""


class PullQuote(Struct, frozen=True, array_like=True):
    """A line set aside because its text stands in the running text as well."""

    line: int
    of: tuple[int, ...]
    """Lines that hold the text it repeats."""
    share: float
    """Share of its characters that stand there."""


class Solution(Struct, frozen=True):
    """A page put together; every line that is not blank stands exactly once in an order, in pull_quotes or in other."""

    articles: tuple[SolvedArticle, ...]
    joins: tuple[SolvedJoin, ...] = ()
    """The best head of every open tail that has one, made or not; sorted by tail."""
    offers: tuple[Offer, ...] = ()
    """Every open tail, sorted by line."""
    pull_quotes: tuple[PullQuote, ...] = ()
    other: tuple[int, ...] = ()
