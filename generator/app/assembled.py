"""Files of data made of parts -> their bytes; a part that the published file has is copied from it.

A large corpus comes to many megabytes of data, of which one edit touches a few hundred bytes. The
parts lie in the file one after the other, each under a key over all that it is made of; which
stands where is remembered. A file that is not what was published is not copied from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from generator.app.kept import Kept
from generator.app.memory import Memory
from generator.present.views import DataFile, DataPart, Piece


class _Layout(msgspec.Struct, frozen=True, array_like=True):
    """Where the parts of a file stand."""

    digest: str
    """Of the file."""
    start: int
    keys: tuple[bytes, ...]
    """Of the parts, one after the other."""
    lengths: tuple[int, ...]
    notes: tuple[bytes, ...]


class Assembled:
    """Makes files of data, and remembers how they were made."""

    def __init__(
        self,
        memory: Memory,
        is_current: Callable[[str, str], bool],
        read: Callable[[str], bytes | memoryview],
    ) -> None:
        self._memory = memory
        self._is_current = is_current
        self._read = read
        self._made: dict[str, _Layout] = {}

    def make(self, file: DataFile) -> Sequence[Piece]:
        """The bytes of the file, one piece behind the other."""
        known = self._known(file.path) if file.parts else {}
        parts: list[DataPart] = []
        base = Kept(self._memory, file.path)(*file.base) if file.base is not None else b""
        joined = file.join(self._parts(file, known, parts), base)
        if file.parts and joined.start >= 0:
            self._made[file.path] = _Layout(
                "",
                joined.start,
                tuple(file.parts),
                tuple(len(it.data) for it in parts),
                tuple(it.note for it in parts),
            )
        return joined.pieces

    def _parts(
        self, file: DataFile, known: Mapping[bytes, DataPart], parts: list[DataPart]
    ) -> Iterator[DataPart]:
        for number, key in enumerate(file.parts):
            part = known.get(key) or file.make(number)
            parts.append(part)
            yield part

    def _known(self, path: str) -> dict[bytes, DataPart]:
        """Parts that stand in the published file, by key."""
        key = self._memory.keys("layout", [path.encode()])[0]
        found = self._memory.recall([key]).get(key)
        if found is None:
            return {}
        layout = msgspec.msgpack.decode(found, type=_Layout)
        if not self._is_current(path, layout.digest):
            return {}
        # Pieces of one view: a copy of each would double what is held.
        data = memoryview(self._read(path))
        at = layout.start
        parts = {}
        for name, length, note in zip(layout.keys, layout.lengths, layout.notes, strict=True):
            parts[name] = DataPart(data[at : at + length], note)
            at += length
        return parts

    def remember(self, digests: Mapping[str, str]) -> None:
        """Keep where the parts of each file stand that was made and published."""
        encode = msgspec.msgpack.Encoder().encode
        for path, layout in self._made.items():
            if path in digests:
                key = self._memory.keys("layout", [path.encode()])[0]
                done = msgspec.structs.replace(layout, digest=digests[path])
                self._memory.keep([(key, encode(done))])
