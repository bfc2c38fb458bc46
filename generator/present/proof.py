"""Span of a block -> Proof; the pieces and repairs declared give exactly the text shown.

`check` reads `source`, cuts the pieces out of it, puts them together, applies the repairs and
must arrive at the quoted text. So a proof never says more than the page shows, and never less.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

import msgspec

from generator.model.article import Article, Block, Segment
from generator.present.views import Proof


class _Cut(NamedTuple):
    """What one segment contributes: line[start:end], and its edit if it is not shown verbatim."""

    page: int
    line: int
    start: int
    end: int
    edits: tuple[tuple[int, int, str], ...] = ()
    """(start, end, shown), offsets within the cut."""


def proof(article: Article, block: int, start: int, end: int) -> Proof:
    """Where text[start:end] of `article.blocks[block]` stands in its source.

    Borders inside a repaired segment are honest as far as can be: the characters that the repair
    left alone are quoted verbatim, and of those it changed only the edit itself is declared.
    """
    quoted = article.blocks[block]
    if not quoted.segments:
        return _whole(article.path)
    return block_proof(article, quoted, start, end)


@lru_cache(maxsize=1024)
def _whole(path: str) -> Proof:
    """Of a text written in Markdown: found in it as it stands."""
    return Proof(path)


def block_proof(article: Article, block: Block, start: int = 0, end: int = -1) -> Proof:
    """The same for any block of the article, by default for all of it."""
    if not block.segments:
        return Proof(article.path)
    length = len(block.text)
    stop = length if end < 0 else end
    cuts = [
        _cut(block, segment, start, stop)
        for segment in _near(block.segments, start, stop)
        if _touches(segment, start, stop, length)
    ]
    if not cuts:
        return Proof(article.path)
    home = cuts[0].page
    edits: list[tuple[int, int, str]] = []
    offset = 0
    for cut in cuts:
        edits.extend((offset + a, offset + b, shown) for a, b, shown in cut.edits)
        offset += cut.end - cut.start
    return Proof(
        source=_path(article, home),
        pieces=_pieces(article, cuts, home),
        repairs=msgspec.json.encode(edits).decode() if edits else "",
    )


def _near(segments: Sequence[Segment], start: int, end: int) -> Sequence[Segment]:
    """Those that reach into the span or end or begin at its edges; a block may have thousands."""
    first = bisect_left(segments, start, key=attrgetter("end"))
    return segments[first : bisect_right(segments, end, first, key=attrgetter("start"))]


def _touches(segment: Segment, start: int, end: int, length: int) -> bool:
    """An empty segment (characters taken out) counts inside the span or at the block's edge."""
    if segment.start < segment.end:
        return segment.start < end and segment.end > start
    at = segment.start
    return start < at < end or (at == start == 0) or (at == end == length)


def _cut(block: Block, segment: Segment, start: int, end: int) -> _Cut:
    first, last = max(segment.start, start), min(segment.end, end)
    if segment.repair < 0:
        skip = first - segment.start
        begin = segment.source_start + skip
        return _Cut(segment.page, segment.line, begin, begin + last - first)
    original = block.repairs[segment.repair].original
    shown = block.text[segment.start : segment.end]
    if len(original) != segment.source_end - segment.source_start:
        # The repair does not tell what stood in these very characters: nothing of it is verbatim.
        original = ""
    head = _common(original, shown)
    tail = _common(original[head:][::-1], shown[head:][::-1])
    return _narrow(segment, (head, tail), first - segment.start, last - segment.start, shown)


def _narrow(segment: Segment, kept: tuple[int, int], first: int, last: int, shown: str) -> _Cut:
    """Cut shown[first:last] out of a repaired segment whose first and last characters are kept."""
    head, tail = kept
    shown_tail = len(shown) - tail
    size = segment.source_end - segment.source_start
    source_tail = size - tail
    if first == 0 or first < head:
        begin = first
    elif first >= shown_tail:
        begin = source_tail + first - shown_tail
    else:
        begin = head
    if last == len(shown) or last > shown_tail:
        stop = source_tail + last - shown_tail
    elif last <= head:
        stop = last
    else:
        stop = source_tail
    text = shown[max(first, head) : max(min(last, shown_tail), first, head)]
    edits: tuple[tuple[int, int, str], ...] = ()
    if begin <= head and stop >= source_tail and (head < source_tail or text):
        edits = ((head - begin, source_tail - begin, text),)
    base = segment.source_start
    return _Cut(segment.page, segment.line, base + begin, base + stop, edits)


def _common(left: str, right: str) -> int:
    for index, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return index
    return min(len(left), len(right))


def _pieces(article: Article, cuts: list[_Cut], home: int) -> str:
    """Neighbouring cuts of one line become one piece, so that a repaired comma costs nothing."""
    runs: list[list[int]] = []
    for cut in cuts:
        if (
            runs
            and runs[-1][0] == cut.page
            and runs[-1][1] == cut.line
            and runs[-1][3] == cut.start
        ):
            runs[-1][3] = cut.end
        else:
            runs.append([cut.page, cut.line, cut.start, cut.end])
    return " ".join(
        f"{'' if page == home else _path(article, page) + '#'}{line}:{start}-{end}"
        for page, line, start, end in runs
    )


def _path(article: Article, page: int) -> str:
    return article.pages[page].path if page < len(article.pages) else article.path
