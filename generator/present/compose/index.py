"""Everything that has a page -> the A–Z index by pinyin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.present import views
from generator.present.compose.desk import INDEX, Desk
from generator.present.compose.paging import page_url, pager

_ENTRIES = 400
"""About so many on one page; a letter is begun on a new page, never cut, unless it alone is longer."""


def index_pages(desk: Desk) -> Iterator[tuple[str, views.View]]:
    """The index over as many pages as its letters take."""
    entries = sorted(_entries(desk), key=lambda it: (_letter(it), it.pinyin, it.title, it.url))
    letters = [
        views.IndexLetter(letter, part)
        for letter, group in groupby(entries, key=_letter)
        for part in _parts(list(group))
    ]
    pages = _fill(letters) or [[]]
    where = {
        item.letter: page_url(INDEX, number)
        for number, page in reversed(list(enumerate(pages, 1)))
        for item in page
    }
    alphabet = tuple(views.TermLink(letter, url) for letter, url in sorted(where.items()))
    for number, page in enumerate(pages, 1):
        url = page_url(INDEX, number)
        chrome = desk.chrome(url, "索引")
        turn = pager(INDEX, number, len(pages))
        yield url, views.IndexView(chrome, tuple(page), alphabet, len(entries), turn)


def _entries(desk: Desk) -> Iterator[views.IndexEntry]:
    knowledge = desk.knowledge

    def entry(title: str, url: str, kind: str, see: str = "") -> views.IndexEntry:
        return views.IndexEntry(title, url, kind, desk.spell(title), see)

    for topic in knowledge.topics:
        yield entry(topic.page.title, topic.url, "topic")
        for alias in topic.page.aliases:
            yield entry(alias, topic.url, "topic", topic.page.title)
    for index, reading in enumerate(knowledge.readings):
        yield entry(reading.article.title, knowledge.article_urls[index], "article")
    for entity in knowledge.entities:
        if not entity.url:
            continue
        yield entry(entity.name, entity.url, entity.kind)
        for alias in entity.aliases:
            yield entry(alias, entity.url, entity.kind, entity.name)
    for tag, url, _ in knowledge.tags:
        yield entry(tag, url, "tag")


def _letter(entry: views.IndexEntry) -> str:
    first = entry.pinyin[:1].upper()
    return first if "A" <= first <= "Z" else "#"


def _parts(entries: Sequence[views.IndexEntry]) -> Iterator[tuple[views.IndexEntry, ...]]:
    for start in range(0, len(entries), _ENTRIES):
        yield tuple(entries[start : start + _ENTRIES])


def _fill(letters: Sequence[views.IndexLetter]) -> list[list[views.IndexLetter]]:
    pages: list[list[views.IndexLetter]] = []
    room = 0
    for letter in letters:
        if len(letter.entries) > room or not pages:
            pages.append([])
            room = _ENTRIES
        pages[-1].append(letter)
        room -= len(letter.entries)
    return pages
