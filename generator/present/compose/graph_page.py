"""Topics and what several of them name -> one drawing of the whole site, and the same as a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import sqrt

from generator.model.knowledge import Knowledge
from generator.present import views
from generator.present.compose.desk import Desk
from generator.present.compose.rooms import GRAPH, crumb
from generator.present.texts import say, text
from generator.present.views.drawings import LoomView, ThreadView, WeftView
from generator.present.views.indexes import GraphView

_TOPICS = 30
_SHARED = 36
"""Drawn; the list below the drawing names all."""
_CANDIDATES = 240
"""Of so many it is counted how often topics name them."""
_PAIR = 2


def shared_names(desk: Desk) -> list[int]:
    """Entities with a page that several topics write of, those of most topics first."""
    entities = desk.knowledge.entities
    found = [
        number
        for number, it in enumerate(entities)
        if len(it.topics) >= _PAIR and it.url and it.kind != "place"
    ]
    return sorted(
        found, key=lambda it: (-len(entities[it].topics), -len(entities[it].mentions), it)
    )


def graph_page(desk: Desk) -> Iterator[tuple[str, views.View]]:
    """Nothing where no two topics share a name."""
    shared = shared_names(desk)
    if not shared:
        return
    chrome = desk.chrome(GRAPH, text("graph.title"), "", (crumb("index"),))
    yield GRAPH, GraphView(chrome, _drawing(desk, shared), _rows(desk, shared), len(shared))


def _drawing(desk: Desk, shared: Sequence[int]) -> LoomView:
    knowledge = desk.knowledge
    candidates = shared[:_CANDIDATES]
    told = _told(knowledge, candidates)

    # What ties two topics most tells more of them than what all of them name once.
    def tie(number: int) -> int:
        return sorted(told.get((number, it), 0) for it in knowledge.entities[number].topics)[-2]

    chosen = sorted(candidates, key=lambda it: -tie(it))[:_SHARED]
    counts = Counter(topic for it in chosen for topic in knowledge.entities[it].topics)
    topics = sorted(sorted(counts, key=lambda it: (-counts[it], it))[:_TOPICS])
    lane = {topic: number for number, topic in enumerate(topics)}
    pages = [knowledge.topics[it] for it in topics]
    most = max(told.values(), default=1)
    wefts = []
    for number in chosen:
        it = knowledge.entities[number]
        knots = tuple(
            (lane[topic], 1 + round(4 * sqrt(told.get((number, topic), 0) / most)))
            for topic in it.topics
            if topic in lane
        )
        wefts.append(WeftView(views.TermLink(it.name, it.url), it.kind, 1, tuple(sorted(knots))))
    said = say("graph.shared_said", topics=len(topics), names=len(chosen))
    threads = tuple(ThreadView(views.TermLink(it.page.title, it.url)) for it in pages)
    return LoomView(text("graph.shared_title"), said, "", tuple(wefts), threads)


def _told(knowledge: Knowledge, entities: Sequence[int]) -> dict[tuple[int, int], int]:
    """(entity, topic) -> how often the topic's own paragraphs name it."""
    topics_of: dict[tuple[int, int], list[int]] = {}
    for topic, it in enumerate(knowledge.topics):
        for passage in it.passages:
            place = passage.mention.reading, passage.mention.block
            topics_of.setdefault(place, []).append(topic)
    told: Counter[tuple[int, int]] = Counter()
    for number in entities:
        for mention in knowledge.entities[number].mentions:
            for topic in topics_of.get((mention.reading, mention.block), ()):
                told[number, topic] += 1
    return told


def _rows(
    desk: Desk, shared: Sequence[int]
) -> tuple[tuple[views.TermLink, tuple[views.TermLink, ...]], ...]:
    """Each name with the topics that write of it."""
    entities = desk.knowledge.entities
    return tuple(
        (
            views.TermLink(entities[it].name, entities[it].url),
            tuple(desk.topic_link(topic) for topic in entities[it].topics),
        )
        for it in shared
    )
