"""Entries -> letters of an index by pinyin, over as many pages as they take.

`letter_pages` is for some hundreds; `letter_groups` for as many as there are: the letter is known
from the first characters, and the rest is spelt only where a page is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Generic, NamedTuple, Protocol, TypeVar

from generator.present import views
from generator.present.compose.paging import page_url, pager
from generator.text.slug import Reading, initial

_ENTRIES = 400
"""About so many on one page; a letter is begun on a new page, never cut, unless it alone is longer."""


class Spelt(Protocol):
    """Anything that stands in an index."""

    @property
    def title(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def pinyin(self) -> str: ...


Entry = TypeVar("Entry", bound=Spelt)


_Any = TypeVar("_Any")


class LetterPage(NamedTuple, Generic[_Any]):
    """One page of an index."""

    url: str
    letters: tuple[tuple[str, tuple[_Any, ...]], ...]
    alphabet: tuple[views.TermLink, ...]
    """Every letter of the whole index, with the page it stands on."""
    pager: views.Pager | None


def letter_pages(
    entries: Sequence[Entry],
    base: str,
    size: int = _ENTRIES,
    weight: Callable[[Entry], int] = lambda _: 1,
) -> Iterator[LetterPage[Entry]]:
    """At least one page. `weight`: how much room an entry takes of `size`."""
    ordered = sorted(entries, key=lambda it: (_letter(it), it.pinyin, it.title, it.url))
    letters = [
        (letter, part)
        for letter, group in groupby(ordered, key=_letter)
        for part in _parts(list(group), size, weight)
    ]
    pages = _fill(letters, size, weight) or [[]]
    where = {
        letter: page_url(base, number)
        for number, page in reversed(list(enumerate(pages, 1)))
        for letter, _ in page
    }
    alphabet = tuple(views.TermLink(letter, url) for letter, url in sorted(where.items()))
    for number, page in enumerate(pages, 1):
        turn = pager(base, number, len(pages))
        yield LetterPage(page_url(base, number), tuple(page), alphabet, turn)


class Lettered(Protocol):
    """Anything of a large index."""

    @property
    def title(self) -> str: ...
    @property
    def letter(self) -> str: ...


Item = TypeVar("Item", bound=Lettered)


class LetterGroup(NamedTuple, Generic[Item]):
    """Letters whose pages are made together: some on one page, or one on several."""

    base: str
    first: int
    """Number of its first page."""
    total: int
    """Pages of the whole index."""
    letters: tuple[tuple[str, tuple[Item, ...]], ...]
    alphabet: tuple[views.TermLink, ...]
    size: int

    @property
    def url(self) -> str:
        """Of its first page."""
        return page_url(self.base, self.first)

    def pages(self, spell: Callable[[Item], str]) -> Iterator[LetterPage[Item]]:
        """In order of their pinyin."""
        letters = [
            (letter, [it for _, _, it in sorted(_spelt(items, spell), key=itemgetter(0, 1))])
            for letter, items in self.letters
        ]
        number = self.first
        if len(letters) > 1:
            whole = tuple((letter, tuple(items)) for letter, items in letters)
            yield self._page(number, whole)
            return
        for letter, items in letters:
            for start in range(0, len(items), self.size):
                yield self._page(number, ((letter, tuple(items[start : start + self.size])),))
                number += 1

    def _page(
        self, number: int, letters: tuple[tuple[str, tuple[Item, ...]], ...]
    ) -> LetterPage[Item]:
        turn = pager(self.base, number, self.total)
        return LetterPage(page_url(self.base, number), letters, self.alphabet, turn)


def letter_groups(
    items: Iterable[Item], base: str, size: int = _ENTRIES
) -> Iterator[LetterGroup[Item]]:
    """Nothing of one group depends on what the items of another are called."""
    found: dict[str, list[Item]] = {}
    for it in items:
        found.setdefault(it.letter, []).append(it)
    groups: list[list[str]] = []
    room = 0
    for letter in sorted(found):
        needed = len(found[letter])
        if needed > room:
            groups.append([])
            room = size
        groups[-1].append(letter)
        room -= needed
    firsts = []
    number = 1
    for group in groups:
        firsts.append(number)
        number += -(-sum(len(found[it]) for it in group) // size)
    alphabet = tuple(
        views.TermLink(letter, page_url(base, first))
        for first, group in zip(firsts, groups, strict=True)
        for letter in group
    )
    for first, group in zip(firsts, groups, strict=True):
        letters = tuple((it, tuple(found[it])) for it in group)
        yield LetterGroup(base, first, number - 1, letters, alphabet, size)


def letter_of(name: str, sound: Reading = Reading.TEXT) -> str:
    """A … Z, or #; two characters tell the sound of the first."""
    found = _initial(name[:2], sound)
    return found if found != "#" else _initial(name, sound)


@lru_cache(maxsize=50_000)
def _initial(name: str, sound: Reading) -> str:
    return initial(name, sound)


def _spelt(items: Iterable[Item], spell: Callable[[Item], str]) -> Iterator[tuple[str, str, Item]]:
    for it in items:
        yield spell(it), it.title, it


def _letter(entry: Spelt) -> str:
    first = entry.pinyin[:1].upper()
    return first if "A" <= first <= "Z" else "#"


def _parts(
    entries: Sequence[Entry], size: int, weight: Callable[[Entry], int]
) -> Iterator[tuple[Entry, ...]]:
    part: list[Entry] = []
    room = size
    for entry in entries:
        needed = weight(entry)
        if part and needed > room:
            yield tuple(part)
            part, room = [], size
        part.append(entry)
        room -= needed
    yield tuple(part)


def _fill(
    letters: Sequence[tuple[str, tuple[Entry, ...]]], size: int, weight: Callable[[Entry], int]
) -> list[list[tuple[str, tuple[Entry, ...]]]]:
    pages: list[list[tuple[str, tuple[Entry, ...]]]] = []
    room = 0
    before = ""
    for letter, entries in letters:
        needed = sum(map(weight, entries))
        # A letter that goes on begins a page: its anchor can't stand twice on one.
        if needed > room or letter == before or not pages:
            pages.append([])
            room = size
        pages[-1].append((letter, entries))
        room -= needed
        before = letter
    return pages
