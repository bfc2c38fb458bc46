"""Figures a reader is told: never all where something lacks, never nothing where there is some."""

from __future__ import annotations

import pytest

from generator.present.percent import percent


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        pytest.param(1.0, 1, "100%", id="all"),
        pytest.param(0.9996, 1, ">99.9%", id="nearly-all"),
        pytest.param(0.999, 1, "99.9%", id="three-nines"),
        pytest.param(0.9949, 1, "99.5%", id="tenths-at-the-top"),
        pytest.param(0.9899, 1, "99%", id="no-tenths-below"),
        pytest.param(0.625, 1, "63%", id="half-up"),
        pytest.param(0.973, 1, "97%", id="whole-percents"),
        pytest.param(0.0049, 1, "0.5%", id="tenths-at-the-bottom"),
        pytest.param(0.0004, 1, "<0.1%", id="nearly-nothing"),
        pytest.param(0.0, 1, "0%", id="nothing"),
        pytest.param(9999, 10000, ">99.9%", id="one-character-of-many"),
        pytest.param(97, 100, "97%", id="characters"),
        pytest.param(5, 5, "100%", id="all-characters"),
    ],
)
def test_share(part: float, whole: float, told: str) -> None:
    assert percent(part, whole) == told
