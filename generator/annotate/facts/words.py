"""Groups of words that facts are put together by."""

from __future__ import annotations

from functools import cache

from generator.text.data import read_table


@cache
def words(group: str) -> tuple[str, ...]:
    """Of fact_words.tsv, the longest first."""
    row = next(row for row in read_table("fact_words.tsv") if row[0] == group)
    return tuple(sorted(row[1].split(" "), key=lambda it: (-len(it), it)))
