"""Prose, names, offices -> quotes."""

from __future__ import annotations

from generator.annotate.prose import Prose
from generator.model.findings import Name, Office, Quote


def find_quotes(
    prose: Prose, names: tuple[Name, ...], offices: tuple[Office, ...]
) -> tuple[Quote, ...]:
    """Speech in order."""
    return ()
