"""What a file holds: bytes, or of a large one pieces that need not be copied together."""

from __future__ import annotations

import mmap
import os
import sys
from collections.abc import Sequence

Piece = bytes | bytearray | memoryview
Data = bytes | Sequence[Piece]
"""What a file holds; of a large one the pieces, one behind the other."""


_LARGE = 1 << 20


def read_large(path: str) -> bytes | memoryview:
    """A file of ours; of a large one no more is brought into memory than is looked at."""
    with open(path, "rb") as stream:
        # Windows does not rename folders in which a file is mapped.
        if sys.platform == "win32" or os.fstat(stream.fileno()).st_size < _LARGE:
            return stream.read()
        # The mapping lasts as long as anything made of it.
        return memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))


def pieces_of(data: Data) -> Sequence[Piece]:
    """All of it."""
    return (data,) if isinstance(data, bytes) else data
