"""Events on a time axis: as exact as they are told, in order, none over another."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.present.drawing.moments import MOST_LANES, NARROW, Mark, moments

DATES = st.one_of(
    st.dates().map(lambda it: it.isoformat()),
    st.builds("{:04d}-{:02d}".format, st.integers(1900, 2030), st.integers(1, 12)),
    st.builds("{:04d}-{:02d}".format, st.integers(1900, 2030), st.integers(21, 41)),
    st.integers(1900, 2030).map(str),
    st.integers(1900, 2030).map("{}/..".format),
    st.integers(1900, 2030).map("../{}".format),
    st.integers(190, 202).map("{}X".format),
)


@pytest.mark.parametrize(
    ("edtf", "form"),
    [
        pytest.param("2022-10-10", "day", id="day"),
        pytest.param("2022-10", "span", id="month"),
        pytest.param("2022-33", "span", id="quarter"),
        pytest.param("2022-10-01/2022-10-10", "span", id="first-ten-days"),
        pytest.param("2022", "span", id="year"),
        pytest.param("2017/2022", "span", id="years"),
        pytest.param("2022-05/..", "after", id="since"),
        pytest.param("../2022-10-10", "before", id="until"),
    ],
)
def test_the_form_tells_how_exact_a_date_is(edtf: str, form: str) -> None:
    made = moments([edtf, "2020-01-01", "2023-01-01"])
    assert made is not None
    assert made.marks[0].form == form


def test_a_year_is_as_long_as_twelve_months() -> None:
    made = moments(["2020", "2021-01", "2021-12", "2022"])
    assert made is not None
    year, first, last, _ = made.marks
    assert year.x2 == first.x1
    assert last.x2 - first.x1 == pytest.approx(year.x2 - year.x1, abs=0.05)


def test_what_lasts_over_an_empty_stretch_keeps_it() -> None:
    made = moments(["1949/2019", "1949", "2019", "2020"])
    assert made is not None
    assert made.axis.breaks == ()


@pytest.mark.parametrize(
    "dates",
    [
        pytest.param([], id="none"),
        pytest.param(["2022", "XXXX-10-01"], id="no-year"),
        pytest.param(["2022-10-10"] * (MOST_LANES + 1), id="all-at-once"),
    ],
)
def test_what_cannot_be_drawn_is_not(dates: list[str]) -> None:
    assert moments(dates) is None


@given(st.lists(DATES, min_size=1, max_size=40))
def test_marks_are_inside_in_order_and_apart(dates: list[str]) -> None:
    made = moments(dates)
    if made is None:
        return
    for mark in made.marks:
        assert -0.01 <= mark.x1 <= mark.x2 <= 100.01
        assert 0 <= mark.lane < made.lanes
    for one, other in combinations(made.marks, 2):
        if one.lane == other.lane:
            left, right = sorted((one, other))
            assert _end(left) <= right.x1 * NARROW / 100 - 4


def _end(mark: Mark) -> float:
    return mark.x2 * NARROW / 100 + 4
