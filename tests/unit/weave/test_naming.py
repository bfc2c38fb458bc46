"""The usual name of what goes by several; titles that say nothing of whose they are."""

from __future__ import annotations

import pytest

from generator.weave.naming import is_generic_title, official


@pytest.mark.parametrize(
    ("name", "usual"),
    [("新农合", "新型农村合作医疗"), ("自贸港", "自由贸易港"), ("青石渠", "青石渠")],
)
def test_a_term_goes_by_its_usual_name(name: str, usual: str) -> None:
    assert official("TERM", name) == usual


@pytest.mark.parametrize(
    ("title", "generic"),
    [("政府工作报告", True), ("纲要草案", True), ("青石水渠条例", False)],
)
def test_titles_that_tell_nothing_of_whose_they_are(title: str, generic: bool) -> None:
    assert is_generic_title(title) is generic
