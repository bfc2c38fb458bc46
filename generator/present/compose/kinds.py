"""Entities -> the index of each kind: those with a page lead there, the rest to their sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.knowledge import Entity, Knowledge
from generator.present import views
from generator.present.compose.desk import Desk, LaterGroup
from generator.present.compose.letters import LetterGroup, letter_groups, letter_of
from generator.present.compose.rooms import KINDS, Kind, crumb
from generator.present.views.indexes import KindView, NameEntry, NameLetter
from generator.text.slug import Reading

_ENTRIES = 300


def kind_pages(desk: Desk) -> Iterator[tuple[str, LaterGroup]]:
    """The index of each kind that has names, over as many pages as they take."""
    found = {kind: [] for it in KINDS for kind in it.kinds}  # type: dict[str, list[int]]
    for number, entity in enumerate(desk.knowledge.entities):
        if entity.url or entity.mentions:
            found[entity.kind].append(number)
    names = _Names(desk)
    for kind in KINDS:
        numbers = [it for one in kind.kinds for it in found[one]]
        if numbers:
            yield from _pages(desk, kind, numbers, names)


def kinds_present(knowledge: Knowledge) -> tuple[Kind, ...]:
    """The kinds of which there is an index."""
    there = {it.kind for it in knowledge.entities if it.url or it.mentions}
    return tuple(it for it in KINDS if not there.isdisjoint(it.kinds))


class _Line(NamedTuple):
    """One name, not spelt yet."""

    letter: str
    title: str
    url: str
    own: bool
    note: str = ""
    articles: int = 0
    see: str = ""


def _pages(
    desk: Desk, kind: Kind, numbers: Sequence[int], names: _Names
) -> Iterator[tuple[str, LaterGroup]]:
    entities = desk.knowledge.entities
    sound = Reading.PERSON if kind.kinds == ("person",) else Reading.TEXT
    lines = [line for it in numbers for line in names.lines(it, entities[it], sound)]
    rooms = tuple(
        views.NavItem(it.title, it.url, it is kind) for it in kinds_present(desk.knowledge)
    )
    own = sum(1 for it in numbers if entities[it].url)
    for group in letter_groups(lines, kind.url, _ENTRIES):
        # How many there are is told on the first page: else one more would change them all.
        counts = (len(numbers), own) if group.first == 1 else (0, 0)
        said = (desk.chrome(kind.url, kind.title, "", (crumb("index"),)), group, counts, rooms)
        make = partial(_group, desk, kind, group, counts, rooms)
        yield group.url, LaterGroup(partial(desk.key, said, ()), make)


def _group(
    desk: Desk,
    kind: Kind,
    group: LetterGroup[_Line],
    counts: tuple[int, int],
    rooms: tuple[views.NavItem, ...],
) -> Iterator[tuple[str, views.View]]:
    def spell(it: _Line) -> str:
        return desk.spelt(it.title, kind.kinds[0])

    for page in group.pages(spell):
        total, own = counts if page.url == kind.url else (0, 0)
        letters = tuple(
            NameLetter(
                letter,
                tuple(
                    NameEntry(it.title, it.url, spell(it), it.own, it.note, it.articles, it.see)
                    for it in found
                ),
            )
            for letter, found in page.letters
        )
        chrome = desk.chrome(page.url, kind.title, "", (crumb("index"),))
        yield (
            page.url,
            KindView(chrome, kind.title, letters, page.alphabet, total, own, rooms, page.pager),
        )


class _Names:
    """Entities -> lines of an index."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._offices = latest_offices(desk.knowledge)
        self._articles: dict[int, int] = {}
        for here in desk.entities_of:
            for number, _ in here:
                self._articles[number] = self._articles.get(number, 0) + 1

    def lines(self, number: int, entity: Entity, sound: Reading) -> Iterator[_Line]:
        """The name, and other forms of it if it has a page to which they lead."""
        name, url = entity.name, entity.url
        note = self._offices.get(number, "") or entity.apart
        letter = letter_of(name, sound)
        if not url:
            yield _Line(letter, name, place_of(self._desk, entity), False, note)
            return
        yield _Line(letter, name, url, True, note, self._articles.get(number, 0))
        for alias in entity.aliases:
            yield _Line(letter_of(alias, sound), alias, url, True, see=name)


def place_of(desk: Desk, entity: Entity) -> str:
    """URL of the sentence in which something stands first."""
    mention = entity.mentions[0]
    sentences = desk.knowledge.readings[mention.reading].annotations.sentences
    return f"{desk.knowledge.article_urls[mention.reading]}#{sentences[mention.sentence].id}"


def latest_offices(knowledge: Knowledge) -> dict[int, str]:
    """Entity of a person -> the office that the latest article gives, with its body."""
    offices: dict[int, str] = {}
    for named, facts in zip(knowledge.named, knowledge.facts, strict=True):
        for it in facts.offices:
            person = named[it.person]
            if person >= 0 and person not in offices:
                said = it.office
                offices[person] = said if said.startswith(it.org) else f"{it.org}{said}"
    return offices
