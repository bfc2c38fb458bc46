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
    part = _PARTS.get(found.correction.kind, "names")
    was, now = _places(before, part), _places(after, part)
    edited = list(after.edited)
    for (start, end), it in now.items():
        if was.get((start, end)) == it:
            continue
        near = [one for (low, high), one in was.items() if low < end and start < high]
        signs = [one for one in edited if (one.part, one.start) == (part, start)]
        added = any(one.added for one in signs) or not any(one.shown for one in near)
        edited = [one for one in edited if one not in signs]
        edited.append(Edited(part, start, added))
    return replace(after, edited=tuple(edited))


def _places(findings: Findings, part: Part) -> dict[Offsets, _Finding]:
    if part == "offices":
        return {it.person: it for it in findings.offices}
    found: dict[Offsets, _Finding] = {}
    for it in getattr(findings, part):
        found[it.start, it.end] = it
    return found
