"""Names that turned out to be none -> findings that no longer build on them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.model.findings import Findings, Name, Offsets


def without(findings: Findings, gone: Iterable[Name]) -> Findings:
    """Offices of these people, speech by them and their part in events go with the names."""
    spans: set[Offsets] = {(it.start, it.end) for it in gone}
    if not spans:
        return findings
    offices = tuple(it for it in findings.offices if it.person not in spans)
    quotes = tuple(
        msgspec.structs.replace(it, speaker=None, office=None, speaker_at=None)
        if it.speaker_at in spans
        else it
        for it in findings.quotes
    )
    events = tuple(
        msgspec.structs.replace(
            it, participants=tuple(one for one in it.participants if one not in spans)
        )
        if not spans.isdisjoint(it.participants)
        else it
        for it in findings.events
    )
    return msgspec.structs.replace(findings, offices=offices, quotes=quotes, events=events)
