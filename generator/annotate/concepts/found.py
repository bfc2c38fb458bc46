"""A term in the making."""

from __future__ import annotations

from typing import NamedTuple


class Term(NamedTuple):
    """text[start:end] may be a term."""

    start: int
    end: int
    ground: str
    """listed, suffix, recurring, quoted, called, lexicon."""
    shown: bool
