"""What stands on a timeline: tests/cases/statements/timeline, and the order of EDTF."""

from __future__ import annotations

import pytest

from generator.weave.statements import Selected, statements
from generator.weave.statements.times import agree, length, order, order_in_year, span
from tests.unit.case_files import examples
from tests.unit.weave.stated import stated, text


@pytest.mark.parametrize(("first", "rest"), examples("statements/timeline"))
def test_entries(first: str, rest: list[str]) -> None:
    told = [it for it in rest if not it.startswith("- ")]
    knowledge = stated("\n".join((first, *told)))
    whole = [Selected(it) for it in range(len(knowledge.readings))]
    entries = [
        f"- {it.edtf} | {it.verb} | {len(it.cites)} | {text(knowledge, it.cites[0])}"
        for it in statements(knowledge, whole).timeline
    ]
    expected = [it for it in rest if it.startswith("- ")]
    assert [_bare(it) for it in entries] == [_bare(it) for it in expected]


def _bare(line: str) -> str:
    return line.rstrip("。")


def test_the_time_expression_is_cited_beside_its_clause() -> None:
    knowledge = stated(
        "文 2022-10-10\n9月17日，东江新区召开大会。\n时间 9月17日=2022-09-17 | 年份据发表日期"
    )
    (entry,) = statements(knowledge, [Selected(0)]).timeline
    assert text(knowledge, entry.words[0]) == "9月17日"
    assert entry.basis == "年份据发表日期"


def test_only_selected_sentences_are_told() -> None:
    knowledge = stated(
        "文 2022-10-10\n9月17日，东江新区召开大会。\n时间 9月17日=2022-09-17\n"
        "9月18日，西江新区召开大会。\n时间 9月18日=2022-09-18"
    )
    (entry,) = statements(knowledge, [Selected(0, frozenset((1,)))]).timeline
    assert entry.edtf == "2022-09-18"


ORDERED = [
    "1943-21",
    "2010/2022",
    "2018",
    "2018-11-06",
    "2018-12~",
    "2019?",
    "202X",
    "2021-06",
    "2021-06-12",
    "2022-05/..",
    "2022-33",
    "2022-09-17/2022-09-22",
    "2022-09-17",
    "2022-10-01/2022-10-07",
    "2022-36",
    "../2022-10-10",
    "2022-24",
    "2023-36",
    "2025",
    "XXXX-10-01",
]


def test_time_order() -> None:
    assert sorted(ORDERED, key=order) == [
        "1943-21",
        "2010/2022",
        "2018",
        "2018-11-06",
        "2018-12~",
        "2019?",
        "202X",
        "2021-06",
        "2021-06-12",
        "2022-33",
        "2022-05/..",
        "2022-09-17/2022-09-22",
        "2022-09-17",
        "2022-36",
        "2022-10-01/2022-10-07",
        "../2022-10-10",
        "2022-24",
        "2023-36",
        "2025",
        "XXXX-10-01",
    ]


SPANS = [
    ("2022", 20220101, 20221231),
    ("2022-09", 20220901, 20220931),
    ("2022-09-17", 20220917, 20220917),
    ("2022-21", 20220301, 20220531),
    ("2023-36", 20231001, 20231231),
    ("2022-38", 20220501, 20220831),
    ("2022-40", 20220101, 20220631),
    ("2022-05/2022-08", 20220501, 20220831),
    ("201X", 20100101, 20191231),
    ("2018-12~", 20181201, 20181231),
    ("2018-XX-05", 20180101, 20181231),
    ("-0221", -2209899, -2208769),
]


@pytest.mark.parametrize(("edtf", "first", "last"), SPANS, ids=[it[0] for it in SPANS])
def test_days_that_a_time_covers(edtf: str, first: int, last: int) -> None:
    assert span(edtf) == (first, last)


AGREE = [
    ("2022-09", "2022-09-17", True),
    ("2022-09-17", "2022-09-17", True),
    ("2022", "2022-36", True),
    ("2022-08", "2022-09-17", False),
    ("2022-09-17", "2022-09-18", False),
    ("2022-05/..", "2022-09-17", False),
    ("XXXX-09-17", "2022-09-17", False),
]


@pytest.mark.parametrize(("one", "other", "may"), AGREE)
def test_times_that_may_be_one(one: str, other: str, may: bool) -> None:
    assert agree(one, other) is may
    assert agree(other, one) is may


def test_a_day_is_more_exact_than_a_month_and_a_month_than_a_year() -> None:
    assert length("2022-09-17") == 1
    assert length("2022-09-17") < length("2022-09") < length("2022-33") < length("2022")


def test_each_clause_keeps_the_time_as_its_own_words_say_it() -> None:
    knowledge = stated(
        "文 2022-06-20\n6月18日，省农业厅印发《茶叶产业规划》。\n机构 省农业厅\n文件 茶叶产业规划\n"
        "事件 印发 | 省农业厅 | 《茶叶产业规划》 | 2022-06-18\n"
        "时间 6月18日=2022-06-18 | 年份据发表日期2022-06-20\n"
        "文 2023-01-05\n2022年6月，省农业厅印发《茶叶产业规划》。\n机构 省农业厅\n文件 茶叶产业规划\n"
        "事件 印发 | 省农业厅 | 《茶叶产业规划》 | 2022-06\n时间 2022年6月=2022-06"
    )
    (entry,) = statements(knowledge, [Selected(0), Selected(1)]).timeline
    assert entry.edtf == "2022-06-18"
    assert sorted(entry.told) == [("2022-06", ""), ("2022-06-18", "年份据发表日期2022-06-20")]
    assert not entry.period


def test_what_an_article_says_of_a_period_is_told_from_an_event() -> None:
    knowledge = stated(
        "文 2022-10-10\n五年来，各村换届顺利完成。\n时间 五年来=2017/2022 | 往前数五年\n"
        "五年来，集体经济收入翻番。\n时间 五年来=2017/2022 | 往前数五年"
    )
    (entry,) = statements(knowledge, [Selected(0)]).timeline
    assert entry.period


def test_what_is_said_of_a_whole_year_comes_after_its_days() -> None:
    told = ["1998", "1998-12-31", "1998-01", "1999", "1998-01-05", "1998/2000", "1999-02"]
    assert sorted(told, key=order_in_year) == [
        "1998-01", "1998-01-05", "1998-12-31", "1998/2000", "1998", "1999-02", "1999",
    ]  # fmt: skip
