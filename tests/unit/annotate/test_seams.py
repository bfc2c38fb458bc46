"""Headlines, datelines and credits are parted from the sentence they run into, and nothing else is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.annotate.seams import is_credit, seams

APART = {
    "said again": "第九届花卉大会在青山开幕|第九届花卉大会昨天（12日）在江城青山开幕。",
    "a time opens the sentence": "世界最长输水隧洞全线贯通|今天（5月6日），位于青山县的隧洞贯通。",
    "a bare day": "货轮相撞致三人失踪|8日，海事部门通报了搜救情况。",
    "the body it is of": "三季度粮价保持稳定|国家统计局今天（10月9日）发布的数据显示，粮价上涨0.2%。",
    "reporters learned": "全国新建农村公路三万公里|记者从交通运输部了解到，公路已通到村。",
    "a dateline": "新华社青山5月6日电|县里召开了会议。",
    "a dateline of wide digits": "新华社青山５月１６日电（记者李小明）|县里召开了会议。",
    "a dateline of numerals": "本报青山五月十六日讯|　县里召开了会议。",
    "a dateline taken over": "据新华社青山5月6日电（记者李小明）|县里召开了会议。",
    "who reports": "（本报记者李小明、王国强）|县里今天召开了会议。",
    "a credit and a dateline": "新华社记者李小明摄|新华社青山5月6日电|县里召开了会议。",
}
WHOLE = {
    "a person before a day": "县长王小明5月6日在青山县调研时说，公路要修到村。",
    "since a day": "自公司正式成立运营的2019年5月6日，累计服务十万人。",
    "up to a day": "截至北京时间5月6日，已有三人获救。",
    "a year before a month": "该厂的前身建于1957年4月26日，后来改了名。",
    "an era before a month": "县府在民国二十九年（1940年）7月1日，由青山迁到江城。",
    "the same words later on": "青山县委书记说，青山县委将召开会议。",
    "a remark": "（记者注：下同）县里今天召开了会议。",
    "short": "青山县8日，下雨。",
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_what_runs_on_is_parted(text: str) -> None:
    parts = text.split("|")
    whole = "".join(parts)
    cuts = (0, *seams(whole), len(whole))
    assert [whole[a:b] for a, b in pairwise(cuts)] == parts


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_a_sentence_stays_whole(text: str) -> None:
    assert seams(text) == ()


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("新华社记者李小明摄", True),
        ("新华社青山5月6日电", True),
        ("【责任编辑:王小红】", True),
        ("新华社记者李小明走进了大山。", False),
        ("编辑部设在青山县。", False),
    ],
    ids=lambda it: str(it)[:9],
)
def test_who_made_the_picture_is_told_from_the_tale(text: str, credit: bool) -> None:
    assert is_credit(text) is credit
