"""Names and what ties them -> warp and weft: no line crosses a name, no name another.

A name is a weft, a topic a warp thread, and a knot stands where they meet, as edges of a graph stand
apart in a BioFabric drawing (Longabaugh 2012). Names keep their order, so the most told come first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.present.drawing.chart import text_width
from generator.present.views.drawings import LoomView

NARROW = 284
"""Pixels of the narrowest screen."""
LETTER = 14.0
TRUNK = 26
"""Pixels from the left to the thread of the topic itself."""
_LABEL = 22
"""From there to a name."""
_LANE = 24
_LINE = 18
_BETWEEN = 12
_LEAST_LABEL = 7
"""Characters for which there is always room in a line."""
_HEAD = 10
"""Characters of a topic's name in one line down."""
_GAP = 10


class Row(NamedTuple):
    """A name; down in pixels."""

    y: float
    """Of its weft, which runs behind the first line of its words."""
    lines: tuple[str, ...]
    x: int
    """Pixels at which the words begin."""
    end: float
    """Per cent at which the weft ends; 0: at the words."""


class Thread(NamedTuple):
    x: float
    """Per cent."""
    top: float
    bottom: float
    head: tuple[str, ...]
    """Its name, one line down or two."""


class Knot(NamedTuple):
    x: float
    y: float
    size: int


class Loom(NamedTuple):
    width: int
    """Pixels that it needs; wider if there is room."""
    height: float
    top: float
    """Where the names begin: above them stand those of the topics."""
    rows: tuple[Row, ...]
    threads: tuple[Thread, ...]
    knots: tuple[Knot, ...]


def loom(it: LoomView) -> Loom:
    """Of at least one name."""
    lanes = _lanes(it)
    count = max(lanes, default=-1) + 1
    start = TRUNK + _LABEL if it.own else 0
    width = max(NARROW, round(start + _LEAST_LABEL * LETTER + _GAP + count * _LANE))
    room = width - start - _GAP - (count * _LANE)
    places = [round(100 - (count - lane - 0.5) * _LANE / width * 100, 2) for lane in lanes]
    heads = [_head(thread.name.title) if thread.name else () for thread in it.threads]
    top = max((text_width(line, LETTER) for head in heads for line in head), default=0.0)
    top += _GAP if top else 0
    rows = []
    y = top
    for weft in it.wefts:
        lines = wrap(weft.name.title, room)
        middle = y + _BETWEEN / 2 + _LINE / 2
        end = max((places[thread] for thread, _ in weft.knots), default=0.0)
        rows.append(Row(middle, lines, start, end))
        y += len(lines) * _LINE + _BETWEEN
    own = text_width(it.own, LETTER) + _GAP if it.own else 0.0
    knots = tuple(
        Knot(places[thread], row.y, size)
        for weft, row in zip(it.wefts, rows, strict=True)
        for thread, size in weft.knots
    )
    threads = tuple(_threads(it, places, heads, rows, top))
    return Loom(width, max(y, top + own), top, tuple(rows), threads, knots)


def _threads(
    it: LoomView,
    places: Sequence[float],
    heads: Sequence[tuple[str, ...]],
    rows: Sequence[Row],
    top: float,
) -> Iterator[Thread]:
    tied = _tied(it)
    for number, (x, head) in enumerate(zip(places, heads, strict=True)):
        ends = [rows[row].y for row in tied[number]] or [top]
        yield Thread(x, top if head else ends[0], ends[-1], head)


def _lanes(it: LoomView) -> list[int]:
    """Topics have a lane each; sentences share one if they tie names apart from one another."""
    tied = _tied(it)
    lanes: list[int] = []
    taken: list[int] = []
    for number, thread in enumerate(it.threads):
        rows = tied[number] or [0]
        first = -1 if thread.name else rows[0]
        lane = next((at for at, end in enumerate(taken) if end < first), len(taken))
        if lane == len(taken):
            taken.append(0)
        taken[lane] = len(it.wefts) if thread.name else rows[-1]
        lanes.append(lane)
    return lanes


def _tied(it: LoomView) -> list[list[int]]:
    tied: list[list[int]] = [[] for _ in it.threads]
    for row, weft in enumerate(it.wefts):
        for thread, _ in weft.knots:
            tied[thread].append(row)
    return tied


def _head(title: str) -> tuple[str, ...]:
    """Two lines of like length if one is long."""
    if text_width(title, LETTER) <= _HEAD * LETTER:
        return (title,)
    return wrap(title, max(_HEAD * LETTER, text_width(title, LETTER) / 2 + LETTER))


def wrap(words: str, room: float) -> tuple[str, ...]:
    """Lines that fit and are of like length; broken at spaces where words are Latin."""
    pieces = _pieces(words)
    lines = _filled(pieces, room)
    if len(lines) > 1:
        even = _filled(pieces, text_width(words, LETTER) / len(lines) + LETTER)
        lines = even if len(even) == len(lines) else lines
    return lines


def _filled(pieces: Sequence[str], room: float) -> tuple[str, ...]:
    lines = [""]
    for piece in pieces:
        if lines[-1] and text_width(lines[-1] + piece.rstrip(), LETTER) > room:
            lines.append(piece)
        else:
            lines[-1] += piece
    return tuple(line.strip() for line in lines if line.strip()) or ("",)


_STAYS = frozenset("，。、；：！？）》”’」』…·")
"""Not at the head of a line (CLREQ, prohibition rules)."""
_OPENS = frozenset("《（“‘「『")
"""Nor these at its end."""
_CJK = 0x2E80


def _pieces(words: str) -> list[str]:
    """What is not parted from one another."""
    pieces: list[str] = []
    for it in words:
        if pieces and (it in _STAYS or it.isspace() or _joins(pieces[-1][-1], it)):
            pieces[-1] += it
        else:
            pieces.append(it)
    return pieces


def _joins(before: str, it: str) -> bool:
    if before in _OPENS:
        return True
    return not before.isspace() and max(ord(before), ord(it)) < _CJK
