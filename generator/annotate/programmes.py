"""Prose -> programmes."""

from __future__ import annotations

from generator.annotate.prose import Prose
from generator.model.findings import Programme


def find_programmes(prose: Prose) -> tuple[Programme, ...]:
    """Counted policy names in order."""
    return ()
