"""The editor's word list."""

from __future__ import annotations

import pytest

from generator.forms.lexicon import LexiconEntry, parse_lexicon
from generator.model.problem import hint


def test_words_with_and_without_frequency_and_part_of_speech() -> None:
    text = "# 地名\n两江新区 500 ns\r\n\n北碚\t20\n赛力斯 nz\n二次创业\n"
    assert parse_lexicon(text, "lexicon.txt") == (
        (
            LexiconEntry("两江新区", 500, "ns", 2),
            LexiconEntry("北碚", 20, "", 4),
            LexiconEntry("赛力斯", None, "nz", 5),
            LexiconEntry("二次创业", None, "", 6),
        ),
        (),
    )


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("两江新区 ns 500", "lexicon-order"),
        ("两江 新区", "lexicon-form"),
        ("两江新区 500 ns 多", "lexicon-form"),
        ("。", "lexicon-word"),
        ("长" * 41, "lexicon-long"),
        ("党建", "lexicon-repeated"),
    ],
)
def test_mistakes_by_line(line: str, code: str) -> None:
    entries, problems = parse_lexicon(f"党建\n{line}\n基层\n", "lexicon.txt")
    assert [entry.word for entry in entries] == ["党建", "基层"]
    assert [(item.code, item.place.line) for item in problems] == [(code, 2)]


def test_swapped_columns_are_put_right_in_the_hint() -> None:
    _, problems = parse_lexicon("两江新区 ns 500\n", "lexicon.txt")
    assert hint(problems[0], "zh") == "请写成：两江新区 500 ns"
