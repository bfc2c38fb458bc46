"""Amounts of one measure -> a chart over the years; what can't be held against the rest stays out.

Only amounts of one calendar year (or of its end) are drawn: sums and means over several years stand
in the table alone, and so does a change of which no word tells whether it went up or down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.model.statements import FigureGroup, FigureRow
from generator.present.views.drawings import ChartView, PointView
from generator.present.wording import number_words

LEAST = 3
"""Years of which something is told; fewer are read as easily in words."""
_TREND = 5
"""Years from which a small chart says more than the rows beside it."""
_YEAR = re.compile(r"(\d{4})(?:-12~)?(?:/\1)?\Z")
_MEAN = re.compile(r"年均|[平每]年|平均|累计|[一二三四五六七八九十]年")
_YEARLY = re.compile(r"年均|[平每]年|平均")
_UP = re.compile("[增涨升高提扩长加快超多]")
_DOWN = re.compile("[减降低落跌缩窄少慢亏]")
_LIMITS = (("more", ">"), ("min", "≥"), ("less", "<"), ("max", "≤"), ("approx", "≈"))


def alike(group: FigureGroup) -> list[list[int]]:
    """Rows that can be held against one another: two at least, the most first."""
    found: dict[tuple[object, ...], list[int]] = {}
    for index, row in enumerate(group.rows):
        subject = row.subject if row.subject >= 0 else row.subject_words
        key = (subject, row.unit, row.status.startswith("change"), way(row))
        found.setdefault(key, []).append(index)
    listed = [it for it in found.values() if len(it) > 1]
    return sorted(listed, key=lambda it: (-len(it), it))


def trend_view(group: FigureGroup) -> ChartView | None:
    """The longest series of a measure, if it goes over some years."""
    if len(group.rows) < _TREND:
        return None
    for rows in alike(group):
        if len(rows) < _TREND:
            break
        made = chart_view([group.rows[it] for it in rows])
        if made is not None and len({it.year for it in made.points}) >= _TREND:
            return made
    return None


def way(row: FigureRow) -> str:
    """Amounts newly added and those reached in all are no one series."""
    return "new" if "new" in row.qualifiers else "all" if "cumulative" in row.qualifiers else ""


def chart_view(rows: Sequence[FigureRow]) -> ChartView | None:
    """Of rows that are alike; None if too few years are told of."""
    points: list[PointView] = []
    for row in rows:
        point = _point(row)
        if point is not None:
            points.append(point)
    if len({it.year for it in points}) < LEAST:
        return None
    points.sort(key=lambda it: (it.year, not it.aim, it.low, it.high))
    first = rows[0]
    return ChartView(
        tuple(_split(points)),
        first.unit,
        first.status.startswith("change"),
        len(rows) - len(points),
    )


def falls(change: str) -> bool:
    """Whether a word of change says that something became less: 下降, not 涨幅回落."""
    return _DOWN.search(change) is not None and _UP.search(change) is None


def is_mean(change: str) -> bool:
    """Whether it is of one year among several: 年均增长."""
    return _YEARLY.search(change) is not None


def is_span(edtf: str) -> bool:
    """Whether a time is longer than it takes to name it once: 2016/2020."""
    first, _, last = edtf.partition("/")
    return bool(last) and first != last


def _point(row: FigureRow) -> PointView | None:
    year = _YEAR.match(row.when)
    sign = _sign(row)
    if year is None or not sign:
        return None
    low, high = row.value if isinstance(row.value, tuple) else (row.value, row.value)
    if sign < 0:
        low, high = -high, -low
    limit = next((mark for name, mark in _LIMITS if name in row.qualifiers), "")
    said = number_words(row.value)
    if sign < 0:
        # Of what fell by at least 3 % the number in the drawing is at most -3.
        limit = limit.translate(_TURNED)
        said = f"−{said}"
    return PointView(
        int(year[1]),
        float(low),
        float(high),
        f"{limit}{said}{row.unit}",
        aim="target" in row.status,
        sort="real" if "实际" in row.change else "",
    )


_TURNED = str.maketrans("><≥≤", "<>≤≥")


def _sign(row: FigureRow) -> int:
    """1 | -1; 0 if it can't be told."""
    if not row.status.startswith("change"):
        return 1
    if _MEAN.search(row.change) or _MEAN.search(row.words):
        return 0
    up, down = bool(_UP.search(row.change)), bool(_DOWN.search(row.change))
    return up - down


def _split(points: Iterable[PointView]) -> list[PointView]:
    """Of one year and kind each amount once; where there are several, none is joined."""
    found: dict[tuple[int, bool], dict[tuple[float, float], PointView]] = {}
    for it in points:
        found.setdefault((it.year, it.aim), {}).setdefault((it.low, it.high), it)
    return [
        PointView(it.year, it.low, it.high, it.said, it.aim, it.sort, len(same) > 1)
        for same in found.values()
        for it in same.values()
    ]
