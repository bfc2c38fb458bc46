"""Time lines -> SVG: events as marks, or years as columns where there are many.

Marks and columns are links with names of their own, in order of time; the same stands below as a
list or a table.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.present.drawing.moments import Mark, Moments, moments
from generator.present.drawing.scale import Years
from generator.present.drawing.strip import bar_of, strip
from generator.present.drawing.tenures import tenures
from generator.present.inline import attribute, escape
from generator.present.lists.pieces import address
from generator.present.texts import label, say
from generator.present.views import OfficeView
from generator.present.views.drawings import MarksView, StripView

_TALL = 64
_ABOVE = 14
"""Room for the number over the tallest column."""
_AXIS = 20
_LANE = 13
_NARROW_LABELS = 6
_WIDE_LABELS = 20
_NUMBERED = 20
_OFFICES = 3
"""Fewer are read as easily in the list."""
_OFFICE = 34
_MONTHS = 2
"""Years below which the axis tells months too."""


def years_figure(root: str, it: StripView, title: str) -> str:
    """Columns, and a table of the same."""
    return (
        f'<figure class="drawn strip">\n{_columns(root, it, title)}{_table(root, it, title)}'
        "</figure>\n"
    )


def years_drawing(root: str, it: StripView, title: str) -> str:
    """Columns alone, where the page lists the same."""
    return f'<figure class="drawn strip">\n{_columns(root, it, title)}</figure>\n'


def _columns(root: str, it: StripView, title: str) -> str:
    made = strip([(column.number, column.count) for column in it.columns], _TALL)
    bottom = _ABOVE + _TALL
    most = max(column.count for column in it.columns)
    out = []
    for column, place in zip(it.columns, made.columns, strict=True):
        places = say("count.places", count=column.count)
        said = escape(say("timeline.bar", year=column.label, places=places))
        left, width = bar_of(place)
        top = bottom - place.tall
        narrow = len(it.columns) <= _NUMBERED or column.count == most
        kind = "" if narrow else ' class="wide"'
        out.append(
            f'<a href="{address(column.url, root)}"><title>{said}</title>'
            f'<rect class="hit" x="{place.left:g}%" width="{place.width:g}%" height="{bottom}"/>'
            f'<rect x="{left:g}%" y="{top:g}" width="{width:g}%" height="{place.tall:g}"/>'
            f'<text{kind} x="{left + width / 2:g}%" y="{top - 4:g}" text-anchor="middle">'
            f"{column.count:,}</text></a>\n"
        )
    room = min(1200, 56 * made.axis.total)
    return (
        f'<svg role="group" aria-label="{attribute(title)}"'
        f' width="{room}" height="{bottom + _AXIS}">\n'
        f"{_axis(made.axis, it.step, bottom)}{''.join(out)}</svg>\n"
    )


def _table(root: str, it: StripView, title: str) -> str:
    rows = "".join(
        [
            f'<tr><th scope="row"><a href="{address(column.url, root)}">{escape(column.label)}</a></th>'
            f"<td>{column.count:,}</td></tr>\n"
            for column in it.columns
        ]
    )
    return (
        f"<figcaption><details><summary>{label('drawing.table')}</summary>\n"
        f'<table class="plain counts"><caption class="unseen">{escape(title)}</caption>\n'
        f'<thead><tr><th scope="col">{label("drawing.when")}</th>'
        f'<th scope="col">{label("drawing.count")}</th></tr></thead>\n'
        f"<tbody>\n{rows}</tbody></table></details></figcaption>\n"
    )


def marks_figure(root: str, it: MarksView, title: str) -> str:
    """Events on their axis; nothing where they can't be drawn. The list below tells them."""
    made = moments([mark.edtf for mark in it.marks])
    if made is None:
        return ""
    bottom = made.lanes * _LANE + 6
    drawn = sorted(zip(it.marks, made.marks, strict=True), key=lambda pair: pair[1][:2])
    links = [
        f'<a href="{address(mark.url, root)}"><title>{escape(mark.label)}</title>'
        f"{_mark(place, made)}</a>\n"
        for mark, place in drawn
    ]
    return (
        f'<figure class="drawn times">\n<svg role="group" aria-label="{attribute(title)}"'
        f' width="100%" height="{bottom + _AXIS}">\n'
        f"{_axis(made.axis, 1, bottom, lines=True)}{''.join(links)}</svg>\n"
        f"<figcaption>{label('drawing.forms')}</figcaption>\n</figure>\n"
    )


