"""Which topics an archive of news is proposed."""

from __future__ import annotations

from generator.model.facts import Facts, NameFact
from generator.weave.suggest.topics import topics
from tests.unit.weave.corpora import reading, terms_of

_PLACE = "海州市"


def _article(number: int, title: str, *paragraphs: str) -> str:
    body = "\n\n".join(f"{it}{_PLACE}各单位都重视经济工作。" for it in paragraphs)
    return f"---\ntitle: {title}\n---\n\n第{number}期。\n\n{body}\n"


def _archive() -> list[str]:
    texts = [
        _article(n, f"第{n}个县落实扶贫资金", "今年扶贫的重点是修路。", "扶贫干部住进了村里。")
        for n in range(6)
    ]
    texts += [
        _article(n, f"第{n}家工厂开工", "工人们干劲很足。", f"《春雷引》第{n}场演出很受欢迎。")
        for n in range(6, 20)
    ]
    texts += [
        _article(n, f"《春雷引》第{n}场", "观众很多。", "《春雷引》明天再演。")
        for n in range(20, 23)
    ]
    return texts


def test_what_texts_are_about_and_neither_places_nor_words_that_all_use_nor_pieces_of_names() -> (
    None
):
    readings = [reading(text, f"articles/a{n:02}.md") for n, text in enumerate(_archive())]
    facts = []
    for it in readings:
        text = it.article.blocks[1].text
        at = text.index(_PLACE)
        facts.append(Facts(names=(NameFact("LOC", _PLACE, ((1, at, at + len(_PLACE)),)),)))
    made = [it.name for it in topics(readings, facts, [terms_of(it) for it in readings], ())]
    assert made[0] == "扶贫"
    assert not {_PLACE, "经济", "重视", "春雷", "雷引"} & set(made)
