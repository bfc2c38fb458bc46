"""Prose and what was found in it -> events."""

from __future__ import annotations

from generator.annotate.prose import Prose
from generator.model.findings import Date, Event, Figure, Name, Paper


def find_events(
    prose: Prose,
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    figures: tuple[Figure, ...],
    papers: tuple[Paper, ...],
) -> tuple[Event, ...]:
    """Events in order."""
    return ()
