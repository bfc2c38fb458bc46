"""Facts of a text an editor put right -> the same with the editor's sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from generator.annotate.facts.measures import usual_name
from generator.annotate.facts.places import Places
from generator.model.facts import At, DateFact, EventFact, Facts, FigureFact
from generator.model.findings import Date, Edited, Event, Figure, Findings, Part

BASIS = "编者改定"
"""How a date was read that an editor gave."""


def signed(facts: Facts, findings: Findings, places: Places) -> Facts:
    """What stands as an editor says need not be what its words say."""
    if not findings.edited:
        return facts
    figures = _edited(findings, "figures", findings.figures, places)
    dates = _edited(findings, "dates", findings.dates, places)
    events = _edited(findings, "events", findings.events, places)
    sums = {at[0] for at in figures}
    return replace(
        facts,
        figures=tuple(
            _figure(it, figures[it.at], places) if it.at in figures else it for it in facts.figures
        ),
        dates=_dates(
            [replace(it, basis=BASIS) if it.at in dates else it for it in facts.dates],
            {number: it for number, it in enumerate(facts.events) if _is_dated(it, events)},
        ),
        relations=tuple(
            replace(it, by_editor=True) if it.sum is not None and it.at[0] in sums else it
            for it in facts.relations
        ),
    )


def _figure(it: FigureFact, said: Edited, places: Places) -> FigureFact:
    """As the editor says what it measures, and when; else as it was read."""
    if said.of:
        begin, end = places.spans[it.at[0]]
        words = said.of if said.of in places.text[begin:end] else ""
        measure = usual_name(said.of, change=bool(it.change)) or said.of
        it = replace(it, measure=measure, words=words)
    if said.time:
        it = replace(it, as_of=said.time, as_of_said=False)
    return replace(it, by_editor=True)


def _is_dated(it: EventFact, events: Mapping[At, Edited]) -> bool:
    return it.at in events and bool(events[it.at].time)


def _dates(dates: Iterable[DateFact], events: Mapping[int, EventFact]) -> tuple[DateFact, ...]:
    """With the time the editor gives an event in place of the first that its clause says."""
    found = list(dates)
    for number, event in events.items():
        if any(it.event == number for it in found):
            continue
        sentence, start, end = event.at
        for at, it in enumerate(found):
            if it.at[0] == sentence and start <= it.at[1] and it.at[2] <= end and it.event < 0:
                found[at] = replace(it, edtf=event.date or "", basis=BASIS, event=number)
                break
    return tuple(found)


def _edited(
    findings: Findings, part: Part, found: Iterable[Date | Figure | Event], places: Places
) -> dict[At, Edited]:
    """The signs of one part, by what they stand at."""
    signs = {it.start: it for it in findings.edited if it.part == part}
    at = {it: places.place(it.start, it.end) for it in found if it.start in signs}
    return {place: signs[it.start] for it, place in at.items() if place is not None}
