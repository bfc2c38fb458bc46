"""What an editor put right or added bears the editor's sign: on a page the rest is the program's."""

from __future__ import annotations

from typing import Protocol

from msgspec.structs import replace

from generator.model.findings import Edited, Findings, Offsets, Part
from generator.weave.correct_places import Found

CHANGED = "编者改定"
ADDED = "编者补充"


class _Finding(Protocol):
    @property
    def shown(self) -> bool:
        """To readers."""
        ...


_PARTS: dict[str, Part] = {
    "document": "papers",
    "date": "dates",
    "figure": "figures",
    "quote": "quotes",
    "office": "offices",
    "event": "events",
    "programme": "programmes",
}
"""Kind of a correction -> where readers find it; all others are names."""


def signed(before: Findings, after: Findings, found: Found) -> Findings:
    """`after`, with a sign for what is new in the part that the correction is about."""
    it = found.correction
    part = _PARTS.get(it.kind, "names")
    of, time = it.of, it.as_of or it.date
    was, now = _places(before, part), _places(after, part)
    edited = list(after.edited)
    for (start, end), finding in now.items():
        # What a figure measures is read once more for facts: it counts even if nothing changed.
        said = (of or time) and (start, end) == (found.start, found.end)
        if was.get((start, end)) == finding and not said:
            continue
        near = [one for (low, high), one in was.items() if low < end and start < high]
        signs = [one for one in edited if (one.part, one.start) == (part, start)]
        added = any(one.added for one in signs) or not any(one.shown for one in near)
        edited = [one for one in edited if one not in signs]
        edited.append(Edited(part, start, added, of, time))
    return replace(after, edited=tuple(edited))


def _places(findings: Findings, part: Part) -> dict[Offsets, _Finding]:
    if part == "offices":
        return {it.person: it for it in findings.offices}
    found: dict[Offsets, _Finding] = {}
    for it in getattr(findings, part):
        found[it.start, it.end] = it
    return found
