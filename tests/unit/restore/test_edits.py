"""Punctuation gets its width where Chinese stands beside it, and nowhere else."""

from __future__ import annotations

import pytest

from generator.restore.edits import widen_punctuation


def widened(text: str) -> str:
    shown = list(text)
    for edit in widen_punctuation(text, "rule", ""):
        shown[edit.start : edit.end] = [edit.repair.shown]
    return "".join(shown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("9月28日,长安", "9月28日，长安", id="comma"),
        pytest.param("77.8亿元;9月17日", "77.8亿元；9月17日", id="semicolon before a digit"),
        pytest.param("强调:“要", "强调：“要", id="colon before a quotation"),
        pytest.param("抓起”,要", "抓起”，要", id="comma behind a quotation"),
        pytest.param("周围?", "周围？", id="question mark at the end"),
        pytest.param("规范化(GAP)种植", "规范化（GAP）种植", id="brackets around Latin"),
        pytest.param(
            "计划(2022—2025年)》,并", "计划（2022—2025年）》，并", id="brackets around a range"
        ),
        pytest.param("(新华社北京10月9日电)", "（新华社北京10月9日电）", id="brackets around all"),
        pytest.param("共3,000人", "共3,000人", id="comma in a number"),
        pytest.param("下午3:30到", "下午3:30到", id="colon in a time"),
        pytest.param("见http://a.cn/?b=1,c 。", "见http://a.cn/?b=1,c 。", id="address"),
        pytest.param("f(x)", "f(x)", id="brackets in Latin"),
        pytest.param("产业(一期", "产业(一期", id="bracket without its pair"),
        pytest.param("甲(乙(a)丙)丁", "甲（乙（a）丙）丁", id="nested brackets"),
        pytest.param("Yes, it is.", "Yes, it is.", id="English"),
        pytest.param("", "", id="empty"),
    ],
)
def test_width(text: str, expected: str) -> None:
    assert widened(text) == expected
    assert widened(expected) == expected
