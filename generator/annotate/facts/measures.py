"""Names of statistical measures -> the usual one: GDP and 国内生产总值 are one series."""

from __future__ import annotations

from functools import cache

from generator.text.data import read_table


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    grown: dict[str, str] = {}
    for usual, *rest in read_table("measures.tsv"):
        names[usual] = usual
        for table, words in zip((names, grown), rest, strict=False):
            for word in words.split(" "):
                if word:
                    table.setdefault(word, usual)
    return names, {**grown, **names}


def usual_name(words: str, *, change: bool) -> str:
    """Empty if the table has none. `change`: 经济 is 国内生产总值 only where its growth is told."""
    return _tables()[change].get(words, "")


@cache
def longest() -> int:
    """Characters of the longest name."""
    return max(map(len, _tables()[1]))


@cache
def _endings() -> frozenset[str]:
    return frozenset(it[-2:] for it in _tables()[1])


def ending(run: str) -> bool:
    """Whether a name of the table may end so."""
    return run[-2:] in _endings()
