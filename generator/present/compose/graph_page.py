"""Topics and what several of them name -> one drawing of the whole site, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.present import views
from generator.present.compose.desk import Desk
from generator.present.compose.neighbours import drawing_view
from generator.present.compose.rooms import GRAPH, crumb
from generator.present.graph import Edge, Node, draw
from generator.present.texts import say, text
from generator.present.views.indexes import GraphView

_TOPICS = 30
_SHARED = 36
"""Drawn; the list below the drawing names all."""
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


def _drawing(desk: Desk, shared: Sequence[int]) -> views.DrawingView:
    knowledge = desk.knowledge
    drawn = shared[:_SHARED]
    counts: dict[int, int] = {}
    for number in drawn:
        for topic in knowledge.entities[number].topics:
            counts[topic] = counts.get(topic, 0) + 1
    topics = sorted(counts, key=lambda it: (-counts[it], it))[:_TOPICS]
    rows = {topic: row for row, topic in enumerate(topics)}
    left = [
        Node(knowledge.topics[it].page.title, knowledge.topics[it].url, "topic", counts[it])
        for it in topics
    ]
    entities = [knowledge.entities[it] for it in drawn]
    right = [Node(it.name, it.url, it.kind, len(it.topics)) for it in entities]
    edges = [
        Edge(0, rows[topic], column, len(it.topics))
        for column, it in enumerate(entities)
        for topic in it.topics
        if topic in rows
    ]
    said = say("graph.shared_said", topics=len(topics), names=len(drawn))
    return drawing_view(draw([left, right], edges), text("graph.shared_title"), said, ())


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
