"""Names in an article -> links: the first mention in a section, never inside a longer name."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.article import Block
from generator.model.facts import Facts
from generator.model.knowledge import Entity, Link, Reading
from generator.weave.sections import heads

Listed = tuple[int, int, int, str, str]
"""(block, start, end, URL, title): a name of a topic or of an authority entry where it stands."""

_Place = tuple[int, int, int, bool, int, str, str]
"""(block, start, -end, no page, which of the equal ones comes first, URL, title): as they are
sorted; the URL is empty where there is no page."""


def weave_links(
    readings: Sequence[Reading],
    listed: Sequence[Sequence[Listed]],
    facts: Sequence[Facts],
    named: Sequence[tuple[int, ...]],
    entities: Sequence[Entity],
    unlinked: frozenset[str] = frozenset(),
) -> tuple[tuple[Link, ...], ...]:
    """The links of each reading. `unlinked`: names that no article links."""
    urls = [it.url for it in entities]
    titles = [it.name for it in entities]
    return tuple(
        _links(
            reading,
            _longest(_places(reading, found, told, numbers, urls, titles)),
            unlinked.union(reading.article.unlinked) if reading.article.unlinked else unlinked,
        )
        for reading, found, told, numbers in zip(readings, listed, facts, named, strict=True)
    )


def _places(
    reading: Reading,
    listed: Sequence[Listed],
    facts: Facts,
    numbers: Sequence[int],
    urls: Sequence[str],
    titles: Sequence[str],
) -> list[_Place]:
    places = [
        (block, start, -end, not url, order, url, title)
        for order, (block, start, end, url, title) in enumerate(listed, -len(listed))
    ]
    blocks = [it.block for it in reading.annotations.sentences]
    for order, (name, number) in enumerate(zip(facts.names, numbers, strict=True)):
        url, title = (urls[number], titles[number]) if number >= 0 else ("", "")
        for sentence, start, end in name.at:
            places.append((blocks[sentence], start, -end, not url, order, url, title))
    return places


def _longest(places: list[_Place]) -> list[_Place]:
    """In reading order, each place once: of names that overlap the longest, pages first."""
    places.sort()
    kept: list[_Place] = []
    at = end = -1
    for place in places:
        block, start, minus = place[:3]
        if block == at and start < end:
            last = kept[-1]
            if -minus - start <= end - last[1]:
                continue
            kept[-1] = place
        else:
            kept.append(place)
        at, end = block, -minus
    return kept


def _links(
    reading: Reading, places: Sequence[_Place], unlinked: frozenset[str]
) -> tuple[Link, ...]:
    blocks = reading.article.blocks
    above: list[int] = []
    section = -2
    seen: set[str] = set()
    links = []
    for block, start, minus, none, _, url, title in places:
        if none or blocks[block].kind == "heading":
            continue
        above = above or heads(reading.article)
        if above[block] != section:
            section = above[block]
            seen.clear()
        if url in seen or _barred(blocks[block], start, -minus, title, unlinked):
            continue
        seen.add(url)
        links.append(Link(block, start, -minus, url, title))
    return tuple(links)


def _barred(block: Block, start: int, end: int, title: str, unlinked: frozenset[str]) -> bool:
    """Whether an editor wants no link here, or there is one, or it is code."""
    if unlinked and (title in unlinked or block.text[start:end] in unlinked):
        return True
    return bool(block.marks) and any(
        mark.kind in ("link", "code") and mark.start < end and start < mark.end
        for mark in block.marks
    )
