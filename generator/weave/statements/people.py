"""Offices and quotes -> who held what when, by the dates of the articles that say so; who said what."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.knowledge import Mention
from generator.model.statements import OfficeRow, QuoteRow
from generator.weave.statements.sources import Pick, Sources, place_order

_OVER = ("前", "原")


def is_over(office: str) -> bool:
    """Whether its own words say that it is held no more: 前司长."""
    return office.startswith(_OVER)


def offices(known: Sources, picks: Iterable[Pick]) -> tuple[OfficeRow, ...]:
    """One row for each person, office and body, by person as they come, oldest office first."""
    rows: dict[tuple[int | str, str, int | str], list[tuple[str, Mention]]] = {}
    people: dict[int | str, tuple[int, str]] = {}
    bodies: dict[tuple[int | str, str, int | str], tuple[int, str]] = {}
    for reading, index in picks:
        facts = known.facts(reading)
        fact = facts.offices[index]
        person = known.entity(reading, fact.person)
        name = known.name(person) or facts.names[fact.person].name
        org = known.entity(reading, fact.org_name)
        who = person if person >= 0 else name
        key = (who, fact.office, org if org >= 0 else fact.org)
        people.setdefault(who, (person, name))
        bodies.setdefault(key, (org, fact.org or known.name(org)))
        place = known.mention(reading, fact.at)
        rows.setdefault(key, []).append(("" if fact.past else known.date(reading), place))
    made: dict[int | str, list[OfficeRow]] = {}
    for key, told in rows.items():
        who, office, _ = key
        # When an office that is over was held, the article's date does not tell.
        dates = [] if is_over(office) else sorted(date for date, _ in told if date)
        made.setdefault(who, []).append(
            OfficeRow(
                person=people[who][0],
                name=people[who][1],
                office=office,
                org=bodies[key][0],
                org_words=bodies[key][1],
                first=dates[0] if dates else "",
                last=dates[-1] if dates else "",
                cites=tuple(sorted((place for _, place in told), key=place_order)),
            )
        )
    return tuple(row for of in made.values() for row in _swallowed(of))


def quotes(known: Sources, picks: Iterable[Pick]) -> tuple[QuoteRow, ...]:
    """As they stand in the articles; the same words of one speaker once."""
    rows: dict[tuple[int | str, str], QuoteRow] = {}
    for reading, index in picks:
        fact = known.facts(reading).quotes[index]
        speaker = known.entity(reading, fact.speaker_name)
        cite = known.mention(reading, fact.at)
        key = (speaker if speaker >= 0 else fact.speaker, known.text(cite))
        if key not in rows:
            rows[key] = QuoteRow(
                cite=cite,
                speaker=speaker,
                speaker_words=known.name(speaker) or fact.speaker,
                office=fact.office,
                direct=fact.direct,
                date="" if fact.past else fact.date or known.date(reading),
            )
    return tuple(rows.values())


def _swallowed(rows: list[OfficeRow]) -> list[OfficeRow]:
    """Shorter forms go into the longer ones: 院长 into 农学院院长, an office without its body."""
    rows.sort(key=lambda it: (-len(it.office), not it.org_words, place_order(it.cites[0])))
    kept: list[OfficeRow] = []
    for row in rows:
        for at, longer in enumerate(kept):
            if _is_short_for(row, longer):
                kept[at] = _with(longer, row)
                break
        else:
            kept.append(row)
    kept.sort(key=lambda it: (not it.first, it.first, it.last, place_order(it.cites[0])))
    return kept


def _is_short_for(row: OfficeRow, longer: OfficeRow) -> bool:
    if is_over(longer.office) and not is_over(row.office):
        return False
    if row.office == longer.office:
        return not row.org_words or row.org_words == longer.org_words
    whole = longer.org_words + longer.office
    if row.org_words and row.org != longer.org and row.org_words not in whole:
        return False
    return longer.office.endswith(row.office) and not longer.office.endswith("副" + row.office)


def _with(longer: OfficeRow, row: OfficeRow) -> OfficeRow:
    dates = sorted(it for it in (longer.first, longer.last, row.first, row.last) if it)
    return OfficeRow(
        person=longer.person,
        name=longer.name,
        office=longer.office,
        org=longer.org,
        org_words=longer.org_words,
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        cites=tuple(sorted({*longer.cites, *row.cites}, key=place_order)),
    )
