"""Amounts over the years -> dots, lines between neighbouring years, and the words that fit.

What came is a dot, what was aimed at a bar lying flat; so both are told apart without colour. Years
of which nothing is told part the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.present.drawing.scale import Ticks, Years, ticks, years
from generator.present.views.drawings import ChartView, PointView

NARROW = 280
WIDE = 500
"""Pixels of the plot on the narrowest screen, and from 48rem."""
_LETTER = 12.0
_LINE = 15
_DOT = 4.0
_AIM = 8.0
"""Half of the width of an aim's bar."""
_MOST_LABELS = 7


class Dot(NamedTuple):
    x: float
    """Per cent."""
    y: float
    """Pixels from the top."""
    y2: float
    """Lower end of a range; else as y."""
    point: PointView


class Label(NamedTuple):
    x: float
    y: float
    anchor: str
    """start | middle | end"""
    text: str
    kind: str = ""
    """aims: it names what was aimed at."""


class Chart(NamedTuple):
    """A plot; across in per cent, down in pixels."""

    height: float
    """Of the plot alone; years stand below it."""
    dots: tuple[Dot, ...]
    lines: tuple[tuple[float, float, float, float], ...]
    """x1, y1, x2, y2."""
    narrow: tuple[Label, ...]
    wide: tuple[Label, ...]
    """Amounts that there is room to name, on small and on larger screens."""
    axis: Ticks
    span: Years

    def y(self, value: float) -> float:
        """Pixels from the top."""
        return _y(self.axis, self.height, value)


class Box(NamedTuple):
    """Pixels on the narrowest screen."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def chart(it: ChartView, height: float) -> Chart:
    """Of at least one point."""
    span = years(point.year for point in it.points)
    axis = ticks(min(point.low for point in it.points), max(point.high for point in it.points))
    dots = tuple(
        Dot(
            round(span.at(point.year + 0.5), 2),
            _y(axis, height, point.high),
            _y(axis, height, point.low),
            point,
        )
        for point in it.points
    )
    lines = tuple(_lines([dot for dot in dots if not dot.point.aim]))
    narrow, wide = (_labels(dots, lines, height, width) for width in (NARROW, WIDE))
    return Chart(height, dots, lines, narrow, wide, axis, span)


def _y(axis: Ticks, height: float, value: float) -> float:
    return round((axis.high - value) / (axis.high - axis.low) * height, 1)


def _lines(dots: Sequence[Dot]) -> Iterator[tuple[float, float, float, float]]:
    """Between two years that follow one another, if both tell one amount of one sort."""
    for one, other in pairwise(dots):
        a, b = one.point, other.point
        if b.year - a.year == 1 and a.sort == b.sort and not (a.split or b.split):
            yield one.x, (one.y + one.y2) / 2, other.x, (other.y + other.y2) / 2


def _labels(
    dots: Sequence[Dot],
    lines: Sequence[tuple[float, float, float, float]],
    height: float,
    width: float,
) -> tuple[Label, ...]:
    """The last of both kinds, then the first, the highest and the lowest, while there is room."""
    taken = {dot: _mark(dot, width) for dot in dots}
    runs = [box for line in lines for box in _along(line, width)]
    placed: list[Label] = []
    boxes: list[Box] = []
    for dot in _wanted(dots):
        others = [box for it, box in taken.items() if it != dot]
        for label, box in _places(dot, width):
            inside = box.left >= -1 and box.right <= width + 1
            inside = inside and box.top >= -_LINE and box.bottom <= height
            if inside and not any(box.meets(it) for it in (*others, *runs, *boxes)):
                placed.append(label)
                boxes.append(box)
                break
    return tuple(placed)


def _along(line: tuple[float, float, float, float], width: float) -> Iterator[Box]:
    """A line as small boxes."""
    x1, y1, x2, y2 = line
    steps = max(4, int(abs(y2 - y1) / 3))
    for number in range(steps + 1):
        x = (x1 + (x2 - x1) * number / steps) * width / 100
        y = y1 + (y2 - y1) * number / steps
        yield Box(x - 1, y - 1, x + 1, y + 1)


def _wanted(dots: Sequence[Dot]) -> list[Dot]:
    came = [dot for dot in dots if not dot.point.aim]
    aims = [dot for dot in dots if dot.point.aim]
    found: list[Dot] = []
    for them in (came, aims):
        if them:
            found.append(them[-1])
    for them in (came, aims):
        if them:
            found += [them[0], min(them, key=lambda it: it.y), max(them, key=lambda it: it.y2)]
        if came:
            break
    return list(dict.fromkeys(found))[:_MOST_LABELS]


def _places(dot: Dot, width: float) -> Iterator[tuple[Label, Box]]:
    """Above, below, to the left; at the edges so that it stays inside."""
    x = dot.x * width / 100
    wide = text_width(dot.point.said)
    above, below = dot.y - 8, dot.y2 + 8 + _LETTER * 0.85
    kind = "aims" if dot.point.aim else ""
    for y in (above, below, above - 7, below + 7):
        for anchor, left in (
            ("middle", x - wide / 2),
            ("end", x + _DOT - wide),
            ("start", x - _DOT),
        ):
            label = Label(dot.x, round(y, 1), anchor, dot.point.said, kind)
            yield label, Box(left, y - _LETTER * 0.85, left + wide, y + 2)


def _mark(dot: Dot, width: float) -> Box:
    x, half = dot.x * width / 100, _AIM if dot.point.aim else _DOT
    return Box(x - half, dot.y - 2 - (not dot.point.aim) * 2, x + half, dot.y2 + 2)


def text_width(text: str, letter: float = _LETTER) -> float:
    """About so many pixels; Latin letters and digits are half as wide as Chinese ones, and a bit."""
    return sum(letter if ord(it) > 0x2E7F else letter * 0.6 for it in text)
