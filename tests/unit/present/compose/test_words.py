"""What of a sentence is shown beside an amount."""

from __future__ import annotations

import pytest

from generator.model.findings import Number
from generator.present.compose.words import clause, value_of

CASES = {
    "a clause that says enough stands alone": (
        "今年以来水渠修到了十二个村，新增灌溉面积两万三千多亩地，", "两万三千多亩", "新增灌溉面积两万三千多亩地",
    ),
    "a short one takes the one before it": (
        "全县粮食总产达到九万吨，增长4.5%。", "4.5%", "全县粮食总产达到九万吨，增长4.5%",
    ),
    "at the beginning of the sentence": ("3家。", "3家", "3家"),
    "a decimal point and thousands are no stops": (
        "全年财政总收入为1.25亿元，比上年多。", "1.25亿元", "全年财政总收入为1.25亿元",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "amount", "shown"), CASES.values(), ids=CASES)
def test_the_clause_around_an_amount(text: str, amount: str, shown: str) -> None:
    at = text.index(amount)
    start, end = clause(text, (at, at + len(amount)), (0, len(text)))
    assert text[start:end] == shown


def test_an_endless_clause_is_cut_around_the_amount() -> None:
    text = "山" * 200 + "三家" + "水" * 200
    start, end = clause(text, (200, 202), (0, len(text)))
    assert start <= 200 < 202 <= end
    assert end - start <= 80


VALUES = [
    (7_780_000_000, "7780000000"), (7780000000.0, "7780000000"), (4.5, "4.5"), ((3, 5), "3/5"),
    (0.00001, "0.00001"), ((1.5, 2), "1.5/2"), (-3, "-3"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "told"), VALUES, ids=[told for _, told in VALUES])
def test_a_value_is_spelt_without_exponent(
    value: Number | tuple[Number, Number], told: str
) -> None:
    assert value_of(value) == told
