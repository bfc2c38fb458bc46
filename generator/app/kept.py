"""What was made of the very same before; the latest of it and no more."""

from __future__ import annotations

from collections.abc import Callable

from generator.app.memory import Memory


class Kept:
    """Digest of all that something is made of -> what it came to."""

    def __init__(
        self, memory: Memory, name: str, recalled: Callable[[], None] | None = None
    ) -> None:
        """`recalled` is called if it need not be made."""
        self._memory = memory
        self._row = memory.keys("kept", [name.encode()])[0]
        self._recalled = recalled

    def __call__(self, digest: bytes, make: Callable[[], bytes]) -> bytes:
        found = self._memory.recall([self._row]).get(self._row)
        # One row, for each is as large as a corpus is long: only the latest is of use.
        if found is not None and found[: len(digest)] == digest:
            if self._recalled is not None:
                self._recalled()
            return found[len(digest) :]
        made = make()
        self._memory.keep([(self._row, digest + made)])
        return made


def kept_by(memory: Memory) -> Callable[[str, bytes, Callable[[], bytes]], bytes]:
    """The same for things of any name."""
    return lambda name, digest, make: Kept(memory, name)(digest, make)
