"""Chinese and Arabic numerals: exact values."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.numerals import plain, read_numeral, read_spoken_range

VALUES = {
    "0": "0",
    "12": "12",
    "1,234.5": "1234.5",
    "1 234": "1234",
    "２０": "20",
    "１，２３４．５": "1234.5",
    "77.8亿": "7780000000",
    "54万亿": "54000000000000",
    "2万5千": "25000",
    "300万": "3000000",
    "3千": "3000",
    "十": "10",
    "十五": "15",
    "二十": "20",
    "一百零八": "108",
    "三千五百": "3500",
    "四十三万零五百": "430500",
    "一亿二千万": "120000000",
    "十三亿七千万": "1370000000",
    "万亿": "1000000000000",
    "百万": "1000000",
    "三点五": "3.5",
    "三点五万": "35000",
    "一百三十一点四五万": "1314500",
    "零点零五": "0.05",
    "二〇二二": "2022",
    "一九四九": "1949",
    "两": "2",
    "〇": "0",
}


@pytest.mark.parametrize(("numeral", "value"), VALUES.items(), ids=VALUES)
def test_value(numeral: str, value: str) -> None:
    assert read_numeral(numeral) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "一些", "七八", "百姓", "1.2.3", "点五", "三点", "二三四千", "%"]
)
def test_no_numeral(text: str) -> None:
    assert read_numeral(text) is None


@pytest.mark.parametrize(
    ("numeral", "low", "high"),
    [
        ("两三百", 200, 300),
        ("七八", 7, 8),
        ("十七八", 17, 18),
        ("三四十", 30, 40),
        ("五六万", 50000, 60000),
        ("一两", 1, 2),
    ],
)
def test_spoken_range(numeral: str, low: int, high: int) -> None:
    assert read_spoken_range(numeral) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "numeral", ["三百二", "七九", "十二", "二十三", "12", "三点四五万", "三十点五六"]
)
def test_no_spoken_range(numeral: str) -> None:
    assert read_spoken_range(numeral) is None


def test_whole_values_are_whole() -> None:
    assert (plain(Decimal("3.0")), plain(Decimal("4.5"))) == (3, 4.5)
    assert isinstance(plain(Decimal("7780000000.0")), int)


@given(
    st.text(st.sampled_from("〇零一二两三九十百千万亿点几0123.,，０ 元"), max_size=12)
    | st.text(max_size=8)
)
def test_any_text_gives_a_value_or_none(text: str) -> None:
    value = read_numeral(text)
    assert value is None or value >= 0
    read_spoken_range(text)


@given(st.integers(0, 10**12))
def test_arabic_with_and_without_separators(number: int) -> None:
    assert read_numeral(str(number)) == read_numeral(f"{number:,}") == number
