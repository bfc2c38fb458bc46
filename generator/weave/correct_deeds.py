"""Speech, offices and events as an editor says they are; their words are sought in the sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from generator.model.findings import Event, Findings, Office, Offsets, Quote
from generator.model.knowledge import Reading
from generator.weave.correct_places import Found, surface_at
from generator.weave.correct_spans import at, instead

Words = Callable[[str, str], Offsets | None]
"""Field, what it says -> the nearest place of these words in the sentence; told if there is none."""

_OPENING = frozenset('“「『‘"')
_CLOSING = frozenset('”」』’"')


def put_quote(
    findings: Findings, found: Found, reading: Reading, starts: Sequence[int], text: str
) -> Findings:
    """Speech with the speaker that the editor names, or none."""
    it = found.correction
    low = found.sentence[0]
    place = text.find(it.value) if it.value else -1
    speaker_at = (low + place, low + place + len(it.value)) if place >= 0 else None
    old = at(findings.quotes, found)
    if old is not None:
        office = it.office or (old.office if old.speaker == it.value else None)
        quote = replace(
            old, speaker=it.value or None, office=office, speaker_at=speaker_at, shown=True
        )
        return replace(findings, quotes=instead(findings.quotes, [old], quote))
    start, end = found.start, found.end
    if end - start > 2 and it.span[0] in _OPENING and it.span[-1] in _CLOSING:
        start, end = start + 1, end - 1
    before = surface_at(reading, starts, start - 1, start) if start > low else ""
    quote = Quote(
        start, end, it.value or None, it.office or None, before in _OPENING, "", speaker_at
    )
    return replace(findings, quotes=instead(findings.quotes, [], quote))


def put_office(findings: Findings, found: Found, words: Words) -> Findings:
    """A person with the office that the sentence gives."""
    it = found.correction
    office = words("value", it.value)
    org = words("organisation", it.organisation) if it.organisation else None
    if office is None or (it.organisation and org is None):
        return findings
    span = (found.start, found.end)
    rest = [one for one in findings.offices if one.person != span]
    offices = sorted((*rest, Office(span, office, org)), key=lambda one: one.person)
    return replace(findings, offices=tuple(offices))


def put_event(findings: Findings, found: Found, words: Words) -> Findings:
    """An event as far as the editor tells it; what is left out stays as it was read."""
    it = found.correction
    participants = [words("participants", one) for one in it.participants]
    thing = words("object", it.object) if it.object else None
    if None in participants or (it.object and thing is None):
        return findings
    spans = tuple(one for one in participants if one is not None)
    old = at(findings.events, found)
    if old is None:
        event = Event(
            found.start,
            found.end,
            it.value,
            it.date or None,
            it.place or None,
            it.number,
            spans,
            thing,
        )
        return replace(findings, events=instead(findings.events, [], event))
    event = replace(
        old,
        verb=it.value,
        date=it.date or old.date,
        place=it.place or old.place,
        sum=old.sum if it.number is None else it.number,
        participants=spans or old.participants,
        object=thing or old.object,
        shown=True,
    )
    return replace(findings, events=instead(findings.events, [old], event))
