"""Bars beside amounts: only what can be held against one another."""

from __future__ import annotations

import msgspec
import pytest

from generator.present.compose.bars import with_bars
from generator.present.views import FigureView
from tests.unit.present.sample_statements import figure


def amount(value: str, when: str = "2018", status: str = "actual", *notes: str) -> FigureView:
    made = figure(f"{value}亿元", status=status)
    return msgspec.structs.replace(made, value=value, unit="亿元", when=when, notes=notes)


def test_bars_begin_at_zero_and_the_longest_is_whole() -> None:
    assert [it.bar for it in with_bars([amount("5"), amount("10"), amount("2.5")])] == [
        500,
        1000,
        250,
    ]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(amount("50", "2013/2017"), id="five-years"),
        pytest.param(amount("3", "2018", "change", "增长"), id="a-change"),
        pytest.param(msgspec.structs.replace(amount("3"), unit="%"), id="another-unit"),
    ],
)
def test_amounts_of_another_kind_are_not_set_beside(other: FigureView) -> None:
    assert [it.bar for it in with_bars([amount("5"), amount("10"), other])] == [500, 1000, -1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            amount("3", "2018", "change", "增长"),
            amount("6", "2019", "change", "下降"),
            id="up-and-down",
        ),
        pytest.param(
            amount("57.3", "2000/2005", "change", "增长"),
            amount("9.5", "2000/2005", "change", "年均增长"),
            id="sum-and-mean",
        ),
    ],
)
def test_what_differs_in_sense_has_no_bars(one: FigureView, other: FigureView) -> None:
    assert [it.bar for it in with_bars([one, other])] == [-1, -1]
