"""Chinese text -> words. The only module that knows which segmenter is used.

rjieba carries jieba's dictionary and algorithm; loading it takes about 0.1 s, so it happens on
first use only: a build in which nothing changed never pays for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple


class Word(NamedTuple):
    """One entry of the author's lexicon, as in jieba's user dictionary."""

    text: str
    frequency: int | None = None
    tag: str = ""


Lexicon = tuple[Word, ...]

_loaded: dict[Lexicon, Any] = {}


def cut(text: str, lexicon: Lexicon = ()) -> list[str]:
    """Words of `text`; joined they are the text."""
    words: list[str] = _segmenter(lexicon).cut(text)
    return words


def tag(text: str, lexicon: Lexicon = ()) -> Sequence[tuple[str, str]]:
    """(word, part of speech) in ICTCLAS tags as jieba gives them."""
    words: list[tuple[str, str]] = _segmenter(lexicon).tag(text)
    return words


def dictionary_words(text: str) -> list[str]:
    """Words of `text` by the dictionary alone: what is not in it falls into single characters."""
    words: list[str] = _packaged().cut(text, False)
    return words


def is_word(text: str) -> bool:
    """Whether the dictionary has it."""
    return bool(_packaged().has_word(text))


def frequency(word: str) -> int:
    """How often a word of the dictionary stood in the texts it was made from (60 million words)."""
    return int(_packaged().suggest_freq(word))


@cache
def _packaged() -> Any:
    import rjieba

    return rjieba


def _segmenter(lexicon: Lexicon) -> Any:
    if not lexicon:
        return _packaged()
    found = _loaded.get(lexicon)
    if found is None:
        import rjieba

        # A preview server meets several lexicons in its life; only the newest is worth keeping.
        _loaded.clear()
        found = rjieba.Jieba()
        for word in lexicon:
            frequency = word.frequency or max(1, found.suggest_freq(word.text))
            found.add_word(word.text, frequency, word.tag or None)
        _loaded[lexicon] = found
    return found
