"""Findings at the place of a correction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from generator.weave.correct_places import Found


class Spanned(Protocol):
    """Any finding."""

    @property
    def start(self) -> int:
        """Of its words."""
        ...

    @property
    def end(self) -> int:
        """Of its words."""
        ...


S = TypeVar("S", bound=Spanned)


def over(spans: Sequence[S], found: Found) -> list[S]:
    """What overlaps the place of a correction."""
    return [it for it in spans if it.start < found.end and found.start < it.end]


def instead(spans: Sequence[S], gone: Sequence[S], it: S) -> tuple[S, ...]:
    """The findings in order, with this one for those."""
    rest = [one for one in spans if one not in gone]
    return tuple(sorted((*rest, it), key=lambda one: (one.start, one.end)))


def at(spans: Sequence[S], found: Found) -> S | None:
    """What stands exactly there, else the one thing that overlaps it."""
    for it in spans:
        if (it.start, it.end) == (found.start, found.end):
            return it
    near = over(spans, found)
    return near[0] if near else None
