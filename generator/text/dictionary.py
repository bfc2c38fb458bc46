"""Text -> the words of the packaged dictionary that may stand in it.

The dictionary is jieba's `dict.txt`, a word, its count and its part of speech in a line. From the first
ideograph on its lines are in order of their first character, so the words of one text are found
without reading those of others.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.text.data import Lines

TOTAL = 60_101_967
"""The sum of all counts."""

Line = tuple[str, int, str]
"""Word, count, part of speech."""


class Dictionary:
    """Gives each word once, to the first text that may hold it."""

    def __init__(self, lines: Lines) -> None:
        """`lines`: the file."""
        self._lines = lines
        self._start = lines.find("\n一 ".encode()) + 1
        self._pages: dict[str, bytes] = {}
        """Lines of words that begin with a character."""
        self._told: set[str] = {""}
        """Pairs of characters whose words have been given."""

    def words_of(self, text: str) -> Iterator[Line]:
        """Words of which nobody has been told: all that begin with a pair of characters of the text.

        Raises UnicodeEncodeError for half a surrogate pair.
        """
        text.encode()
        if "" in self._told:
            self._told.remove("")
            yield from self._unsorted()
        # A character that is a word stands before a space: a pair as well.
        pairs = {it + " " for it in text}.union(map("".join, pairwise(text)))
        for pair in sorted(pairs - self._told):
            self._told.add(pair)
            yield from self._beginning_with(pair)

    def _unsorted(self) -> Iterator[Line]:
        return map(_line, self._lines[: self._start].splitlines())

    def _beginning_with(self, pair: str) -> Iterator[Line]:
        page = self._page(pair[0])
        begin = b"\n" + pair.encode()
        at = page.find(begin)
        while at >= 0:
            end = page.index(b"\n", at + 1)
            yield _line(page[at + 1 : end])
            at = page.find(begin, end)

    def _page(self, first: str) -> bytes:
        page = self._pages.get(first)
        if page is None:
            begin = first.encode()
            after = self._at(begin + b"\xff")
            page = self._pages[first] = self._lines[self._at(begin) - 1 : after]
        return page

    def _at(self, key: bytes) -> int:
        """Where the first line begins that is not before the key."""
        lines, low, high = self._lines, self._start, len(self._lines)
        while low < high:
            middle = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if lines[middle : middle + len(key)] < key:
                low = lines.find(b"\n", middle) + 1
            else:
                high = middle
        return low


def _line(line: bytes) -> Line:
    word, count, sort = line.decode().split(" ")
    return word, int(count), sort
