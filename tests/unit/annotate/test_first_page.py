"""The first page understood: names, documents and dates, held against what an editor marked.

A failing test lists what is missing (缺), wrong (误) or too much (多), in the words of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from generator.model.findings import Name, Offsets
from tests.unit.annotate.first_page_gold import Marked, overlaps
from tests.unit.annotate.first_page_measure import (
    Understood,
    enough,
    none_of,
    open_to_doubt,
    same,
    span,
    sure,
    understood_page,
)


@pytest.fixture(scope="module")
def page() -> list[Understood]:
    return understood_page()


def shown(it: Understood, kind: str) -> list[Name]:
    return [name for name in it.found.names if name.kind == kind and name.shown]


def all_names(names: Sequence[Name]) -> Iterator[Name]:
    for name in names:
        yield name
        yield from all_names(name.nested)


# Names


def missing(it: Understood, kind: str, entries: Sequence[Marked[Any]]) -> list[str]:
    spans = {span(name) for name in shown(it, kind)}
    # 山西省大同市浑源县 in one piece is as good as in three.
    wholes = spans & chains(entries) if kind == "LOC" else set()
    return [
        f"缺 {entry.block} {it.near(entry.at)}"
        for entry in sure(entries)
        if not spans.intersection(entry.spans)
        and not any(start <= entry.at[0] and entry.at[1] <= end for start, end in wholes)
    ]


def chains(places: Sequence[Marked[Any]]) -> set[Offsets]:
    """Places of which each begins where the one before it ends, as one."""
    ends = {it.at[0]: it.at[1] for it in places}
    found = set()
    for start, end in ends.items():
        while end in ends:
            end = ends[end]
            found.add((start, end))
    return found


def too_much(it: Understood, kind: str, entries: Sequence[Marked[Any]]) -> list[str]:
    right = {at for entry in entries for at in entry.spans}
    right |= chains(entries) if kind == "LOC" else set()
    marked = (it.gold.people, it.gold.organisations, it.gold.places)
    return [
        f"多 {kind} {it.near(span(name))} {name.ground}"
        for name in shown(it, kind)
        if span(name) not in right and not open_to_doubt(span(name), *marked)
    ]


def test_people_are_found_wherever_they_are_named(page: list[Understood]) -> None:
    none_of([line for it in page for line in missing(it, "PER", it.gold.people)])


def test_people_have_their_offices(page: list[Understood]) -> None:
    complaints = []
    for it in page:
        for person in (entry for entry in it.gold.people if entry.entry.office):
            told = person.entry.org + person.entry.office
            right = {told} | ({person.entry.office} if person.entry.doubtful_org else set())
            offices = [one for one in it.found.offices if one.person in person.spans and one.shown]
            found = [(it.says(one.org) if one.org else "") + it.says(one.office) for one in offices]
            if not right.intersection(found):
                complaints.append(f"缺 {person.block} {person.entry.text}：{told}；得 {found}")
    none_of(complaints)


def test_no_false_person(page: list[Understood]) -> None:
    none_of([line for it in page for line in too_much(it, "PER", it.gold.people)])


def test_no_false_organisation(page: list[Understood]) -> None:
    none_of([line for it in page for line in too_much(it, "ORG", it.gold.organisations)])


def test_organisations_are_found(page: list[Understood]) -> None:
    lines = [line for it in page for line in missing(it, "ORG", it.gold.organisations)]
    enough(lines, sum(len(sure(it.gold.organisations)) for it in page), 0.9)


def test_places_are_found(page: list[Understood]) -> None:
    lines = [line for it in page for line in missing(it, "LOC", it.gold.places)]
    enough(lines, sum(len(sure(it.gold.places)) for it in page), 0.9)


def test_places_shown_are_places(page: list[Understood]) -> None:
    lines = [line for it in page for line in too_much(it, "LOC", it.gold.places)]
    enough(lines, sum(len(shown(it, "LOC")) for it in page), 0.97)


def test_names_inside_names_are_found(page: list[Understood]) -> None:
    complaints, count = [], 0
    for it in page:
        nested = {span(name) for name in all_names(it.found.names)}
        for outer in (*it.gold.organisations, *it.gold.places):
            count += len(outer.inner)
            complaints += [
                f"缺 {outer.block} {outer.entry.text}里的{it.says(at)}"
                for at in outer.inner
                if at not in nested
            ]
    enough(complaints, count, 0.8)


# Documents


def test_documents_with_type_and_issuer(page: list[Understood]) -> None:
    complaints = []
    for it in page:
        for paper in sure(it.gold.documents):
            entry = paper.entry
            got = [one for one in it.found.papers if same(one, paper)]
            types = (entry.type, *entry.or_type)
            if not any(one.type in types and one.issuer == entry.issuer for one in got):
                found = [(one.type, one.issuer) for one in got]
                complaints.append(
                    f"缺 {paper.block} {entry.text}：{entry.type}，{entry.issuer}；得 {found}"
                )
        complaints += [
            f"多 {it.near(span(one))}"
            for one in it.found.papers
            if one.shown and not any(same(one, paper) for paper in it.gold.documents)
        ]
    none_of(complaints)


# Dates


def dated(found: Any, date: Marked[Any]) -> bool:
    return same(found, date) and found.edtf in (date.entry.edtf, *date.entry.or_edtf)


def test_dates_are_found(page: list[Understood]) -> None:
    complaints = [
        f"缺 {date.block} {it.near(date.at)} {date.entry.edtf}（{date.entry.why}）；"
        f"得 {[(it.says(span(d)), d.edtf) for d in it.found.dates if overlaps(span(d), date.spans)]}"
        for it in page
        for date in sure(it.gold.dates)
        if not any(dated(found, date) for found in it.found.dates)
    ]
    enough(complaints, sum(len(sure(it.gold.dates)) for it in page), 0.95)


def test_no_date_shown_is_wrong(page: list[Understood]) -> None:
    none_of(
        [
            f"误 {it.near(span(found))} {found.edtf}（{found.basis}）"
            for it in page
            for found in it.found.dates
            if found.shown
            and not any(dated(found, date) for date in it.gold.dates)
            and not open_to_doubt(span(found), it.gold.dates)
        ]
    )
