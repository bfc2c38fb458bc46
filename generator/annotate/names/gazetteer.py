"""Packaged lists of places and bodies -> where they stand in a text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.text.data import read_table

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_TABLES: tuple[tuple[str, Literal["LOC", "ORG", "PER"]], ...] = (
    ("places_china.tsv", "LOC"),
    ("places_world.tsv", "LOC"),
    ("bodies_china.tsv", "ORG"),
    ("bodies_world.tsv", "ORG"),
    ("universities.tsv", "ORG"),
    ("people.tsv", "PER"),
)
_LONGEST = 16
_MARKS = {"LOC": "Ll", "ORG": "Bb", "PER": "Pi"}


class Entry(NamedTuple):
    """A packaged name."""

    name: str
    kind: Literal["LOC", "ORG", "PER"]
    """LOC, ORG or PER."""
    sort: str
    """The table's kind: province, city, ministry …"""
    mark: str
    """Class of its unit: L place, B body, P person; small letters: doubtful ones."""
    full: str = ""


@cache
def entries() -> dict[str, Entry]:
    """All packaged names; of two tables with one name the first has it."""
    found: dict[str, Entry] = {}
    for table, kind in _TABLES:
        for name, sort, *rest in read_table(table):
            doubtful = sort.endswith("?")
            mark = _MARKS[kind][doubtful]
            full = rest[0] if rest else ""
            found.setdefault(name, Entry(name, kind, sort.rstrip("?"), mark, full))
    return found


@cache
def _matcher() -> tuple[AhoCorasick, tuple[Entry, ...]]:
    from ahocorasick_rs import AhoCorasick, MatchKind

    listed = tuple(entries().values())
    names = [it.name for it in listed] or ["\0"]
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), listed


class Places(NamedTuple):
    """Where packaged names stand."""

    found: list[tuple[int, int, int]]
    """(index into listed, start, end), leftmost and longest, in order."""
    listed: tuple[Entry, ...]
    known: dict[str, Entry]


def find_entries(text: str) -> Places:
    """All packaged names in the text."""
    matcher, listed = _matcher()
    return Places(matcher.find_matches_as_indexes(text), listed, entries())


@cache
def named_inside(name: str) -> tuple[tuple[int, int, Literal["LOC", "ORG", "PER"]], ...]:
    """Listed names that a name begins with, one behind the other: 江苏省, 南京市 in 江苏省南京市中级人民法院."""
    known = entries()
    found: list[tuple[int, int, Literal["LOC", "ORG", "PER"]]] = []
    start = 2 if name.startswith("中共") else 0
    while True:
        for length in range(min(_LONGEST, len(name) - start - 1), 1, -1):
            entry = known.get(name[start : start + length])
            if entry is not None and entry.mark in "LB" and length < len(name):
                break
        else:
            if not start and name.startswith("中国"):
                start = 2
                continue
            return tuple(found)
        found.append((start, start + length, entry.kind))
        start += length
