"""Amounts -> tables, by what they measure."""

from __future__ import annotations

from collections.abc import Sequence

from generator.present.inline import attribute, escape
from generator.present.lists.charts import trend
from generator.present.lists.pieces import also, amount, day, link, name, source, to
from generator.present.lists.quoted import quoted
from generator.present.statement_filters import status
from generator.present.texts import label, text
from generator.present.views import FigureGroupView, FigureView, QuoteView
from generator.present.wording import date_words

_SHORTEST = 4
"""Thousandths of the longest bar; a shorter one is not seen."""
_COLUMNS = ("measure", "time", "amount", "original")


def figures(root: str, groups: Sequence[FigureGroupView], *, many: bool) -> str:
    """One table for all; sentences that can't all be right stand side by side below a measure."""
    cells = "".join([f'<th scope="col">{label(f"amounts_table.{it}")}</th>' for it in _COLUMNS])
    out = [
        f'<table class="amounts">\n<caption class="unseen">{label("amounts_table.caption")}</caption>\n'
        f'<thead class="unseen"><tr>{cells}</tr></thead>\n'
    ]
    for it in groups:
        out.append("<tbody>\n")
        head = _measure(root, it)
        if it.chart is not None:
            out.append(f'<tr>{head}<td colspan="3">{trend(it.chart, it.measure)}</td></tr>\n')
            head = ""
        for row in it.rows:
            out.append(_row(root, row, head, many=many))
            head = ""
        out.extend([_conflict(root, told) for told in it.conflicts])
        out.append("</tbody>\n")
    out.append("</table>\n")
    return "".join(out)


def bar(it: FigureView) -> str:
    """As long as the amount is beside others; nothing if it can't be held against any."""
    if it.bar < 0:
        return ""
    share = f"{max(it.bar, _SHORTEST) / 10:g}%"
    if "target" in it.status:
        drawn = f'<rect class="aimed" width="{share}" y=".75" height="4.5"/>'
    else:
        drawn = f'<rect width="{share}" height="6"/>'
    return f'<svg width="100%" height="6" aria-hidden="true">{drawn}</svg>'


def _concluded() -> str:
    return attribute(text("site.concluded"))


def _measure(root: str, it: FigureGroupView) -> str:
    words = (
        link(root, it.url, it.measure)
        if it.url
        else escape(it.measure or text("amounts_table.unnamed"))
    )
    held = f'<span class="aside">{label("amounts_table.continued")}</span>' if it.held else ""
    return (
        f'<th scope="rowgroup" rowspan="{len(it.rows) + (it.chart is not None)}">{words}{held}</th>'
    )


def _row(root: str, it: FigureView, head: str, *, many: bool) -> str:
    when = ""
    if it.when:
        here = not it.when_said and not many and it.when == it.amount.date
        words = text("amounts_table.at_publication") if here else date_words(it.when)
        concluded = "" if it.when_said else f' class="zhu" title="{_concluded()}"'
        when = f"<span{concluded}>{escape(words)}</span>"
    if it.status != "actual":
        kind = "aim" if "target" in it.status else "change"
        when += f' <b class="{kind}">{escape(status(it.status))}</b>'
    subject = f"<span>{name(root, it.subject)}</span>" if it.subject else ""
    notes = (
        f'<span class="zhu">{escape(text("mark.clause").join(it.notes))}</span>' if it.notes else ""
    )
    shown = amount(it.amount, it.value, it.unit, by_editor=it.by_editor)
    place = to(root, it.clause, many=many)
    return (
        f'<tr>\n{head}\n<td class="when">{when}</td>\n<td class="amount">{shown}{bar(it)}</td>\n'
        f'<td>{source(it.clause)} <span class="at">{place}{subject}{notes}'
        f"{also(root, it.repeats)}</span></td>\n</tr>\n"
    )


def _conflict(root: str, told: Sequence[QuoteView]) -> str:
    sides = []
    for it in told:
        date = f"<span>{day(it.date)}</span>" if it.date else ""
        place = link(root, it.url, it.article)
        sides.append(
            f'<div><blockquote>{quoted(it)}</blockquote><p class="at">{place}{date}</p></div>\n'
        )
    return (
        '<tr><td colspan="4">\n<div class="split">\n'
        f'<p class="notice">{label("amounts_table.conflict")}</p>\n'
        f'<div class="sides">\n{"".join(sides)}</div>\n</div>\n</td></tr>\n'
    )
