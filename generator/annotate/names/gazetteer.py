"""Packaged lists of places, bodies and people."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from generator.text.data import read_table

_TABLES: tuple[tuple[str, Literal["LOC", "ORG", "PER"]], ...] = (
    ("places_china.tsv", "LOC"),
    ("places_world.tsv", "LOC"),
    ("bodies_china.tsv", "ORG"),
    ("bodies_world.tsv", "ORG"),
    ("universities.tsv", "ORG"),
    ("people.tsv", "PER"),
)
_LONGEST = 16
_SHORT = 2
_MARKS = {"LOC": ("L", "l"), "ORG": ("B", "b"), "PER": ("P", "i")}
"""Sure, doubtful."""


class Entry(msgspec.Struct, frozen=True, gc=False):
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
        sure, doubtful = _MARKS[kind]
        for row in read_table(table):
            name, sort = row[:2]
            if name not in found:
                mark = doubtful if sort.endswith("?") else sure
                found[name] = Entry(name, kind, sort.rstrip("?"), mark, *row[2:3])
    return found


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
                if entry.sort == "company" and length == _SHORT:
                    # 伊利|诺伊大学
                    continue
                break
        else:
            if not start and name.startswith("中国"):
                start = 2
                continue
            return tuple(found)
        found.append((start, start + length, entry.kind))
        start += length
