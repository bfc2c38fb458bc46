"""Which amounts of a measure are drawn over the years, and as what."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.knowledge import Mention
from generator.model.statements import FigureGroup, FigureRow
from generator.present.compose.points import LEAST, alike, chart_view
from generator.present.views.drawings import ChartView, PointView

PLACE = Mention(0, 0, 0, 4, 0)


def row(when: str, value: Any, status: Any = "actual", change: str = "", **more: Any) -> FigureRow:
    """An amount of GDP in per cent, if nothing else is said."""
    said = {"cite": PLACE, "unit": "%", "qualifiers": (), "when_said": True, "subject": -1}
    said |= {"subject_words": "", "words": "", "status": status, "when": when, "value": value}
    return FigureRow(**{**said, "change": change, **more})


def drawn(*rows: FigureRow) -> tuple[PointView, ...]:
    """With enough others that there is a chart."""
    others = [row(str(1980 + it), 5, rows[0].status, "增长") for it in range(LEAST)]
    made = chart_view([*others, *rows])
    assert made is not None
    return tuple(it for it in made.points if it.year >= 1990)


@pytest.mark.parametrize(
    ("told", "year"),
    [
        pytest.param("2018", 2018, id="year"),
        pytest.param("2018-12~", 2018, id="its-end"),
        pytest.param("2018/2018", 2018, id="an-interval-of-one"),
        pytest.param("2016/2020", 0, id="five-years"),
        pytest.param("2018-06", 0, id="a-month"),
        pytest.param("2018-33", 0, id="a-quarter"),
        pytest.param("2018-01/2018-09", 0, id="nine-months"),
        pytest.param("201X", 0, id="a-decade"),
        pytest.param("", 0, id="not-told"),
    ],
)
def test_only_amounts_of_one_year_are_drawn(told: str, year: int) -> None:
    assert [it.year for it in drawn(row(told, 6.5))] == ([year] if year else [])


@pytest.mark.parametrize(
    ("change", "low"),
    [
        pytest.param("增长", 3, id="grew"),
        pytest.param("涨幅", 3, id="by-how-much-it-rose"),
        pytest.param("同比下降", -3, id="fell"),
        pytest.param("减少", -3, id="less"),
        pytest.param("低", -3, id="lower"),
        pytest.param("年均增长", None, id="a-mean-of-years"),
        pytest.param("平均每年增加", None, id="a-mean-of-years-in-other-words"),
        pytest.param("涨幅回落", None, id="up-or-down"),
        pytest.param("", None, id="no-word"),
    ],
)
def test_what_fell_is_below_zero_and_what_is_not_known_is_left_out(
    change: str, low: float | None
) -> None:
    assert [it.low for it in drawn(row("2018", 3, "change", change))] == (
        [] if low is None else [low]
    )


@pytest.mark.parametrize(
    ("told", "said"),
    [
        pytest.param(
            row("2018", 11_000_000, "target", qualifiers=("min",), unit="人"), "≥1100万人"
        ),
        pytest.param(row("2018", 5.5, "target", qualifiers=("approx",)), "≈5.5%"),
        pytest.param(row("2018", (6, 6.5), "target"), "6—6.5%"),
        pytest.param(row("2018", 3, "change-target", "下降", qualifiers=("min",)), "≤−3%"),
        pytest.param(row("2018", 20e12, qualifiers=("more",), unit="元"), ">20万亿元"),
    ],
    ids=["at-least", "about", "range", "falls-by-at-least", "more"],
)
def test_an_amount_in_short_says_its_limit(told: FigureRow, said: str) -> None:
    assert [it.said for it in drawn(told)] == [said]


def test_aims_are_told_from_what_came() -> None:
    found = drawn(row("2018", 6.5, "target"), row("2018", 6.6))
    assert [(it.low, it.aim, it.split) for it in found] == [(6.5, True, False), (6.6, False, False)]


def test_several_amounts_of_a_year_are_marked() -> None:
    found = drawn(row("2018", 6.6), row("2018", 6.9), row("2019", 6.1), row("2019", 6.1))
    assert [(it.low, it.split) for it in found] == [(6.6, True), (6.9, True), (6.1, False)]


def test_real_growth_is_another_sort_than_growth() -> None:
    found = drawn(row("2018", 6, "change", "实际增长"), row("2019", 7, "change", "增长"))
    assert [it.sort for it in found] == ["real", ""]


def test_what_is_not_drawn_is_counted() -> None:
    rows = [row(str(2000 + it), it) for it in range(LEAST)]
    made = chart_view([*rows, row("2001/2005", 50)])
    assert isinstance(made, ChartView)
    assert made.left == 1


def test_few_years_are_not_drawn() -> None:
    assert chart_view([row("2018", 6), row("2018", 7), row("2019", 6)]) is None


def test_amounts_in_another_unit_of_another_body_or_newly_added_are_another_series() -> None:
    rows = [
        row("2017", 1),
        row("2018", 2),
        row("2017", 3, unit="元"),
        row("2018", 4, unit="元"),
        row("2018", 5, "change", "增长"),
        row("2018", 6, qualifiers=("new",)),
        row("2018", 7, subject_words="山西"),
    ]
    assert alike(FigureGroup("产值", tuple(rows))) == [[0, 1], [2, 3]]
