"""The amount on a topic's card."""

from __future__ import annotations

import msgspec
import pytest

from generator.model.knowledge import Mention, Passage, Topic
from generator.present.compose.desk import Desk, Site
from generator.present.compose.telling import telling_figure
from tests.unit.weave.corpora import topic
from tests.unit.weave.stated import stated

_BESIDE = "\n".join(f"文 2022-10-1{n}\n第{n}个县也抓扶贫。" for n in range(6))
CASES = {
    "of the topic and of a time": (
        "今年有563万扶贫对象脱贫。", "563万=5630000人 | 扶贫对象 | actual | 2022 说", "扶贫对象",
    ),
    "only named beside it": (
        "该县抓扶贫，今年出口3亿元。", "3亿元=300000000元 | 出口总额 | actual | 2022 说", "",
    ),
    "of no time": ("全县有563万扶贫对象。", "563万=5630000人 | 扶贫对象", ""),
    "how it grew": (
        "今年扶贫资金增长7%。", "7%=7% | 扶贫资金 | change | 2022 说 |  | 增长", "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "figure", "measure"), CASES.values(), ids=CASES)
def test_of_many_articles_only_what_is_of_the_topic(
    sentence: str, figure: str, measure: str
) -> None:
    knowledge = stated(f"文 2022-10-10\n{sentence}\n数 {figure}\n{_BESIDE}")
    readings = tuple(range(len(knowledge.readings)))
    urls = tuple(f"articles/{it}/" for it in readings)
    knowledge = msgspec.structs.replace(knowledge, article_urls=urls)
    passages = tuple(Passage(Mention(it, 0, 0, 2, 0), -1, "term", "扶贫") for it in readings)
    told = Topic(topic("扶贫"), "topics/fupin/", passages, readings, readings)
    found = telling_figure(Desk(Site("站"), knowledge, str), told)
    assert (found.measure if found else "") == measure
