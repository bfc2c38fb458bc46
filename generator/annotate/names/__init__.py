"""Prose -> names."""

from __future__ import annotations

from collections.abc import Sequence

from generator.annotate.names.bodies import find_bodies, find_companies
from generator.annotate.names.foreign import find_credits, find_foreign, find_rolls
from generator.annotate.names.found import KEPT, SHOWN, Found
from generator.annotate.names.gazetteer import named_inside
from generator.annotate.names.listed import find_listed
from generator.annotate.names.people import find_people
from generator.annotate.names.places import find_places
from generator.annotate.names.spread import spread
from generator.annotate.names.units import Units
from generator.annotate.names.whole import whole_names
from generator.annotate.prose import Prose
from generator.model.findings import Name, Paper


def find_names(prose: Prose, units: Units, papers: tuple[Paper, ...]) -> tuple[Name, ...]:
    """Longest names in order; `units` are those of the text."""
    found = [
        *(Found(it.start, it.end, "DOC", 3.5 if it.shown else 1.5, "document") for it in papers),
        *find_listed(units),
        *find_bodies(units),
        *find_companies(units),
        *find_places(units),
        *find_people(units),
        *find_foreign(units),
        *find_credits(units),
        *find_rolls(units),
    ]
    found = [it for it in found if it.score >= KEPT]
    # The longest first; of equal ones the surest.
    found.sort(key=lambda it: (it.start, -it.end, -it.score))
    kept = whole_names(units, spread(units, whole_names(units, _longest(found))))
    return _nested(kept, found, prose.text)


def _longest(found: Sequence[Found]) -> list[Found]:
    kept: list[Found] = []
    for it in found:
        while kept and kept[-1].end > it.start:
            last = kept[-1]
            if it.end <= last.end:
                if it.score > last.score + 1 and (last.kind == "PER") != (it.kind == "PER"):
                    kept.pop()
                    continue
                break
            if it.score > last.score:
                kept.pop()
                continue
            break
        else:
            kept.append(it)
    return kept


_LEAST = 4
"""A name with another inside has so many characters."""


def _nested(kept: Sequence[Found], found: Sequence[Found], text: str) -> tuple[Name, ...]:
    """Each kept name with the found ones inside it."""
    names: list[Name] = []
    at = 0
    last = len(found)
    for it in kept:
        start, end = it.start, it.end
        nested: tuple[Name, ...] = ()
        if end - start >= _LEAST:
            while at < last and found[at].start < start:
                at += 1
            low = at
            inside: list[Found] = []
            while low < last:
                one = found[low]
                if one.start >= end:
                    break
                if one.end <= end and (one.start > start or one.end < end):
                    inside.append(one)
                low += 1
            if inside:
                nested = _nested(_longest(inside), inside, text)
            elif it.kind == "ORG" or not it.ground.startswith("list:"):
                nested = _listed(it, text)
        names.append(Name(start, end, it.kind, it.score >= SHOWN, it.ground, it.full, nested))
    return tuple(names)


def _listed(it: Found, text: str) -> tuple[Name, ...]:
    if it.kind not in ("ORG", "LOC"):
        return ()
    return tuple(
        Name(it.start + start, it.start + end, kind, ground="inside")
        for start, end, kind in named_inside(text[it.start : it.end])
    )
