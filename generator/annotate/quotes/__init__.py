"""Prose, names, offices -> quotes."""

from __future__ import annotations

import msgspec

from generator.annotate.prose import Prose
from generator.annotate.quotes.direct import find_direct
from generator.annotate.quotes.indirect import find_indirect
from generator.annotate.quotes.speakers import Speakers
from generator.model.findings import Name, Office, Quote


def find_quotes(
    prose: Prose, names: tuple[Name, ...], offices: tuple[Office, ...]
) -> tuple[Quote, ...]:
    """Speech in order: direct, and indirect of those who have a name."""
    text = prose.text
    speakers = Speakers(text, names, offices)
    direct = find_direct(text, speakers)
    taken = [(it.start, it.end) for it in direct]
    indirect = find_indirect(text, prose.sentences, speakers, taken)
    before = {it.end: it for it in indirect}
    direct = [_after(it, before.get(it.start - 1)) for it in direct]
    return tuple(sorted((*direct, *indirect), key=lambda it: it.start))


def _after(it: Quote, told: Quote | None) -> Quote:
    """许真表示，……。“……。”: words of the one whose speech was told right before."""
    if told is None or it.speaker is not None or it.verb:
        return it
    return msgspec.structs.replace(it, speaker=told.speaker, office=told.office)
