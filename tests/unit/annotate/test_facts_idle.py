"""Which dates tell something and stand on a timeline: tests/cases/facts/idle."""

from __future__ import annotations

import pytest

from generator.annotate.facts.idle import tells_nothing
from tests.unit.case_files import examples


@pytest.mark.parametrize(("first", "rest"), examples("facts/idle"))
def test_whether_something_is_told(first: str, rest: list[str]) -> None:
    at = first.index(rest[0])
    end = len(first.rstrip("。"))
    nothing = tells_nothing(
        f"上文。\n{first}\n下文。", (4, 4 + end), (4 + at, 4 + at + len(rest[0]))
    )
    assert nothing is (rest[1:] != ["- 有事"])
