"""Words as one pattern."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.either import either


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        pytest.param(("签约", "签约落户", "召开"), "项目签约落户新区", "签约落户", id="longest"),
        pytest.param(("落户", "签约"), "项目签约落户新区", "签约", id="first in the text"),
        pytest.param(("说", "说过"), "他说。", "说", id="one character"),
        pytest.param(("3+", "(一)"), "见(一)", "(一)", id="signs of patterns"),
    ],
)
def test_finds(words: tuple[str, ...], text: str, expected: str) -> None:
    found = re.search(either(words), text)
    assert found is not None
    assert found[0] == expected


def test_rest_may_guard_a_word() -> None:
    guarded = re.compile(
        either(("说", "说明"), lambda it: it[1:] + (f"(?<!小{it})" if it == "说" else ""))
    )
    assert [it[0] for it in guarded.finditer("小说里他说，说明如下")] == ["说", "说明"]


@given(st.sets(st.text("签约(落.户", min_size=1, max_size=4), min_size=1), st.text("签约(落.户"))
def test_is_the_plain_alternation(words: set[str], text: str) -> None:
    plain = "|".join(map(re.escape, sorted(words, key=lambda it: (-len(it), it))))
    assert re.findall(either(words), text) == re.findall(plain, text)
