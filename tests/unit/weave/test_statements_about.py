"""What an entity takes part in, who stands beside it, which articles speak of the same."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.weave.statements import about, companions, related_articles
from tests.unit.weave.stated import entity, stated, text

TOLD = """文 2022-10-10
9月22日，东江新区与海风集团签约，东江新区企业达到49家。
地 东江新区
机构 海风集团
时间 9月22日=2022-09-22
事件 签约 | 东江新区、海风集团 |  | 2022-09-22
数 49家=49家 | 科技企业 | actual | 2022 |  东江新区
关系 cooperation |  | 海风集团 | 东江新区
海风集团总裁高明说：“东江新区是沃土。”
地 东江新区
人 高明
机构 海风集团
职 高明 | 总裁 | 海风集团
语 东江新区是沃土。 | 高明 | 总裁
东江新区印发《企业服务办法》。
地 东江新区
文件 企业服务办法 | 海风集团
文 2022-11-10
高明到山石科技考察。
人 高明
机构 山石科技
"""


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("东江新区", ["timeline", "figures", "relations"]),
        ("海风集团", ["timeline", "offices", "papers", "relations"]),
        ("高明", ["offices", "quotes"]),
        ("企业服务办法", ["papers"]),
        ("山石科技", []),
    ],
)
def test_an_entity_has_what_it_takes_part_in_and_nothing_else(name: str, kinds: list[str]) -> None:
    knowledge = stated(TOLD)
    found = about(knowledge, entity(knowledge, name))
    assert [it for it in found.__struct_fields__ if getattr(found, it)] == kinds


def test_companions_stand_in_one_sentence_the_most_frequent_first() -> None:
    knowledge = stated(TOLD)
    found = companions(knowledge, entity(knowledge, "海风集团"))
    shown = [(knowledge.entities[it.entity].name, it.sentences) for it in found]
    assert shown == [("东江新区", 2), ("高明", 1)]
    assert text(knowledge, found[0].place) == "东江新区"


PASSING = """文 2022-10-10
海风集团在东江新区与高明会谈，山石科技、柳树沟、石门在场。
机构 海风集团
机构 山石科技
人 高明
地 东江新区
地 柳树沟
文 2022-11-10
海风集团在东江新区与高明会谈，山石科技、柳树沟、石门在场。
机构 海风集团
人 高明
地 柳树沟
文 2022-11-12
海风集团又与高明会谈。
机构 海风集团
人 高明
"""


def test_who_is_named_once_by_the_way_is_no_companion_and_a_reprint_counts_once() -> None:
    knowledge = stated(PASSING)
    entities = tuple(
        replace(it, url="") if it.name == "柳树沟" else it for it in knowledge.entities
    )
    knowledge = replace(knowledge, entities=entities)
    found = companions(knowledge, entity(knowledge, "海风集团"))
    shown = [(knowledge.entities[it.entity].name, it.sentences) for it in found]
    assert ("高明", 2) in shown
    assert ("山石科技", 1) in shown
    assert "柳树沟" not in [name for name, _ in shown]


SHARED = """文 2022-10-10
海风集团在东江新区建厂，海风集团总裁到场。
机构 海风集团
地 东江新区
文 2022-11-10
海风集团去年亏损，海风集团总裁辞职。
机构 海风集团
文 2022-12-10
江州今天下雨。
地 江州
文 2022-12-11
江州今天放晴，东江新区也是。
地 江州、东江新区
"""


def test_articles_are_related_by_what_both_come_back_to_and_say_why() -> None:
    knowledge = stated(SHARED)
    (related,) = related_articles(knowledge, 0)
    assert (related.reading, related.words) == (1, "海风集团")
    assert (related.here.reading, related.there.reading) == (0, 1)


def test_a_place_alone_relates_nothing() -> None:
    assert related_articles(stated(SHARED), 2) == []


def test_whoever_took_the_photograph_relates_nothing() -> None:
    told = "".join(
        f"文 2022-10-1{day}\n新闻通讯社记者高明摄。\n人 高明\n机构 新闻通讯社\n新闻通讯社记者高明又摄。\n"
        "人 高明\n机构 新闻通讯社\n"
        for day in range(3)
    )
    assert related_articles(stated(told), 0) == []
