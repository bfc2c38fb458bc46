"""Text -> units: words with a class each, packaged names put together.

A unit's class is one character, so that rules on runs of units are regular expressions on a
string. What a word is worth is decided once per word and remembered: a corpus has few of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from itertools import accumulate
from typing import Literal

import msgspec

from generator.annotate.names.gazetteer import Entry, entries
from generator.annotate.names.packaged import Match, find_packaged, listed_names
from generator.annotate.names.word_classes import classify
from generator.annotate.names.word_lists import body_suffixes, lists, not_names
from generator.text.segment import Lexicon, cut, tag

LONG = 4
"""Packaged names of so many characters are taken wherever they stand; shorter ones as words."""
_UNMISTAKABLE = ("内蒙古", "黑龙江")
"""Provinces whose names are found inside what the segmenter made up: 内蒙|古草原."""
_OWN = "J"
_KINDS: dict[str, tuple[Literal["LOC", "ORG", "PER"], str]] = {
    "nr": ("PER", "P"),
    "ns": ("LOC", "L"),
    "nt": ("ORG", "B"),
}
"""Tags of the lexicon that make a word a name: its kind, its class."""
_REMEMBERED = 300_000
_HALVES = re.compile("[\ud800-\udfff]")
_BEHIND = ("S", "o")
_LENGTH = re.compile("[0-9]")
_DOUBLE = re.compile("[^0-9]([0-9])[^0-9]")
GOES_ON = {
    "部": frozenset("门队分"),
    "党": frozenset("人员章性建风务史群委组校派政课徽旗"),
    "团": frozenset("员队体"),
    "军": frozenset("人队民事"),
    "局": frozenset("势面部"),
    "委": frozenset("员托派"),
    "院": frozenset("士线校"),
    "社": frozenset("会区"),
    "大": frozenset("学"),
    "国": frozenset("产内籍庆"),
    "中": frozenset("国"),
    "都": frozenset("议"),
    "想": frozenset("到起至象"),
    "约": frozenset("克旦翰"),
    "星": frozenset("上中少级合酒饭宾堆"),
}
"""What follows the end of a packaged name where it is another word: 交通运输部门, 国防部长."""


class Units(msgspec.Struct, frozen=True, gc=False):
    """Words of a text in order; three sequences of one length."""

    text: str
    classes: str
    starts: list[int]
    """Where each begins; one more at the end: the length of the text."""
    entries: dict[int, Entry]
    """Packaged names, by index of their unit."""
    terms: list[Match]
    everywhere: list[Match]
    """As in `Packaged`."""

    def surface(self, first: int, after: int) -> str:
        """Text of units first … after - 1."""
        return self.text[self.starts[first] : self.starts[after]]

    def at(self, offset: int) -> int:
        """Index of the first unit that begins at or after an offset."""
        return bisect_left(self.starts, offset)


class _Classes(dict[str, str]):
    """Word -> its class, found out when it is first asked for."""

    def __missing__(self, word: str) -> str:
        tagged = tag(word)
        # A word that falls apart when it stands alone is none of the dictionary's.
        found = self[word] = classify(word, tagged[0][1] if len(tagged) == 1 else "x")
        return found


_classes: dict[Lexicon, _Classes] = {}


def read_units(text: str, lexicon: Lexicon = ()) -> Units:
    """Units of the text; joined they are the text."""
    try:
        words = cut(text, lexicon)
    except UnicodeEncodeError:
        # Half a surrogate pair is no character; the segmenter reads none.
        text = _HALVES.sub("\ufffd", text)
        words = cut(text, lexicon)
    classes = _remembered(lexicon)
    joined = "".join(map(classes.__getitem__, words))
    starts = list(accumulate(map(len, words), initial=0))
    if len(joined) > len(words):
        joined, starts = _split(joined, starts)
    units = _with_entries(text, joined, starts, classes.__getitem__)
    return _with_own(units, lexicon) if _OWN in joined else units


def _remembered(lexicon: Lexicon) -> _Classes:
    classes = _classes.get(lexicon)
    if classes is None or len(classes) > _REMEMBERED:
        # As with the segmenter, only the newest lexicon is worth keeping.
        _classes.clear()
        classes = _Classes((it.text, _OWN) for it in lexicon if it.tag[:2] in _KINDS)
        _classes[lexicon] = classes
    return classes


def _with_own(units: Units, lexicon: Lexicon) -> Units:
    """Names that the editor wrote into the lexicon stand for themselves, as packaged ones do."""
    kinds = {it.text: _KINDS[it.tag[:2]] for it in lexicon if it.tag[:2] in _KINDS}
    named = dict(units.entries)
    classes = list(units.classes)
    for index, mark in enumerate(classes):
        if mark == _OWN:
            word = units.surface(index, index + 1)
            kind, classes[index] = kinds[word]
            named[index] = Entry(word, kind, "lexicon", classes[index])
    return msgspec.structs.replace(units, classes="".join(classes), entries=named)


def _split(joined: str, starts: list[int]) -> tuple[str, list[int]]:
    """Words that hold a body and an office (市委书记) fall in two: class, length, class."""
    cuts: list[int] = []
    done = 0
    for count, match in enumerate(_DOUBLE.finditer(joined)):
        at = match.start() - 2 * count
        cuts += starts[done : at + 1]
        cuts.append(starts[at] + int(match[1]))
        done = at + 1
    cuts += starts[done:]
    return _LENGTH.sub("", joined), cuts


@cache
def _falls_in_two(word: str, length: int) -> bool:
    """A word of the dictionary that holds a listed name and what it is: 教育部|党组, 上海|申花队."""
    rest = word[length:]
    if len(rest) < 2 or word in not_names():
        return False
    return lists().classes.get(rest) in _BEHIND or (len(rest) > 2 and rest[-1] == "队")


def _with_entries(text: str, classes: str, starts: list[int], of: Callable[[str], str]) -> Units:
    known, listed = entries(), listed_names()
    found = find_packaged(text)
    named: dict[int, Entry] = {}
    pieces: list[str] = []
    joined: list[int] = []
    done = 0
    goes_on = GOES_ON.get
    suffixes = body_suffixes()
    for number, start, end in found.names:
        first = bisect_left(starts, start, done)
        fits = starts[first] == start
        # Most names are one word.
        word = fits and starts[first + 1] == end
        after = first + 1 if word else bisect_left(starts, end, first)
        entry = listed[number]
        if not word and (not fits or starts[after] != end):
            cut_at = starts[after - 1]
            shorter = None
            behind = known.get(text[end : starts[after]])
            if fits and behind is not None and behind.mark == entry.mark == "L":
                # 福建厦门 is one word of the dictionary and two places.
                pieces.append(classes[done:first] + "LL")
                joined += starts[done:first]
                named[len(joined)] = entry
                named[len(joined) + 1] = behind
                joined += (start, end)
                done = after
                continue
            if fits and end - start < LONG:
                shorter = known.get(text[start:cut_at])
            one = fits and after - first == 1
            if one and _falls_in_two(text[start : starts[after]], end - start):
                pass
            elif shorter is not None:
                # 山西|省委: not 山西省, but 山西.
                entry, after = shorter, after - 1
                end = starts[after]
            elif end - start < LONG and entry.name not in _UNMISTAKABLE:
                continue
            elif not fits:
                first -= 1
        if first < done:
            continue
        follows = goes_on(text[end - 1])
        if follows is not None and text[end : end + 1] in follows:
            continue
        if first > done:
            pieces.append(classes[done:first])
            joined += starts[done:first]
        # What is left of words that a name cuts through is read as a word.
        if not fits:
            pieces.append(of(text[starts[first] : start])[0])
            joined.append(starts[first])
        named[len(joined)] = entry
        pieces.append(entry.mark if entry.name not in suffixes else "S")
        joined.append(start)
        if starts[after] != end:
            pieces.append(of(text[end : starts[after]])[0])
            joined.append(end)
        done = after
    if not named:
        return Units(text, classes, starts, named, found.terms, found.everywhere)
    pieces.append(classes[done:])
    joined += starts[done:]
    return Units(text, "".join(pieces), joined, named, found.terms, found.everywhere)
