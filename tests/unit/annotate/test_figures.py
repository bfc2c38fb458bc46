"""Amounts in Chinese prose: value, unit, qualifiers, what they are of, and what is no amount."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.figures import find_figures
from generator.annotate.prose import plain_prose
from generator.model.findings import Date, Figure
from tests.unit.case_files import examples


def _dates(text: str, lines: list[str]) -> tuple[Date, ...]:
    found = []
    at = 0
    for line in lines:
        if line.startswith("@ "):
            words, _, edtf = line[2:].partition(" = ")
            at = text.index(words, at)
            found.append(Date(at, at + len(words), edtf, ""))
            at += len(words)
    return tuple(found)


def _number(value: object) -> str:
    return "..".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _written(text: str, figure: Figure, expected: str) -> str:
    line = f"{text[figure.start : figure.end]} = {_number(figure.value)} {figure.unit or '无'}"
    if figure.qualifiers:
        line += f" ; 修饰 {' '.join(figure.qualifiers)}"
    if " ; 指 " in expected:
        line += f" ; 指 {figure.of or '—'}"
    if figure.as_of:
        line += f" ; 时 {figure.as_of}"
    return line


def _in_order(line: str) -> str:
    head, *fields = line.split(" ; ")
    fields.sort(key=lambda field: "修指时".index(field[0]))
    return " ; ".join([head, *fields])


@pytest.mark.parametrize(("text", "lines"), examples("figures"))
def test_reads_amounts_as_a_chinese_reader_does(text: str, lines: list[str]) -> None:
    expected = [_in_order(line[2:]) for line in lines if line.startswith("- ")]
    figures = find_figures(plain_prose(text, "2022-10-10"), _dates(text, lines))
    hints = [*expected, *([""] * len(figures))]
    found = [_written(text, figure, hints[at]) for at, figure in enumerate(figures)]
    assert (found or ["没有"]) == expected


def test_a_date_is_no_amount() -> None:
    text = "12年来，投入3亿元。"
    figures = find_figures(plain_prose(text), (Date(0, 4, None, ""),))
    assert [text[it.start : it.end] for it in figures] == ["3亿元"]


PIECES = [
    *"0 1 2 5 10 300 1,234 2025 ９ 一 二 两 三 七八 十 百 千 万 亿 几 数 多 余 点 . - — 至 到 %".split(),
    *"分之 成 番 翻 元 亿元 个 家 年 个月 半 人 名 项 / 第 约 超过 以上 占 的 ， 。 “ ” 增长 企业".split(),
    "\n",
    "2025年",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=40))
def test_every_figure_lies_in_its_line(text: str) -> None:
    at = 0
    for figure in find_figures(plain_prose(text, "2022-10-10"), ()):
        assert at <= figure.start < figure.end <= len(text)
        assert "\n" not in text[figure.start : figure.end]
        assert figure.of in text
        at = figure.end
