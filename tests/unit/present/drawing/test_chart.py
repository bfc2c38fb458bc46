"""Charts: what is higher is drawn higher, only neighbours are joined, no words overlap."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.present.drawing.chart import NARROW, WIDE, Box, Label, chart, text_width
from generator.present.views.drawings import ChartView, PointView

HEIGHT = 200


def came(year: int, value: float, sort: str = "", *, split: bool = False) -> PointView:
    return PointView(year, value, value, f"{value:g}%", False, sort, split)


def aim(year: int, low: float, high: float = 0) -> PointView:
    return PointView(year, low, high or low, f"{low:g}%", True)


GROWTH = ChartView(
    (came(2003, 9.1), aim(2004, 7), came(2004, 9.5), came(2006, 10.7), came(2007, 11.4)), "%", True
)
amounts = st.floats(-1e9, 1e9, allow_nan=False).map(lambda it: round(it, 2))
points = st.lists(
    st.builds(
        lambda year, value, other, aimed: PointView(
            year, min(value, other), max(value, other), f"{value:g}万元", aimed
        ),
        st.integers(1949, 2035),
        amounts,
        amounts,
        st.booleans(),
    ),
    min_size=1,
    max_size=40,
).map(lambda found: ChartView(tuple(sorted(found, key=lambda it: (it.year, not it.aim))), "元"))


def test_a_year_without_an_amount_parts_the_line() -> None:
    joined = [(x1, x2) for x1, _, x2, _ in chart(GROWTH, HEIGHT).lines]
    at = {dot.point.year: dot.x for dot in chart(GROWTH, HEIGHT).dots}
    assert joined == [(at[2003], at[2004]), (at[2006], at[2007])]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(aim(2004, 8), id="an-aim"),
        pytest.param(came(2004, 8, "real"), id="real-growth-and-nominal"),
        pytest.param(came(2004, 8, split=True), id="several-amounts-of-a-year"),
    ],
)
def test_what_differs_in_kind_is_not_joined(other: PointView) -> None:
    assert chart(ChartView((came(2003, 9), other), "%"), HEIGHT).lines == ()


def test_a_range_is_as_tall_as_it_is_wide() -> None:
    made = chart(ChartView((aim(2016, 6.5, 7), aim(2017, 6.5)), "%"), HEIGHT)
    assert made.dots[0].y < made.dots[1].y == made.dots[0].y2


def test_the_last_of_both_kinds_is_named() -> None:
    made = chart(ChartView((came(2020, 2.3), came(2021, 8.1), aim(2022, 5.5)), "%"), HEIGHT)
    assert {"8.1%", "5.5%"} <= {it.text for it in made.wide}


@given(points)
def test_higher_is_higher_and_all_is_inside(view: ChartView) -> None:
    made = chart(view, HEIGHT)
    for one, other in combinations(made.dots, 2):
        if one.point.high > other.point.high:
            assert one.y <= other.y
        if one.point.year < other.point.year:
            assert one.x < other.x
    for dot in made.dots:
        assert 0 <= dot.x <= 100
        assert -0.1 <= dot.y <= dot.y2 <= HEIGHT + 0.1
        assert made.axis.low <= dot.point.low
    assert made.y(made.axis.high) == 0


@given(points)
def test_no_words_cover_others_or_leave_the_narrowest_screen(view: ChartView) -> None:
    made = chart(view, HEIGHT)
    for labels, width in ((made.narrow, NARROW), (made.wide, WIDE)):
        boxes = [_box(it, width) for it in labels]
        assert not any(one.meets(other) for one, other in combinations(boxes, 2))
        assert all(it.left >= -5 and it.right <= width + 5 for it in boxes)


def _box(it: Label, width: float) -> Box:
    x, wide = it.x * width / 100, text_width(it.text)
    left = {"middle": x - wide / 2, "start": x - 4, "end": x + 4 - wide}[it.anchor]
    return Box(left, it.y - 9, left + wide, it.y + 1)
