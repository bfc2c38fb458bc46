"""Keys -> what the build before made of them, all of one kind in one row of the memo.

For what is asked of every page in every build: a row for each costs five times as much to look up.
"""

from __future__ import annotations

from hashlib import blake2b

import msgspec

from generator.app.memory import Memory

_DECODER = msgspec.msgpack.Decoder(tuple[int, dict[bytes, bytes]])
_CROWDED = 2
"""Times as many as a build asks for."""


class Known:
    """Values by key. Keeps those that a build asked for or added, and no others unless held."""

    def __init__(self, memory: Memory, kind: str, among: bytes = b"") -> None:
        """`among`: what else all the values rest on, beside their keys."""
        self._memory = memory
        self._row = memory.keys("known", [kind.encode() + b"\0" + among])[0]
        found = memory.recall([self._row]).get(self._row)
        self._asked, self._before = _DECODER.decode(found) if found is not None else (0, {})
        self.crowded = len(self._before) > _CROWDED * self._asked
        """Whether too much has been held that nobody asked for: time to ask for everything."""
        self._now: dict[bytes, bytes] = {}
        self._held = False

    def get(self, key: bytes) -> tuple[bytes, bytes | None]:
        """A short name for the key, and its value if there is one."""
        name = blake2b(key, digest_size=20).digest()
        return name, self.named(name)

    def named(self, name: bytes) -> bytes | None:
        """The value of a key that goes by this name."""
        value = self._before.get(name)
        if value is not None:
            self._now[name] = value
        return value

    def put(self, name: bytes, value: bytes) -> None:
        """Set the value of a key that goes by this name."""
        self._now[name] = value

    def hold(self) -> None:
        """Keep all that there is: what would have asked for it need not be made in this build."""
        self._held = True

    def keep(self) -> None:
        """For the next build."""
        if self._held:
            self._now = self._before | self._now
        else:
            self._asked = len(self._now)
        if self._now != self._before:
            self._memory.keep([(self._row, msgspec.msgpack.encode((self._asked, self._now)))])
