"""Names in columns and what joins them -> places and lines of a drawing; no library, no chance.

A layered drawing (Sugiyama, Tagawa and Toda 1981, for few columns): names of a column stand below
one another, so none covers another, and are ordered by the mean place of those they are joined
with, which leaves few crossings. The same input gives the same drawing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.present.texts import text

_ROW = 30
"""Height of a row."""
_LETTER = 14.5
"""Width of a Chinese character; others take about half of it."""
_GAP = 110
"""Between two columns."""
_EDGE = 14
_KNOT = 7
"""From the middle of a knot to its name."""
_LONGEST = 14
_SWEEPS = 4


class Node(NamedTuple):
    """A name; those of a drawing differ in (kind, label, url)."""

    label: str
    url: str = ""
    kind: str = ""
    weight: int = 1


class Edge(NamedTuple):
    """Two names of neighbouring columns that belong together."""

    column: int
    """Of the left one."""
    left: int
    """Index into its column."""
    right: int
    """Index into the next column."""
    weight: int = 1


class Arc(NamedTuple):
    """Two names of the last column that belong together."""

    one: int
    """Index into that column."""
    other: int
    weight: int = 1


class Placed(NamedTuple):
    """A name where it is drawn: its knot, and where its words begin or end."""

    node: Node
    x: int
    y: int
    text_x: int
    anchor: str
    """start | end: of the words at text_x."""
    label: str
    """Cut if it is long."""
    size: int
    """Radius of its knot."""


class Drawing(NamedTuple):
    """All in whole pixels."""

    width: int
    height: int
    nodes: tuple[Placed, ...]
    """Column by column, from the top."""
    lines: tuple[tuple[str, int], ...]
    """(path, 1 … 3: how heavy)."""


def draw(
    columns: Sequence[Sequence[Node]], edges: Sequence[Edge], arcs: Sequence[Arc] = ()
) -> Drawing:
    """The first column has its names to the left of its knots, the others to the right.

    Arcs stand to the right of the last column.
    """
    order = _order(columns, edges)
    widths = [max((_width(it.label) for it in column), default=0) for column in columns]
    tallest = max((len(column) for column in columns), default=0)
    height = max(1, tallest) * _ROW + 2 * _EDGE
    places: list[dict[int, tuple[int, int]]] = []
    nodes: list[Placed] = []
    x = _EDGE + (widths[0] if widths else 0) + _KNOT
    for number, column in enumerate(columns):
        top = (height - len(column) * _ROW) / 2 + _ROW / 2
        heaviest = max((it.weight for it in column), default=1)
        here: dict[int, tuple[int, int]] = {}
        for row, index in enumerate(order[number]):
            node = column[index]
            y = round(top + row * _ROW)
            size = 3 + round(3 * node.weight / max(heaviest, 1))
            anchor, text_x = ("end", x - _KNOT - 3) if number == 0 else ("start", x + _KNOT + 3)
            nodes.append(Placed(node, x, y, text_x, anchor, _short(node.label), size))
            here[index] = (x, y)
        places.append(here)
        x += _GAP + (widths[number] + _KNOT if number else 0)
    right = widths[-1] if len(widths) > 1 else 0
    last = places[-1] if places else {}
    width = max((it for it, _ in last.values()), default=x) + right + 2 * _KNOT + _EDGE
    lines = _lines(columns, edges, places, widths)
    if arcs:
        labels = [_width(it.label) for it in columns[-1]]
        ends = {it: (x + _KNOT + labels[it] + 7, y) for it, (x, y) in last.items()}
        lines += _arcs(arcs, ends)
        width += max(_bow(abs(last[it.one][1] - last[it.other][1])) for it in arcs)
    return Drawing(width, height, tuple(nodes), lines)


def _arcs(arcs: Sequence[Arc], ends: Mapping[int, tuple[int, int]]) -> tuple[tuple[str, int], ...]:
    heaviest = max(it.weight for it in arcs)
    lines = []
    for it in sorted(arcs):
        (x1, y1), (x2, y2) = ends[it.one], ends[it.other]
        out = max(x1, x2) + round(_bow(abs(y1 - y2)) * 4 / 3)
        path = f"M{x1} {y1}C{out} {y1} {out} {y2} {x2} {y2}"
        lines.append((path, _heavy(it.weight, heaviest)))
    return tuple(lines)


def _bow(height: int) -> int:
    """How far an arc reaches out."""
    return 16 + height // 4


def _heavy(weight: int, heaviest: int) -> int:
    return 1 + round(2 * weight / max(heaviest, 1))


def _lines(
    columns: Sequence[Sequence[Node]],
    edges: Sequence[Edge],
    places: Sequence[dict[int, tuple[int, int]]],
    widths: Sequence[int],
) -> tuple[tuple[str, int], ...]:
    heaviest = max((it.weight for it in edges), default=1)
    lines = []
    for it in sorted(edges):
        x1, y1 = places[it.column][it.left]
        x2, y2 = places[it.column + 1][it.right]
        if it.column:
            label = columns[it.column][it.left].label
            x1 += _KNOT + _width(label) + 4
        middle = round((x1 + x2) / 2)
        path = f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"
        lines.append((path, _heavy(it.weight, heaviest)))
    return tuple(lines)


def _order(columns: Sequence[Sequence[Node]], edges: Sequence[Edge]) -> list[list[int]]:
    order = [list(range(len(column))) for column in columns]
    for sweep in range(_SWEEPS):
        forth = sweep % 2 == 0
        around = range(1, len(columns)) if forth else range(len(columns) - 2, -1, -1)
        for number in around:
            beside = number - 1 if forth else number + 1
            rank = {index: row for row, index in enumerate(order[beside])}
            joined: dict[int, list[int]] = {}
            for edge in edges:
                if edge.column == min(number, beside):
                    here, there = (edge.right, edge.left) if forth else (edge.left, edge.right)
                    joined.setdefault(here, []).append(rank[there])
            rows = {index: row for row, index in enumerate(order[number])}
            order[number].sort(key=lambda it: (_mean(joined.get(it), rows[it]), rows[it]))
    return order


def _mean(ranks: Sequence[int] | None, else_: int) -> float:
    return sum(ranks) / len(ranks) if ranks else float(else_)


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1] + text("mark.dots")


def _width(label: str) -> int:
    units = sum(
        1.0 if ord(it) > 0x2E7F or it == text("mark.dots") else 0.55 for it in _short(label)
    )
    return round(units * _LETTER)
