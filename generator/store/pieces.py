"""What a file holds: bytes, or of a large one pieces that need not be copied together."""

from __future__ import annotations

from collections.abc import Sequence

Piece = bytes | bytearray | memoryview
Data = bytes | Sequence[Piece]
"""What a file holds; of a large one the pieces, one behind the other."""


def pieces_of(data: Data) -> Sequence[Piece]:
    """All of it."""
    return (data,) if isinstance(data, bytes) else data
