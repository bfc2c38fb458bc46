"""Grounds as they are worded where they are found -> as readers are told in other languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.present import look
from generator.present.grounds import ground_words
from generator.present.look import Look
from generator.present.templates import renew


@pytest.fixture
def english(tmp_path: Path) -> Iterator[None]:
    look.keep(Look(interface="en", content="zh-Hans"), tmp_path)
    renew()
    yield
    look.drop()
    renew()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("据发表日期2022-10-10推算", "worked out from the date of publication, 2022-10-10"),
        ("年份据发表日期2022-10-10", "the year from the date of publication, 2022-10-10"),
        ("“十四五”即2021至2025年", "“十四五” is 2021 to 2025"),
        ("党的十九大在2017年10月", "党的十九大 was in 2017-10"),
        (
            "“农大”在一篇文章里是“山西农业大学”的简称，别处没有别的所指",
            "in one article “农大” is short for “山西农业大学”, "
            "and nowhere does it stand for anything else",
        ),
        ("编者的话", "编者的话"),
        ("", ""),
    ],
)
@pytest.mark.usefixtures("english")
def test_a_ground_is_told_in_the_language_of_the_interface(said: str, told: str) -> None:
    assert ground_words(said) == told


def test_in_chinese_it_stays_as_it_is() -> None:
    assert ground_words("据发表日期2022-10-10推算") == "据发表日期2022-10-10推算"
