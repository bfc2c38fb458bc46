"""Facts of some articles or some of their sentences -> statements, each with the places it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.model.knowledge import Knowledge
from generator.model.statements import Statements


class Selected(NamedTuple):
    """What of one article is asked for."""

    reading: int
    sentences: frozenset[int] | None = None
    """Indices of sentences; None: all."""


def statements(knowledge: Knowledge, selection: Sequence[Selected]) -> Statements:
    """All that the selected sentences say."""
    return Statements()
