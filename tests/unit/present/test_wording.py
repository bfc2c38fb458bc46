"""EDTF and amounts as readers see them."""

from __future__ import annotations

import pytest

from generator.model.findings import Figure
from generator.present.wording import change_word, date_words, figure_notes, number_words


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2022-09-28", "2022年9月28日"),
        ("2022-09", "2022年9月"),
        ("2022", "2022年"),
        ("XXXX-09-28", "9月28日（年份不详）"),
        ("XXXX-09", "9月（年份不详）"),
        ("199X", "1990年代"),
        ("035X", "350年代"),
        ("19XX", "20世纪"),
        ("0416-12", "416年12月"),
        ("-3999", "公元前4000年"),
        ("2018-12~", "2018年底"),
        ("2018-01~/2018-12~", "2018年初—2018年底"),
        ("2018-06~", "2018年6月前后"),
        ("XXXX-12~", "12月（年份不详）前后"),
        ("1943-21", "1943年春"),
        ("2023-36", "2023年四季度"),
        ("2022-05/..", "2022年5月起"),
        ("../2022", "至2022年"),
        ("2022/2025", "2022—2025年"),
        ("2022-10-10/2027", "2022年10月10日—2027年"),
        ("XXXX-XX-XX", "XXXX-XX-XX"),
        ("2022-09-28T10:00", "2022-09-28T10:00"),
        ("", ""),
    ],
)
def test_dates_in_words(edtf: str, expected: str) -> None:
    assert date_words(edtf) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7_780_000_000, "77.8亿"),
        (2_400_000, "240万"),
        (12_000_000_000_000, "12万亿"),
        (9999, "9999"),
        (4.5, "4.5"),
        (0.1 + 0.2, "0.3"),
        (0, "0"),
        ((3, 50_000), "3—5万"),
        (-25_000, "-2.5万"),
    ],
)
def test_numbers(value: float | tuple[float, float], expected: str) -> None:
    assert number_words(value) == expected


@pytest.mark.parametrize(
    ("figure", "surface", "expected"),
    [
        pytest.param(Figure(0, 4, 4.5, "%"), "4.5%", [], id="plain"),
        pytest.param(
            Figure(0, 4, 120_000, "人", ("more", "cumulative"), "学员", "2021"),
            "12万多人",
            ["学员", "多于", "累计", "2021年"],
            id="everything",
        ),
        pytest.param(Figure(0, 4, 40, "%", ("min",)), "四成", ["至少", "40%"], id="written-out"),
        pytest.param(Figure(0, 4, (30, 50), "家"), "三五十家", [], id="range"),
        pytest.param(Figure(0, 4, 0.25, ""), "四分之一", ["0.25"], id="no-unit"),
        pytest.param(Figure(0, 4, 3, "项", ("new",)), "新增三项", [], id="said-already"),
    ],
)
def test_what_is_told_of_a_figure(figure: Figure, surface: str, expected: list[str]) -> None:
    assert figure_notes(figure, surface) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("净利润同比下降", "同比下降"),
        ("万吨，比上年增长约", "增长"),
        ("增加了", "增加"),
        ("环比实际增长", "环比实际增长"),
        ("增长率为", ""),
        ("下降至", ""),
        ("", ""),
    ],
)
def test_a_change_is_told_from_a_level(before: str, expected: str) -> None:
    assert change_word(before) == expected


def test_what_the_measure_says_is_not_said_again() -> None:
    assert figure_notes(Figure(0, 1, 3, "%", of="净利润"), "3%", "增长") == ["净利润", "增长"]
    assert figure_notes(Figure(0, 1, 3, "%", of="农民增收"), "3%", "增收") == ["农民增收"]
