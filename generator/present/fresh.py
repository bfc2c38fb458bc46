"""What rests on facts and names alone is made anew only if one of them has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

T = TypeVar("T")

Kept = Callable[[str, bytes, Callable[[], bytes]], bytes]
"""Name, digest of all that something is made of, what makes it -> what it came to, perhaps before."""


def anew(_name: str, _digest: bytes, make: Callable[[], bytes]) -> bytes:
    """Nothing is known of before."""
    return make()


def kept_or_made(kept: Kept, name: str, digest: bytes, kind: type[T], make: Callable[[], T]) -> T:
    """What `make` gives: something that msgspec encodes.

    digest: of all that it is made of, such as `Knowledge.identified`; empty where that is not known.
    """
    if not digest or kept is anew:
        return make()
    made: list[T] = []

    def encoded() -> bytes:
        made.append(make())
        return msgspec.msgpack.encode(made[0])

    found = kept(name, digest, encoded)
    return made[0] if made else msgspec.msgpack.decode(found, type=kind)
