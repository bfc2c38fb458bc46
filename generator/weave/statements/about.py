"""An entity -> statements of what it takes part in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.facts import Facts
from generator.model.knowledge import Entity, Knowledge
from generator.model.statements import Statements
from generator.weave.statements.documents import papers, programmes
from generator.weave.statements.figures import figures
from generator.weave.statements.people import offices, quotes
from generator.weave.statements.relations import relations
from generator.weave.statements.sources import Kind, Pick, Sources, bare_title, sources
from generator.weave.statements.timeline import timeline

Parts = dict[Kind, list[int]]
"""Indices into the facts of an article."""


def about(knowledge: Knowledge, entity: int) -> Statements:
    """Figures it is the subject of, events it takes part in, its offices or their holders, its words,
    documents it issued or that it is, relations; wordings belong to no entity.
    """
    known = sources(knowledge)
    picks = _picks(known, entity)
    every: dict[int, frozenset[int] | None] = {}
    return Statements(
        timeline=timeline(known, picks["dates"], picks["events"]),
        figures=figures(known, picks["figures"]),
        offices=offices(known, picks["offices"]),
        quotes=quotes(known, picks["quotes"]),
        papers=papers(known, picks["papers"], every),
        programmes=programmes(known, picks["programmes"], every),
        relations=relations(known, picks["relations"]),
    )


def _picks(known: Sources, entity: int) -> dict[Kind, list[Pick]]:
    found: dict[Kind, list[Pick]] = {kind: [] for kind in _KINDS}
    one = known.knowledge.entities[entity]
    if one.kind in ("document", "programme"):
        for reading, kind, index in _titled(known, one):
            found[kind].append((reading, index))
    for reading, name in one.places:
        for kind, indices in parts(known, reading).get(name, {}).items():
            found[kind] += ((reading, index) for index in indices)
    return {kind: sorted(set(picks)) for kind, picks in found.items()}


_KINDS: tuple[Kind, ...] = (
    "figures", "dates", "events", "offices", "quotes", "papers", "programmes", "relations",
)  # fmt: skip


def _titled(known: Sources, entity: Entity) -> Iterator[tuple[int, Kind, int]]:
    """Where a document or a programme is named; they may be no names of the text."""
    titles = {bare_title(it) for it in (entity.name, *entity.aliases)}
    readings = {it.reading for it in entity.mentions} | {it for it, _ in entity.places}
    for reading in sorted(readings):
        facts = known.facts(reading)
        if entity.kind == "document":
            for index, paper in enumerate(facts.papers):
                if bare_title(paper.title) in titles:
                    yield reading, "papers", index
        else:
            for index, programme in enumerate(facts.programmes):
                if bare_title(programme.name) in titles:
                    yield reading, "programmes", index


def parts(known: Sources, reading: int) -> dict[int, Parts]:
    """Name of the article -> what it takes part in."""
    found = known.parts.get(reading)
    if found is None:
        found = known.parts[reading] = _parts(known, reading)
    return found


def _parts(known: Sources, reading: int) -> dict[int, Parts]:
    facts = known.facts(reading)
    found: dict[int, Parts] = {}

    def note(name: int, kind: Kind, index: int) -> None:
        if name >= 0:
            listed = found.setdefault(name, {}).setdefault(kind, [])
            if not listed or listed[-1] != index:
                listed.append(index)

    for index, figure in enumerate(facts.figures):
        note(figure.subject, "figures", index)
    for index, event in enumerate(facts.events):
        for name in (*event.who, event.object_name):
            note(name, "events", index)
    for index, date in enumerate(facts.dates):
        if date.event >= 0:
            event = facts.events[date.event]
            for name in (*event.who, event.object_name):
                note(name, "dates", index)
        else:
            for it in known.names(reading).get(date.clause[0], ()):
                if date.clause[1] <= it.start and it.end <= date.clause[2]:
                    note(it.name, "dates", index)
    for index, office in enumerate(facts.offices):
        note(office.person, "offices", index)
        note(office.org_name, "offices", index)
    for index, quote in enumerate(facts.quotes):
        note(quote.speaker_name, "quotes", index)
    for index, relation in enumerate(facts.relations):
        for name in (*relation.partners, *relation.places):
            note(name, "relations", index)
    for index, paper in enumerate(facts.papers):
        for name in _issuers(facts, paper.issuer):
            note(name, "papers", index)
    return found


def _issuers(facts: Facts, issuer: str) -> Iterator[int]:
    """Bodies among the names of the article that the issuer names."""
    if issuer:
        for index, name in enumerate(facts.names):
            if name.kind == "ORG" and (
                name.name in issuer or any(it in issuer for it in name.aliases)
            ):
                yield index
