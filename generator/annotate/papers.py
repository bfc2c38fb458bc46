"""Prose -> documents."""

from __future__ import annotations

from generator.annotate.prose import Prose
from generator.model.findings import Paper


def find_papers(prose: Prose) -> tuple[Paper, ...]:
    """Documents in order."""
    return ()
