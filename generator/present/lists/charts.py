"""Charts -> SVG; words outside a drawing and its table are the page's.

A drawing is an image with a title and a description, so that it is read out in one go; every amount
in it stands, with its sentence, in the table beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.present.drawing.chart import Chart, chart
from generator.present.inline import attribute, escape
from generator.present.lists.strips import axis_labels
from generator.present.texts import label, say, text
from generator.present.views.drawings import ChartView, PointView
from generator.present.wording import number_words

_HEIGHT = 200
_YEARS = 22
"""Room for the years below."""
_NARROW_LABELS = 7
_WIDE_LABELS = 16
_TREND = 48


def chart_figure(it: ChartView, title: str, id: str) -> str:
    """A chart with its axes; `title` says what is measured, `id` is no other's on the page."""
    made = chart(it, _HEIGHT)
    inner = "".join([_grid(made, it.unit), _years(made), marks(made), _labels(made)])
    notes = [text("drawing.in_table")]
    if made.axis.low > 0 or made.axis.high < 0:
        notes.append(text("drawing.not_from_zero"))
    if it.left:
        notes.append(say("drawing.left_out", count=it.left))
    return (
        '<figure class="drawn">\n'
        f'<p class="keys">{_keys(it.points)}</p>\n'
        f'<svg class="chart" role="img" aria-labelledby="{id}-t {id}-d" width="100%" height="{_HEIGHT + _YEARS}">\n'
        f'<title id="{id}-t">{escape(title)}</title>\n<desc id="{id}-d">{escape(told(it))}</desc>\n'
        f"{inner}</svg>\n<figcaption>{escape(''.join(notes))}</figcaption>\n</figure>\n"
    )


def trend(it: ChartView, title: str) -> str:
    """A small one without axes, between the words of a table; its ends are named below it."""
    made = chart(it, _TREND)
    first, last = it.points[0].year, it.points[-1].year
    both = len({point.aim for point in it.points}) > 1
    forms = label("drawing.trend_forms") if both else ""
    y = made.y(min(max(0.0, made.axis.low), made.axis.high))
    return (
        f'<svg class="trend" role="img" width="100%" height="{_TREND + 18}"'
        f' aria-label="{attribute(say("drawing.measured", measure=title, told=told(it)))}">'
        f'<line class="zero" x2="100%" y1="{y:g}" y2="{y:g}"/>{marks(made)}{_labels(made)}'
        f'<text y="{_TREND + 16}">{first}</text>'
        f'<text x="50%" y="{_TREND + 16}" text-anchor="middle">{forms}</text>'
        f'<text x="100%" y="{_TREND + 16}" text-anchor="end">{last}</text></svg>'
    )


def told(it: ChartView) -> str:
    """What one sees at a glance, in words."""
    parts = []
    came = [point for point in it.points if not point.aim]
    aims = [point for point in it.points if point.aim]
    for kind, points in (
        ("drawing.came" if aims else "drawing.amounts", came),
        ("drawing.aims", aims),
    ):
        if points:
            parts.append(_told(text(kind), points))
    return text("drawing.told_join").join(parts)


def _told(kind: str, points: Sequence[PointView]) -> str:
    first, last = points[0], points[-1]
    least = min(points, key=lambda point: point.low)
    most = max(points, key=lambda point: point.high)
    if len(points) == 1:
        return say("drawing.told_one", kind=kind, year=str(first.year), amount=first.said)
    return say(
        "drawing.told",
        kind=kind,
        count=len(points),
        first=str(first.year),
        first_amount=first.said,
        last=str(last.year),
        last_amount=last.said,
        least=str(least.year),
        least_amount=least.said,
        most=str(most.year),
        most_amount=most.said,
    )


