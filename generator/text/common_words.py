"""Word -> how rare it is in Chinese news at large, as idf; from a packaged table."""

from __future__ import annotations

from functools import cache

from generator.text.data import read_table

_UNLISTED = 8.0
"""The table holds every word with a lower idf."""


def rarity(word: str) -> float:
    """Inverse document frequency (natural logarithm) of a word, at most 8."""
    return _table().get(word, _UNLISTED)


@cache
def _table() -> dict[str, float]:
    return {word: float(value) for word, value in read_table("common_words.tsv")}
