"""Offices of a person over the years: dots where texts give them, apart from one another."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.present.drawing.moments import NARROW
from generator.present.drawing.tenures import tenures

DAYS = st.lists(st.dates(min_value=date(1900, 1, 1)).map(lambda it: it.isoformat()), min_size=1)


def test_each_office_has_a_dot_for_each_day() -> None:
    made = tenures([["2003-02-12", "2005-03-12", "2003-02-12"], ["2007-04-12"]])
    assert made is not None
    assert [len(row) for row in made.rows] == [2, 1]
    assert made.rows[0][-1] < made.rows[1][0]


@pytest.mark.parametrize(
    "days",
    [
        pytest.param([["2022-01-01", "2022-12-31"]], id="one-year"),
        pytest.param([["2022-05-01"], ["2022-05-02"]], id="two-offices-in-one-year"),
    ],
)
def test_what_is_all_of_one_year_is_not_drawn(days: list[list[str]]) -> None:
    assert tenures(days) is None


@given(st.lists(DAYS, min_size=1, max_size=12))
def test_dots_are_in_order_apart_and_keep_the_ends(days: list[list[str]]) -> None:
    made = tenures(days)
    if made is None:
        return
    for row, told in zip(made.rows, days, strict=True):
        assert list(row) == sorted(row)
        assert 0 <= row[0] <= row[-1] <= 100
        assert (len(row) == 1) == (len(set(told)) == 1)
        for one, other in pairwise(row[:-1]):
            assert (other - one) * NARROW / 100 >= 6.9
