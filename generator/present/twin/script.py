"""Simplified words -> traditional, by phrases; names in their own way. The only user of OpenCC.

s2tw: characters as they are standard in Taiwan, and no other words than the source's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

_KEPT = frozenset("于后里范岳姜干丑余沈台叶曲卜朴种游云谷郁岩征采系志")
"""Surnames, and characters of given names, that are traditional as they stand: 于谦 is no 於謙."""
_SURNAMES = {"叶": "葉", "云": "云", "沈": "沈", "台": "台", "岩": "岩", "钟": "鍾", "郁": "郁"}
_HAN = re.compile("[\u3400-\u9fff]")


@lru_cache(maxsize=1 << 14)
def traditional(words: str) -> str:
    """By phrases: 头发 and 发展, 干部 and 干净."""
    return _converter().convert(words) if _HAN.search(words) else words


@lru_cache(maxsize=4096)
def traditional_name(name: str) -> str:
    """Of a person, character by character: no phrase has a part in it."""
    surname = _SURNAMES.get(name[:1], _character(name[:1]))
    return surname + "".join(map(_character, name[1:]))


@lru_cache(maxsize=4096)
def _character(it: str) -> str:
    return it if it in _KEPT and it != "叶" else str(_converter().convert(it))


class Script:
    """Converts texts in which names stand."""

    def __init__(self, persons: Iterable[str], names: Mapping[str, str]) -> None:
        """names: written -> traditional, before whatever is known of persons."""
        self._names = {it: traditional_name(it) for it in persons if len(it) > 1}
        self._names |= names
        longest = sorted(self._names, key=lambda it: (-len(it), it))
        self._find = re.compile("|".join(map(re.escape, longest))) if longest else None

    def __call__(self, words: str) -> str:
        """The words in traditional characters."""
        if self._find is None or not self._find.search(words):
            return traditional(words)
        out: list[str] = []
        at = 0
        for found in self._find.finditer(words):
            out += (traditional(words[at : found.start()]), self._names[found[0]])
            at = found.end()
        return "".join((*out, traditional(words[at:])))


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("s2tw")
