"""Dates: the table a reader of Chinese can check, and what holds for any text."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.dates import find_dates
from generator.annotate.prose import plain_prose
from tests.unit.case_files import examples

_DAY = r"(?:-?\d{4}|XXXX|\d{3}X|\d\dXX)(?:-(?:XX|0[1-9]|1[0-2]|2[1-4]|3[3-6])(?:-(?:0[1-9]|[12]\d|3[01]))?)?~?"
EDTF = re.compile(rf"(?:{_DAY}|\.\.)(?:/(?:{_DAY}|\.\.))?")
"""ISO 8601-2 levels 0 to 2, as far as dates here go."""


@pytest.mark.parametrize(("example", "expected"), examples("dates"))
def test_reads_what_a_chinese_reader_reads(example: str, expected: list[str]) -> None:
    head, text = example.split("] ", 1)
    dates = find_dates(plain_prose(text, head[1:]))
    assert [f"- {text[it.start : it.end]} = {it.edtf or '？'}" for it in dates] == expected


_PIECES = st.sampled_from(
    [
        *"0123456789０９一二三四五六七八九十百〇两年月日号时分点个多前后底初末春夏秋冬今去明本上下半",
        *(
            "至",
            "到",
            "—",
            "-",
            "－",
            "～",
            "/",
            ".",
            ":",
            "（",
            "）",
            "“",
            "”",
            "‘",
            "’",
            "，",
            "。",
            "\n",
            " ",
        ),
        *(
            "2022年",
            "10月",
            "28日",
            "今年",
            "去年",
            "今天",
            "当天",
            "同日",
            "次年",
            "上旬",
            "季度",
            "以来",
        ),
        *(
            "世纪",
            "年代",
            "时期",
            "“十四五”",
            "时隔",
            "未来",
            "过去",
            "近",
            "党的",
            "十九大",
            "成立",
            "起",
        ),
        *(
            "公元前",
            "光绪",
            "本周",
            "星期",
            "凌晨",
            "当地时间",
            "将",
            "2月30日",
            "13月",
            "9999年",
            "0000年",
        ),
    ]
)
texts = st.lists(_PIECES, max_size=14).map("".join) | st.text(max_size=30)
days = st.sampled_from(["", "2022-10-10", "2024-02-29", "2023-01-01", "2025-12-31", "1000-03-01"])


@given(texts, days)
def test_any_text_gives_spans_in_it_and_true_edtf(text: str, day: str) -> None:
    end = 0
    for it in find_dates(plain_prose(text, day)):
        assert end <= it.start < it.end <= len(text)
        assert "\n" not in text[it.start : it.end]
        assert it.edtf is None or _is_edtf(it.edtf), it.edtf
        assert it.basis
        end = it.end


@pytest.mark.parametrize("day", ["", "2022", "2022-13-01", "2022-02-30", "十月十日", "2022/10/10"])
def test_a_day_of_publication_that_is_none_anchors_nothing(day: str) -> None:
    dates = find_dates(plain_prose("去年6月，产品上市。9月28日，再次签约。", day))
    assert [it.edtf for it in dates] == [None, "XXXX-09-28"]


def test_there_are_as_many_cases_as_were_asked_for() -> None:
    assert sum(len(case.values[1]) for case in examples("dates")) >= 150


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("去年6月上市。", "据发表日期2022-10-10推算"),
        ("9月28日签约。", "年份据发表日期2022-10-10"),
        ("2018年成立，次年上市。", "承上文2018年"),
        ("2021年9月考察。", "原文写明"),
        ("5年来变化很大。", "自发表日期2022-10-10往前数5年"),
        ("党的十九大以来。", "十九大在2017年10月"),
        ("“十四五”时期。", "“十四五”即2021至2025年"),
        ("近日召开。", "哪天没有说"),
    ],
)
def test_says_in_chinese_how_it_was_read(text: str, basis: str) -> None:
    assert find_dates(plain_prose(text, "2022-10-10"))[-1].basis == basis


def test_what_rests_on_a_reign_is_not_shown() -> None:
    (found,) = find_dates(plain_prose("光绪二十六年，教堂被焚。"))
    assert (found.edtf, found.shown) == ("1900", False)


def _is_edtf(text: str) -> bool:
    if not EDTF.fullmatch(text):
        return False
    for part in text.split("/"):
        numbers = part.strip("~").split("-")
        if len(numbers) == 3 and all(it.isdecimal() for it in numbers) and numbers[0] != "0000":
            date(*map(int, numbers))
    return True


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_years_that_no_calendar_knows_are_read_as_well(day: str) -> None:
    text = "本报北京大前年5月3日电。后年5月3日电。明年底开工。"
    assert len(find_dates(plain_prose(text, day))) == 3
