"""Policy shorthand with a count, and its members where the text lists them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.programmes import find_programmes
from generator.annotate.prose import plain_prose
from generator.model.findings import Programme

CASES = Path(__file__).parents[2] / "cases" / "programmes" / "programmes.txt"


def _cases() -> list[Any]:
    found = []
    for example in CASES.read_text("utf-8").split("\n\n"):
        lines = [line for line in example.split("\n") if line and not line.startswith("#")]
        if lines:
            found.append(pytest.param(lines[0].replace("/", "\n"), lines[1:], id=lines[0][:16]))
    return found


def _written(text: str, it: Programme) -> str:
    members = "、".join(text[start:end] for start, end in it.members) or "—"
    return f"{'-' if it.shown else '~'} {text[it.start : it.end]} = {it.count} | {members}"


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_reads_programmes_as_a_chinese_reader_does(text: str, expected: list[str]) -> None:
    found = [_written(text, it) for it in find_programmes(plain_prose(text))]
    assert (found or ["- 没有"]) == expected


PIECES = [
    *"一 两 三 四 七 十 大 个 项 是 “ ” 、 ， 。 ； ： （ ） 行动 攻坚 工程 三大工程 四个意识 产业".split(),
    *("打造", "的", "党的", "\n"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=40))
def test_spans_lie_in_one_line_and_members_are_as_many_as_counted(text: str) -> None:
    at = 0
    for it in find_programmes(plain_prose(text)):
        assert at <= it.start < it.end <= len(text)
        assert "\n" not in text[it.start : it.end]
        assert len(it.members) in (0, it.count)
        for start, end in it.members:
            assert 0 <= start < end <= len(text)
            assert "\n" not in text[start:end]
        at = it.end
