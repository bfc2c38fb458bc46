"""Facts of one article -> its statements, one record each, with the sentence each rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from generator.model.facts import (
    At,
    DateFact,
    EventFact,
    Facts,
    FigureFact,
    OfficeFact,
    PaperFact,
    ProgrammeFact,
    QuoteFact,
    RelationFact,
)
from generator.model.findings import Number
from generator.model.knowledge import Knowledge
from generator.present.data.records import SentenceRecord, StatementKind, StatementRecord
from generator.weave.statements.sources import sources
from generator.weave.statements.tellings import of_date

_AS_OF = "以文章日期为准"
Entities = tuple[tuple[str, str], ...]


class Statements:
    """Statements of one article after the other."""

    def __init__(self, knowledge: Knowledge, ids: tuple[str, ...]) -> None:
        self._knowledge = knowledge
        self._ids = ids

    def of(self, index: int, sentences: Sequence[SentenceRecord]) -> list[StatementRecord]:
        """All statements of a reading, by sentence and place."""
        facts = self._knowledge.facts[index] if self._knowledge.facts else Facts()
        named = self._knowledge.named[index] if self._knowledge.named else ()
        return _Article(self._knowledge, index, sentences, facts, named, self._ids).statements()


class _Article:
    def __init__(
        self,
        knowledge: Knowledge,
        index: int,
        sentences: Sequence[SentenceRecord],
        facts: Facts,
        named: Sequence[int],
        ids: Sequence[str],
    ) -> None:
        self._known = sources(knowledge)
        self._index = index
        self._reading = knowledge.readings[index]
        self._sentences = sentences
        self._facts = facts
        self._named = named
        self._ids = ids
        self._taken: dict[str, int] = {}
        self._events: dict[int, str] = {}
        """Index of an event -> id of its statement."""

    def statements(self) -> list[StatementRecord]:
        facts = self._facts
        found: list[tuple[At, StatementRecord]] = []
        makers: tuple[tuple[Iterable[Any], Callable[[Any], tuple[At, StatementRecord]]], ...] = (
            (facts.figures, self._figure),
            (facts.offices, self._office),
            (facts.quotes, self._quote),
            (facts.relations, self._relation),
        )
        for number, event in enumerate(facts.events):
            found.append(made := self._event(event))
            self._events[number] = made[1].id
        for number, date in enumerate(facts.dates):
            # What tells nothing at its time stands on no timeline either.
            if telling := of_date(self._known, self._index, number):
                found.append(self._date(date, self._known.text(telling.cite)))
        for items, make in makers:
            found += map(make, items)
        for paper in facts.papers:
            found += self._paper(paper)
        for programme in facts.programmes:
            found += self._programme(programme)
        found.sort(key=lambda it: it[0])
        return [record for _, record in found]

    def _record(self, kind: StatementKind, at: At, **more: Any) -> tuple[At, StatementRecord]:
        number, start, end = at
        sentence = self._sentences[number]
        place = self._reading.annotations.sentences[number]
        name = f"{sentence.id}:{kind}:{start - place.start}-{end - place.start}"
        times = self._taken[name] = self._taken.get(name, 0) + 1
        article = self._reading.article
        return at, StatementRecord(
            id=name if times == 1 else f"{name}~{times}",
            kind=kind,
            article=article.id,
            sentence=sentence.text,
            url=sentence.url,
            words=article.blocks[place.block].text[start:end],
            source=sentence.source,
            pieces=sentence.pieces,
            repairs=sentence.repairs,
            article_date=article.date,
            **more,
        )

    def _figure(self, it: FigureFact) -> tuple[At, StatementRecord]:
        return self._record(
            "figure",
            it.at,
            subject=self._name(it.subject),
            predicate=it.measure or it.words,
            unit=it.unit,
            qualifiers=it.qualifiers,
            status=it.status,
            change=it.change,
            measure_said=it.words,
            date=it.as_of or "",
            date_said=it.as_of_said or not it.as_of,
            entities=self._entities(subject=(it.subject,)),
            **_range(it.value),
        )

    def _event(self, it: EventFact) -> tuple[At, StatementRecord]:
        return self._record(
            "event",
            it.at,
            subject="、".join(it.said or [self._name(who) for who in it.who]),
            predicate=it.verb,
            object=it.object,
            unit="元" if it.sum is not None else "",
            measure_said=it.sum_words,
            date=it.date or "",
            place=it.place or "",
            entities=self._entities(subject=it.who, object=(it.object_name,)),
            **_range(it.sum),
        )

    def _date(self, it: DateFact, clause: str) -> tuple[At, StatementRecord]:
        return self._record(
            "date",
            it.at,
            object=clause,
            date=it.edtf,
            date_said=not it.basis,
            date_basis=it.basis,
            part_of=self._events.get(it.event, ""),
        )

    def _office(self, it: OfficeFact) -> tuple[At, StatementRecord]:
        day = "" if it.past else self._reading.article.date
        return self._record(
            "office",
            it.at,
            subject=self._name(it.person),
            predicate=it.office,
            object=it.org,
            date=day,
            date_said=not day,
            date_basis=_AS_OF if day else "",
            entities=self._entities(subject=(it.person,), object=(it.org_name,)),
        )

    def _quote(self, it: QuoteFact) -> tuple[At, StatementRecord]:
        day = "" if it.past else it.date or self._reading.article.date
        basis = (it.basis if it.date else _AS_OF) if day else ""
        return self._record(
            "quote",
            it.at,
            subject=it.speaker,
            predicate=it.verb,
            object=it.office,
            status="direct" if it.direct else "indirect",
            date=day,
            date_said=not basis,
            date_basis=basis,
            entities=self._entities(subject=(it.speaker_name,)),
        )

    def _paper(self, it: PaperFact) -> Iterator[tuple[At, StatementRecord]]:
        for at in it.at:
            yield self._record(
                "document",
                at,
                subject=it.title,
                predicate=it.type,
                object=it.issuer,
                date=it.period,
                entities=self._named_at("document", at),
            )

    def _programme(self, it: ProgrammeFact) -> Iterator[tuple[At, StatementRecord]]:
        for at in it.at:
            yield self._record(
                "programme",
                at,
                subject=it.name,
                object="、".join(it.members),
                value=it.count or None,
                entities=self._named_at("programme", at),
            )

    def _relation(self, it: RelationFact) -> tuple[At, StatementRecord]:
        return self._record(
            "relation",
            it.at,
            status="planned" if it.planned else "",
            subject="、".join(map(self._name, it.partners)),
            predicate=it.kind,
            object=it.institute,
            unit="元" if it.sum is not None else "",
            measure_said=it.sum_words,
            date=it.date or "",
            place="、".join(map(self._name, it.places)),
            entities=self._entities(subject=it.partners, place=it.places),
            **_range(it.sum),
        )

    def _name(self, index: int) -> str:
        return self._facts.names[index].name if index >= 0 else ""

    def _entities(self, **roles: Sequence[int]) -> Entities:
        return tuple(self._pairs(roles.items()))

    def _named_at(self, kind: str, at: At) -> Entities:
        """Of the document or programme that is named there."""
        number, start, end = at
        begin = self._reading.annotations.sentences[number].start
        for first, last, entity in self._sentences[number].mentions:
            if start <= begin + first and begin + last <= end and entity.startswith(f"{kind}:"):
                return (("subject", entity),)
        return ()

    def _pairs(self, roles: Iterable[tuple[str, Sequence[int]]]) -> Iterator[tuple[str, str]]:
        for role, names in roles:
            for name in names:
                if 0 <= name < len(self._named) and (entity := self._named[name]) >= 0:
                    yield role, self._ids[entity]


def _range(value: Number | tuple[Number, Number] | None) -> dict[str, Number | None]:
    if isinstance(value, tuple):
        return {"value": value[0], "value_high": value[1]}
    return {"value": value}
