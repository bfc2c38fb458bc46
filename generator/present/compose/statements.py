"""Statements -> what pages show of them; every value in the source's own words, with proof."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.model.knowledge import Mention
from generator.model.statements import (
    FigureGroup,
    FigureRow,
    Moment,
    OfficeRow,
    PaperRow,
    ProgrammeRow,
    QuoteRow,
    RelationRow,
    Statements,
    Wording,
)
from generator.present import views
from generator.present.compose.bars import with_bars
from generator.present.compose.desk import Desk
from generator.present.compose.points import trend_view
from generator.present.compose.words import around, find_in, value_of, words
from generator.present.texts import say, text
from generator.present.wording import number_words

_NONE: Mapping[str, str] = {}
_MEMBERS = 6
"""Participants of an event that are named beside it; the clause names all."""


def statements_view(
    desk: Desk, it: Statements, measured: Mapping[str, str], own: int = -1
) -> views.StatementsView:
    """All of it; a page that is to show less cuts it with `first` (sections.py).

    measured: measure -> URL of its page; own: the entity whose page it is, which need not be
    named as the one whose amounts these are.
    """
    return views.StatementsView(
        timeline=tuple(moment(desk, row, own) for row in it.timeline),
        figures=tuple(figure_group(desk, row, measured, own) for row in it.figures),
        offices=tuple(office(desk, row, own) for row in it.offices),
        # Those of whom the text does not say who spoke come last.
        quotes=tuple(
            sorted((speech(desk, row) for row in it.quotes), key=lambda row: row.speaker is None)
        ),
        papers=tuple(paper(desk, row) for row in it.papers),
        programmes=tuple(programme(desk, row) for row in it.programmes),
        relations=tuple(relation(desk, row) for row in it.relations),
        wordings=tuple(wording(desk, row) for row in it.wordings),
    )


def moment(desk: Desk, it: Moment, own: int = -1) -> views.MomentView:
    """An entry of a timeline."""
    cites = []
    for number, cite in enumerate(it.cites):
        said = it.words[number] if number < len(it.words) else None
        time = None
        mark = (0, 0)
        if said is not None and said.start < said.end:
            edtf, basis = it.told[number]
            time = views.TimeView(edtf, words(desk, said), basis)
            if said.block == cite.block:
                mark = (said.start, said.end)
        cites.append(views.CiteView(words(desk, cite, mark), time))
    linked = (entity_link(desk, number, "") for number in it.entities if number != own)
    shown = tuple(link for link in linked if link is not None and link.url)[:_MEMBERS]
    return views.MomentView(it.edtf, tuple(cites), shown, it.verb, it.period)


def figure_group(
    desk: Desk, it: FigureGroup, measured: Mapping[str, str] = _NONE, own: int = -1
) -> views.FigureGroupView:
    """All amounts of a measure, bars beside those that can be compared."""
    return views.FigureGroupView(
        measure=it.measure,
        rows=with_bars([figure(desk, row, it.measure, own) for row in it.rows]),
        url=measured.get(it.measure, ""),
        chart=trend_view(it),
        conflicts=tuple(
            tuple(desk.quote(it.rows[number].cite) for number in group) for group in it.conflicts
        ),
    )


def figure(desk: Desk, it: FigureRow, measure: str = "", own: int = -1) -> views.FigureView:
    """One amount with the clause it stands in."""
    amount = words(desk, it.cite)
    notes = [text(f"qualifier.{name}") for name in it.qualifiers if name != "target"]
    if it.change:
        notes.insert(0, it.change)
    if it.words and it.words != measure:
        notes.insert(0, it.words)
    if it.by_editor:
        notes.insert(0, say("by.editor_says", words=f"{number_words(it.value)}{it.unit}"))
    return views.FigureView(
        amount=amount,
        value=value_of(it.value),
        unit=it.unit,
        clause=around(desk, it.cite),
        status=it.status,
        when=it.when,
        when_said=it.when_said,
        subject=None if it.subject == own >= 0 else entity_link(desk, it.subject, it.subject_words),
        notes=tuple(dict.fromkeys(note for note in notes if note not in amount.text)),
        repeats=_words(desk, it.repeats),
        by_editor=it.by_editor,
    )


def office(desk: Desk, it: OfficeRow, own: int = -1) -> views.OfficeView:
    """A person in an office."""
    person = entity_link(desk, it.person, it.name)
    return views.OfficeView(
        person=person or views.TermLink(it.name, ""),
        office=it.office,
        org=entity_link(desk, it.org, it.org_words) if it.org < 0 or it.org != own else None,
        first=it.first,
        last=it.last,
        cites=_words(desk, it.cites),
    )


def speech(desk: Desk, it: QuoteRow) -> views.SpeechView:
    """Somebody's words."""
    speaker = entity_link(desk, it.speaker, it.speaker_words)
    return views.SpeechView(words(desk, it.cite), speaker, it.office, it.direct, it.date)


def paper(desk: Desk, it: PaperRow) -> views.PaperView:
    """A document."""
    title = entity_link(desk, it.entity, it.title) or views.TermLink(it.title, "")
    return views.PaperView(title, it.type, it.issuer, it.period, _words(desk, it.cites))


def programme(desk: Desk, it: ProgrammeRow) -> views.ProgrammeView:
    """A counted policy name with its members."""
    name = entity_link(desk, it.entity, it.name) or views.TermLink(it.name, "")
    members = _words(desk, (place for _, place in it.members))
    return views.ProgrammeView(name, it.count, members, _words(desk, it.cites))


def relation(desk: Desk, it: RelationRow) -> views.RelationView:
    """Bodies that do something together."""
    found = (find_in(desk, place, it.sum_words) for place in (it.cite, *it.repeats))
    sum_at = next((place for place in found if place is not None), None)
    return views.RelationView(
        kind=it.kind,
        clause=words(desk, it.cite),
        institute=entity_link(desk, it.institute_entity, it.institute),
        partners=_links(desk, it.partners),
        places=_links(desk, it.places),
        sum=words(desk, sum_at) if sum_at is not None else None,
        value=value_of(it.sum) if it.sum is not None else "",
        date=it.date,
        by_editor=it.by_editor,
        planned=it.planned,
        repeats=_words(desk, it.repeats),
    )


def wording(desk: Desk, it: Wording) -> views.WordingView:
    """A phrase over time."""
    return views.WordingView(
        phrase=it.phrase,
        count=it.count,
        articles=it.articles,
        first=words(desk, it.first),
        last=words(desk, it.last),
        years=it.years,
        variants=tuple((words(desk, place), count) for _, count, place in it.variants),
        page=desk.term_urls.get(it.phrase, ""),
    )


def entity_link(desk: Desk, number: int, said: str) -> views.TermLink | None:
    """An entity by its name, or the words of the text where there is none; None: nothing."""
    if number >= 0:
        entity = desk.knowledge.entities[number]
        return views.TermLink(entity.name, entity.url, 0, said if said != entity.name else "")
    return views.TermLink(said, "") if said else None


def _links(desk: Desk, pairs: Sequence[tuple[int, str]]) -> tuple[views.TermLink, ...]:
    links = (entity_link(desk, number, said) for number, said in pairs)
    return tuple(dict.fromkeys(link for link in links if link is not None))


def _words(desk: Desk, places: Iterable[Mention]) -> tuple[views.WordsView, ...]:
    return tuple(words(desk, place) for place in places)
