"""What a leaf comes to when it gives no result."""

from __future__ import annotations

import msgspec


class TimedOut(msgspec.Struct, frozen=True):
    """The leaf took longer than it may."""

    index: int
    """Of the item, from 0."""


class Died(msgspec.Struct, frozen=True):
    """The process died of this leaf: a crash in C, or the system wanted its memory."""

    index: int
    reason: str
    """`SIGSEGV`, `exit code 3` …; for us, not for authors."""


class Failed(msgspec.Struct, frozen=True):
    """The leaf raised. Inside this room only: `map_leaves` raises it again as LeafError."""

    index: int
    trace: str


class LeafError(Exception):
    """A leaf raised an exception: our own mistake, whatever its input."""

    def __init__(self, leaf: str, failed: Failed) -> None:
        super().__init__(f"{leaf} failed on item {failed.index}\n{failed.trace}")
        self.index = failed.index
