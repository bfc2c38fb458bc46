"""Amounts of one measure -> its page: tables by time, what was aimed at beside what was reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.model.statements import FigureGroup
from generator.present import views
from generator.present.compose.bars import with_bars
from generator.present.compose.desk import Desk
from generator.present.compose.points import alike, chart_view, way
from generator.present.compose.statements import entity_link, figure, figure_group
from generator.present.views.indexes import MeasureView, SeriesCell, SeriesRow, SeriesView
from generator.present.views.statements import FigureView
from generator.present.wording import QUALIFIERS
from generator.weave.statements.figures import figures
from generator.weave.statements.sources import Pick, sources

Head = tuple[str, int, int, str]
"""(measure, amounts, articles, years): of all its pages together."""


def measure_view(
    desk: Desk, chrome: views.Chrome, head: Head, picks: Iterable[Pick], turn: views.Pager | None
) -> MeasureView:
    """One page of a measure."""
    measure, count, articles, years = head
    (group,) = figures(sources(desk.knowledge), sorted(picks))
    shown = [figure(desk, row, measure) for row in group.rows]
    split = frozenset(index for indices in group.conflicts for index in indices)
    together = alike(group)
    series = tuple(_series(desk, group, it, shown, split) for it in together)
    told = {index for indices in together for index in indices}
    single = tuple(it for index, it in enumerate(shown) if index not in told)
    words = Counter(row.words for row in group.rows if row.words and row.words != measure)
    return MeasureView(
        chrome=chrome,
        title=measure,
        words=tuple(word for word, _ in words.most_common(6)),
        series=series,
        single=(views.FigureGroupView(measure, single),) if single else (),
        count=count,
        articles=articles,
        span=years,
        pager=turn,
    )


def once_groups(desk: Desk, picks: Iterable[Pick]) -> tuple[views.FigureGroupView, ...]:
    """Single amounts by what they measure, those that name it first."""
    return tuple(figure_group(desk, it) for it in figures(sources(desk.knowledge), sorted(picks)))


def _time(edtf: str) -> str:
    """2014/2014 is 2014: one row of the table."""
    first, _, last = edtf.partition("/")
    return first if first == last else edtf


def _series(
    desk: Desk,
    group: FigureGroup,
    indices: Sequence[int],
    shown: Sequence[FigureView],
    split: frozenset[int],
) -> SeriesView:
    times: dict[str, tuple[list[int], list[int]]] = {}
    for index in indices:
        row = group.rows[index]
        cells = times.setdefault(_time(row.when), ([], []))
        cells["target" not in row.status].append(index)
    first = group.rows[indices[0]]

    drawn = dict(zip(indices, with_bars([shown[it] for it in indices]), strict=True))

    def cell(found: Sequence[int]) -> SeriesCell:
        return SeriesCell(tuple(drawn[it] for it in found), any(it in split for it in found))

    return SeriesView(
        subject=entity_link(desk, first.subject, first.subject_words),
        unit=first.unit,
        change=first.status.startswith("change"),
        rows=tuple(
            SeriesRow(when, cell(aims), cell(reached)) for when, (aims, reached) in times.items()
        ),
        aims=any(aims for aims, _ in times.values()),
        reached=any(reached for _, reached in times.values()),
        way=way(first) if QUALIFIERS["new"] not in group.measure else "",
        chart=chart_view([group.rows[it] for it in indices]),
    )