def _mark(it: Mark, made: Moments) -> str:
    y = (made.lanes - it.lane) * _LANE - 4
    if it.form == "day":
        return f'<circle cx="{it.x1:g}%" cy="{y}" r="4.5"/>'
    line = f'x1="{it.x1:g}%" y1="{y}" x2="{it.x2:g}%" y2="{y}"'
    if it.form == "span":
        return f'<line class="span" {line}/><line class="core" {line}/>'
    known = it.x1 if it.form == "after" else it.x2
    return f'<line class="open" {line}/><circle class="ring" cx="{known:g}%" cy="{y}" r="3.5"/>'


def _axis(axis: Years, step: int, bottom: float, *, lines: bool = False) -> str:
    """Years below; where the axis leaves some out, a sign says so."""
    out = [
        f'<line x1="{axis.at(first):.4g}%" x2="{axis.at(last + 1):.4g}%" y1="{bottom}" y2="{bottom}"/>'
        for first, last in axis.pieces
    ]
    for number, kind in axis_labels(axis, _NARROW_LABELS, _WIDE_LABELS):
        x = axis.at(number) if lines else axis.at(number + 0.5)
        words = _words(number * step)
        if lines:
            out.append(
                f'<line{kind} x1="{x:.4g}%" x2="{x:.4g}%" y1="{bottom}" y2="{bottom + 5}"/>'
                f'<text{kind} x="{x:.4g}%" dx="3" y="{bottom + 15}">{words}</text>'
            )
        else:
            out.append(
                f'<text{kind} x="{x:.4g}%" y="{bottom + 15}" text-anchor="middle">{words}</text>'
            )
    if lines and axis.total <= _MONTHS:
        out += _months(axis, bottom)
    out += [
        f'<text class="break" x="{x:.4g}%" y="{bottom + 5}" text-anchor="middle">≈</text>'
        for x in axis.breaks
    ]
    return f'<g class="axis">{"".join(out)}</g>\n'


def axis_labels(axis: Years, narrow: int, wide: int) -> list[tuple[int, str]]:
    """(what is named, attribute that tells on which screens)."""
    few, many = axis.labels(narrow), axis.labels(wide)
    kinds = dict.fromkeys(few, ' class="narrow"') | dict.fromkeys(many, ' class="wide"')
    kinds |= dict.fromkeys(set(few).intersection(many), "")
    return sorted(kinds.items())


def _months(axis: Years, bottom: float) -> list[str]:
    out = []
    for first, last in axis.pieces:
        for year in range(first, last + 1):
            for month in (4, 7, 10):
                x = axis.at(year + (month - 1) / 12)
                words = say("drawing.month", month=month)
                out.append(
                    f'<line x1="{x:.4g}%" x2="{x:.4g}%" y1="{bottom}" y2="{bottom + 4}"/>'
                    f'<text x="{x:.4g}%" dx="3" y="{bottom + 15}">{escape(words)}</text>'
                )
    return out


def _words(year: int) -> str:
    return str(year) if year > 0 else escape(say("drawing.before", year=str(1 - year)))


def offices_figure(items: Sequence[OfficeView], title: str) -> str:
    """When texts give a person each office; nothing of few. The list below has the sentences."""
    told = [
        (it, [cite.date for cite in it.cites if len(cite.date) == len("2022-10-10")])
        for it in items
    ]
    told = [(it, days) for it, days in told if days]
    made = tenures([days for _, days in told]) if len(told) >= _OFFICES else None
    if made is None:
        return ""
    bottom = len(told) * _OFFICE + 4
    rows = []
    for number, ((it, _), dots) in enumerate(zip(told, made.rows, strict=True)):
        y = number * _OFFICE + 27
        org = it.org.title if it.org and it.org.title not in it.office else ""
        rows.append(
            f'<text y="{y - 11}">{escape(f"{org} {it.office}".strip())}</text>'
            f'<line class="thin" x2="100%" y1="{y}" y2="{y}"/>'
            f'<line class="run" x1="{dots[0]:g}%" x2="{dots[-1]:g}%" y1="{y}" y2="{y}"/>'
            + "".join([f'<circle class="came" cx="{x:g}%" cy="{y}" r="3.5"/>' for x in dots])
        )
    return (
        f'<figure class="drawn tenures">\n<svg role="img" aria-label="{attribute(title)}"'
        f' width="100%" height="{bottom + _AXIS}">\n'
        f"{_axis(made.axis, 1, bottom, lines=True)}{''.join(rows)}</svg>\n"
        f"<figcaption>{label('drawing.tenures_note')}</figcaption>\n</figure>\n"
    )
