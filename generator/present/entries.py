"""Findings of a text -> what readers are shown of them: lists of entries, one entry a thing.

Mentions of the same name are one entry; figures, quotations and events are one each. Only what
is `shown` gets in, and nothing that is gets lost: an entry knows all its places.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from generator.model.findings import Event, Figure, Findings, NameKind, Offsets, Part
from generator.present import texts
from generator.present.grounds import ground_words
from generator.present.wording import change_word, date_words, figure_notes, number_words

_OPENING = frozenset('“「『‘"')
_CHANGE = 8
"""Characters before an amount in which it may say that something rose or fell."""


class Entry(NamedTuple):
    """One line of a list."""

    words: str
    """The name, date, amount, speaker or verb."""
    places: tuple[int, ...]
    """Offsets of its mentions, in order."""
    notes: tuple[str, ...] = ()
    edtf: str = ""
    quoted: Offsets | None = None
    """What the source says, where that is more than `words`."""
    full: str = ""
    """The name by which its mentions were put together, if that is not `words`."""


class Listed(NamedTuple):
    """E.g. "person", with one entry a person."""

    kind: str
    entries: tuple[Entry, ...]


def lists(text: str, findings: Findings) -> tuple[Listed, ...]:
    """The lists that have entries."""
    made = (Listed(kind, tuple(entries(text, findings))) for kind, entries in _LISTS)
    return tuple(it for it in made if it.entries)


def _sign(findings: Findings, part: Part, *starts: int) -> str:
    """That an editor changed or added what stands there; empty for what the program read."""
    for it in findings.edited:
        if it.part == part and it.start in starts:
            return texts.text("by.editor_added" if it.added else "by.editor_changed")
    return ""


class _Group:
    """Mentions of one thing."""

    def __init__(self) -> None:
        self.places: list[int] = []
        self.notes: dict[str, None] = {}

    def add(self, place: int, notes: Iterable[str]) -> None:
        self.places.append(place)
        for it in notes:
            if it:
                self.notes[it] = None


def _entries(groups: dict[str, _Group]) -> Iterator[Entry]:
    for words, it in groups.items():
        yield Entry(words, tuple(it.places), tuple(it.notes))


def _names(kind: NameKind) -> Callable[[str, Findings], Iterator[Entry]]:
    def entries(text: str, findings: Findings) -> Iterator[Entry]:
        offices = offices_by_place(text, findings) if kind == "PER" else {}
        groups: dict[str, dict[str, list[int]]] = {}
        for it in findings.names:
            if it.kind == kind and it.shown:
                start = it.start
                surface = text[start : it.end]
                group = groups.setdefault(it.full or surface, {})
                group.setdefault(surface, []).append(start)
        plain = not (offices or findings.edited)
        for name, surfaces in groups.items():
            if plain and len(surfaces) == 1:
                ((words, ats),) = surfaces.items()
                yield Entry(words, tuple(ats), full=name if name != words else "")
                continue
            words = name if name in surfaces else max(surfaces, key=lambda it: len(surfaces[it]))
            if len(surfaces) == 1:
                places = tuple(surfaces[words])
            else:
                places = tuple(sorted(at for ats in surfaces.values() for at in ats))
            notes = without_parts(office for at in places for office in offices.get(at, ()))
            others = texts.text("mark.list").join(it for it in surfaces if it != words)
            if others:
                notes[texts.say("statement.variants", words=others)] = None
            full = name if name != words else ""
            if sign := _sign(findings, "names", *places):
                notes[sign] = None
            elif kind == "PER" and (sign := _sign(findings, "offices", *places)):
                notes[texts.say("told.office_sign", sign=sign)] = None
            yield Entry(words, places, tuple(notes), full=full)

    return entries


def offices_by_place(text: str, findings: Findings) -> dict[int, list[str]]:
    """Offices by where their person stands; the body before the office, as one says it."""
    found: dict[int, list[str]] = {}
    for it in findings.offices:
        if it.shown:
            start, end = it.office
            said = text[start:end]
            if it.org and it.org[1] <= start:
                said = text[it.org[0] : it.org[1]] + said
            found.setdefault(it.person[0], []).append(said)
    return found


def without_parts(offices: Iterable[str]) -> dict[str, None]:
    """Each once; 院长 is said by 农学院院长 already."""
    said = dict.fromkeys(offices)
    return {it: None for it in said if not any(it != one and one.endswith(it) for one in said)}


def _papers(text: str, findings: Findings) -> Iterator[Entry]:
    groups: dict[str, _Group] = {}
    for it in findings.papers:
        if it.shown:
            group = groups.setdefault(text[it.start : it.end], _Group())
            group.add(it.start, (it.issuer or "", it.type, _sign(findings, "papers", it.start)))
    return _entries(groups)


def _dates(text: str, findings: Findings) -> Iterator[Entry]:
    groups: dict[tuple[str, str], _Group] = {}
    for it in findings.dates:
        if it.shown:
            group = groups.setdefault((text[it.start : it.end], it.edtf or ""), _Group())
            group.add(it.start, () if group.notes else (ground_words(it.basis),))
    for (words, edtf), group in groups.items():
        yield Entry(words, tuple(group.places), tuple(group.notes), edtf)


def _figures(text: str, findings: Findings) -> Iterator[Entry]:
    for it in findings.figures:
        if it.shown:
            surface = text[it.start : it.end]
            change = change_word(text[max(0, it.start - _CHANGE) : it.start])
            sign = _sign(findings, "figures", it.start)
            if sign and (amount := _amount(findings, it, surface)) != surface:
                sign = texts.say("told.changed_to", sign=sign, amount=amount)
            notes = (*figure_notes(it, surface, change), *([sign] if sign else []))
            yield Entry(surface, (it.start,), notes)


def _amount(findings: Findings, figure: Figure, surface: str) -> str:
    """As the text says it; as an editor does, who may know better than the text."""
    if not _sign(findings, "figures", figure.start):
        return surface
    return f"{number_words(figure.value)}{figure.unit}"


def _quotes(text: str, findings: Findings) -> Iterator[Entry]:
    for it in findings.quotes:
        if it.shown:
            start, end = it.start, it.end
            # The marks belong to what the source says.
            if it.direct and start and text[start - 1] in _OPENING and end < len(text):
                start, end = start - 1, end + 1
            office = texts.say("mark.aside", text=it.office) if it.office else ""
            speaker = f"{it.speaker}{office}" if it.speaker else texts.text("quotes.unknown")
            sign = _sign(findings, "quotes", it.start)
            notes = filter(None, ("" if it.direct else texts.text("quotes.indirect"), sign))
            yield Entry(speaker, (it.start,), tuple(notes), quoted=(start, end))


def _events(text: str, findings: Findings) -> Iterator[Entry]:
    for it in findings.events:
        if it.shown:
            clause = text[it.start : it.end]
            spans = (*it.participants, *((it.object,) if it.object else ()))
            told = [
                date_words(it.date) if it.date else "",
                it.place or "",
                *(text[start:end] for start, end in spans),
                _sum(text, findings, it),
            ]
            # What the clause says itself need not be said twice.
            notes = dict.fromkeys(note for note in told if note not in clause)
            if sign := _sign(findings, "events", it.start):
                notes[sign] = None
            yield Entry(it.verb, (it.start,), tuple(notes), quoted=(it.start, it.end))


def _sum(text: str, findings: Findings, event: Event) -> str:
    """As the text says it, if it does so in the event's own clause."""
    if event.sum is None:
        return ""
    first = bisect_left(findings.figures, event.start, key=attrgetter("start"))
    for at in range(first, len(findings.figures)):
        it = findings.figures[at]
        if it.start >= event.end:
            break
        if it.value == event.sum:
            return _amount(findings, it, text[it.start : it.end])
    return f"{number_words(event.sum)}元"


def _whole_marks(words: str) -> str:
    """A name printed “五个”过硬 begins inside its marks: 五个过硬."""
    for opening, closing in ("“”", "「」", "‘’", "『』"):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    return words


def _programmes(text: str, findings: Findings) -> Iterator[Entry]:
    groups: dict[str, _Group] = {}
    for it in findings.programmes:
        if it.shown:
            group = groups.setdefault(_whole_marks(text[it.start : it.end]), _Group())
            members = texts.text("mark.list").join(text[start:end] for start, end in it.members)
            sign = _sign(findings, "programmes", it.start)
            group.add(
                it.start, (texts.say("section_count.programmes", count=it.count), members, sign)
            )
    return _entries(groups)


_LISTS: tuple[tuple[str, Callable[[str, Findings], Iterator[Entry]]], ...] = (
    ("person", _names("PER")),
    ("organisation", _names("ORG")),
    ("place", _names("LOC")),
    ("document", _papers),
    ("date", _dates),
    ("figure", _figures),
    ("quote", _quotes),
    ("event", _events),
    ("programme", _programmes),
)
