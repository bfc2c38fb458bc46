"""Entities -> which of them have a page, and its URL."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from generator.model.facts import Facts
from generator.model.findings import NameKind
from generator.model.knowledge import Entity, EntityKind, Reading
from generator.weave.addresses import Slug, entity_url
from generator.weave.bodies import body_root
from generator.weave.resolve.group import Group
from generator.weave.resolve.written import KINDS

_WIDE = frozenset(("中华人民共和国", "中国", "中国大陆", "中国内地"))
"""Of which every article speaks: a page of it says nothing that the site doesn't."""

_FEW = 16
"""Characters that two articles may have alike without one being printed from the other: 记者王建国."""

_BEGINS = 60
"""Characters by which two paragraphs are known as one: a dateline is shorter."""


class Acting:
    """Which names of an article hold an office, own a figure, or take part in something."""

    def __init__(self, readings: Sequence[Reading], facts: Sequence[Facts]) -> None:
        self._readings = readings
        self._facts = facts
        self._of = [_acting(it) for it in facts]

    def has_page(self, group: Group) -> bool:
        """Two articles name it, each in words of its own, or one says something of it."""
        if group.lone or group.name in _WIDE:
            return False
        return self._named_twice(group) or any(
            index in self._of[reading] for reading, index in group.places
        )

    def _named_twice(self, group: Group) -> bool:
        """Otherwise than inside longer names; a paragraph that is printed again says nothing more."""
        first = -1
        again = False
        told: set[str] = set()
        for reading, sentence in self._standing(group):
            if first < 0:
                first = reading
            again = again or reading != first
            if len(told) < 2:
                words = self._paragraph(reading, sentence)
                told.add(words if len(words) > _FEW else f"{reading} {words}")
            if again and len(told) > 1:
                return True
        return False

    def _standing(self, group: Group) -> Iterator[tuple[int, int]]:
        """(reading, sentence) where it stands."""
        for reading, index in group.places:
            it = self._facts[reading].names[index]
            if it.inside < len(it.at) or index in self._of[reading]:
                for at in it.at:
                    yield reading, at[0]
        for reading, at in group.extra:
            yield reading, at[0]

    def _paragraph(self, reading: int, sentence: int) -> str:
        """How it begins: what is printed again may go on otherwise."""
        it = self._readings[reading]
        return it.article.blocks[it.annotations.sentences[sentence].block].text[:_BEGINS]


def _acting(it: Facts) -> set[int]:
    found = {office.person for office in it.offices}
    names = it.names
    # A place is not the one that holds the office, a body is where it is held.
    found.update(
        [at for office in it.offices if (at := office.org_name) >= 0 and names[at].kind == "ORG"]
    )
    found.update([figure.subject for figure in it.figures])
    for event in it.events:
        found.update(event.who)
        found.add(event.object_name)
    for relation in it.relations:
        found.update(relation.partners)
        found.update(relation.places)
    found.discard(-1)
    return found


def urls_of(
    groups: Sequence[Group], written: Sequence[Entity], acting: Acting, slug: Slug
) -> list[str]:
    """The URL of each group, empty where it gets no page; no two have one."""
    urls = [written[it.written].url if it.written >= 0 else "" for it in groups]
    taken = {it.url for it in written if it.url}
    claims: dict[str, list[int]] = {}
    for at, it in enumerate(groups):
        if not urls[at] and acting.has_page(it):
            claims.setdefault(entity_url(it.kind, it.name, slug, it.apart), []).append(at)
    for url, those in claims.items():
        if len(those) == 1 and url not in taken:
            urls[those[0]] = url
    taken.update(claims)
    for _, those in sorted(claims.items()):
        if urls[those[0]]:
            continue
        # The order of claims must not depend on that of the articles.
        those.sort(key=lambda at: (groups[at].kind, groups[at].name, groups[at].apart))
        for at in those:
            it = groups[at]
            more = 0
            while True:
                more += 1
                again = entity_url(it.kind, it.name, slug, f"{it.apart}\n{more}")
                if again not in taken:
                    break
            taken.add(again)
            urls[at] = again
    return urls


def redirects(
    entities: Sequence[Entity],
    slug: Slug,
    other_kinds: Collection[tuple[NameKind, str]] = (),
) -> tuple[tuple[str, str], ...]:
    """Of an entry, the URLs its names would have without it; of namesakes, that of the bare name.

    `other_kinds`: what texts alone take the names of entries for.
    """
    taken = {it.url for it in entities if it.url}
    found: dict[str, str] = {}
    entries: dict[str, Entity] = {}
    namesakes: dict[tuple[EntityKind, str], Entity] = {}
    for it in entities:
        if not it.url:
            continue
        if it.found_by == "editor":
            for name in (it.name, *it.aliases):
                for apart in map(body_root, it.of) if it.of else ("",):
                    found.setdefault(entity_url(it.kind, name, slug, apart), it.url)
                entries.setdefault(name, it)
        if it.apart:
            first = namesakes.get((it.kind, it.name))
            if first is None or len(it.mentions) > len(first.mentions):
                namesakes[it.kind, it.name] = it
    for (kind, name), it in namesakes.items():
        found.setdefault(entity_url(kind, name, slug), it.url)
    for other, name in sorted(other_kinds):
        if name in entries:
            found.setdefault(entity_url(KINDS[other], name, slug), entries[name].url)
    return tuple(sorted((old, new) for old, new in found.items() if old not in taken))
