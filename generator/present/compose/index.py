"""Everything that has a page -> the A–Z index by pinyin."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from typing import NamedTuple

from generator.present import views
from generator.present.compose.desk import INDEX, Desk, LaterGroup
from generator.present.compose.letters import LetterGroup, letter_groups, letter_of
from generator.present.fresh import kept_or_made
from generator.present.texts import text
from generator.text.slug import Reading


class _Line(NamedTuple):
    letter: str
    title: str
    url: str
    kind: str
    see: str = ""


class Index:
    """The A–Z index; what stands in it is gathered once, and only if it may have changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def _lines(self) -> list[_Line]:
        return list(_lines(self._desk))

    @cached_property
    def _groups(self) -> list[LetterGroup[_Line]]:
        return list(letter_groups(self._lines, INDEX))

    def alphabet(self) -> tuple[views.TermLink, ...]:
        """Its letters."""

        def make() -> tuple[views.TermLink, ...]:
            return self._groups[0].alphabet if self._groups else ()

        kind = tuple[views.TermLink, ...]
        return kept_or_made(self._desk.kept, "alphabet", self._desk.around, kind, make)

    def pages(
        self, rooms: tuple[views.TermLink, ...]
    ) -> Iterator[tuple[str, views.View | LaterGroup]]:
        """Over as many pages as its letters take; `rooms`: the indexes of one kind each."""
        desk = self._desk
        if not self._groups:
            chrome = desk.chrome(INDEX, text("nav.index"))
            yield INDEX, views.IndexView(chrome, (), (), 0, None, rooms)
        for group in self._groups:
            # How many there are is told on the first page: else one more would change them all.
            total = len(self._lines) if group.first == 1 else 0
            said = (desk.chrome(INDEX, text("nav.index")), group, total, rooms)
            key = partial(desk.key, said, ())
            yield group.url, LaterGroup(key, partial(_pages, desk, group, total, rooms))


def _pages(
    desk: Desk, group: LetterGroup[_Line], total: int, rooms: tuple[views.TermLink, ...]
) -> Iterator[tuple[str, views.View]]:
    for page in group.pages(lambda it: desk.spelt(it.title, it.kind)):
        letters = tuple(
            views.IndexLetter(letter, tuple(_entry(desk, it) for it in found))
            for letter, found in page.letters
        )
        chrome = desk.chrome(page.url, text("nav.index"))
        counted = total if page.url == INDEX else 0
        yield (
            page.url,
            views.IndexView(chrome, letters, page.alphabet, counted, page.pager, rooms),
        )


def _entry(desk: Desk, it: _Line) -> views.IndexEntry:
    return views.IndexEntry(it.title, it.url, it.kind, desk.spelt(it.title, it.kind), it.see)


def _lines(desk: Desk) -> Iterator[_Line]:
    knowledge = desk.knowledge
    for topic in knowledge.topics:
        title = topic.page.title
        yield _Line(letter_of(title), title, topic.url, "topic")
        for alias in topic.page.aliases:
            yield _Line(letter_of(alias), alias, topic.url, "topic", title)
    for index, reading in enumerate(knowledge.readings):
        title = reading.article.title
        yield _Line(letter_of(title), title, knowledge.article_urls[index], "article")
    for entity in knowledge.entities:
        if entity.url:
            sound = Reading.PERSON if entity.kind == "person" else Reading.TEXT
            yield _Line(letter_of(entity.name, sound), entity.name, entity.url, entity.kind)
            for alias in entity.aliases:
                letter = letter_of(alias, sound)
                yield _Line(letter, alias, entity.url, entity.kind, entity.name)
    for tag, url, _ in knowledge.tags:
        yield _Line(letter_of(tag), tag, url, "tag")
