"""Slugs of names, kept between builds: an edit brings few that were not spelt before."""

from __future__ import annotations

import msgspec

from generator.app.memory import Memory
from generator.weave.addresses import Slug

_DECODER = msgspec.msgpack.Decoder(dict[str, str])


class Spelling:
    """Text -> slug. Keeps those that a build asked for, and no others."""

    def __init__(self, memory: Memory, slug: Slug) -> None:
        self._memory = memory
        self._slug = slug
        self._key = memory.keys("spelling", [b""])[0]
        found = memory.recall([self._key]).get(self._key)
        self._before = _DECODER.decode(found) if found is not None else {}
        self._asked: dict[str, str] = {}
        self._held = False

    def __call__(self, text: str) -> str:
        """The slug."""
        known = self._asked.get(text)
        if known is None:
            known = self._asked[text] = self._before.get(text) or self._slug(text)
        return known

    def hold(self) -> None:
        """Keep all that there is: what would have asked for it need not be made in this build."""
        self._held = True

    def keep(self) -> None:
        """For the next build."""
        if self._held:
            self._asked = self._before | self._asked
        if self._asked.keys() != self._before.keys():
            self._memory.keep([(self._key, msgspec.msgpack.encode(self._asked))])
