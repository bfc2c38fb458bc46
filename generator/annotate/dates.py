"""Prose -> dates."""

from __future__ import annotations

from generator.annotate.prose import Prose
from generator.model.findings import Date


def find_dates(prose: Prose) -> tuple[Date, ...]:
    """Time expressions in order."""
    return ()
