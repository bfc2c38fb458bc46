"""Knowledge -> what can be looked up by name: topics, and entities with a page of their own.

What a name's terms are is made of its record alone, so it is remembered; how often it is named
changes with every article and is laid over them at the end.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Literal

import msgspec

from generator.model.knowledge import Entity, Knowledge, TopicPage
from generator.search.fold import fold
from generator.search.records import Tokens
from generator.search.sounds import keys
from generator.search.terms import facet, is_h, units, word_terms, words
from generator.text.slug import Reading

NameKind = Literal["topic", "person", "organisation", "place", "document", "programme", "term"]
_KINDS: Mapping[NameKind, int] = {
    "topic": 0, "person": 1, "organisation": 2, "place": 3, "document": 4, "programme": 5, "term": 6
}  # fmt: skip
_BEGINS, _INSIDE, _HEADING, _TEXT = 3, 2, 1, 0
_HEAVIEST = 7
_OFFICES = 6
"""Offices of one person that are told."""


class Name(msgspec.Struct, frozen=True, array_like=True):
    """Something that has a name and a page."""

    url: str
    kind: NameKind
    name: str
    aliases: tuple[str, ...]
    heading: str
    """What it is, in few words: offices of a person, words that select passages for a topic."""
    text: str
    """What an editor says of it."""
    topics: tuple[str, ...]
    """Titles of topics it belongs to."""

    @property
    def texts(self) -> tuple[str, str]:
        """What is said of it, in the order in which it is shown."""
        return (self.text, self.heading) if self.kind == "topic" else (self.heading, self.text)


class Weighed(msgspec.Struct, frozen=True, array_like=True):
    """A name and how often articles name it."""

    name: Name
    count: int


def names(knowledge: Knowledge) -> list[Weighed]:
    """Every topic and entity with a page; a page has one, the first that claims it."""
    found: dict[str, Weighed] = {}
    for it in (*_topics(knowledge), *_entities(knowledge)):
        found.setdefault(it.name.url, it)
    return list(found.values())


def _topics(knowledge: Knowledge) -> Iterator[Weighed]:
    titles = {it.page.id: it.page.title for it in knowledge.topics}
    for topic in knowledge.topics:
        page = topic.page
        above = titles.get(page.parent, "")
        yield Weighed(
            Name(
                topic.url,
                "topic",
                page.title,
                _others(page.title, page.aliases),
                "，".join(_others(page.title, (page.kind, *page.terms))),
                _introduction(page),
                (page.title, above) if above else (page.title,),
            ),
            len(topic.passages),
        )


def _entities(knowledge: Knowledge) -> Iterator[Weighed]:
    topics = [it.page.title for it in knowledge.topics]
    offices = _offices(knowledge)
    for number, entity in enumerate(knowledge.entities):
        if entity.url:
            yield Weighed(
                Name(
                    entity.url,
                    entity.kind,
                    entity.name,
                    _others(entity.name, entity.aliases),
                    "，".join(_heading(entity, offices.get(number, {}))),
                    entity.note,
                    tuple(topics[it] for it in entity.topics),
                ),
                len(entity.mentions),
            )


def _others(name: str, aliases: Sequence[str]) -> tuple[str, ...]:
    return tuple(it for it in dict.fromkeys(aliases) if it and it != name)


def _introduction(page: TopicPage) -> str:
    return "\n".join(it.text for it in page.intro if it.text.strip())


def _heading(entity: Entity, offices: Mapping[str, int]) -> list[str]:
    """What tells it from others, and the offices that texts give a person, the most frequent first."""
    often = sorted(offices, key=lambda it: (-offices[it], it))[:_OFFICES]
    return list(dict.fromkeys([it for it in (entity.apart, *often) if it]))


def _offices(knowledge: Knowledge) -> dict[int, dict[str, int]]:
    """Entity -> body and office, as texts say it -> in how many places."""
    found: dict[int, dict[str, int]] = {}
    for facts, named in zip(knowledge.facts, knowledge.named, strict=False):
        for it in facts.offices:
            person = named[it.person]
            if person >= 0:
                words = it.org + it.office
                here = found.setdefault(person, {})
                here[words] = here.get(words, 0) + 1
    return found


def name_tokens(it: Name) -> Tokens:
    """The terms of a name; their marks hold the place alone."""
    places: dict[str, int] = {}
    ends: dict[str, int] = {}
    for text in (it.name, *it.aliases):
        _add(text, _INSIDE, places, ends, first=_BEGINS)
    _add(it.heading, _HEADING, places, ends, first=_HEADING)
    _add(it.text, _TEXT, places, ends, first=_TEXT)
    begun = {term[0] for term in places}
    places |= {unit: place for unit, place in ends.items() if unit not in begun}
    reading = Reading.PERSON if it.kind == "person" else Reading.TEXT
    found = dict.fromkeys(keys((it.name, *it.aliases), reading), _BEGINS)
    found |= dict.fromkeys([facet("kind", it.kind), *[facet("topic", t) for t in it.topics]], 0)
    two = {ord(term[0]) << 16 | ord(term[1]): term for term in places if len(term) == 2}
    pairs = sorted(two)
    tokens = Tokens(
        b"".join([code.to_bytes(4, "little") for code in pairs]),
        bytes([places[two[code]] for code in pairs]),
    )
    others = [item for item in places.items() if len(item[0]) != 2]
    return tokens.adding((*others, *found.items()))


def _add(
    text: str, place: int, places: dict[str, int], ends: dict[str, int], *, first: int
) -> None:
    """Terms of a text with the highest place of each, and units of H that end a word.

    `first`: the place of the term that it begins with.
    """
    here = first
    for word in words(units(fold(text))):
        for term in word_terms(word):
            if places.get(term, -1) < here:
                places[term] = here
            here = place
        end = word[-1][-1]
        if is_h(end) and not "\ud800" <= end <= "\udfff":
            alone = first if here == first else place
            if ends.get(end, -1) < alone:
                ends[end] = alone
            here = place


def weighed(tokens: Tokens, kind: NameKind, count: int) -> Tokens:
    """The same with weight and kind in every mark."""
    weight = min(_HEAVIEST, count.bit_length())
    table = _marks(weight << 2 | _KINDS[kind] << 5)
    pair_marks, other_marks = (
        tokens.pair_marks.translate(table),
        tokens.other_marks.translate(table),
    )
    return Tokens(tokens.pairs, pair_marks, tokens.others, other_marks)


@functools.cache
def _marks(more: int) -> bytes:
    return bytes([it | more for it in range(256)])


def numbers(urls: Sequence[str]) -> tuple[int, list[int]]:
    """Bits of the numbers, and one for each URL: of its digest, the next free one where two meet."""
    bits = max(1, (len(urls) - 1).bit_length()) + 2
    taken: dict[int, str] = {}
    for url in sorted(urls):
        digest = blake2b(url.encode(), digest_size=4).digest()
        number = int.from_bytes(digest, "big") >> (32 - bits)
        while number in taken:
            number = (number + 1) % (1 << bits)
        taken[number] = url
    found = {url: number for number, url in taken.items()}
    return bits, [found[it] for it in urls]
