"""Sentences -> who and what they name, and a topic's neighbourhood drawn from that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.model.knowledge import Knowledge, Topic
from generator.present import views
from generator.present.texts import say, text
from generator.present.views.drawings import LoomView, ThreadView, WeftView
from generator.weave.statements import Selected

_DRAWN = 14
"""Names in a drawing."""
_OF_A_KIND = 5
_PAIRS = 6
_WARPS = 5
_FEW = 6
_WHERE = 3
_WHERE_SHARE = 6
_COUNTRY = ("中国", "中华人民共和国")


class Neighbour(NamedTuple):
    """An entity that some sentences name."""

    entity: int
    kind: str
    link: views.TermLink
    """With how often it is named."""


def named_in(knowledge: Knowledge, chosen: Sequence[Selected]) -> list[Neighbour]:
    """The most frequent first; ties in the order of the knowledge."""
    counts: dict[int, int] = {}
    for it in chosen:
        if it.reading >= len(knowledge.facts):
            continue
        named = knowledge.named[it.reading]
        for name, entity in zip(knowledge.facts[it.reading].names, named, strict=True):
            if entity < 0:
                continue
            wanted = it.sentences
            found = len(name.at) if wanted is None else sum(at[0] in wanted for at in name.at)
            if found:
                counts[entity] = counts.get(entity, 0) + found
    neighbours = []
    for number, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        entity_of = knowledge.entities[number]
        link = views.TermLink(entity_of.name, entity_of.url, count)
        neighbours.append(Neighbour(number, entity_of.kind, link))
    return neighbours


def by_kind(names: Sequence[Neighbour]) -> tuple[tuple[str, tuple[views.TermLink, ...]], ...]:
    """Those with a page of their own, by kind."""
    kinds = ("organisation", "place", "term", "person", "document", "programme")
    listed = (
        (kind, tuple(it.link for it in names if it.kind == kind and it.link.url)) for kind in kinds
    )
    return tuple((kind, links) for kind, links in listed if links)


def where(names: Sequence[Neighbour]) -> tuple[views.TermLink, ...]:
    """Places of which a good part of all is told that is told of places."""
    places = [it.link for it in names if it.kind == "place" and it.link.title not in _COUNTRY]
    total = sum(it.count for it in places)
    telling = (it for it in places if it.count > 1 and it.count * _WHERE_SHARE >= total)
    return tuple(telling)[:_WHERE]


def neighbourhood(
    knowledge: Knowledge, topic: int, names: Sequence[Neighbour], chosen: Sequence[Selected]
) -> LoomView | None:
    """The topic, what it names, and the topics that name the same; None: nothing to draw.

    Where no other topic names the same, those that stand in one sentence are tied.
    """
    title = knowledge.topics[topic].page.title
    shared: dict[int, list[int]] = {}
    for tie in knowledge.topics[topic].shared:
        shared.setdefault(tie.entity, []).append(tie.topic)
    drawn = _drawn(knowledge.topics[topic], shared, names)
    if not drawn:
        return None
    most = max(it.link.count for it in drawn)
    heavy = [weight(it.link.count, most) for it in drawn]
    others = Counter(other for it in drawn for other in shared.get(it.entity, ()))
    if others:
        # Drawn are those that share most; the rest stand among the related topics.
        warps = sorted(others, key=lambda it: (-others[it], it))[:_WARPS]
        lane = {other: number for number, other in enumerate(warps)}
        pages = [knowledge.topics[it] for it in warps]
        threads = [ThreadView(views.TermLink(it.page.title, it.url)) for it in pages]
        knots = [
            tuple(
                sorted((lane[other], size) for other in shared.get(it.entity, ()) if other in lane)
            )
            for it, size in zip(drawn, heavy, strict=True)
        ]
        said = say("graph.said_topics", title=title, count=len(drawn))
    else:
        pairs = _in_one_sentence(knowledge, chosen, [it.entity for it in drawn])
        strongest = max((count for _, _, count in pairs), default=1)
        threads = [ThreadView(None, weight(count, strongest)) for _, _, count in pairs]
        knots = [
            tuple((thread, 1) for thread, pair in enumerate(pairs) if row in pair[:2])
            for row in range(len(drawn))
        ]
        said = say("graph.said_beside", title=title, count=len(drawn))
    wefts = tuple(
        WeftView(it.link, it.kind, size, tied)
        for it, size, tied in zip(drawn, heavy, knots, strict=True)
    )
    column = text("graph.also_in" if others else "graph.beside")
    return LoomView(say("graph.of", title=title), said, title, wefts, tuple(threads), column)


def weight(count: int, most: int) -> int:
    """1 … 3."""
    return 1 + round(2 * count / max(most, 1))


def _in_one_sentence(
    knowledge: Knowledge, chosen: Sequence[Selected], drawn: Sequence[int]
) -> list[tuple[int, int, int]]:
    """(row, lower row, sentences): the strongest pairs; a drawing of all would be a thicket."""
    row_of = {entity: row for row, entity in enumerate(drawn)}
    counts: dict[tuple[int, int], int] = {}
    for it in chosen:
        named = knowledge.named[it.reading]
        rows: dict[int, set[int]] = {}
        for name, entity in zip(knowledge.facts[it.reading].names, named, strict=True):
            if entity in row_of:
                for sentence, _, _ in name.at:
                    if it.sentences is None or sentence in it.sentences:
                        rows.setdefault(sentence, set()).add(row_of[entity])
        for together in rows.values():
            for pair in combinations(sorted(together), 2):
                counts[pair] = counts.get(pair, 0) + 1
    strongest = sorted(counts.items(), key=lambda it: (-it[1], it[0]))[:_PAIRS]
    return [(one, other, count) for (one, other), count in sorted(strongest)]


def _drawn(
    topic: Topic, shared: Mapping[int, Sequence[int]], names: Sequence[Neighbour]
) -> list[Neighbour]:
    """What other topics name too comes first; not too many of one kind, nor the topic itself."""
    own = {topic.page.title, *topic.page.aliases}
    ranked = sorted(
        (it for it in names if it.link.url and it.link.title not in own),
        key=lambda it: it.entity not in shared,
    )
    # Once among hundreds is chance; in a short text it may be all there is.
    often = [it for it in ranked if it.link.count > 1 or it.entity in shared]
    ranked = often if len(often) >= _FEW else ranked
    chosen: list[Neighbour] = []
    of_kind: dict[str, int] = {}
    for it in ranked:
        if of_kind.get(it.kind, 0) < _OF_A_KIND and len(chosen) < _DRAWN:
            of_kind[it.kind] = of_kind.get(it.kind, 0) + 1
            chosen.append(it)
    return chosen
