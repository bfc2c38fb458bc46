"""Facts as they are kept between builds: those of an article are opened when somebody asks for them.

After an edit nearly all that rests on facts is known already, and nobody asks for most of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload

import msgspec

from generator.model.facts import Facts

_NOTHING = msgspec.msgpack.encode(Facts())


class _Head(NamedTuple):
    """`Facts`, of which only what stands at the end is read."""

    names: msgspec.Raw = msgspec.Raw()
    offices: msgspec.Raw = msgspec.Raw()
    figures: msgspec.Raw = msgspec.Raw()
    events: msgspec.Raw = msgspec.Raw()
    dates: msgspec.Raw = msgspec.Raw()
    quotes: msgspec.Raw = msgspec.Raw()
    papers: msgspec.Raw = msgspec.Raw()
    programmes: msgspec.Raw = msgspec.Raw()
    relations: msgspec.Raw = msgspec.Raw()
    phrases: msgspec.Raw = msgspec.Raw()
    blocks: msgspec.Raw = msgspec.Raw()
    shown: bytes = b""
    withheld: tuple[msgspec.Raw, ...] = ()


assert _Head._fields == Facts.__struct_fields__


class Sealed(Sequence[Facts]):
    """Facts of many articles."""

    def __init__(self, encoded: Iterable[bytes | None]) -> None:
        """`encoded`: Facts of each; None where nothing is known."""
        self._encoded = [_NOTHING if it is None else it for it in encoded]
        self._opened: list[Facts | None] = [None] * len(self._encoded)
        self._open = msgspec.msgpack.Decoder(Facts).decode
        heads = list(map(msgspec.msgpack.Decoder(_Head).decode, self._encoded))
        self.shown = [it.shown for it in heads]
        """`Facts.shown` of each."""
        self.withheld = [index for index, it in enumerate(heads) if it.withheld]
        """Articles of which something is withheld."""

    @overload
    def __getitem__(self, index: int) -> Facts: ...
    @overload
    def __getitem__(self, index: slice) -> list[Facts]: ...
    def __getitem__(self, index: int | slice) -> Facts | list[Facts]:
        if isinstance(index, slice):
            return [self[it] for it in range(*index.indices(len(self)))]
        opened = self._opened[index]
        if opened is None:
            opened = self._opened[index] = self._open(self._encoded[index])
        return opened

    def __iter__(self) -> Iterator[Facts]:
        return map(self.__getitem__, range(len(self._encoded)))

    def __len__(self) -> int:
        return len(self._encoded)


def shown_of(facts: Sequence[Facts]) -> list[bytes]:
    """`Facts.shown` of each."""
    return facts.shown if isinstance(facts, Sealed) else [it.shown for it in facts]
