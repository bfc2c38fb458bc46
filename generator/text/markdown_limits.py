"""Markdown source -> the passage that would take the parser too long, if there is one.

Python-Markdown recurses on nesting, and much of it is quadratic: an unclosed bracket makes it
scan to the end of the paragraph, each bit of markup copies the paragraph. The estimate here adds
up what was measured for each construct; it depends on the text alone, so that the same file is
accepted or refused on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 32
"""Of quotations and lists in one another."""

MAX_WORK = 3_000_000_000
"""Nanoseconds on the machine where the costs were measured (two cores of 2.5 GHz, Python 3.11)."""

_SMALL = 1200
"""A source of at most so many characters takes less than half a second, whatever it holds."""

_DEPTH = re.compile(rf"^(?: *(?:>|[*+-] |\d+[.)] )){{{MAX_DEPTH + 1},}}", re.MULTILINE).search
_STEP = re.compile(r">|[*+-] |\d+[.)] ").findall
_ITEM_LINE = re.compile(r"\n(?= *(?:[*+-]|\d+[.)]) )")
_TABLE_RULE = re.compile(r"[^\n]*\n *\|?[ :|-]*-[ :|-]*(?:\n|\Z)").match
_SIMPLE_LINK = re.compile(
    r"""!?\[[^\[\]\n]*\]\(\s*[^()\s"'<>]*(?:\s+(?:"[^"\n()]*"|'[^'\n()]*'))?\s*\)"""
)
_CLOSED_TAG = re.compile(
    r"<(?:!--(?:(?!-->|<!--).)*--"
    r"""|[/a-zA-Z][^<>"']*(?:(?:"[^"<>]*"|'[^'<>]*')[^<>"']*)*)>""",
    re.DOTALL,
)
_INLINE = re.compile(r"[*_~`\\<&!\[]|  \n")
_TICKS = re.compile(r"`+")

_PER_LINE = (
    # (what, lines of it, nanoseconds × count² in one passage)
    ("# ", re.compile(r"^#{1,6}", re.MULTILINE), 40),
    (
        "---",
        re.compile(r"^ {0,3}(?:(?:- *){3,}|(?:_ *){3,}|(?:\* *){3,}|-+|=+) *$", re.MULTILINE),
        100,
    ),
    ("[]:", re.compile(r"^ {0,3}\[[^\]\n]*\]:", re.MULTILINE), 130),
    (": ", re.compile(r"^ {0,3}: ", re.MULTILINE), 150),
)


class Excess(NamedTuple):
    """What is too much. offset: where the passage begins in the source."""

    offset: int
    mark: str
    times: int


def find_depth(source: str) -> Excess | None:
    """The first line whose quotations and list bullets open more than MAX_DEPTH levels."""
    match = _DEPTH(source)
    if match is None:
        return None
    end = source.find("\n", match.start())
    line = source[match.start() : end if end >= 0 else len(source)]
    return Excess(match.start(), ">" if ">" in line else "-", len(_STEP(line)))


def find_excess(source: str) -> Excess | None:
    """The costliest passage, if the whole would take longer than MAX_WORK."""
    if len(source) <= _SMALL:
        return None
    total = 0
    worst, found = 0, Excess(0, "", 0)
    for cost, excess in _costs(source):
        total += cost
        if cost > worst:
            worst, found = cost, excess
    return found if total > MAX_WORK else None


def _costs(source: str) -> Iterator[tuple[int, Excess]]:
    chunks = source.split("\n\n")
    count = len(chunks)
    yield count * 30_000 + count * count * 2 // 3, Excess(0, "¶", count)
    yield from _tags(source)
    yield from _footnotes(source)
    offset = 0
    for chunk in chunks:
        if len(chunk) > 1:
            yield from _lines(offset, chunk)
            for start, unit in _units(chunk):
                yield from _inline(offset + start, unit)
        offset += len(chunk) + 2


def _lines(offset: int, chunk: str) -> Iterator[tuple[int, Excess]]:
    lines = chunk.count("\n") + 1
    yield lines * 20_000, Excess(offset, "↵", lines)
    if "|" in chunk and _TABLE_RULE(chunk):
        # A short row is filled up to the width of the first.
        cells = chunk.count("|") + lines * (chunk.partition("\n")[0].count("|") + 1)
        yield cells * 15_000, Excess(offset, "|", cells)
    for mark, pattern, cost in _PER_LINE:
        count = len(pattern.findall(chunk))
        if count > 10:
            # Each pass also copies what is left of the passage.
            yield count * count * cost + count * len(chunk) // 8, Excess(offset, mark, count)


def _units(chunk: str) -> Iterator[tuple[int, str]]:
    """Texts that the parser takes as one: list items, table rows, else the whole passage."""
    if "|" in chunk and _TABLE_RULE(chunk):
        cuts = [match.start() for match in re.finditer("\n", chunk)]
    else:
        cuts = [match.start() for match in _ITEM_LINE.finditer(chunk)]
    start = 0
    for cut in cuts:
        yield start, chunk[start:cut]
        start = cut
    yield start, chunk[start:]


def _inline(offset: int, unit: str) -> Iterator[tuple[int, Excess]]:
    marks = len(_INLINE.findall(unit))
    if not marks:
        return
    yield marks * 6_000 + marks * len(unit) // 4, Excess(offset, "*", marks)
    if "[" in unit:
        # A link that closes at once costs next to nothing and would hide what doesn't.
        yield from _brackets(offset, _SIMPLE_LINK.sub("()", unit))
    if "`" in unit:
        yield from _ticks(offset, unit)


def _brackets(offset: int, unit: str) -> Iterator[tuple[int, Excess]]:
    """Each bracket is scanned to its partner, or to the end if it has none, by six patterns."""
    open_at: list[int] = []
    scanned = count = 0
    for match in re.finditer(r"[\[\]]", unit):
        if match[0] == "[":
            open_at.append(match.start())
            count += 1
        elif open_at:
            scanned += match.start() - open_at.pop()
    scanned += sum(len(unit) - start for start in open_at)
    yield scanned * 220, Excess(offset, "[", count)
    targets = [match.start() for match in re.finditer(r"\]\(", unit)]
    yield sum(len(unit) - start for start in targets) * 90, Excess(offset, "](", len(targets))


def _ticks(offset: int, unit: str) -> Iterator[tuple[int, Excess]]:
    """A run of backticks is scanned to the next one of its length, or to the end."""
    runs = [(match.start(), len(match[0])) for match in _TICKS.finditer(unit)]
    following: dict[int, int] = {}
    scanned = 0
    for start, length in reversed(runs):
        scanned += following.get(length, len(unit)) - start
        following[length] = start
    cost = scanned * 25
    if "|" in unit:
        cost += len(runs) * (len(runs) + unit.count("|")) * 10
    yield cost, Excess(offset, "`", len(runs))


def _tags(source: str) -> Iterator[tuple[int, Excess]]:
    """A tag or comment without an end is looked for through the rest of the document."""
    if "<" not in source:
        return
    rest = _CLOSED_TAG.sub("", source)
    stray = len(re.findall(r"<[/a-zA-Z]", rest))
    special = len(re.findall(r"<[!?]", rest))
    at = source.find("<")
    yield stray * len(rest) * 50, Excess(at, "<", stray)
    yield special * len(rest) * 380, Excess(at, "<!", special)


def _footnotes(source: str) -> Iterator[tuple[int, Excess]]:
    count = source.count("[^")
    if count > 10:
        yield count * count * 15, Excess(source.find("[^"), "[^", count)
