"""Which words of an article become links, and to what."""

from __future__ import annotations

import re

import pytest

from generator.model.facts import Facts, NameFact
from generator.model.knowledge import Entity, Reading
from generator.weave.links import Listed, weave_links
from tests.unit.weave.corpora import reading

PLACE = Entity("place", "大同市", "places/datong/", ())
BODY = Entity("organisation", "大同市水务局", "organisations/shuiwuju/", ())
UNKNOWN = Entity("organisation", "大同市水利工程建设局", "", ())
ENTITIES = (PLACE, BODY, UNKNOWN)


def facts_of(it: Reading, names: dict[str, tuple[str, ...]]) -> tuple[Facts, tuple[int, ...]]:
    """Every place of some forms; `names`: of an entity by its name, the forms in the text."""
    told, numbers = [], []
    for number, entity in enumerate(ENTITIES):
        at = tuple(
            (index, found.start(), found.end())
            for form in names.get(entity.name, ())
            for index, sentence in enumerate(it.annotations.sentences)
            for found in re.finditer(form, it.article.blocks[sentence.block].text)
            if sentence.start <= found.start() < sentence.end
        )
        if at:
            told.append(NameFact("ORG", entity.name, at))
            numbers.append(number)
    return Facts(tuple(told)), tuple(numbers)


def linked(text: str, unlinked: frozenset[str] = frozenset(), listed: tuple[str, ...] = ()) -> str:
    """The text's paragraphs, links in 〔〕 with the first character of what they lead to."""
    it = reading(f"---\ntitle: 题\n---\n{text}")
    names = {"大同市": ("大同市", "大同"), "大同市水务局": ("大同市水务局", "市水务局")}
    facts, numbers = facts_of(it, names | {"大同市水利工程建设局": ("大同市水利工程建设局",)})
    places: list[Listed] = [
        (number, at, at + len(name), f"topics/{name}/", name)
        for name in listed
        for number, block in enumerate(it.article.blocks)
        if (at := block.text.find(name)) >= 0
    ]
    links = weave_links([it], [sorted(places)], [facts], [numbers], ENTITIES, unlinked)[0]
    shown = []
    for number, block in enumerate(it.article.blocks):
        words = block.text
        for link in reversed([link for link in links if link.block == number]):
            words = f"{words[: link.start]}〔{words[link.start : link.end]}〕{words[link.end :]}"
        shown.append(words)
    return "｜".join(shown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("大同市有河。大同市有湖。", "〔大同市〕有河。大同市有湖。", id="first-only"),
        pytest.param(
            "## 一\n\n大同市有河。\n\n## 二\n\n大同有湖。",
            "一｜〔大同市〕有河。｜二｜〔大同〕有湖。",
            id="again-in-each-section-by-any-name",
        ),
        pytest.param("大同市水务局说有水。", "〔大同市水务局〕说有水。", id="longest"),
        pytest.param(
            "大同市水利工程建设局开会。",
            "大同市水利工程建设局开会。",
            id="never-inside-a-longer-name",
        ),
        pytest.param(
            "[大同市的河](b.md)在大同市。", "大同市的河在〔大同市〕。", id="not-under-a-link"
        ),
        pytest.param("## 大同市\n\n有河。", "大同市｜有河。", id="not-in-headings"),
    ],
)
def test_first_mentions_become_links(text: str, expected: str) -> None:
    assert linked(text) == expected


def test_a_topic_is_linked_but_not_inside_a_name() -> None:
    shown = linked("大同市水利工程建设局管水利工程。", listed=("水利工程",))
    assert shown == "大同市水利工程建设局管水利工程。"
    assert linked("修水利工程。", listed=("水利工程",)) == "修〔水利工程〕。"


def test_what_editors_want_unlinked_is_text() -> None:
    assert linked("大同市有河。", frozenset(("大同市",))) == "大同市有河。"
    front = "---\ntitle: 题\nunlinked: [大同]\n---\n"
    it = reading(f"{front}大同有河。")
    assert it.article.unlinked == ("大同",)
    facts, numbers = facts_of(it, {"大同市": ("大同",)})
    assert weave_links([it], [()], [facts], [numbers], ENTITIES) == ((),)
