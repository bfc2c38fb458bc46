"""Chinese text -> words. The only module that knows which segmenter is used.

rjieba carries jieba's dictionary and algorithm; loading it takes about 0.1 s. An edit has one text to
segment, for which a segmenter is enough that knows the words of the dictionary which may stand in it.
Once many texts have come, all of it is loaded; what is said of a text is the same.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from generator.text.data import read_dictionary
from generator.text.dictionary import TOTAL, Dictionary

MANY = 20_000
"""So many characters are worth loading the whole dictionary."""

_NONE = "\uffff"
"""A word that no text has."""


class Word(NamedTuple):
    """One entry of the author's lexicon, as in jieba's user dictionary."""

    text: str
    frequency: int | None = None
    tag: str = ""


Lexicon = tuple[Word, ...]

_loaded: dict[Lexicon, Any] = {}
"""Segmenters by lexicon: with none, and the newest."""


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
    words: list[str] = _segmenter().cut(text, False)
    return words


def is_word(text: str) -> bool:
    """Whether the dictionary has it."""
    return bool(_segmenter().has_word(text))


def frequency(word: str) -> int:
    """How often a word of the dictionary stood in the texts it was made from (60 million words)."""
    return int(_segmenter().suggest_freq(word))


def load() -> None:
    """Load the whole dictionary, for many texts."""
    _loaded[()] = _whole()


@cache
def _whole() -> Any:
    import rjieba

    return rjieba


def _segmenter(lexicon: Lexicon = ()) -> Any:
    found = _loaded.get(lexicon)
    if found is None:
        if lexicon:
            # A preview server meets several lexicons in its life; only the newest is worth keeping.
            for other in [it for it in _loaded if it]:
                del _loaded[other]
        found = _loaded[lexicon] = _small(lexicon) or _with_lexicon(lexicon)
    return found


def _with_lexicon(lexicon: Lexicon) -> Any:
    if not lexicon:
        return _whole()
    import rjieba

    return _taught(rjieba.Jieba(), lexicon)


def _taught(segmenter: Any, lexicon: Lexicon) -> Any:
    for word in lexicon:
        frequency = word.frequency or max(1, segmenter.suggest_freq(word.text))
        segmenter.add_word(word.text, frequency, word.tag or None)
    return segmenter


def _small(lexicon: Lexicon) -> Any:
    """A segmenter of as much of the dictionary as texts need; None where that can't be."""
    if _whole.cache_info().currsize:
        return None
    read = read_dictionary()
    if read is None:
        return None
    lines, folder = read
    # What rjieba's own start does is to load the dictionary: it is passed by.
    package = sys.modules.get("rjieba")
    if package is None:
        package = sys.modules["rjieba"] = ModuleType("rjieba")
        package.__path__ = [folder]
        try:
            from rjieba.rjieba import Jieba
        finally:
            del sys.modules["rjieba"]
    else:
        from rjieba import Jieba
    return _taught(_Small(lexicon, Dictionary(lines), Jieba.empty()), lexicon)


class _Small:
    """Looks as rjieba does; gives way to it once it has read much."""

    def __init__(self, lexicon: Lexicon, dictionary: Dictionary, jieba: Any) -> None:
        self._lexicon = lexicon
        self._dictionary = dictionary
        self._jieba = jieba
        self._rest = TOTAL
        self._read = 0

    def cut(self, text: str, *how: bool) -> list[str]:
        words: list[str] = self._knowing(text).cut(text, *how)
        return words

    def tag(self, text: str) -> list[tuple[str, str]]:
        words: list[tuple[str, str]] = self._knowing(text).tag(text)
        return words

    def has_word(self, text: str) -> bool:
        return bool(self._knowing(text).has_word(text))

    def suggest_freq(self, text: str) -> int:
        return int(self._knowing(text).suggest_freq(text))

    def add_word(self, text: str, count: int, tag: str | None) -> None:
        self._knowing(text).add_word(text, count, tag)

    def _knowing(self, text: str) -> Any:
        """The segmenter, every word of the dictionary known to it that may stand in the text."""
        self._read += len(text)
        if self._read > MANY:
            found = _loaded[self._lexicon] = _with_lexicon(self._lexicon)
            return found
        rest = self._rest
        try:
            for word, count, tag in self._dictionary.words_of(text):
                self._jieba.add_word(word, count, tag)
                rest -= count
        except BaseException:
            # Stopped in the middle, it would lack words for good.
            _loaded.pop(self._lexicon, None)
            raise
        if rest != self._rest:
            # How likely a word is goes by the sum of all: a word that no text has stands for the rest.
            self._rest = rest
            self._jieba.add_word(_NONE, rest, None)
        return self._jieba
