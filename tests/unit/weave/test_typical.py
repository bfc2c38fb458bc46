"""What is typical of a topic, told by the sentences beside it in its own articles."""

from __future__ import annotations

from generator.weave.key_sentences import key_sentences
from generator.weave.selection import selection
from generator.weave.typical import typical
from tests.unit.weave.corpora import topic, woven

_RELIEF = "灾区群众搬进了帐篷，第{n}批救灾物资运到青山地震现场。"
_BY_THE_WAY = (
    "参加展览会的企业把产品卖到青山，年产值达到8亿元，增长12%。",
    "到2000年，从海州到青山的公路要通车，全长80公里，投资20亿元。",
    "歌手出生在青山，1995年开始登台，已出版唱片12张。",
)
_BESIDE = "".join(f"全市第{n}个展览会开幕，参展企业共有20家。" for n in range(14))


def _corpus() -> dict[str, str]:
    texts = {}
    for n in range(11):
        told = _RELIEF.format(n=n) if n < 8 else _BY_THE_WAY[n - 8]
        texts[f"a{n}"] = f"---\ntitle: 新闻{n}\n---\n\n{_BESIDE}{told}\n"
    return texts


def test_what_many_articles_of_a_topic_say_and_not_what_stands_beside_it() -> None:
    knowledge, _ = woven(_corpus(), [topic("青山地震", terms="青山")])
    chosen = selection(knowledge, knowledge.topics[0])
    near = typical(knowledge, chosen)
    told = {
        place: knowledge.readings[place[0]].article.blocks[0].text.endswith("现场。")
        for place in near
    }
    assert len(told) == 11
    assert min(near[it] for it in near if told[it]) > 2 * max(
        near[it] for it in near if not told[it]
    )
    key = key_sentences(knowledge, chosen, ("青山地震", "青山"), 2, near)
    assert all(told[it.reading, it.sentence] for it in key)


def test_of_a_few_articles_nothing_is_typical() -> None:
    few = dict(list(_corpus().items())[:4])
    knowledge, _ = woven(few, [topic("青山地震", terms="青山")])
    assert typical(knowledge, selection(knowledge, knowledge.topics[0])) == {}
