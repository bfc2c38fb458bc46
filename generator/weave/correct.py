"""A correction at its place -> the findings of that text as the editor says they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from generator.model.findings import (
    Date,
    Event,
    Figure,
    Findings,
    Name,
    NameKind,
    Offsets,
    Paper,
    Programme,
)
from generator.model.knowledge import Reading
from generator.model.problem import Place, Problem, problem
from generator.weave.aftermath import without
from generator.weave.correct_deeds import put_event, put_office, put_quote
from generator.weave.correct_places import Found, block_starts, surface_at
from generator.weave.correct_signs import ADDED, CHANGED, signed
from generator.weave.correct_spans import Spanned, instead, over
from generator.weave.lay import put

_KINDS: dict[str, NameKind] = {
    "person": "PER",
    "organisation": "ORG",
    "place": "LOC",
    "document": "DOC",
    "term": "TERM",
}


def apply(findings: Findings, reading: Reading, found: Found, problems: list[Problem]) -> Findings:
    """The findings with this one thing put right, added or taken away."""
    it = found.correction
    kind = "name" if it.kind in _KINDS else it.kind
    starts = block_starts(reading)
    if it.drop:
        left = _DROPS[kind](findings, found)
        if left == findings:
            facts = {"sentence": it.sentence, "span": it.span}
            problems.append(problem("correct-nothing", Place(it.path, key=it.key), **facts))
        return left
    after = _put(findings, reading, found, starts, problems)
    return signed(findings, after, found)


def _put(
    findings: Findings,
    reading: Reading,
    found: Found,
    starts: Sequence[int],
    problems: list[Problem],
) -> Findings:
    it = found.correction
    low, high = found.sentence
    text = surface_at(reading, starts, low, high)

    def words(field: str, written: str) -> Offsets | None:
        """The nearest place of the words in the sentence; told if there is none."""
        places = _all(text, written)
        if places:
            at = low + min(places, key=lambda at: abs(low + at - found.start))
            return at, at + len(written)
        place = Place(it.path, key=(*it.key, field))
        facts = {"sentence": it.sentence, "key": field, "words": written}
        problems.append(problem("correct-words", place, **facts))
        return None

    if it.kind == "quote":
        return put_quote(findings, found, reading, starts, text)
    if it.kind == "office":
        return put_office(findings, found, words)
    if it.kind == "event":
        return put_event(findings, found, words)
    return _PUTS["name" if it.kind in _KINDS else it.kind](findings, found)


def _all(text: str, words: str) -> list[int]:
    places = []
    at = text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _name(findings: Findings, found: Found) -> Findings:
    it = found.correction
    kind = _KINDS[it.kind]
    full = "" if it.value == it.span else it.value
    name = Name(found.start, found.end, kind, True, "editor", full)
    names = put(findings.names, name)
    papers = findings.papers
    if kind == "DOC" and not any((p.start, p.end) == (found.start, found.end) for p in papers):
        paper = Paper(found.start, found.end, "", None)
        papers = instead(papers, over(papers, found), paper)
    elif kind != "DOC":
        papers = tuple(p for p in papers if (p.start, p.end) != (found.start, found.end))
    after = replace(findings, names=names, papers=papers)
    if kind == "PER":
        return after
    return without(after, (n for n in over(findings.names, found) if n.kind == "PER"))


def _without_name(findings: Findings, found: Found) -> Findings:
    span = (found.start, found.end)
    gone = [it for it in findings.names if (it.start, it.end) == span]
    names = [it for it in findings.names if (it.start, it.end) != span]
    for it in gone:
        names += it.nested
    names.sort(key=lambda it: it.start)
    papers = tuple(it for it in findings.papers if (it.start, it.end) != span)
    return without(replace(findings, names=tuple(names), papers=papers), gone)


def _tells(event: Event, found: Found) -> bool:
    """Whether the event may have taken what stands there for its date or sum."""
    low, high = found.sentence
    return low <= event.start < high or (event.start <= found.start and found.end <= event.end)


def _date(findings: Findings, found: Found) -> Findings:
    value = found.correction.value or None
    was = over(findings.dates, found)
    shown = any(it.shown for it in was)
    date = Date(found.start, found.end, value, CHANGED if shown else ADDED)
    old = {it.edtf for it in was if it.edtf}
    low, high = found.sentence
    figures = tuple(
        replace(it, as_of=value) if it.as_of in old and low <= it.start < high else it
        for it in findings.figures
    )
    events = tuple(
        replace(it, date=value) if it.date in old and _tells(it, found) else it
        for it in findings.events
    )
    dates = instead(findings.dates, was, date)
    return replace(findings, dates=dates, figures=figures, events=events)


def _figure(findings: Findings, found: Found) -> Findings:
    it = found.correction
    was = over(findings.figures, found)
    assert it.number is not None
    old = was[0] if was else None
    figure = Figure(
        found.start,
        found.end,
        it.number,
        it.value,
        it.qualifiers or (old.qualifiers if old else ()),
        it.of or (old.of if old else ""),
        it.as_of or (old.as_of if old else None),
    )
    values = [one.value for one in was]
    events = tuple(
        replace(one, sum=it.number) if one.sum in values and _tells(one, found) else one
        for one in findings.events
    )
    return replace(findings, figures=instead(findings.figures, was, figure), events=events)


def _programme(findings: Findings, found: Found) -> Findings:
    it = found.correction
    was = over(findings.programmes, found)
    assert isinstance(it.number, int)
    members = was[0].members if was else ()
    programme = Programme(found.start, found.end, it.number, members)
    return replace(findings, programmes=instead(findings.programmes, was, programme))


def _without(field: str) -> Callable[[Findings, Found], Findings]:
    def drop(findings: Findings, found: Found) -> Findings:
        spans: Sequence[Spanned] = getattr(findings, field)
        near = over(spans, found)
        exact = [it for it in near if (it.start, it.end) == (found.start, found.end)]
        gone = exact or near
        return replace(findings, **{field: tuple(it for it in spans if it not in gone)})

    return drop


def _without_office(findings: Findings, found: Found) -> Findings:
    span = (found.start, found.end)
    offices = tuple(it for it in findings.offices if span not in (it.person, it.office))
    return replace(findings, offices=offices)


_DROPS: dict[str, Callable[[Findings, Found], Findings]] = {
    "name": _without_name,
    "office": _without_office,
    "date": _without("dates"),
    "figure": _without("figures"),
    "quote": _without("quotes"),
    "event": _without("events"),
    "programme": _without("programmes"),
}
_PUTS: dict[str, Callable[[Findings, Found], Findings]] = {
    "name": _name,
    "date": _date,
    "figure": _figure,
    "programme": _programme,
}
