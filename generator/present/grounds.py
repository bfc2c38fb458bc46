"""Why the program says something, as the weaver words it -> the same in the interface's language.

A ground is data: it is kept with facts and merges, and published in the data files, in one wording.
That wording is the packaged catalogue's, so it tells which text it is and what is filled in.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.present.look import look
from generator.present.texts import LANGUAGE, Text, say, written

_HOLDER = re.compile(r"\\\{(\w+)\\\}")


@lru_cache(maxsize=4096)
def ground_words(said: str) -> str:
    """As readers are told; what has no text of its own stays as it is."""
    if not said or (look().interface == LANGUAGE and "ground" not in look().texts):
        return said
    for key, pattern in _patterns():
        found = pattern.fullmatch(said)
        if found is not None:
            return say(f"ground.{key}", **found.groupdict())
    return said


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (key, re.compile(_HOLDER.sub(r"(?P<\1>.+?)", re.escape(str(Text(words))))))
        for key, words in written(LANGUAGE)["ground"].items()
    ]
