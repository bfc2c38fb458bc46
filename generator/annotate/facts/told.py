"""Offices, quotes, documents, programmes and phrases of a text, put together."""

from __future__ import annotations

import re

from generator.annotate.facts.as_of import AsOf
from generator.annotate.facts.names import Named
from generator.annotate.facts.places import Places
from generator.model.facts import (
    At,
    OfficeFact,
    PaperFact,
    ProgrammeFact,
    QuoteFact,
)
from generator.model.findings import Findings, Programme
from generator.text.titles import bare_title

_YEARS = re.compile("((?:19|20)[0-9]{2})年?(?:[—–－~～-]{1,2}|至|到)((?:19|20)[0-9]{2})年?")
_YEAR_PLAN = re.compile(
    "(?:“(十[一二三四五六七八九]?)五”|(?<![二三四五六七八九第])(十[一二三四五六七八九])五"
    "(?![大届次年个项条号周岁日月名集章期部种世])|(?<![二三四五六七八九第])(十)五(?=规划|计划|时期|期间|纲要)"
    "|第(十[一二三四五六七八九]?)个五年)"
)
_VISION = re.compile("(20[0-9]{2})年远景")
_ORDINALS = {
    "十": 10,
    **{f"十{it}": 10 + number for number, it in enumerate("一二三四五六七八九", 1)},
}
_MARKS = "《》〈〉"


def gather_offices(
    findings: Findings, places: Places, named: Named, as_of: AsOf
) -> tuple[OfficeFact, ...]:
    """Each place that says so."""
    text = places.text
    found = []
    for it in findings.offices:
        person = named.at(it.person)
        if not it.shown or person < 0:
            continue
        spans = (it.person, it.office, *((it.org,) if it.org else ()))
        at = places.place(min(spans)[0], max(end for _, end in spans))
        if at is not None:
            org = text[slice(*it.org)] if it.org else ""
            office = text[slice(*it.office)]
            past = as_of.is_past(min(spans)[0], max(end for _, end in spans))
            found.append(OfficeFact(person, office, org, _body(it.org, org, named), at, past))
    return tuple(found)


def _body(span: tuple[int, int] | None, words: str, named: Named) -> int:
    index = named.at(span)
    if index < 0 and words:
        index = named.forms.get(words, -1)
    return index


def gather_quotes(
    findings: Findings, places: Places, named: Named, as_of: AsOf
) -> tuple[QuoteFact, ...]:
    """In order."""
    found = []
    for it in findings.quotes:
        at = places.place(it.start, it.end) if it.shown else None
        if at is None:
            continue
        speaker = it.speaker or ""
        index = named.at(it.speaker_at)
        if index < 0 and speaker:
            index = named.forms.get(speaker.strip(_MARKS), -1)
        day, basis = as_of.said_on(it.start, it.end)
        past = not day and as_of.is_past(it.start, it.end)
        office = it.office or ""
        found.append(QuoteFact(at, speaker, index, office, it.direct, it.verb, day, basis, past))
    return tuple(found)


def gather_papers(findings: Findings, places: Places) -> tuple[PaperFact, ...]:
    """One a title."""
    found: dict[str, tuple[str, str, list[At]]] = {}
    for it in findings.papers:
        at = places.place(it.start, it.end) if it.shown else None
        if at is None:
            continue
        title = bare_title(places.text[it.start : it.end])
        kind, issuer, ats = found.get(title, ("", "", []))
        ats.append(at)
        found[title] = kind or it.type, issuer or it.issuer or "", ats
    return tuple(
        PaperFact(title, kind, issuer, tuple(ats), period_of(title))
        for title, (kind, issuer, ats) in found.items()
    )


def period_of(title: str) -> str:
    """推进计划（2022—2025年）: 2022/2025; “十四五”规划: 2021/2025."""
    if years := _YEARS.search(title):
        return f"{years[1]}/{years[2]}"
    if plan := _YEAR_PLAN.search(title):
        # The tenth plan began in 2001.
        first = 2001 + 5 * (_ORDINALS[plan[plan.lastindex or 1]] - 10)
        vision = _VISION.search(title)
        return f"{first}/{vision[1] if vision else first + 4}"
    return ""


def gather_programmes(findings: Findings, places: Places) -> tuple[ProgrammeFact, ...]:
    """One a name; a short name goes with the long one that has the same members."""
    found: dict[str, list[tuple[Programme, At]]] = {}
    same: dict[tuple[int, tuple[str, ...]], str] = {}
    for it in findings.programmes:
        name, at = _programme(it, places)
        if not it.shown or at is None:
            continue
        members = _members(it, places)
        name = same.setdefault((it.count, members), name) if members else name
        found.setdefault(name, []).append((it, at))
    return tuple(_told(rows, places) for rows in found.values())


def _programme(it: Programme, places: Places) -> tuple[str, At | None]:
    text, start, end = places.text, it.start, it.end
    if text.count("”", start, end) > text.count("“", start, end) and text[start - 1] == "“":
        start -= 1
    if text.count("“", start, end) > text.count("”", start, end) and text[end : end + 1] == "”":
        end += 1
    return text[start:end], places.place(start, end)


def _members(it: Programme, places: Places) -> tuple[str, ...]:
    return tuple(places.text[start:end] for start, end in it.members)


def _told(rows: list[tuple[Programme, At]], places: Places) -> ProgrammeFact:
    best = max((it for it, _ in rows), key=lambda it: (len(it.members), it.end - it.start))
    name = max((_programme(it, places)[0] for it, _ in rows), key=len)
    listed = [
        (places.text[start:end], at)
        for start, end in best.members
        if (at := places.place(start, end)) is not None
    ]
    return ProgrammeFact(
        name,
        best.count,
        tuple(words for words, _ in listed),
        tuple(at for _, at in rows),
        tuple(at for _, at in listed),
    )
