"""Which sentences of an article are a topic's own."""

from __future__ import annotations

import pytest

from generator.weave.selection import selection
from tests.unit.weave.corpora import topic, woven

OTHER = "山上种树。\n\n路上跑车。\n\n"
CASES = {
    "named in the title: all of it": ("水渠报告", "山上种树。\n\n水渠通了。", ["山上种树。", "水渠通了。"]),
    "a paragraph that begins with it": (
        "县里的事", f"{OTHER}水渠通了。今年有收成。", ["水渠通了。", "今年有收成。"],
    ),
    "a sentence in passing": (
        "县里的事", f"{OTHER}学校盖好了。路也修好了。水渠通了。医院开门了。车站还没有。", ["水渠通了。"],
    ),
    "half of the sentences": (
        "县里的事", f"{OTHER}今年不同。水渠通了。", ["今年不同。", "水渠通了。"],
    ),
    "a text of one long paragraph": (
        "县里的事", "水渠通了。" + "".join(f"第{n}件事办好了。" for n in range(9)), ["水渠通了。"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("title", "text", "told"), CASES.values(), ids=CASES)
def test_what_is_said_of_a_topic(title: str, text: str, told: list[str]) -> None:
    article = f"---\ntitle: {title}\n---\n\n{text}\n"
    knowledge, _ = woven({"a": article}, [topic("水利", terms="水渠")])
    (selected,) = selection(knowledge, knowledge.topics[0])
    reading = knowledge.readings[0]
    sentences = reading.annotations.sentences
    chosen = range(len(sentences)) if selected.sentences is None else sorted(selected.sentences)
    texts = [
        reading.article.blocks[it.block].text[it.start : it.end]
        for it in (sentences[number] for number in chosen)
    ]
    assert texts == told
