"""What a line is by its form alone: bylines, jump lines, credits and labels of many papers."""

from __future__ import annotations

import pytest

from generator.restore.lines import split_lines
from generator.restore.solution import LineKind
from generator.restore.solving.heads import leads_on
from generator.restore.solving.units import balance, is_closed, normalise, read_units

BYLINES = """
◎本报记者 雍黎
◎ 本报记者 雍黎 通讯员 王某
◎雍黎
□ 李明
■本报记者 李明
本报记者 周禾
本报记者 周 禾
本报记者周禾
本报记者周禾 通讯员李明
本报记者 李明 本报通讯员 王强
本报记者 李明、王强
本报记者 欧阳修文
本报记者 阿依古丽·买买提
记者：周禾
实习记者 李明
本报首席记者 李明
本报驻美国记者 李明
本报全媒体记者 李明
本报实习生 李明
新华社记者 王思北 史竞男
新华社记者
人民日报记者 李明
经济日报·中国经济网记者 李明
中青报·中青网记者 李明
新京报记者 李明
南都记者 李明
新黄河记者 李明
（记者 李明）
（记者李明 通讯员王强）
（李明 王强）
作者：李明
文/李明
文/图 本报记者 李明
图/文 李明
摄影/李明
本报记者 李明/文
本报记者 李明 摄影报道
特约撰稿人 李明
本报评论员
人民日报评论员
本報記者 陳嘉銘
""".split("\n")[1:-1]

FROM = """
（上接第一版）
(上接第1版)
（上接A01版）
（上接第１版）
上接第一版
【上接第一版】
▲（上接第一版）
◀上接第一版
（紧接第一版）
（接1版）
（续上接第一版）
（上接头版）
（上接本报第一版）
（上接第一版《两江新区见闻》）
（上接P1）
（接上版）
""".split("\n")[1:-1]

TO = """
（下转第四版）
(下转A4版)
（下转第 4 版）
下转第四版▶
（转第四版）
（转4版）
（紧转第四版）
（下轉第四版）
（下接第四版）
（全文见第四版）
（详见第四版）
详见A03版
（相关报道见4版）
（评论见第二版）
（全文刊第二版）
（未完待续）
""".split("\n")[1:-1]

CREDITS = """
（新华社北京10月9日电）
(据新华社北京10月9日电)
（据新华社北京１０月９日电）
（据新华社电）
（新华社发）
（综合新华社报道）
（本报综合）
（来源：人民日报）
（图片来源：视觉中国）
（原载《求是》2022年第1期）
（转自《人民日报》）
（据央视新闻）
（科技日报）
（青石融媒体中心供稿）
（图片由县委宣传部提供）
（作者系北京大学教授）
（作者单位：北京大学）
（参与采写：李明、王强）
（新华社记者 李明 摄）
新华社记者 李明摄
新华社北京10月9日电
（新華社北京10月9日電）
责任编辑：李明
本版责编 李明 版式设计 王强
（完）
""".split("\n")[1:-1]

LABELS = ["要闻", "地方动态", "【要闻】", "要 闻", "·评论·", "文化广角", "讀者來信"]

TEXT = """
记者从县里了解到
记者 了解到
本报记者来到渠首村
作者简介
编辑工作会议
本报创刊七十年
本报告由三部分组成
● 相关链接
■ 改革
—李白
—— 鲁迅
——居民收入
文/理分科
接二连三的好消息
接到报案后
上接天线下接地气
转一批干部
转3个弯
转十版权局
转第二产业
详见附件
（本报告所称企业包括国有企业）
（综合改革试点）
（据统计
（北京日报社区支部）
（含港澳台地区）
据新华社报道，两国
新华社北京10月9日电 10月9日，会议召开。
新华社北京10月9日电（记者 李明）10月9日，会议召开
文化建设
""".split("\n")[1:-1]

CASES: list[tuple[str, LineKind | None]] = [
    *((it, "byline") for it in BYLINES),
    *((it, "jump") for it in (*FROM, *TO)),
    *((it, "credit") for it in CREDITS),
    *((it, "label") for it in LABELS),
    *((it, None) for it in TEXT),
]


@pytest.mark.parametrize(("line", "kind"), CASES, ids=[f"{it[1]}: {it[0]}" for it in CASES])
def test_form_of_a_line(line: str, kind: LineKind | None) -> None:
    assert [it.form for it in read_units(split_lines(line))] == [kind]


@pytest.mark.parametrize("line", FROM)
def test_a_jump_line_that_comes_from_another_page(line: str) -> None:
    assert not leads_on(normalise(line))


@pytest.mark.parametrize("line", TO)
def test_a_jump_line_that_leads_to_another_page(line: str) -> None:
    assert leads_on(normalise(line))


def test_a_long_line_is_running_text_whatever_it_begins_with() -> None:
    assert read_units(split_lines("（据新华社北京10月9日电" + "字" * 60 + "）"))[0].form is None


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("好。", True),
        ("好。”", True),
        ("好？）", True),
        ("好……", True),
        ("好，", False),
        ("”", False),
    ],
)
def test_where_a_sentence_ends(text: str, closed: bool) -> None:
    assert is_closed(text) is closed


@pytest.mark.parametrize(
    ("text", "unopened", "unclosed"),
    [("“好”", 0, 0), ("好”“好", 1, 1), ("《甲“乙》", 0, 0), ("））（", 2, 1), ("", 0, 0)],
)
def test_quotes_and_brackets_without_a_partner(text: str, unopened: int, unclosed: int) -> None:
    assert balance(text) == (unopened, unclosed)
