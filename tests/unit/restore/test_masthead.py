"""What stands above a page and belongs to no article."""

from __future__ import annotations

import pytest

from generator.restore.lines import split_lines
from generator.restore.proposal import propose
from generator.restore.solution import Fixed, Solution
from generator.restore.solve import solve
from generator.restore.solving.masthead import is_masthead
from generator.restore.solving.units import read_units

MASTHEADS = """
科技日报 第二版
2022年10月10日 星期一
二〇二二年十月十日 星期一 第3版
科技日报 2022年10月10日
第二版
第 2 版 要闻
A02版
02版 · 综合
2022年10月10日 星期一 农历壬寅年九月十五 第12345期 今日8版
人民日報 2022年10月10日 星期一
""".split("\n")[1:-1]

OTHERS = """
科技日报
2022年10月10日
2022年10月10日 青石县人民政府
十版
人民日报 2022年10月10日发表社论
第二版本
第二版 图书出版座谈会在京举行
科技日报北京10月10日电
修渠先修账本
2022年10月10日 星期一，会议召开。
星期一
本报第二版
""".split("\n")[1:-1]


@pytest.mark.parametrize("line", MASTHEADS)
def test_masthead(line: str) -> None:
    (unit,) = read_units(split_lines(line))
    assert unit.form == "other"


@pytest.mark.parametrize("line", OTHERS)
def test_no_masthead(line: str) -> None:
    assert not is_masthead(line)


PAGE = (
    "科技日报 第二版\n2022年10月10日 星期一\n农机下乡\n本报记者 周禾\n"
    "县里送来十二台农机，村民们围着看了又看，舍不得离开。\n"
)


def test_a_masthead_stands_aside_and_in_no_title() -> None:
    solution = solve(split_lines(PAGE))
    assert solution.other == (1, 2)
    assert [(it.order, it.title) for it in solution.articles] == [((3, 4, 5), (3,))]


def test_what_the_editor_says_it_is_holds() -> None:
    solution = solve(split_lines(PAGE), Fixed(kinds={1: "title"}, orders=((1, 3, 4, 5),)))
    assert solution.other == (2,)
    assert 1 in solution.articles[0].title


def test_the_record_says_that_it_belongs_to_the_page() -> None:
    form = propose(Solution((), other=(1, 3)), split_lines("科技日報 第二版\n\n无主的一行\n"), "p")
    assert [it.ground for it in form.asides] == [
        "报头、日期或版次，属于整版。",
        "看不出属于哪一篇。",
    ]
