"""Jump lines as papers print them."""

from __future__ import annotations

import pytest

from generator.restore.jump_lines import JumpLine, page_number, read_jump


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（上接第一版）", JumpLine("from", "1")),
        ("(上接第1版)", JumpLine("from", "1")),
        ("（上接A1版）", JumpLine("from", "A1")),
        ("上接1版", JumpLine("from", "1")),
        ("（紧接第01版）", JumpLine("from", "1")),
        ("(上接头版)", JumpLine("from", "1")),
        ("（上接本报一版）", JumpLine("from", "1")),
        ("（上接第一版《二次创业》）", JumpLine("from", "1", "二次创业")),
        ("下转第四版", JumpLine("to", "4")),
        ("（下转第２版）", JumpLine("to", "2")),
        ("（下转A02版）", JumpLine("to", "A2")),
        ("（下轉第十二版）", JumpLine("to", "12")),
        ("（文轉A4版）", JumpLine("to", "A4")),
        ("（下转第二十一版）", JumpLine("to", "21")),
        ("（转第3版）", JumpLine("to", "3")),
        ("（新华社北京10月9日电）", None),
        ("本报记者 周禾", None),
        ("继续转型", None),
        ("他把这件事从头版头条说起，一直说到第四版，" * 4 + "下转第四版", None),
    ],
    ids=lambda it: it[:12] if isinstance(it, str) else "",
)
def test_direction_and_page(text: str, expected: JumpLine | None) -> None:
    assert read_jump(text) == expected


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        ("第四版", "4"),
        ("04", "4"),
        ("4版", "4"),
        ("A04", "A4"),
        ("头版", "1"),
        ("要闻", ""),
        ("", ""),
    ],
)
def test_number_of_a_page(edition: str, expected: str) -> None:
    assert page_number(edition) == expected
