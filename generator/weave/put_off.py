"""Findings as readers are told them: those that other texts touch are changed when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import overload

_SIZE = 20


class PutOff(Sequence[bytes]):
    """Findings of many articles, encoded; of each it is known at once what tells it from all others."""

    def __init__(self) -> None:
        self._made: list[bytes | Callable[[], bytes]] = []
        self.digests: list[bytes] = []
        """Of each, of what it is made of."""

    def add(self, findings: bytes) -> None:
        """The next article's, as they are."""
        self._made.append(findings)
        self.digests.append(_digest(findings))

    def put_off(self, findings: bytes, changed_by: bytes, make: Callable[[], bytes]) -> None:
        """The same, to be made of what is given, and of nothing else."""
        self._made.append(make)
        self.digests.append(_digest(_digest(findings) + changed_by))

    @overload
    def __getitem__(self, index: int) -> bytes: ...
    @overload
    def __getitem__(self, index: slice) -> list[bytes]: ...
    def __getitem__(self, index: int | slice) -> bytes | list[bytes]:
        if isinstance(index, slice):
            return [self[it] for it in range(*index.indices(len(self)))]
        found = self._made[index]
        if not isinstance(found, bytes):
            found = self._made[index] = found()
        return found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PutOff) and self.digests == other.digests

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        return len(self._made)


def digests_of(findings: Sequence[bytes]) -> list[bytes]:
    """What tells the findings of each article from all others."""
    return findings.digests if isinstance(findings, PutOff) else list(map(_digest, findings))


def _digest(findings: bytes) -> bytes:
    return blake2b(findings, digest_size=_SIZE).digest()
