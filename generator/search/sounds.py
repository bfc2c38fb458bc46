"""Titles and names -> the keys under which they are looked up as wholes.

`=` and the characters, `~` and their pinyin or initials, as an input method would have them typed
(docs/search.md). Where a character has several readings the likeliest comes first; of a short
name the others are keys too, for a reader may know it by either: 六安 is lu'an and liu'an.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from generator.search.fold import fold
from generator.search.terms import LONGEST, is_h, key, words
from generator.text.slug import Reading, all_syllables, syllables

_MOST = 8
"""Spellings of one name beside the likeliest."""

_ASIDE = re.compile(r"\s*[（(][^（）()]*[）)]$")
"""What tells apart two of one title, as encyclopedias write it: 胜利广场 (巴黎) is asked for without it too."""


class _Token(NamedTuple):
    """An ideograph, or a run of letters and digits, which stays what it is."""

    sound: str
    others: Sequence[str] = ()
    is_run: bool = False

    def initial(self, sound: str) -> str:
        """What of a reading of it stands among the initials."""
        return sound if self.is_run else sound[0]


def keys(names: Iterable[str], reading: Reading = Reading.TEXT) -> tuple[str, ...]:
    """All keys of something under its names, each once."""
    found: dict[str, None] = {}
    for name in (form for it in names for form in dict.fromkeys((it, _ASIDE.sub("", it)))):
        folded = fold(name)
        if whole := key(folded):
            found["=" + whole] = None
        # What is written is read, for 乾 is qian in 乾隆 and in its simplified form gan.
        written = unicodedata.normalize("NFKC", name).lower()
        for text in dict.fromkeys((written, folded)):
            for sound in _sounds(list(_tokens(text, reading))):
                found["~" + sound[:LONGEST]] = None
    return tuple(found)


def _sounds(tokens: Sequence[_Token]) -> Iterator[str]:
    """Pinyin and initials, of other readings too; nothing for a name that has no ideograph."""
    if all(it.is_run for it in tokens):
        return
    for spelling in islice(_spellings(tokens), 1 + _MOST):
        yield "".join(spelling)
        if any(it.startswith(("nv", "lv")) for it in spelling):
            yield "".join(
                it.replace("v", "u") if it.startswith(("nv", "lv")) else it for it in spelling
            )
        yield "".join(map(_Token.initial, tokens, spelling))


def _spellings(tokens: Sequence[_Token]) -> Iterator[list[str]]:
    """The likeliest, then those in which one character is read otherwise, then two."""
    plain = [it.sound for it in tokens]
    yield plain
    places = [place for place, it in enumerate(tokens) if it.others]
    for count in (1, 2):
        for chosen in combinations(places, count):
            yield from _replaced(plain, tokens, chosen)


def _replaced(
    plain: list[str], tokens: Sequence[_Token], places: Sequence[int]
) -> Iterator[list[str]]:
    if not places:
        yield plain
        return
    place, *rest = places
    for other in tokens[place].others:
        yield from _replaced([*plain[:place], other, *plain[place + 1 :]], tokens, rest)


def _tokens(text: str, reading: Reading) -> Iterator[_Token]:
    for word in words(text):
        for token in word:
            if not is_h(token[0]):
                yield _Token(fold(token).replace(".", ""), (), is_run=True)
                continue
            for character, sound in zip(token, syllables(token, reading), strict=True):
                if sound:
                    others = [it for it in all_syllables(character) if it != sound]
                    yield _Token(sound, others)
            reading = Reading.TEXT
