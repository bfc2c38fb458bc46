"""Amounts put together by what they measure: tests/cases/statements/figures."""

from __future__ import annotations

import pytest

from generator.model.knowledge import Knowledge
from generator.model.statements import FigureGroup, FigureRow
from generator.weave.statements import Selected, statements
from tests.unit.case_files import examples
from tests.unit.weave.stated import stated, text


def _groups(told: str) -> tuple[Knowledge, tuple[FigureGroup, ...]]:
    knowledge = stated(told)
    whole = [Selected(it) for it in range(len(knowledge.readings))]
    return knowledge, statements(knowledge, whole).figures


@pytest.mark.parametrize(("first", "rest"), examples("statements/figures"))
def test_groups(first: str, rest: list[str]) -> None:
    told = [it for it in rest if not it.startswith("- ")]
    knowledge, groups = _groups("\n".join((first, *told)))
    assert [_line(knowledge, it) for it in groups] == [it for it in rest if it.startswith("- ")]


def _line(knowledge: Knowledge, group: FigureGroup) -> str:
    rows = "，".join(_row(knowledge, it) for it in group.rows)
    line = f"- {group.measure}：{rows}"
    for conflict in group.conflicts:
        line += " | 矛盾：" + "、".join(text(knowledge, group.rows[it].cite) for it in conflict)
    return line


def _row(knowledge: Knowledge, row: FigureRow) -> str:
    repeats = f"（+{len(row.repeats)}）" if row.repeats else ""
    return f"{row.when} {row.status} {text(knowledge, row.cite)}{repeats}"


def test_amounts_in_one_series_have_one_subject_and_one_kind_of_unit() -> None:
    _, (group,) = _groups(
        "文 2022-03-05\n去年出口120亿元，增长5%。\n"
        "数 120亿元=12000000000元 | 出口总额 | actual | 2021\n"
        "数 5%=5% | 出口总额 | change | 2021 |  | 增长\n"
        "文 2021-03-05\n去年出口110亿元，增长8%。\n"
        "数 110亿元=11000000000元 | 出口总额 | actual | 2020\n"
        "数 8%=8% | 出口总额 | change | 2020 |  | 增长"
    )
    shown = [[(group.rows[it].when, group.rows[it].unit) for it in row] for row in group.series]
    assert shown == [[("2020", "元"), ("2021", "元")], [("2020", "%"), ("2021", "%")]]


def test_what_has_targets_and_years_comes_before_what_is_counted_once() -> None:
    _, groups = _groups(
        "文 2022-03-05\n共有3个项目，出口120亿元，今年要达到130亿元。\n"
        "数 3个=3个 | 产业项目 | actual | 2021\n"
        "数 120亿元=12000000000元 | 出口总额 | actual | 2021\n"
        "数 130亿元=13000000000元 | 出口总额 | target | 2022"
    )
    assert [it.measure for it in groups] == ["出口总额", "产业项目"]


def test_a_few_things_come_after_many() -> None:
    _, groups = _groups(
        "文 2022-03-05\n3家企业党支部开展活动，全省培训2000名干部。\n"
        "数 3家=3家 | 企业党支部 | actual | 2022\n"
        "数 2000名=2000名 | 培训干部 | actual | 2022"
    )
    assert [it.measure for it in groups] == ["培训干部", "企业党支部"]


def test_amounts_that_measure_nothing_named_stand_last_and_apart() -> None:
    _, groups = _groups(
        "文 2022-03-05\n共3个，出口120亿元。\n数 3个=3个 |  | actual\n"
        "数 120亿元=12000000000元 | 出口总额 | actual | 2021"
    )
    assert [it.measure for it in groups] == ["出口总额", ""]
