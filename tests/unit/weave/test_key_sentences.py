"""The extract of a topic: which sentences may stand in it, and which are chosen."""

from __future__ import annotations

import pytest

from generator.weave.key_sentences import key_sentences
from generator.weave.stand_alone import freed, leans, stands_alone
from generator.weave.statements import Selected
from tests.unit.case_files import examples
from tests.unit.weave.stated import stated, text


@pytest.mark.parametrize(("first", "rest"), examples("statements/standing"))
def test_what_is_understood_by_itself(first: str, rest: list[str]) -> None:
    start, end = freed(first, 0, len(first))
    shown = first[start:end]
    assert ([f"= {shown}"] if stands_alone(shown) else []) == rest


def test_a_pronoun_after_the_first_clause_may_mean_what_stands_in_it() -> None:
    assert leans("团队推出定位系统，该系统可实时预警。") < leans("团队推出的该系统，可以预警。")
    assert leans("团队推出的系统可以实时预警。") == 0


LINES = [
    "东江新区是全省首个软件产业示范基地，设立于2010年。",
    "秋日的江边，市民三三两两散步，远处的塔吊缓缓转动。",
    "9月22日，东江新区印发《软件产业行动计划》，提出建设五个园区。",
    "东江新区已聚集科研院所49家、整车企业10家，产能达到240万辆。",
    "力争到2025年，东江新区软件产业规模突破2000亿元。",
    "力争到2025年，东江新区软件产业规模要突破2000亿元大关。",
]
TOLD = f"""文 2022-10-10
{LINES[0]}
{LINES[1]}
{LINES[2]}
文件 软件产业行动计划
时间 9月22日=2022-09-22
{LINES[3]}
数 49家=49家 | 科研院所 | actual
数 10家=10家 | 整车企业 | actual
{LINES[4]}
时间 2025年=2025
数 2000亿元=200000000000元 more | 软件产业规模 | target | 2025 说
{LINES[5]}
时间 2025年=2025
数 2000亿元=200000000000元 more | 软件产业规模 | target | 2025 说
"""


def _chosen(most: int) -> list[str]:
    knowledge = stated(TOLD)
    places = key_sentences(knowledge, [Selected(0)], ("东江新区",), most)
    return [text(knowledge, it) for it in places]


def test_what_it_is_what_was_decided_numbers_and_plans_in_reading_order() -> None:
    assert _chosen(4) == [LINES[0], LINES[2], LINES[3], LINES[5]]


def test_what_is_said_twice_stands_once_and_the_scenery_not_at_all() -> None:
    chosen = _chosen(8)
    assert LINES[1] not in chosen
    assert not {LINES[4], LINES[5]} <= set(chosen)


@pytest.mark.parametrize(
    ("told", "beside"),
    [
        (
            "东江新区的软件企业发布了新一代工具，供全国使用。\n",
            "位于东江新区的海风公司发布了新一代工具，供全国使用。\n",
        ),
        ("全区已有科研院所49家，分布在东江新区各处。\n数 49家=49家 | 科研院所 | actual\n",
         "全区已有科研院所3家，分布在东江新区两处。\n数 3家=3家 | 科研院所 | actual\n"),
        ("东江新区是重点打造的创新平台，在全省有名。\n", "这座园也是东江新区重点打造的平台，很有名。\n"),
    ],
    ids=["only its place", "a few", "points back"],
)  # fmt: skip
def test_what_only_touches_the_topic_comes_after(told: str, beside: str) -> None:
    for text_ in (told + beside, beside + told):
        knowledge = stated("文 2022-10-10\n" + text_)
        (place,) = key_sentences(knowledge, [Selected(0)], ("东江新区",), 1)
        assert text(knowledge, place) == told.split("\n")[0]


def test_several_articles_have_their_say() -> None:
    lines = [
        ("东江新区印发营商环境办法，列出四十条措施。", "东江新区设立人才服务中心，发放安家补贴。"),
        ("东江新区启动地铁三号线工程，全长二十公里。", "东江新区建成跨江大桥，两岸车程缩短一半。"),
        ("东江新区签约海风集团，造船基地年内开工。", "东江新区成立造船联盟，成员来自五个省份。"),
        ("东江新区召开教育大会，提出新建十所学校。", "东江新区出台教师待遇政策，吸引外地名师。"),
    ]
    told = "\n".join(f"文 202{year}-10-10\n" + "\n".join(it) for year, it in enumerate(lines))
    knowledge = stated(told)
    whole = [Selected(it) for it in range(4)]
    places = key_sentences(knowledge, whole, ("东江新区",), 4)
    assert [it.reading for it in places] == [0, 1, 2, 3]


def test_headings_and_other_sentences_are_not_asked() -> None:
    knowledge = stated(
        "文 2022-10-10\n题 东江新区是全省首个软件产业示范基地所在地。\n"
        "东江新区印发软件产业行动计划，提出建设五个园区。\n"
        "东江新区是全省首个软件产业示范基地，设立于2010年。"
    )
    (place,) = key_sentences(knowledge, [Selected(0, frozenset((0, 1)))], ("东江新区",))
    assert text(knowledge, place).startswith("东江新区印发")


def test_nothing_is_better_than_what_does_not_speak_of_the_topic() -> None:
    knowledge = stated("文 2022-10-10\n秋日的江边，市民三三两两散步，远处的塔吊缓缓转动。")
    assert key_sentences(knowledge, [Selected(0, frozenset((0,)))], ("东江新区",)) == ()


def test_an_article_that_names_the_topic_once_by_the_way_has_no_key_sentence_of_it() -> None:
    beside = "".join(f"全市第{n}个展览会开幕，参展企业共有20家。\n" for n in range(5))
    knowledge = stated(
        f"文 2022-10-10\n{beside}参展企业来自海州、东江新区、青山等地，展品共有两千件。\n"
        "文 2022-10-11\n东江新区新建软件园三座，东江新区管委会说明年投产。\n"
    )
    asked = [Selected(0, frozenset((5,))), Selected(1, frozenset((0,)))]
    (place,) = key_sentences(knowledge, asked, ("东江新区",))
    assert place.reading == 1
