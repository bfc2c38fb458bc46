"""Which statements a topic's page shows where it can't show all."""

from __future__ import annotations

from generator.model.knowledge import Knowledge
from generator.model.statements import Statements
from generator.weave.foremost import foremost, in_order
from generator.weave.statements import Selected, statements
from generator.weave.typical import Place
from tests.unit.weave.stated import stated, text

TOLD = """文 2022-10-10
9月1日，青山县运来第一批帐篷，灾区群众住进新居。
时间 9月1日=2022-09-01
9月2日，县剧团演出了新戏。
时间 9月2日=2022-09-02
随后，9月3日又运来了第二批帐篷。
时间 9月3日=2022-09-03
9月4日，海州向青山县捐款500万元。
时间 9月4日=2022-09-04
数 500万元=5000000元 | 捐款
9月5日，全县企业实现税收900万元。
时间 9月5日=2022-09-05
数 900万元=9000000元 | 税收
"""
NEAR = {0: 0.9, 1: 0.1, 2: 0.9, 3: 0.8, 4: 0.2}


def _told() -> tuple[Knowledge, Statements, dict[Place, float]]:
    knowledge = stated(TOLD)
    near = {(0, sentence): value for sentence, value in NEAR.items()}
    return knowledge, statements(knowledge, [Selected(0)]), near


def test_the_timeline_shows_what_is_typical_and_stands_by_itself_in_the_order_of_time() -> None:
    knowledge, told, near = _told()
    chosen = foremost(knowledge, told, near, ("青山",), moments=2, quotes=5)
    assert chosen is not None
    shown = [text(knowledge, told.timeline[it].cites[0]) for it in chosen.timeline]
    assert [it[:4] for it in shown] == ["9月1日", "9月4日"]


def test_amounts_of_typical_sentences_come_first() -> None:
    _, told, near = _told()
    assert [it.measure for it in in_order(told, near, ("青山",)).figures] == ["捐款", "税收"]


def test_where_nothing_is_typical_all_stays_as_it_is() -> None:
    knowledge, told, _ = _told()
    assert foremost(knowledge, told, {}, (), 2, 5) is None
    assert in_order(told, {}, ()).timeline == told.timeline


def test_a_phrase_that_the_rest_of_the_articles_uses_as_often_is_none_of_the_topic() -> None:
    lines = ["救灾物资要及时送到，保障市场供应。", "用语 救灾物资、市场供应"] * 2
    beside = ["全市今年办好几件实事，保障市场供应。", "用语 市场供应"] * 70
    knowledge = stated("\n".join(["文 2022-10-10", *lines, *beside]))
    told = statements(knowledge, [Selected(0, frozenset((0, 1)))])
    assert [it.phrase for it in told.wordings] == ["救灾物资"]


def test_a_newspaper_named_by_the_way_is_no_document_of_the_topic() -> None:
    knowledge = stated(
        "文 2022-10-10\n青山县印发救灾办法。\n文件 救灾办法\n据《海州日报》报道，剧团演出了新戏。\n文件 海州日报\n"
    )
    told = statements(knowledge, [Selected(0)])
    papers = in_order(told, {(0, 0): 0.9, (0, 1): 0.1}, ("青山",)).papers
    assert [it.title for it in told.papers] == ["救灾办法", "海州日报"]
    assert [it.title for it in papers] == ["救灾办法"]
