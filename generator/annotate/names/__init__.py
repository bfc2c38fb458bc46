"""Prose -> names."""

from __future__ import annotations

from generator.annotate.prose import Prose
from generator.model.findings import Name, Paper
from generator.text.segment import Lexicon


def find_names(prose: Prose, papers: tuple[Paper, ...], lexicon: Lexicon = ()) -> tuple[Name, ...]:
    """Longest names in order."""
    return ()
