"""Prose -> figures."""

from __future__ import annotations

from generator.annotate.prose import Prose
from generator.model.findings import Date, Figure


def find_figures(prose: Prose, dates: tuple[Date, ...]) -> tuple[Figure, ...]:
    """Amounts in order; none inside a date."""
    return ()
