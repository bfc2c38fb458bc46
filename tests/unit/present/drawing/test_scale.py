"""Axes: round numbers around what is told, and years true to scale but for breaks that show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.present.drawing.scale import ticks, years


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        pytest.param(2.3, 10.7, (0, 5, 10, 15), id="from-zero-if-that-is-near"),
        pytest.param(859e4, 1361e4, (0, 5e6, 1e7, 1.5e7), id="large"),
        pytest.param(46.1, 51.6, (46, 48, 50, 52), id="else-not-from-zero"),
        pytest.param(-4.8, -3.1, (-6, -4, -2, 0), id="what-fell-hangs-from-zero"),
        pytest.param(-13, 5, (-15, -10, -5, 0, 5), id="both"),
        pytest.param(0, 0, (0, 0.25, 0.5, 0.75, 1), id="nothing"),
        pytest.param(18, 18, (0, 5, 10, 15, 20), id="one-amount"),
    ],
)
def test_ticks_are_round_and_hold_everything(
    low: float, high: float, expected: tuple[float, ...]
) -> None:
    assert ticks(low, high).at == pytest.approx(expected)


@given(st.floats(-1e13, 1e13), st.floats(0, 1e13))
def test_any_amounts_lie_between_the_ends_of_few_ticks(low: float, more: float) -> None:
    axis = ticks(low, low + more)
    slack = 1e-6 * max(abs(axis.low), abs(axis.high))
    assert axis.low - slack <= low <= low + more <= axis.high + slack
    assert 2 <= len(axis.at) <= 7


@pytest.mark.parametrize(
    ("told", "pieces"),
    [
        pytest.param([2003, 2007, 2013, 2022], ((2003, 2022),), id="true-to-scale"),
        pytest.param([1943, 2017, 2018, 2022], ((1943, 1943), (2017, 2022)), id="a-lone-year"),
        pytest.param(
            [1950, *range(1997, 2023), 2035],
            ((1950, 1950), (1997, 2022), (2035, 2035)),
            id="on-both-sides",
        ),
        pytest.param([2001, 2009, 2010], ((2001, 2010),), id="a-short-gap-stays"),
        pytest.param([2022], ((2022, 2022),), id="one"),
    ],
)
def test_only_long_empty_stretches_are_left_out(
    told: list[int], pieces: tuple[tuple[int, int], ...]
) -> None:
    axis = years(told)
    assert axis.pieces == pieces
    assert len(axis.breaks) == len(pieces) - 1


@given(st.lists(st.integers(-3000, 2200), min_size=1, max_size=40))
def test_later_is_further_right_and_all_is_inside(told: list[int]) -> None:
    axis = years(told)
    times = sorted({*told, *(it + 0.5 for it in told), *(it + 1 for it in told)})
    places = [axis.at(it) for it in times]
    assert places == sorted(places)
    assert places[0] >= -1e-6
    assert places[-1] <= 100 + 1e-6
    for first, last in axis.pieces:
        assert axis.at(last + 1) - axis.at(first) == pytest.approx(axis.unit * (last + 1 - first))


@given(st.lists(st.integers(-3000, 2200), min_size=1, max_size=40), st.sampled_from([7, 26]))
def test_labels_are_few_and_of_years_that_are_shown(told: list[int], most: int) -> None:
    axis = years(told)
    labels = axis.labels(most)
    assert labels
    assert len(labels) <= most + 2 * len(axis.pieces)
    assert all(any(first <= it <= last for first, last in axis.pieces) for it in labels)
