"""Links between articles and topics -> who links here, with the sentence that does."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from generator.model.knowledge import Backlink, Reading, SentenceRef


def find_backlinks(
    readings: Sequence[Reading], addresses: Sequence[Mapping[str, str]]
) -> dict[str, list[Backlink]]:
    """URL (without fragment) -> the sentences that link to it, in reading order.

    A sentence that links to a page twice is told once; a page's links to itself are not told.
    """
    found: dict[str, list[Backlink]] = {}
    for index, reading in enumerate(readings):
        links = reading.annotations.links
        if not links:
            continue
        starts = [(it.block, it.start) for it in reading.annotations.sentences]
        for block, start, end, address in links:
            url = addresses[index].get(address, "").partition("#")[0]
            if not url or not starts:
                continue
            at = max(0, bisect_right(starts, (block, start)) - 1)
            sentence = reading.annotations.sentences[at]
            if sentence.block != block:
                continue
            here = found.setdefault(url, [])
            reference = SentenceRef(index, at)
            if not here or here[-1].sentence != reference:
                here.append(Backlink(reference, start, min(end, sentence.end)))
    return found
