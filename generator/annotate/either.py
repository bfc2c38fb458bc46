"""Words -> a pattern of any of them, made so that the engine fails fast."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable


def _plain(word: str) -> str:
    return re.escape(word[1:])


def either(words: Iterable[str], rest: Callable[[str], str] = _plain) -> str:
    """A pattern that takes the longest of the words, to be set in a group.

    签(?:约落户|约|订)|召(?:开): each first character once, so that a search skips to these in C
    and tries only what begins with the one it found. `rest` gives the pattern of what follows the
    first character of a word.
    """
    begins: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda it: (-len(it), it)):
        begins.setdefault(word[0], []).append(rest(word))
    return "|".join(f"{re.escape(it)}(?:{'|'.join(some)})" for it, some in begins.items())
