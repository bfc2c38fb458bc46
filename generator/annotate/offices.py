"""Prose, names -> offices."""

from __future__ import annotations

from generator.annotate.prose import Prose
from generator.model.findings import Name, Office


def find_offices(prose: Prose, names: tuple[Name, ...]) -> tuple[Office, ...]:
    """People with their offices in order."""
    return ()