def marks(made: Chart) -> str:
    """Lines below dots below aims, each with its year and amount for who points at it."""
    out = [
        f'<line class="run" x1="{x1:g}%" y1="{y1:g}" x2="{x2:g}%" y2="{y2:g}"/>'
        for x1, y1, x2, y2 in made.lines
    ]
    for dot in made.dots:
        point = dot.point
        said = escape(
            say(
                "drawing.aim" if point.aim else "drawing.amount",
                year=str(point.year),
                amount=point.said,
            )
        )
        if point.aim:
            height = max(3.0, dot.y2 - dot.y)
            kind = "aim range" if point.high > point.low else "aim"
            out.append(
                f'<rect class="{kind}" x="{dot.x:g}%" y="{dot.y:g}" width="16" height="{height:g}">'
                f"<title>{said}</title></rect>"
            )
            continue
        if point.high > point.low:
            out.append(
                f'<line class="run" x1="{dot.x:g}%" y1="{dot.y:g}" x2="{dot.x:g}%" y2="{dot.y2:g}"/>'
            )
        kind = "came split" if point.split else "came"
        middle = (dot.y + dot.y2) / 2
        out.append(
            f'<circle class="{kind}" cx="{dot.x:g}%" cy="{middle:g}" r="4"><title>{said}</title></circle>'
        )
    return "".join(out)


def _grid(made: Chart, unit: str) -> str:
    out = []
    for value in made.axis.at:
        y = made.y(value)
        kind = ' class="zero"' if value == 0 else ""
        said = number_words(abs(value)) + (unit if value == made.axis.high or unit == "%" else "")
        said = f"−{said}" if value < 0 else said
        out.append(
            f'<line{kind} x2="100%" y1="{y:g}" y2="{y:g}"/>'
            f'<text x="-8" y="{y + 4:g}" text-anchor="end">{escape(said)}</text>'
        )
    return f'<g class="grid">{"".join(out)}</g>\n'


def _years(made: Chart) -> str:
    out = []
    for year, kind in axis_labels(made.span, _NARROW_LABELS, _WIDE_LABELS):
        x = made.span.at(year + 0.5)
        out.append(
            f'<text{kind} x="{x:.4g}%" y="{_HEIGHT + 18}" text-anchor="middle">{year}</text>'
        )
    for x in made.span.breaks:
        out.append(
            f'<text class="break" x="{x:.4g}%" y="{_HEIGHT + 18}" text-anchor="middle">≈</text>'
        )
    return f'<g class="axis">{"".join(out)}</g>\n'


def _labels(made: Chart) -> str:
    out = []
    for it in dict.fromkeys(made.narrow + made.wide):
        kinds = ["said", it.kind]
        kinds.append("" if it in made.wide else "narrow")
        kinds.append("" if it in made.narrow else "wide")
        out.append(
            f'<text class="{" ".join(filter(None, kinds))}" x="{it.x:g}%" y="{it.y:g}"'
            f' text-anchor="{it.anchor}"{_shift(it.anchor)}>{escape(it.text)}</text>'
        )
    return "".join(out)


def _shift(anchor: str) -> str:
    return {"start": ' dx="-4"', "end": ' dx="4"'}.get(anchor, "")


_KEY = {
    "drawing.came": '<circle class="came" cx="8" cy="7" r="4"/>',
    "drawing.aims": '<rect class="aim" x="8" y="5.5" width="16" height="3"/>',
    "drawing.split": '<circle class="came split" cx="8" cy="7" r="4"/>',
}


def _keys(points: Sequence[PointView]) -> str:
    """What the forms stand for; nothing where there is one."""
    aims = any(point.aim for point in points)
    came = any(not point.aim for point in points)
    kinds = [
        kind
        for kind, there in (
            ("drawing.came", came and aims),
            ("drawing.aims", aims),
            ("drawing.split", any(point.split and not point.aim for point in points)),
        )
        if there
    ]
    return "".join(
        [
            f'<span><svg width="18" height="14" aria-hidden="true">{_KEY[kind]}</svg>'
            f"{label(kind)}</span>"
            for kind in kinds
        ]
    )
