"""What belongs to a topic: by its words, by those they stand for, by the topics below it."""

from __future__ import annotations

import pytest

from generator.model.knowledge import Entity, Mention
from generator.weave.topics import (
    find_passages,
    main_readings,
    whole_readings,
    with_children,
    with_entities,
)
from tests.unit.weave.corpora import reading, topic, woven

SCHOOL = "农大在县里建了实验站。\n\n学校派出教师三人。\n\n县里很满意。"


def article(text: str, title: str = "一则") -> str:
    return f"---\ntitle: {title}\n---\n{text}"


def test_other_words_for_what_a_topic_selects_select_too() -> None:
    texts = [reading(article(SCHOOL))]
    topics = [topic("县校", "华北农大")]
    name = texts[0].article.blocks[1].text.index("学校")
    school = Entity("organisation", "华北农大", "x/", (Mention(0, 1, name, name + 2, 1),))
    own = find_passages(topics, texts)
    assert own == ((),)
    (found,) = with_entities(topics, own, [school], texts)
    assert [(it.mention.block, it.reason, it.word) for it in found] == [(1, "entity", "学校")]


def test_a_paragraph_belongs_once_and_by_the_topics_own_word_first() -> None:
    texts = [reading(article("华北农大的学校农场。"))]
    topics = [topic("县校", "华北农大")]
    school = Entity("organisation", "华北农大", "x/", (Mention(0, 0, 5, 7, 0),))
    (found,) = with_entities(topics, find_passages(topics, texts), [school], texts)
    assert [it.reason for it in found] == ["term"]


def test_a_topic_has_what_belongs_to_the_topics_below_it() -> None:
    articles = {"a": article("早稻丰收。\n\n小麦减产。"), "b": article("修路。")}
    topics = [
        topic("农业", "农机"),
        topic("粮食", "小麦", parent="nong-ye"),
        topic("水稻", "早稻", parent="liang-shi"),
    ]
    knowledge, problems = woven(articles, topics)
    assert not problems
    told = {
        it.page.title: [(found.mention.block, found.reason, found.word) for found in it.passages]
        for it in knowledge.topics
    }
    assert told == {
        "农业": [(0, "child", "水稻"), (1, "child", "粮食")],
        "粮食": [(0, "child", "水稻"), (1, "term", "小麦")],
        "水稻": [(0, "term", "早稻")],
    }


def test_topics_that_stand_above_one_another_end() -> None:
    ring = [topic("甲", "早稻", parent="yi"), topic("乙", "小麦", parent="jia")]
    texts = [reading(article("早稻丰收。\n\n小麦减产。"))]
    found = with_children(ring, find_passages(ring, texts))
    assert [len(it) for it in found] == [2, 2]


@pytest.mark.parametrize(
    ("text", "title", "main", "whole"),
    [
        pytest.param(
            "水渠通了。\n\n路通了。\n\n电通了。\n\n网通了。", "水渠", True, True, id="title"
        ),
        pytest.param("水渠通了。\n\n水渠很长。\n\n路通了。", "报道", True, True, id="half"),
        pytest.param("水渠通了。\n\n路通了。\n\n网通了。", "报道", True, False, id="third"),
        pytest.param("水渠通了。" + "\n\n路通了。" * 5, "报道", False, False, id="by-the-way"),
    ],
)
def test_an_article_is_about_a_topic(text: str, title: str, main: bool, whole: bool) -> None:
    texts = [reading(article(text, title))]
    page = topic("水利", "水渠")
    (passages,) = find_passages([page], texts)
    assert bool(main_readings(page, passages, texts)) is main
    assert bool(whole_readings(page, passages, texts)) is whole
