"""Entities -> which of them have a page, and its URL."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.model.facts import Facts
from generator.model.findings import NameKind
from generator.model.knowledge import Entity, EntityKind
from generator.weave.addresses import Slug, entity_url
from generator.weave.bodies import body_root
from generator.weave.resolve.group import Group
from generator.weave.resolve.written import KINDS

_WIDE = frozenset(("中华人民共和国", "中国", "中国大陆", "中国内地"))
"""Of which every article speaks: a page of it says nothing that the site doesn't."""


class Acting:
    """Which names of an article hold an office, own a figure, or take part in something."""

    def __init__(self, facts: Sequence[Facts]) -> None:
        self._facts = facts
        self._of = [_acting(it) for it in facts]

    def has_page(self, group: Group) -> bool:
        """Two articles name it, or one says something of it."""
        if group.lone or group.name in _WIDE:
            return False
        if not group.places:
            return len({reading for reading, _ in group.extra}) > 1
        first = group.places[0][0]
        if any(reading != first for reading, _ in (*group.places, *group.extra)):
            return self._stands(group)
        return any(index in self._of[reading] for reading, index in group.places)

    def _stands(self, group: Group) -> bool:
        """Whether two articles name it otherwise than inside longer names."""
        seen = {reading for reading, _ in group.extra}
        for reading, index in group.places:
            it = self._facts[reading].names[index]
            if it.inside < len(it.at) or index in self._of[reading]:
                seen.add(reading)
                if len(seen) > 1:
                    return True
        return any(index in self._of[reading] for reading, index in group.places)


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
