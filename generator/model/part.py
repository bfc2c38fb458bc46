"""Part: an article of a newspaper page whose text goes on in an article of another page."""

from __future__ import annotations

import msgspec

from generator.model.article import ArticleId, By
from generator.model.ledger import Side
from generator.model.problem import Place


class Part(msgspec.Struct, frozen=True, array_like=True):
    """An article of the page belongs to another one, its home."""

    article: int
    """Index into the page's articles."""
    side: Side
    """Its text stands after the home's or before it."""
    home: ArticleId
    line: int
    """The line that the table names."""
    inside: bool
    """The seam is inside a paragraph."""
    sure: bool
    """False: somebody thought of it, no more; it has no effect."""
    by: By
    probability: float
    ground: str
    place: Place
    """The table, for problems."""
