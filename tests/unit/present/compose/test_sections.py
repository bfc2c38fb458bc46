"""Long sections: what the first page shows, and that the rest is not lost."""

from __future__ import annotations

import msgspec
import pytest

from generator.model.knowledge import Knowledge
from generator.present import views as v
from generator.present.compose.bars import with_bars
from generator.present.compose.desk import Desk, Site
from generator.present.compose.sections import first, part_pages
from generator.present.compose.strips import anchored
from tests.unit.present.sample_statements import figure, words

OWNER = v.TermLink("水利", "topics/shuili/")
NOTHING = Knowledge((), (), (), (), (), (), (), (), (), (), (), ())


def timeline(count: int) -> tuple[v.MomentView, ...]:
    cite = v.CiteView(words("渠成"))
    return tuple(v.MomentView(f"{1900 + year}", (cite,)) for year in range(count))


def groups(*sizes: int) -> tuple[v.FigureGroupView, ...]:
    return tuple(
        v.FigureGroupView(
            f"量{number}", tuple(figure("3亩", str(row + 1), when=f"{1900 + row}") for row in range(size))
        )
        for number, size in enumerate(sizes)
    )  # fmt: skip


def pages(view: v.StatementsView) -> dict[str, v.PartView]:
    desk = Desk(Site("站"), NOTHING, str)
    found = part_pages(desk, OWNER, (), view, first(view, OWNER.url).more)
    return {url: it for url, it in found if isinstance(it, v.PartView)}


def test_a_short_section_stands_whole_and_has_no_page_of_its_own() -> None:
    view = v.StatementsView(timeline=timeline(15), figures=groups(8, 8))
    shown = first(view, OWNER.url)
    assert (len(shown.timeline), shown.figures, shown.more) == (15, view.figures, {})
    assert not pages(view)


def test_of_a_long_timeline_the_latest_are_shown_and_all_stand_below() -> None:
    view = v.StatementsView(timeline=timeline(170))
    shown = first(view, OWNER.url)
    whole = anchored(view.timeline)
    assert shown.timeline == whole[-len(shown.timeline) :]
    assert shown.more["timeline"] == v.More(len(shown.timeline), 170, "topics/shuili/timeline/")
    told = pages(view)
    assert list(told) == [
        "topics/shuili/timeline/",
        "topics/shuili/timeline/page/2/",
        "topics/shuili/timeline/page/3/",
    ]
    assert sum((it.statements.timeline for it in told.values()), ()) == whole


@pytest.mark.parametrize(
    "sizes", [(9,), (200,), (3,) * 60, (70, 20, 100, 5)], ids=lambda sizes: f"{len(sizes)} groups"
)
def test_no_amount_is_lost_between_pages(sizes: tuple[int, ...]) -> None:
    view = v.StatementsView(figures=groups(*sizes))
    told = [it.statements.figures for it in pages(view).values()]
    rows = [(group.measure, row.value) for page in told for group in page for row in group.rows]
    assert rows == [(group.measure, row.value) for group in view.figures for row in group.rows]
    held = [group.measure for page in told for group in page[:1] if group.held]
    assert held == [
        group.measure for group in view.figures for _ in range((len(group.rows) - 1) // 80)
    ]


BARS = {
    "levels": ([("2", "actual"), ("4", "target")], [500, 1000]),
    "one alone": ([("2", "actual")], [-1]),
    "all alike": ([("2", "actual"), ("2", "target")], [-1, -1]),
    "a change is no level": ([("2", "actual"), ("4", "change")], [-1, -1]),
    "a range by its upper end": ([("1/2", "actual"), ("4", "actual")], [500, 1000]),
    "negative ones": ([("-2", "actual"), ("4", "actual")], [-1, -1]),
}


@pytest.mark.parametrize(("rows", "lengths"), BARS.values(), ids=BARS)
def test_bars_only_beside_what_can_be_compared(
    rows: list[tuple[str, str]], lengths: list[int]
) -> None:
    told = with_bars([figure("x", value, status=status) for value, status in rows])
    assert [it.bar for it in told] == lengths


def test_amounts_of_two_bodies_are_not_compared() -> None:
    one, other = (v.TermLink(name, "") for name in ("甲县", "乙县"))
    rows = [figure("2亩", "2", subject=one), figure("4亩", "4", subject=other)]
    assert [it.bar for it in with_bars(rows)] == [-1, -1]
    assert msgspec.structs.replace(rows[0], bar=-1) == rows[0]


def test_every_page_of_a_long_timeline_has_the_way_to_all_years() -> None:
    told = pages(v.StatementsView(timeline=timeline(170)))
    strips = [it.statements.strip for it in told.values()]
    assert strips[0] is not None
    assert strips == [strips[0]] * 3
    ways = {it.url.partition("#")[0] for it in strips[0].columns}
    assert ways == set(told)
