"""Findings of a text -> plain data, the form of `jingwei annotate --json`.

Names carry whether they are fit to be shown; of all other kinds only what is shown is told.
Offsets count code points of `text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from generator.model.findings import Findings, Name

Data = dict[str, Any]


def as_data(name: object, text: str, findings: Findings) -> Data:
    """One text with all that was found in it; `name` is its id."""
    return {
        "id": name,
        "text": text,
        "ents": _names(findings.names),
        "nested": _names(sorted(_inside(findings.names), key=_place)),
        "dates": [
            {"start": it.start, "end": it.end, "edtf": it.edtf, "basis": it.basis}
            for it in findings.dates
            if it.shown
        ],
        "figures": [
            {
                "start": it.start,
                "end": it.end,
                "value": it.value,
                "unit": it.unit,
                "qualifier": it.qualifiers,
                "of": it.of,
                "as_of": it.as_of,
            }
            for it in findings.figures
            if it.shown
        ],
        "quotes": [
            {
                "start": it.start,
                "end": it.end,
                "speaker": it.speaker,
                "office": it.office,
                "direct": it.direct,
            }
            for it in findings.quotes
            if it.shown
        ],
        "offices": [
            {"person": it.person, "office": it.office, "org": it.org}
            for it in findings.offices
            if it.shown
        ],
        "documents": [
            {"start": it.start, "end": it.end, "type": it.type, "issuer": it.issuer}
            for it in findings.papers
            if it.shown
        ],
        "programmes": [
            {"start": it.start, "end": it.end, "count": it.count, "members": it.members}
            for it in findings.programmes
            if it.shown
        ],
        "events": [
            {
                "start": it.start,
                "end": it.end,
                "verb": it.verb,
                "date": it.date,
                "place": it.place,
                "sum": it.sum,
                "participants": it.participants,
            }
            for it in findings.events
            if it.shown
        ],
    }


def _names(names: Iterable[Name]) -> list[tuple[int, int, str, bool]]:
    return [(it.start, it.end, it.kind, it.shown) for it in names]


def _place(name: Name) -> tuple[int, int]:
    return name.start, -name.end


def _inside(names: Iterable[Name]) -> Iterator[Name]:
    """Names in names, at any depth."""
    for it in chain.from_iterable(name.nested for name in names):
        yield it
        yield from _inside((it,))
