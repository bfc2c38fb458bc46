"""Years side by side: as tall as much is told of them, at the place that is theirs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.present.drawing.strip import bar_of, step_for, strip

TALL = 64
COUNTS = st.dictionaries(st.integers(-300, 2100), st.integers(1, 900), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("told", "step"),
    [
        pytest.param(range(2003, 2023), 1, id="years"),
        pytest.param([1943, *range(2017, 2023)], 1, id="one-long-ago"),
        pytest.param(range(1700, 2023), 10, id="decades"),
        pytest.param(range(-770, 2023, 7), 100, id="centuries"),
    ],
)
def test_what_would_be_too_many_years_is_told_by_decades(told: range, step: int) -> None:
    assert step_for(told) == step


@given(COUNTS)
def test_columns_stand_apart_and_on_a_true_scale(counts: dict[int, int]) -> None:
    told = sorted(counts.items())
    made = strip(told, TALL)
    for (one, _), column, after in zip(told, made.columns, made.columns[1:], strict=False):
        assert column.left + column.width <= after.left + 0.01, one
    left, width = bar_of(made.columns[-1])
    assert left + width <= 100.01
    assert {round(it.width, 6) for it in made.columns} == {round(made.axis.unit, 3)}


@given(COUNTS)
def test_more_is_taller_and_nothing_vanishes(counts: dict[int, int]) -> None:
    made = strip(sorted(counts.items()), TALL)
    tall = sorted(
        (count, column.tall)
        for (_, count), column in zip(sorted(counts.items()), made.columns, strict=True)
    )
    assert all(one[1] <= other[1] for one, other in pairwise(tall))
    assert tall[0][1] >= 2
    assert tall[-1][1] == TALL
