"""Annotations of the parts of one article -> those of the whole, without annotating it anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import msgspec

from generator.model.annotation import Annotations, Sentence
from generator.model.knowledge import Reading
from generator.model.ledger import Ledger
from generator.model.part import Part
from generator.model.problem import Problem
from generator.restore.gather import Gathered
from generator.restore.gather_pages import AlonePage, gather_pages
from generator.text.sentences import split_sentences


def gather_annotations(parts: Sequence[Annotations], gathered: Gathered) -> Annotations:
    """Sentences keep the ids they had on the home's page; those of other pages get a prefix.

    A sentence that goes on across two pages has the id of the home's half.
    """
    blocks = gathered.article.blocks
    own: dict[int, list[Sentence]] = {}
    links: list[tuple[int, int, int, str]] = []
    seams: set[int] = set()
    for part, moved, prefix in zip(parts, gathered.moved, gathered.prefixes, strict=True):
        seams.update(it.block for it in moved.values() if it.at)
        for it in part.sentences:
            if it.block in moved:
                block, at = moved[it.block]
                sentence = Sentence(prefix + it.id, block, it.start + at, it.end + at)
                own.setdefault(block, []).append(sentence)
        for old, start, end, address in part.links:
            if old in moved:
                block, at = moved[old]
                links.append((block, start + at, end + at, address))
    home = frozenset(
        it.id
        for part, prefix in zip(parts, gathered.prefixes, strict=True)
        if not prefix
        for it in part.sentences
    )
    for seam in seams:
        own[seam] = _across(blocks[seam].text, own.get(seam, []), seam, home)
    return Annotations(
        article=gathered.article.id,
        sentences=tuple(it for block in sorted(own) for it in own[block]),
        links=tuple(sorted(links)),
    )


def _across(
    text: str, parts: Sequence[Sentence], block: int, home: frozenset[str]
) -> list[Sentence]:
    """The sentences of a paragraph of two pages, named by those that the pages had alone."""
    found: list[Sentence] = []
    used: set[str] = set()
    for start, end in split_sentences(text):
        over = [it for it in parts if it.start < end and start < it.end]
        over.sort(key=lambda it: (it.id not in home, it.start))
        name = next((it.id for it in over if it.id not in used), "")
        if not name:
            # One sentence has become several: the first keeps the name.
            name = f"{over[0].id}.{start - over[0].start}"
        used.add(name)
        found.append(Sentence(name, block, start, end))
    return found


class GatheredReadings(NamedTuple):
    """All readings of the pages, those of several pages put together."""

    readings: tuple[Reading, ...]
    ledgers: tuple[Ledger, ...]
    problems: tuple[Problem, ...]


def gather_readings(
    pages: Sequence[Sequence[Reading]],
    told: Sequence[tuple[Sequence[Part], Ledger | None]],
    others: Collection[str],
) -> GatheredReadings:
    """`pages`: the readings of each page, sorted by path; `told`: the page's parts and ledger.

    `others`: slugs of articles that come from no page.
    """
    kept = [(page, *it) for page, it in zip(pages, told, strict=True)]
    alone = [
        AlonePage([it.article for it in page], parts, ledger)
        for page, parts, ledger in kept
        if ledger is not None
    ]
    found = gather_pages(alone, others)
    readings = [page for page, _, ledger in kept if ledger is not None]
    gone = {node for whole, _ in found.wholes for node in whole.members}
    every = [
        it
        for number, page in enumerate(readings)
        for index, it in enumerate(page)
        if (number, index) not in gone
    ]
    for whole, gathered in found.wholes:
        parts = [readings[it.page][it.article].annotations for it in whole.members]
        annotations = gather_annotations(parts, gathered)
        encode = msgspec.msgpack.encode
        every.append(
            Reading(gathered.article, annotations, encode(gathered.article), encode(annotations))
        )
    return GatheredReadings(tuple(every), found.ledgers, found.problems)
